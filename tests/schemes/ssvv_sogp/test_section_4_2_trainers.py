"""SOG-P 4.2: trainers. Dates are the worked example T-24; persons are made up."""

from datetime import date
from uuid import UUID

import pytest

from domain.case import Law
from domain.personal import Evidence, Personal
from domain.schemes.ssvv_sogp.record.trainer import (
    EquivalenceAccepted,
    Requirement,
    TrainerAssessed,
    TrainerEvidenceAttached,
    TrainerReassessmentRequired,
    TrainerRegistered,
)
from domain.schemes.ssvv_sogp.section_4_2_assessment import AssessTrainer
from domain.schemes.ssvv_sogp.section_4_2_evidence import (
    AT_4_2,
    AcceptEquivalence,
    AttachTrainerEvidence,
)
from domain.schemes.ssvv_sogp.section_4_2_reassessment import RequireReassessment
from domain.schemes.ssvv_sogp.section_4_2_trainers import RegisterTrainer
from tests.scenario import Scenario
from tests.schemes.ssvv_sogp.documents import a_document, law_of
from tests.schemes.ssvv_sogp.told import (
    AUDITOR,
    CENTRE,
    CLERK,
    FL,
    GM,
    SSVV,
    given,
    opened,
)

MAR_3, JAN_31 = date(2025, 3, 3), date(2026, 1, 31)
PAPER: Personal[Evidence, str] = Personal("certificate on file")
HIRED = UUID(int=42)
registered = TrainerRegistered(
    matter="trainer-1",
    on=MAR_3,
    basis=AT_4_2,
    person=HIRED,
    name=Personal("B. Jansen", HIRED),
    employed=False,
)


def shows(
    requirement: Requirement,
    qualification: str = FL,
    diploma: str = "",
    since: date = MAR_3,
    until: date | None = None,
) -> TrainerEvidenceAttached:
    return TrainerEvidenceAttached(
        matter="trainer-1",
        on=MAR_3,
        basis=AT_4_2,
        requirement=requirement,
        qualification=qualification,
        diploma=diploma,
        since=since,
        until=until,
        evidence=PAPER.about(HIRED),
    )


ALL = {
    "criteria": shows("criteria"),
    "field-experience": shows("field-experience"),
    "teaching": shows("teaching", qualification=""),
    "safe-example": shows("safe-example", qualification=""),
    "equipment": shows("equipment"),
    "vol-vca": shows("vol-vca", qualification="", diploma="vol-vca", until=JAN_31),
    "sogp-diploma": shows("sogp-diploma"),
}
RULES = {
    "criteria": "R-45",
    "field-experience": "R-46",
    "teaching": "R-47",
    "safe-example": "R-48",
    "equipment": "R-49",
    "vol-vca": "R-50",
    "sogp-diploma": "R-51",
}


def a_trainer_who_shows(*facts: TrainerEvidenceAttached) -> Scenario:
    return given(opened, registered, *facts)


def assess(qualification: str = FL, on: date = MAR_3) -> AssessTrainer:
    return AssessTrainer(on=on, trainer="trainer-1", qualification=qualification)


def lacking(told: Scenario, asked: AssessTrainer, law: Law | None = None) -> tuple[str, ...]:
    told = told.under(law) if law else told
    fact = told.when(asked, CENTRE).then_recorded(TrainerAssessed).history[-1].fact
    assert isinstance(fact, TrainerAssessed)
    assert bool(fact.remarks) == bool(fact.lacking)
    return fact.lacking


def attach(
    requirement: Requirement, qualification: str | None = FL, diploma: str | None = None
) -> AttachTrainerEvidence:
    return AttachTrainerEvidence(
        on=MAR_3,
        trainer="trainer-1",
        requirement=requirement,
        qualification=qualification,
        diploma=diploma,
        evidence=PAPER,
    )


@pytest.mark.passes("R-44", "R-45", "R-46", "R-47", "R-48", "R-49", "R-50", "R-51")
def test_4_2_a_hired_trainer_with_a_full_dossier_is_qualified() -> None:
    told = given(opened)
    register = RegisterTrainer(
        on=MAR_3, person=HIRED, full_name=Personal("B. Jansen"), employed=False
    )
    told = told.when(register, CENTRE).then(registered).given(*ALL.values())
    assert lacking(told, assess()) == ()


@pytest.mark.refuses("R-44", "R-45", "R-46", "R-47", "R-48", "R-49", "R-50", "R-51")
def test_4_2_who_lacks_all_is_not_qualified() -> None:
    assert lacking(a_trainer_who_shows(), assess()) == tuple(RULES)


@pytest.mark.parametrize("needed", list(RULES))
def test_4_2_each_requirement_is_needed(needed: str) -> None:
    rest = [fact for name, fact in ALL.items() if name != needed]
    assert lacking(a_trainer_who_shows(*rest), assess()) == (needed,)


@pytest.mark.refuses("R-46", "R-51")
def test_4_2_experience_and_diploma_are_of_the_qualification_taught() -> None:
    told = a_trainer_who_shows(*ALL.values())
    assert lacking(told, assess(GM)) == (
        "criteria",
        "field-experience",
        "equipment",
        "sogp-diploma",
    )


@pytest.mark.refuses("R-46")
def test_4_2_experience_is_of_one_trade() -> None:
    asked = attach("field-experience", qualification=None)
    a_trainer_who_shows().when(asked, CENTRE).then_refused("R-46", "not that in another")


@pytest.mark.passes("R-88", "R-46")
def test_2_work_done_shows_experience() -> None:
    told = a_trainer_who_shows().when(attach("field-experience"), CENTRE)
    told.then(shows("field-experience"))


@pytest.mark.refuses("R-88")
def test_2_a_diploma_does_not() -> None:
    asked = attach("field-experience", diploma="fl-1")
    a_trainer_who_shows().when(asked, CENTRE).then_refused("R-88", "shows no experience")


@pytest.mark.refuses("R-50")
def test_4_2_a_b_vca_diploma_is_no_vol_vca() -> None:
    asked = attach("vol-vca", qualification=None, diploma="b-vca")
    a_trainer_who_shows().when(asked, CENTRE).then_refused("R-50", "give a VOL-VCA diploma")


@pytest.mark.passes("R-50")
@pytest.mark.refuses("R-50")
def test_4_2_vol_vca_is_valid_to_its_last_day() -> None:
    told = a_trainer_who_shows(*ALL.values())
    assert lacking(told, assess(on=JAN_31)) == ()
    assert lacking(told, assess(on=date(2026, 2, 1))) == ("vol-vca",)


@pytest.mark.passes("R-50", "R-51", "R-52")
def test_4_2_ssvv_may_accept_something_equal() -> None:
    rest = [fact for name, fact in ALL.items() if name not in ("vol-vca", "sogp-diploma")]
    told = a_trainer_who_shows(*rest)
    for needed in ("vol-vca", "sogp-diploma"):
        equal = AcceptEquivalence.model_validate(
            {
                "on": MAR_3,
                "trainer": "trainer-1",
                "requirement": needed,
                "qualification": FL,
                "because": "the same exam abroad",
            }
        )
        told = told.when(equal, SSVV).then_recorded(EquivalenceAccepted)
    assert lacking(told, assess()) == ()


@pytest.mark.refuses("R-52")
def test_4_2_but_nothing_equal_to_what_the_wbc_requires() -> None:
    equal = AcceptEquivalence(
        on=MAR_3,
        trainer="trainer-1",
        requirement="other-diploma",
        qualification=FL,
        because=Personal("a Belgian diploma"),
    )
    a_trainer_who_shows().when(equal, AUDITOR).then_refused("R-52", "no equal of a diploma")


@pytest.mark.passes("R-52")
@pytest.mark.refuses("R-52")
def test_4_2_other_diplomas_are_as_the_document_has_them() -> None:
    law = law_of(a_document("fl-1.v1", FL, since=MAR_3, diplomas=("nen-3140",)))
    told = a_trainer_who_shows(*ALL.values())
    assert lacking(told, assess(), law) == ("nen-3140",)
    with_it = told.given(shows("other-diploma", diploma="nen-3140"))
    assert lacking(with_it, assess(), law) == ()


@pytest.mark.refuses("R-45")
def test_4_2_new_criteria_are_shown_anew() -> None:
    law = law_of(a_document("fl-1.v2", FL, since=date(2025, 7, 1), criteria_changed=True))
    told = a_trainer_who_shows(*ALL.values())
    assert lacking(told, assess(on=date(2025, 6, 30)), law) == ()
    assert lacking(told, assess(on=date(2025, 7, 1)), law) == ("criteria",)
    anew = told.given(shows("criteria", since=date(2025, 7, 1)))
    assert lacking(anew, assess(on=date(2025, 7, 1)), law) == ()


def test_4_2_who_was_qualified_is_assessed_anew() -> None:
    law = law_of(a_document("fl-1.v2", FL, since=date(2025, 7, 1), criteria_changed=True))
    told = a_trainer_who_shows(*ALL.values()).when(assess(), CENTRE)
    told = told.then_recorded(TrainerAssessed).under(law)
    anew = RequireReassessment(on=date(2025, 7, 1), trainer="trainer-1", qualification=FL)
    told = told.when(anew, CLERK).then_recorded(TrainerReassessmentRequired)
    assert not told.file().state.trainers["trainer-1"].qualified[FL]
    told.when(anew, CLERK).then_refused("", "is not found qualified")
    early = anew.model_copy(update={"on": date(2025, 6, 30)})
    told.when(early, CLERK).then_refused("", "no document changed the criteria")


@pytest.mark.passes("T-24")
@pytest.mark.refuses("T-24")
def test_4_2_a_diploma_that_ends_is_to_be_renewed() -> None:
    told = a_trainer_who_shows(ALL["vol-vca"])
    told.then_term("T-24", on=JAN_31, state="running", due=JAN_31)
    told.then_term("T-24", on=date(2026, 2, 1), state="missed", due=JAN_31)
    renewed = shows("vol-vca", qualification="", diploma="vol-vca")
    told.given(renewed).then_term("T-24", on=JAN_31, state="met", due=JAN_31)


def test_4_2_what_a_diploma_is_of_is_said() -> None:
    told = a_trainer_who_shows()
    told.when(attach("sogp-diploma", None), CENTRE).then_refused("", "say which")
    told.when(attach("other-diploma"), CENTRE).then_refused("", "say which of the diplomas")
    equal = AcceptEquivalence(
        on=MAR_3, trainer="trainer-1", requirement="sogp-diploma", because=Personal("abroad")
    )
    told.when(equal, SSVV).then_refused("", "say which")


def test_4_2_a_person_is_registered_once() -> None:
    again = RegisterTrainer(on=MAR_3, person=HIRED, full_name=Personal("B. Jansen"), employed=True)
    a_trainer_who_shows().when(again, CENTRE).then_refused("", "registered as a trainer already")
    unknown = assess().model_copy(update={"trainer": "trainer-9"})
    a_trainer_who_shows().when(unknown, CENTRE).then_refused("", "give one of trainer-1")
    given(opened).when(assess(), CENTRE).then_refused("", "no trainer is registered")
