"""LVV accreditation, 7(1)-(3): criteria kept, deviations, conditions. Dates of A-T06, A-T13."""

from datetime import date

import pytest

from domain.scheme_file import SchemeFileOpened
from domain.schemes.lvv_accreditation.act import annex, article
from domain.schemes.lvv_accreditation.annex_clause_4_changes import AmendConditions
from domain.schemes.lvv_accreditation.article_07_compliance import ReplaceTeacher
from domain.schemes.lvv_accreditation.article_07_conditions import (
    ConfirmImplementation,
    NotifyConditions,
)
from domain.schemes.lvv_accreditation.article_07_deviations import ConsultHolder, ReportDeviation
from domain.schemes.lvv_accreditation.record.accreditation import AccreditationExpired
from domain.schemes.lvv_accreditation.record.compliance import (
    ConditionsImplemented,
    ConditionsNotified,
    DeviationReported,
    HolderConsulted,
    TeacherReplaced,
)
from domain.schemes.lvv_accreditation.record.own_file import CONDITIONS, ConditionsAmended
from tests.scenario import Scenario
from tests.schemes.lvv_accreditation.told import (
    ACCREDITED,
    BOARD,
    CLERK,
    OFFICE,
    PROOF,
    PROVIDER,
    SCHEME,
    TEACHER,
    WHY,
    given,
    given_scheme,
)

SEP_7, AUG_31, MAR_1 = date(2026, 9, 7), date(2026, 8, 31), date(2027, 3, 1)


@pytest.mark.passes("R-12")
def test_7_1_a_teacher_is_replaced_by_another_at_hbo_level() -> None:
    asked = ReplaceTeacher(on=SEP_7, teacher=TEACHER.model_copy(update={"teacher": "teacher-2"}))
    given(*ACCREDITED).when(asked, PROVIDER).then_recorded(TeacherReplaced)


@pytest.mark.refuses("R-12")
def test_7_1_not_by_one_below_it() -> None:
    asked = ReplaceTeacher(on=SEP_7, teacher=TEACHER.model_copy(update={"hbo_level": False}))
    given(*ACCREDITED).when(asked, PROVIDER).then_refused("R-12", "report a deviation")


def report(on: date, permanent: bool = False, known_on: date = SEP_7) -> Scenario:
    asked = ReportDeviation(on=on, known_on=known_on, permanent=permanent, circumstances=PROOF)
    return given(*ACCREDITED).when(asked, PROVIDER)


@pytest.mark.passes("A-T13")
def test_7_2_what_was_known_on_monday_is_reported_at_once_on_wednesday() -> None:
    told = report(date(2026, 9, 9)).then_recorded(DeviationReported)
    assert told.history[-1].fact.remarks == ()
    told = told.when(ConsultHolder(on=date(2026, 9, 14), agreed=WHY), BOARD)
    told = told.then_recorded(HolderConsulted)
    told.when(ConsultHolder(on=date(2026, 9, 14), agreed=WHY), BOARD).then_refused("", "waits for")


@pytest.mark.refuses("A-T13")
def test_7_2_on_thursday_a_remark_says_it_was_late() -> None:
    told = report(date(2026, 9, 10)).then_recorded(DeviationReported)
    assert "by 2026-09-09" in told.history[-1].fact.remarks[0].says


def test_7_2_what_is_permanent_is_not_consulted_on() -> None:
    told = report(SEP_7, permanent=True).then_recorded(DeviationReported)
    told.when(ConsultHolder(on=SEP_7, agreed=WHY), BOARD).then_refused("", "no temporary")


def test_7_2_nothing_is_known_after_it_is_reported() -> None:
    report(SEP_7, known_on=date(2026, 9, 8)).then_refused("", "after the report")


def test_7_3_the_board_adapts_conditions_in_the_schemes_own_file() -> None:
    opened = SchemeFileOpened(matter="scheme", on=date(2026, 1, 1), basis=annex(4))
    asked = AmendConditions(on=date(2026, 8, 28), says="a second reader for every e-learning")
    told = given_scheme(opened).when(asked, BOARD).then_recorded(ConditionsAmended)
    law = SCHEME.law_on(AUG_31, told.file())
    assert law.settings[CONDITIONS] == ("conditions-1",)
    given_scheme(opened).when(asked, OFFICE).then_not_allowed()


def notified() -> Scenario:
    asked = NotifyConditions(on=AUG_31, conditions="conditions-1")
    told = given(*ACCREDITED).when(asked, OFFICE)
    return told.then(
        ConditionsNotified(
            matter="conditions-1",
            on=AUG_31,
            basis=article(7)(3),
            conditions="conditions-1",
            implement_by=MAR_1,
        )
    )


@pytest.mark.passes("A-T06")
def test_7_3_told_on_31_august_carried_through_by_monday_1_march() -> None:
    told = notified()
    told.then_term("A-T06", MAR_1, "running", MAR_1)
    told = told.when(ConfirmImplementation(on=MAR_1), PROVIDER)
    told.then_recorded(ConditionsImplemented).then_term("A-T06", MAR_1, "met", MAR_1)


@pytest.mark.refuses("A-T06")
def test_7_3_a_day_later_is_missed() -> None:
    notified().then_term("A-T06", date(2027, 3, 2), "missed", MAR_1)


def test_7_3_with_the_accreditation_the_term_ends() -> None:
    expired = AccreditationExpired(matter="accreditation-1", on=MAR_1, basis=article(6)(1))
    notified().given((expired, CLERK)).then_term("A-T06", MAR_1, "void", MAR_1)


def test_7_3_only_what_was_adapted_is_told_and_once() -> None:
    asked = NotifyConditions(on=AUG_31, conditions="conditions-2")
    given(*ACCREDITED).when(asked, OFFICE).then_refused("", "give one of: conditions-1")
    again = NotifyConditions(on=AUG_31, conditions="conditions-1")
    notified().when(again, OFFICE).then_refused("", "already")
