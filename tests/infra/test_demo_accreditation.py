"""The told years of accreditation: which trainings, which endings, and what they say."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, NamedTuple

import pytest

from domain.case import CaseFile
from domain.days import ONE_DAY, Span
from domain.law import Edition
from domain.schemes import all_schemes
from domain.schemes.lvv_accreditation.edition_of_a_holder import edition_of_a_holder
from domain.schemes.lvv_accreditation.record.accreditation import AccreditationWithdrawn
from domain.schemes.lvv_certification.record.education import ActivityRegistered
from domain.shown import RegisterLine
from infra.demo.cast import STORIES, members, remembered
from infra.store.record import Record
from tests.infra.told_years import files_in, names_in, told_at

pytestmark = pytest.mark.xdist_group("demo")
SCHEME = all_schemes()["lvv-accreditation"]
CERTIFICATION = all_schemes()["lvv-certification"]
NOW = datetime(2026, 9, 17, 10, tzinfo=UTC)

TOLD: dict[str, list[str]] = {
    "delivered": ["fee-paid", "application-forwarded", "documents-delivered"],
    "granted": ["advice-received", "application-granted", "certificate-issued"],
    "supplemented": ["found-incomplete", "application-supplemented", "certificate-issued"],
    "late-documents": ["further-documents-delivered", "late-documents-left-out"],
    "stopped": ["application-supplemented", "application-stopped"],
    "resumed": [
        "application-stopped",
        "supplementary-invoice-paid",
        "application-resumed",
        "accreditation-granted",
    ],
    "rejected": ["advice-received", "application-rejected", "decision-sent"],
    "objection": ["objection-filed", "expert-advice-given", "objection-answered"],
    "additional": [
        "application-rejected",
        "board-consulted",
        "additional-investigation-started",
        "additional-costs-charged",
        "accreditation-granted",
    ],
    "audit-closed": ["audit-started", "improvement-verified", "audit-closed"],
    "audit-overran": ["audit-started", "partial-reassessment-ordered", "audit-closed"],
    "mark-used": ["mark-use-registered", "proof-issued"],
    "deviation": ["deviation-reported", "holder-consulted", "teacher-replaced"],
    "check-handled": [
        "check-announced",
        "check-costs-charged",
        "nonconformity-recorded",
        "nonconformity-answered",
        "improvement-verified",
        "check-reported",
        "accreditation-continued",
    ],
    "check-answered-late": ["nonconformity-answered", "accreditation-continued"],
    "check-negative": [
        "improvement-not-demonstrated",
        "check-reported",
        "accreditation-withdrawn",
        "withdrawal-notified",
        "withdrawal-published",
    ],
    "misused": [
        "breach-established",
        "accreditation-withdrawn",
        "withdrawal-notified",
        "withdrawal-published",
        "fine-imposed",
        "mark-use-stopped",
    ],
    "dispute": ["dispute-opened", "chair-appointed", "binding-advice-issued"],
    "given-up": ["deviation-reported", "accreditation-withdrawn", "mark-use-stopped"],
    "change-told": ["scheme-change-notified", "scheme-change-binding"],
    "asked-anew": [
        "scheme-change-rejected",
        "application-submitted",
        "accreditation-replaced",
        "accreditation-granted",
    ],
    "renewed": ["renewal-announced", "accreditation-renewed", "certificate-issued"],
}
"""What must be in the file of each training that has this story, in this order."""
TOLD_AND_BOUND = "notified", "binding"
STILL_OPEN = {
    "Trust in hybrid teams": "invoice-fee",
    "When the report is about you": "deliver-documents",
    "Humour that isn't": "record-assessment",
    "Counsel for volunteers": "supplement-application",
    "Reading a complaint": "deliver-further-documents",
    "Shift work and strangers": "record-assessment",
    "An adviser for several schools": "grant-accreditation",
    "Advising in a merger": "record-assessment",
    "Difference as a strength": "start-interim-check",
    "A desk far from home": "respond-to-nonconformity",
    "Reporting misconduct abroad": "submit-application",
}
"""Trainings of which something is open today, each with the action that is awaited."""


class Told(NamedTuple):
    """The record with every year told in it, and the file of each training by its title."""

    record: Record
    files: dict[str, CaseFile[Any]]

    def with_story(self, story: str) -> list[CaseFile[Any]]:
        """The files of the trainings of which this story is told to its end."""
        return [
            self.files[member.name]
            for member in members(SCHEME.id)
            if story in (member.story, *(one.story for one in member.then))
        ]


@pytest.fixture(scope="module")
def told() -> Told:
    record = told_at(NOW)
    return Told(record, files_in(record, SCHEME, "training"))


def _fact(file: CaseFile[Any], name: str) -> Any:
    """The latest fact of this name."""
    return next(r.fact for r in reversed(file.trail) if r.fact.stored_as.endswith(f".{name}"))


def _states(told: Told, file: CaseFile[Any], term: str) -> set[str]:
    return {one.state(NOW.date()) for one in told.record.terms(file) if one.term == term}


def test_there_are_many_trainings_over_several_years(told: Told) -> None:
    assert len(told.files) >= 40
    assert len({file.person for file in told.files.values()}) == len(told.files)
    days = [record.fact.on for file in told.files.values() for record in file.trail]
    assert Span(years=4).after(min(days)) < max(days)


def test_every_story_is_told_of_some_training() -> None:
    stories = {one.stem for one in (STORIES / SCHEME.id).glob("*.yaml")} - {"cast"}
    said = {one.story for m in members(SCHEME.id) for one in (m, *m.then)}
    begun = {
        remembered(STORIES / SCHEME.id / f"{story}.yaml").data.get("begins", "")[:-5]
        for story in stories
    }
    assert stories == said | begun - {""}


@pytest.mark.parametrize("story", TOLD)
def test_every_training_of_a_story_has_its_facts_in_order(told: Told, story: str) -> None:
    files = [file for file in told.with_story(story) if file.state.title not in STILL_OPEN]
    assert files
    for file in files:
        names = iter(names_in(file))
        assert all(wanted in names for wanted in TOLD[story]), file.state.title


@pytest.mark.parametrize("title", STILL_OPEN)
def test_something_is_still_open(told: Told, title: str) -> None:
    waiting = SCHEME.files["training"].shown.waiting(told.files[title])
    assert STILL_OPEN[title] in {one.action for one in waiting}


def test_nothing_waits_about_the_other_trainings_but_a_second_payment(told: Told) -> None:
    waiting = {
        (title, one.action)
        for title, file in told.files.items()
        for one in SCHEME.files["training"].shown.waiting(file)
        if title not in STILL_OPEN
    }
    stopped = {file.state.title for file in told.with_story("stopped")}
    assert waiting == {(title, "issue-supplementary-invoice") for title in stopped}


def test_documents_come_within_three_weeks_and_the_board_decides_in_three(told: Told) -> None:
    for story, term in (("delivered", "A-T01"), ("granted", "A-T03"), ("rejected", "A-T03")):
        files = [file for file in told.with_story(story) if file.state.title not in STILL_OPEN]
        assert [_states(told, file, term) for file in files] == [{"met"}] * len(files)


def test_late_documents_are_kept_and_left_out_of_the_investigation(told: Told) -> None:
    [file, *_] = told.with_story("late-documents")
    left_out = _fact(file, "late-documents-left-out")
    asked = _fact(file, "further-documents-requested")
    assert left_out.on > asked.by
    assert left_out.about.shown() == "The literature."


def test_a_stopped_application_goes_on_only_after_it_was_paid_for_again(told: Told) -> None:
    for file in told.with_story("stopped"):
        assert names_in(file)[-1] == "application-stopped"
    for file in told.with_story("resumed"):
        names = names_in(file)
        assert names.index("supplementary-invoice-paid") < names.index("application-resumed")


def test_the_clocks_of_a_check_were_met_and_once_missed(told: Told) -> None:
    """Annex 6(b): four weeks to respond, three months to have effect."""
    for file in told.with_story("check-handled"):
        assert _states(told, file, "A-T10") == _states(told, file, "A-T11") == {"met"}
    [late] = told.with_story("check-answered-late")
    assert _states(told, late, "A-T10") == {"missed"}
    assert _states(told, late, "A-T11") == {"met"}


def test_an_initial_audit_was_closed_in_sixteen_weeks_and_once_overran(told: Told) -> None:
    for file in told.with_story("audit-closed"):
        assert _states(told, file, "A-T09") == {"met"}
    [overran] = told.with_story("audit-overran")
    assert _states(told, overran, "A-T09") == {"missed"}
    assert _fact(overran, "partial-reassessment-ordered").cents > 0


def test_a_check_is_announced_two_months_ahead_and_paid_by_the_holder(told: Told) -> None:
    for story in ("check-handled", "check-answered-late", "check-negative", "check"):
        for file in told.with_story(story):
            announced = _fact(file, "check-announced")
            assert Span(months=2).before(announced.starts_on) >= announced.on
    assert {_fact(f, "check-costs-charged").to for f in told.with_story("check-handled")} == {
        "holder"
    }


def test_withdrawals_rest_on_grounds_that_may_and_that_must(told: Told) -> None:
    withdrawn = {
        record.fact.ground: record.fact.basis.at
        for file in told.files.values()
        for record in file.trail
        if isinstance(record.fact, AccreditationWithdrawn)
    }
    assert withdrawn == {
        "negative-advice-after-check": "8",
        "permanent-own-statement": "8",
        "mark-misused": "An.7(a)",
    }


def test_a_renewal_is_announced_about_four_months_before_and_leaves_no_gap(told: Told) -> None:
    files = told.with_story("renewed")
    assert files
    for file in files:
        assert _fact(file, "renewal-announced").remarks == ()
        first, second = file.state.accreditation.periods
        assert second.first == first.last + ONE_DAY
        assert second.last == Span(years=4).after(second.first) - ONE_DAY


def test_what_was_not_renewed_expired_after_its_last_day(told: Told) -> None:
    expired = [f for f in told.files.values() if "accreditation-expired" in names_in(f)]
    assert len(expired) >= 2
    for file in expired:
        until = file.state.accreditation.until
        assert _fact(file, "accreditation-expired").on == until + ONE_DAY
        assert _lines(file)[-1].status == "expired"


def test_a_change_binds_six_months_after_a_holder_was_told(told: Told) -> None:
    for file in told.with_story("change-told"):
        notified, binding = (_fact(file, f"scheme-change-{name}") for name in TOLD_AND_BOUND)
        assert binding.on == notified.binds_on
        assert binding.on >= Span(months=6).after(notified.on)


def test_who_does_not_agree_stays_on_the_old_text_for_a_year_at_most(told: Told) -> None:
    """One was told long ago and has ended; one was told late, and is on the old text today."""
    [ended, late] = told.with_story("change-rejected")
    told_on = _fact(ended, "scheme-change-notified").on
    assert _fact(ended, "old-text-ended").on == Span(years=1).after(told_on) + ONE_DAY
    assert _lines(ended)[-1].status == "ended"
    assert SCHEME.files["training"].shown.standing(late) == "accredited on the old text"


def test_every_holder_has_an_edition_of_his_own(told: Told) -> None:
    """Under the edition as changed, had it been encoded: who is bound goes by it, others not."""
    today, old = NOW.date(), SCHEME.editions[-1]
    changed = Edition(id="lvv-accreditation@2.1", title="2.1", adopted=today, since=today)
    scheme = replace(SCHEME, editions=(*SCHEME.editions, changed))
    bound = [f for f in told.with_story("change-told") if f.state.accreditation.held_on(today)]
    assert bound
    assert {edition_of_a_holder(f, today, scheme).id for f in bound} == {changed.id}
    [_, late] = told.with_story("change-rejected")
    assert edition_of_a_holder(late, today, scheme) == old


def test_the_proof_of_attendance_repeats_the_certificate(told: Told) -> None:
    files = told.with_story("mark-used")
    assert files
    for file in files:
        proof, certificate = _fact(file, "proof-issued"), _fact(file, "certificate-issued")
        assert proof.certificate == certificate.certificate
        assert (proof.title, proof.points) == (certificate.title, certificate.points)


def test_form_fee_and_points_are_there_in_every_year(told: Told) -> None:
    own = told.record.own_file(SCHEME.id)
    assert own is not None
    begun = own.trail[0].fact.on.year
    years = set(range(begun, NOW.year + 1))
    assert years <= {year for _, year, _ in own.state.fees}
    assert years == {year for _, year, _ in own.state.congress}
    assert own.state.forms


def test_a_course_that_was_withdrawn_later_still_counts_for_who_took_it(told: Told) -> None:
    """Two schemes: the person's file cites the training's, and keeps what it said (ADR 0021)."""
    cited = told.files["Reports that turn out otherwise"]
    person = files_in(told.record, CERTIFICATION, "person")["Ineke Bakker"]
    taken = next(
        r.fact for r in person.trail if isinstance(r.fact, ActivityRegistered) and r.fact.course
    )
    assert taken.course is not None
    assert taken.course.accreditation == cited.number
    assert taken.course.held_on_file
    assert person.state.activities[taken.matter].standing == "accepted"
    assert cited.state.accredited_on(taken.first_day)
    assert not cited.state.accredited_on(NOW.date())


def _lines(file: CaseFile[Any]) -> list[RegisterLine]:
    """The register's lines of a training that had begun by now."""
    lines = SCHEME.files["training"].shown.register(file)
    return [line for line in lines if line.since <= NOW.date()]
