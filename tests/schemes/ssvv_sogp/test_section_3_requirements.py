"""SOG-P 2.1, 3, 4: what a centre demonstrably meets; drills as in example T-26."""

from datetime import date

import pytest

from domain.case import Law
from domain.personal import Evidence, Personal
from domain.schemes.ssvv_sogp.act import EDITION
from domain.schemes.ssvv_sogp.record.requirement import EvidenceFiled, RequirementJudged
from domain.schemes.ssvv_sogp.section_3_requirements import (
    REQUIREMENTS,
    FileEvidence,
    JudgeRequirement,
)
from domain.schemes.ssvv_sogp.settings import DRILL_MONTHS
from domain.terms import terms_of
from tests.schemes.ssvv_sogp.asked import asked
from tests.schemes.ssvv_sogp.told import (
    AUDITOR,
    CENTRE,
    MAY_6,
    SCHEME,
    SSVV,
    a_centre,
    an_open_audit,
    given,
)

FEB_10, NEXT_YEAR = date(2025, 2, 10), date(2026, 2, 9)
PAPER: Personal[Evidence, str] = Personal("report on file")


def filed(
    requirement: str = "safety-duties",
    kind: str = "drill",
    dated: date = FEB_10,
    until: date | None = None,
    on: date | None = None,
) -> FileEvidence:
    return FileEvidence(
        on=on or max(dated, date(2025, 3, 3)),
        requirement=requirement,
        kind=kind,
        dated=dated,
        until=until,
        evidence=PAPER,
    )


def judge(requirement: str, meets: bool, audit: str | None = None) -> JudgeRequirement:
    return JudgeRequirement(
        on=MAY_6,
        requirement=requirement,
        meets=meets,
        audit=audit,
        findings=Personal("as seen"),
    )


def test_3_each_requirement_has_a_rule_of_its_own() -> None:
    assert len({rule.id for rule in REQUIREMENTS.values()}) == len(REQUIREMENTS) == 19


@pytest.mark.parametrize(
    ("requirement", "kind"),
    [
        pytest.param("expertise", "portfolio-of-six-years", marks=pytest.mark.passes("R-01")),
        pytest.param("current-expertise", "two-courses", marks=pytest.mark.passes("R-02")),
        pytest.param("facilities", "flange-skid", marks=pytest.mark.passes("R-03")),
        pytest.param("quality-management", "iso-9001", marks=pytest.mark.passes("R-04")),
        pytest.param(
            "arrangements-with-suppliers", "rental-agreement", marks=pytest.mark.passes("R-06")
        ),
        pytest.param("soundness", "own-inspection", marks=pytest.mark.passes("R-07")),
        pytest.param("quality-reports", "annual-report", marks=pytest.mark.passes("R-08")),
        pytest.param("safety-duties", "risk-assessment", marks=pytest.mark.passes("R-13")),
        pytest.param(
            "safety-of-participants", "toolbox-checklist", marks=pytest.mark.passes("R-14")
        ),
        pytest.param("learning-goals", "plan-with-every-goal", marks=pytest.mark.passes("R-16")),
        pytest.param(
            "proper-training", "two-days-with-practice", marks=pytest.mark.passes("R-19")
        ),
        pytest.param(
            "training-apart-from-examining", "separate-staff", marks=pytest.mark.passes("R-20")
        ),
        pytest.param("stories-without-names", "anonymised-case", marks=pytest.mark.passes("R-21")),
        pytest.param("data-protection", "encrypted-export", marks=pytest.mark.passes("R-27")),
        pytest.param(
            "policy-on-irregularities", "policy-document", marks=pytest.mark.passes("R-28")
        ),
        pytest.param(
            "aims-of-the-scheme", "clause-in-supplier-contract", marks=pytest.mark.passes("R-30")
        ),
        pytest.param("hired-personnel", "full-dossier", marks=pytest.mark.passes("R-44")),
        pytest.param("realistic-facilities", "mock-up-skid", marks=pytest.mark.passes("R-53")),
        pytest.param("best-practice", "lock-out-tags", marks=pytest.mark.passes("R-54")),
    ],
)
def test_3_what_is_shown_is_judged_to_be_met(requirement: str, kind: str) -> None:
    told = given(*a_centre).when(filed(requirement, kind), CENTRE).then_recorded(EvidenceFiled)
    told = told.when(judge(requirement, True), SSVV).then_recorded(RequirementJudged)
    assert told.history[-1].fact.remarks == ()


@pytest.mark.parametrize(
    "requirement",
    [
        pytest.param("expertise", marks=pytest.mark.refuses("R-01")),
        pytest.param("current-expertise", marks=pytest.mark.refuses("R-02")),
        pytest.param("facilities", marks=pytest.mark.refuses("R-03")),
        pytest.param("quality-management", marks=pytest.mark.refuses("R-04")),
        pytest.param("arrangements-with-suppliers", marks=pytest.mark.refuses("R-06")),
        pytest.param("soundness", marks=pytest.mark.refuses("R-07")),
        pytest.param("quality-reports", marks=pytest.mark.refuses("R-08")),
        pytest.param("safety-duties", marks=pytest.mark.refuses("R-13")),
        pytest.param("safety-of-participants", marks=pytest.mark.refuses("R-14")),
        pytest.param("learning-goals", marks=pytest.mark.refuses("R-16")),
        pytest.param("proper-training", marks=pytest.mark.refuses("R-19")),
        pytest.param("training-apart-from-examining", marks=pytest.mark.refuses("R-20")),
        pytest.param("stories-without-names", marks=pytest.mark.refuses("R-21")),
        pytest.param("data-protection", marks=pytest.mark.refuses("R-27")),
        pytest.param("policy-on-irregularities", marks=pytest.mark.refuses("R-28")),
        pytest.param("aims-of-the-scheme", marks=pytest.mark.refuses("R-30")),
        pytest.param("hired-personnel", marks=pytest.mark.refuses("R-44")),
        pytest.param("realistic-facilities", marks=pytest.mark.refuses("R-53")),
        pytest.param("best-practice", marks=pytest.mark.refuses("R-54")),
    ],
)
def test_3_what_is_not_met_is_remarked_on_and_never_refused(requirement: str) -> None:
    told = given(*a_centre).when(judge(requirement, False), AUDITOR)
    fact = told.then_recorded(RequirementJudged).history[-1].fact
    assert fact.remarks[0].place == REQUIREMENTS[requirement].place


def test_3_it_is_shown_by_evidence_or_in_an_audit() -> None:
    told = given(*an_open_audit)
    told.when(judge("facilities", True), AUDITOR).then_refused("", "nothing on file shows it")
    told.when(judge("facilities", True, "audit-1"), AUDITOR).then_recorded(RequirementJudged)
    told.when(judge("facilities", True, "audit-9"), AUDITOR).then_refused("", "is no audit")


def test_3_evidence_is_of_something_that_is_asked() -> None:
    told = given(*a_centre)
    told.when(filed("parking-space"), CENTRE).then_refused("", "give one of expertise")
    told.when(judge("parking-space", True), SSVV).then_refused("", "is not asked of a centre")
    later = filed(dated=date(2025, 3, 4), on=date(2025, 3, 3))
    told.when(later, CENTRE).then_refused("", "it is dated later")
    elsewhere = filed().model_copy(update={"location": "utrecht"})
    told.when(elsewhere, CENTRE).then_refused("", "utrecht is no location of the centre")


@pytest.mark.passes("T-26")
def test_3_1_a_drill_is_held_again_within_a_year() -> None:
    told = asked(given(*a_centre), CENTRE, filed())
    told.then_term("T-26", on=FEB_10, state="running", due=date(2026, 2, 10))
    again = asked(told, CENTRE, filed(dated=NEXT_YEAR))
    again.then_term("T-26", on=NEXT_YEAR, state="running", due=date(2027, 2, 9))
    drills = terms_of(SCHEME.files["centre"].terms, again.file(), lambda _: Law(edition=EDITION))
    assert [term.state(NEXT_YEAR) for term in drills] == ["met", "running"]


@pytest.mark.refuses("T-26")
def test_3_1_without_one_it_is_to_be_looked_into() -> None:
    told = asked(given(*a_centre), CENTRE, filed())
    told.then_term("T-26", on=date(2026, 2, 11), state="missed", due=date(2026, 2, 10))


@pytest.mark.refuses("T-26")
def test_3_1_an_inspection_is_good_to_its_own_last_day() -> None:
    until = date(2025, 9, 30)
    told = asked(given(*a_centre), CENTRE, filed(kind="inspection", until=until))
    told.then_term("T-26", on=until, state="running", due=until)
    told.then_term("T-26", on=date(2025, 10, 1), state="missed", due=until)


def test_3_1_how_often_is_policy() -> None:
    unknown = Law(edition=EDITION, settings={DRILL_MONTHS.name: None})
    told = asked(given(*a_centre).under(unknown), CENTRE, filed())
    term = told.then_term("T-26", on=date(2030, 1, 1), state="running", due=None)
    assert "have no length" in term.unknown
