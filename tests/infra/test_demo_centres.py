"""The told years of training centres: how many, which events, what the views say of them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, NamedTuple

import pytest

from domain.case import CaseFile
from domain.fact import Fact
from domain.schemes import all_schemes
from domain.schemes.ssvv_sogp.majors_at_grant import findings_open_when_granted
from domain.schemes.ssvv_sogp.record.activity import ActivityAssessed
from domain.schemes.ssvv_sogp.record.agreement import AgreementConcluded
from domain.schemes.ssvv_sogp.record.finding import FindingReclassified, FollowUpRequested
from domain.schemes.ssvv_sogp.record.line import RecognitionGranted, RecognitionWithdrawn
from domain.schemes.ssvv_sogp.section_2_2_qualifications import CLUSTERS
from domain.shown import RegisterLine
from infra.demo.cast import STORIES, members, remembered
from infra.store.record import Record
from tests.infra.told_years import files_in, names_in, told_at

pytestmark = pytest.mark.xdist_group("demo")
SCHEME = all_schemes()["ssvv-sogp"]
NOW = datetime(2026, 9, 17, 10, tzinfo=UTC)
TODAY = NOW.date()

TOLD: dict[str, tuple[str, list[str]]] = {
    "a first recognition": (
        "Maasmond Opleidingen",
        ["application-accepted", "recognition-granted", "agreement-concluded"],
    ),
    "a late reaction": (
        "Delfland Veiligheidstraining",
        ["audit-report-sent", "finding-reaction-submitted", "audit-formally-closed"],
    ),
    "findings in another class": (
        "Noorderhaven Training",
        [
            "finding-reclassified",
            "audit-report-sent",
            "finding-reaction-submitted",
            "finding-reclassified",
            "audit-formally-closed",
        ],
    ),
    "too little taught": (
        "Scheldemond Vakopleiding",
        [
            "activity-assessed",
            "improvement-signal-given",
            "own-count-claimed",
            "withdrawal-procedure-started",
            "recognition-withdrawn",
            "recognition-unpublished",
        ],
    ),
    "withdrawn on request": (
        "Maasdal Procestraining",
        [
            "recognition-withdrawal-requested",
            "recognition-withdrawn",
            "withdrawal-confirmed-in-writing",
            "agreement-amended",
        ],
    ),
    "rejected, and applied again": (
        "Waalwijk Hijs en Hef",
        [
            "recognition-audit-concluded",
            "application-line-rejected",
            "application-submitted",
            "recognition-granted",
        ],
    ),
    "an extension with its audit": (
        "IJmond Opleidingscentrum",
        [
            "agreement-concluded",
            "application-submitted",
            "recognition-audit-scheduled",
            "recognition-granted",
            "agreement-amended",
            "recognition-published",
        ],
    ),
    "a norm transition": (
        "Merwede Gasmeettraining",
        ["course-held", "trainer-reassessment-required", "trainer-assessed", "course-held"],
    ),
    "a Major in two rounds": (
        "Eemsmond Adembescherming",
        [
            "finding-follow-up-requested",
            "finding-reaction-submitted",
            "finding-follow-up-requested",
            "finding-reaction-submitted",
            "finding-follow-up-accepted",
            "audit-formally-closed",
        ],
    ),
    "a Major that leads to withdrawal": (
        "Kanaalzone Trainingen",
        [
            "audit-escalated-to-withdrawal",
            "withdrawal-procedure-started",
            "recognition-withdrawn",
            "recognition-removed-from-exam-systems",
            "prohibited-continuation-reported",
        ],
    ),
    "a new owner, and no renewal": (
        "Twente Industrietraining",
        [
            "agreement-change-reported",
            "change-consultation-held",
            "agreement-left-unchanged",
            "renewal-declined",
        ],
    ),
    "a successor signed late": (
        "Zaanstreek Lastentraining",
        ["agreement-expired", "recognition-lapsed", "recognition-revived"],
    ),
    "an irregularity and a signal": (
        "Brabantse Buitenwacht School",
        [
            "irregularity-reported",
            "improvement-signal-given",
            "improvement-recorded",
            "irregularity-case-closed",
            "oversight-signal-acted-upon",
        ],
    ),
    "handed in again": ("Peelland Vaktraining", ["completeness-assessed", "resubmission-offered"]),
    "advised to withdraw": ("Vechtdal Techniek", ["withdrawal-advised", "application-withdrawn"]),
}
"""What is in the file of a centre, in this order."""

WAITS = {
    "Maasmond Opleidingen": "accept-follow-up",
    "Delfland Veiligheidstraining": "submit-reaction",
    "Noorderhaven Training": "open-audit",
    "Waalwijk Hijs en Hef": "submit-reaction",
    "IJmond Opleidingscentrum": "assess-completeness",
    "Eemsmond Adembescherming": "propose-other-day",
    "Drechtsteden Hoogwerk Academie": "record-auditee-remarks",
    "Zaanstreek Lastentraining": "withdraw-recognition",
    "Brabantse Buitenwacht School": "acknowledge-receipt",
    "Peelland Vaktraining": "resubmit-application",
    "Flevo Petrotraining": "record-auditee-remarks",
}
"""What is awaited of somebody today."""


class Told(NamedTuple):
    """The record with every year told in it, and the file of each centre by its name."""

    record: Record
    files: dict[str, CaseFile[Any]]

    def lines(self, on: date) -> list[RegisterLine]:
        """What the register shows of all centres on a day."""
        shown = SCHEME.files["centre"].shown
        every = (line for file in self.files.values() for line in shown.register(file))
        return [one for one in every if one.since <= on and (one.until is None or on <= one.until)]

    def facts(self, kind: type[Fact]) -> list[Any]:
        trails = (file.trail for file in self.files.values())
        return [r.fact for trail in trails for r in trail if isinstance(r.fact, kind)]


@pytest.fixture(scope="module")
def told() -> Told:
    return _told_at(NOW)


def _told_at(now: datetime) -> Told:
    record = told_at(now)
    return Told(record, files_in(record, SCHEME, "centre"))


def test_many_centres_are_recognised_for_many_qualifications_today(told: Told) -> None:
    lines = told.lines(TODAY)
    assert len(lines) >= 60
    assert len({line.more["centre"] for line in lines}) >= 12
    assert len({(line.more["centre"], line.more["location"]) for line in lines}) >= 18


def test_all_fifteen_qualifications_in_five_clusters_are_taught(told: Told) -> None:
    taught = {line.more["qualification"] for line in told.lines(TODAY)}
    listed = {code for codes in CLUSTERS.values() for code in codes}
    assert taught == listed
    assert len(taught) == 15


def test_the_register_of_another_day_is_another(told: Told) -> None:
    """Two were withdrawn on request in December 2025; before 2025 there were fewer centres."""
    before, after = (
        {line.more["qualification"] for line in told.lines(day) if _is_maasdal(line)}
        for day in (date(2025, 12, 1), date(2025, 12, 2))
    )
    assert before - after == {"mw-3b", "mw-vrh"}
    assert 20 < len(told.lines(date(2024, 6, 3))) < len(told.lines(date(2025, 6, 3)))


def _is_maasdal(line: RegisterLine) -> bool:
    return line.more["centre"] == "Maasdal Procestraining"


@pytest.mark.parametrize("event", TOLD)
def test_every_event_is_told(told: Told, event: str) -> None:
    centre, wanted = TOLD[event]
    names = iter(names_in(told.files[centre]))
    assert all(name in names for name in wanted)


@pytest.mark.parametrize("centre", WAITS)
def test_something_is_awaited_today(told: Told, centre: str) -> None:
    waiting = SCHEME.files["centre"].shown.waiting(told.files[centre])
    assert WAITS[centre] in {one.action for one in waiting}


def test_every_story_is_told_of_some_centre() -> None:
    stories = {one.stem for one in (STORIES / SCHEME.id).glob("*.yaml")} - {"cast"}
    told_of = [one for m in members(SCHEME.id) for one in (m, *m.then)]
    said = {one.story for one in told_of} | {
        one.words.get("planned", "regular") for one in told_of
    }
    begun = {
        remembered(STORIES / SCHEME.id / f"{story}.yaml").data.get("begins", "")[:-5]
        for story in stories
    }
    assert stories == said | begun - {"", "<planned>"}


def test_audits_end_without_findings_and_with_each_class(told: Told) -> None:
    audits = [one for file in told.files.values() for one in file.state.audits.values()]
    closed = [one for one in audits if one.standing == "closed"]
    assert sum(not one.findings for one in closed) >= 12
    grades = {finding.grade for one in closed for finding in one.findings.values()}
    assert grades == {"major", "minor", "observation", "remark"}


def test_a_finding_is_put_into_another_class_with_the_reason(told: Told) -> None:
    first, second = told.facts(FindingReclassified)
    assert (first.was, first.grade) == ("major", "minor")
    assert (second.was, second.grade) == ("minor", "observation")
    assert not first.because.erased
    audit = told.files["Noorderhaven Training"].state.audits[first.matter]
    assert {n: one.reported_as for n, one in audit.findings.items()} == {1: "minor", 2: "minor"}
    assert {n: one.grade for n, one in audit.findings.items()} == {1: "minor", 2: "observation"}


def test_two_rounds_of_follow_up_went_before_a_withdrawal(told: Told) -> None:
    rounds = {one.round for one in told.facts(FollowUpRequested)}
    assert rounds == {1, 2}
    withdrawn = told.facts(RecognitionWithdrawn)
    assert {one.ground for one in withdrawn} == {
        "agreements-not-kept",
        "findings-not-remedied",
        "own-request",
    }


def test_agreements_end_for_all_on_the_same_day(told: Told) -> None:
    concluded = told.facts(AgreementConcluded)
    assert {one.last_day for one in concluded} == {date(2024, 12, 31), date(2026, 12, 31)}
    shorter = told.files["Drechtsteden Hoogwerk Academie"].state.agreements["agreement-1"]
    assert (shorter.first_day, shorter.last_day) == (date(2025, 7, 1), date(2026, 12, 31))


def test_a_year_that_is_short_is_no_end_by_itself(told: Told) -> None:
    short = [one for one in told.facts(ActivityAssessed) if not one.met]
    withdrawn = [one for one in told.facts(RecognitionWithdrawn) if one.matter == "line-5"]
    assert len(short) > len(withdrawn) == 1
    assert {one.indicative for one in short} == {True, False}


def test_no_recognition_was_granted_over_an_open_major(told: Told) -> None:
    assert len(told.facts(RecognitionGranted)) >= 60
    assert findings_open_when_granted(told.files.values()) == ()


def test_the_logo_was_misused_by_an_organisation_and_by_a_person(told: Told) -> None:
    own = told.record.own_file(SCHEME.id)
    assert own is not None
    assert {one.standing for one in own.state.misuses.values()} == {"closed", "established"}
    assert {one.standing for one in own.state.consents.values()} == {"refused", "granted"}


def test_in_2027_who_signed_goes_on_and_who_declined_is_no_longer_recognised() -> None:
    told = _told_at(datetime(2027, 1, 6, 10, tzinfo=UTC))
    before, after = (
        {line.more["centre"] for line in told.lines(day)}
        for day in (date(2026, 12, 31), date(2027, 1, 1))
    )
    assert before - after == {"Twente Industrietraining"}
    assert after < before
    assert {one.last_day for one in told.facts(AgreementConcluded)} >= {date(2028, 12, 31)}
