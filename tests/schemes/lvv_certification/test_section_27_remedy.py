"""LVV certification, section 27: remedy before a suspension. Dates are worked example C-T10."""

from datetime import date

import pytest

from domain.personal import Content, Personal
from domain.schemes.lvv_certification.record.certificate import (
    CertificateSuspended,
    MeasuresAssessed,
    MeasuresSubmitted,
    RemedialPeriodGranted,
    SuspensionAverted,
)
from domain.schemes.lvv_certification.section_27_remedy import (
    AT_27,
    MAY,
    AssessMeasures,
    EndWithoutSuspension,
    GrantRemedialPeriod,
    SubmitMeasures,
)
from domain.schemes.lvv_certification.section_27_suspension import Suspend
from tests.scenario import Scenario
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import BODY, PERSON, given, granted, suspended

MAR_30, APR_1, APR_29 = date(2026, 3, 30), date(2026, 4, 1), date(2026, 4, 29)
APR_20, MAY_18 = date(2026, 4, 20), date(2026, 5, 18)
WHAT: Personal[Content, str] = Personal("supervision of new advisers")
granted_before = granted.model_copy(update={"on": date(2026, 3, 2), "until": date(2030, 3, 1)})


def period(on: date, until: date) -> GrantRemedialPeriod:
    return GrantRemedialPeriod(on=on, until=until, to_remedy=WHAT)


def measures(on: date) -> SubmitMeasures:
    return SubmitMeasures(on=on, measures=Personal("a second adviser reads every file"))


def assessed(on: date, adequate: bool) -> AssessMeasures:
    return AssessMeasures(on=on, adequate=adequate, findings=Personal("seen on site"))


def suspend(on: date, ground: str = "framework-not-met") -> Suspend:
    why: Personal[Content, str] = Personal("assessment of 1 April 2026")
    return Suspend(on=on, first_day=on, until=date(2026, 9, 1), ground=ground, reasons=why)


def in_remedy() -> Scenario:
    told = given(granted).when(period(APR_20, MAY_18), BODY)
    return told.then_recorded(RemedialPeriodGranted)


@pytest.mark.passes("C-T10")
def test_27_measures_are_taken_within_four_weeks() -> None:
    told = given(granted_before).when(period(APR_1, APR_29), BODY)
    told = told.then_recorded(RemedialPeriodGranted)
    told.then_term("C-T10", on=APR_29, state="running", due=APR_29)
    handed_in = told.when(measures(APR_29), PERSON).then_recorded(MeasuresSubmitted)
    handed_in.then_term("C-T10", on=APR_29, state="met", due=APR_29)


@pytest.mark.refuses("C-T10")
def test_27_and_four_weeks_is_the_most() -> None:
    asked = period(APR_1, date(2026, 4, 30))
    given(granted_before).when(asked, BODY).then_refused("C-T10", "runs to 2026-04-29 at most")


@pytest.mark.passes("C-T10")
@pytest.mark.refuses("C-T10")
def test_27_kings_day_does_not_make_it_longer() -> None:
    kings_day = date(2026, 4, 27)
    told = given(granted_before)
    told.when(period(MAR_30, date(2026, 4, 28)), BODY).then_refused(
        "C-T10", "runs to 2026-04-27 at most"
    )
    told = told.when(period(MAR_30, kings_day), BODY).then_recorded(RemedialPeriodGranted)
    told.then_term("C-T10", on=kings_day, state="running", due=kings_day)


@pytest.mark.refuses("C-T10")
def test_27_measures_that_come_late_are_on_file_and_late() -> None:
    late = date(2026, 5, 19)
    told = in_remedy().when(measures(late), PERSON).then_recorded(MeasuresSubmitted)
    told.then_term("C-T10", on=late, state="missed", due=MAY_18)


@pytest.mark.refuses("R-27")
def test_27_one_period_before_a_suspension() -> None:
    asked = period(date(2026, 5, 19), date(2026, 6, 1))
    in_remedy().when(asked, BODY).then_refused("R-27", "granted already")


@pytest.mark.passes("R-27")
def test_27_adequate_measures_end_it_without_a_suspension() -> None:
    told = in_remedy().when(measures(date(2026, 5, 4)), PERSON).then_recorded(MeasuresSubmitted)
    told = told.when(assessed(date(2026, 5, 11), True), BODY).then_recorded(MeasuresAssessed)
    ended = told.when(EndWithoutSuspension(on=date(2026, 5, 11)), BODY)
    told = ended.then_recorded(SuspensionAverted)
    told.when(period(date(2026, 6, 1), date(2026, 6, 8)), BODY).then_recorded(
        RemedialPeriodGranted
    )


@pytest.mark.refuses("R-27")
def test_27_and_they_leave_nothing_to_suspend_for() -> None:
    told = in_remedy().when(measures(date(2026, 5, 4)), PERSON).then_recorded(MeasuresSubmitted)
    told = told.when(assessed(date(2026, 5, 11), True), BODY).then_recorded(MeasuresAssessed)
    told.when(suspend(date(2026, 5, 19)), BODY).then_refused("R-27", "adequate ones end it")


@pytest.mark.refuses("R-27")
def test_27_the_period_is_left_to_run() -> None:
    in_remedy().when(suspend(MAY_18), BODY).then_refused("R-27", "has until 2026-05-18")


@pytest.mark.passes("R-27")
def test_27_when_nothing_was_done_the_suspension_may_follow() -> None:
    asked = suspend(date(2026, 5, 19), "measures-not-in-time")
    told = in_remedy().when(asked, BODY).then_recorded(CertificateSuspended)
    told.then_term("C-T10", on=date(2026, 5, 19), state="missed", due=MAY_18)


@pytest.mark.passes("R-25")
def test_27_the_remedial_period_is_optional() -> None:
    given(granted).when(suspend(date(2026, 5, 19)), BODY).then_recorded(CertificateSuspended)


def test_27_only_waiting_measures_are_assessed() -> None:
    in_remedy().when(assessed(date(2026, 5, 11), True), BODY).then_refused("", "no measures wait")
    in_remedy().when(EndWithoutSuspension(on=MAY_18), BODY).then_refused(
        "", "no measures were found adequate"
    )


def test_27_measures_nobody_asked_for() -> None:
    given(granted).when(measures(APR_29), PERSON).then_refused("", "no measures were asked for")


def test_27_a_suspended_certificate_gets_no_period_before_a_suspension() -> None:
    asked = period(date(2026, 5, 20), date(2026, 6, 1))
    given(granted, suspended).when(asked, BODY).then_refused("", "stands suspended")


def test_27_measures_that_fall_short_need_not_lead_to_a_suspension() -> None:
    told = in_remedy().when(measures(date(2026, 5, 4)), PERSON).then_recorded(MeasuresSubmitted)
    told = told.when(assessed(date(2026, 5, 11), False), BODY).then_recorded(MeasuresAssessed)
    told = told.when(EndWithoutSuspension(on=date(2026, 5, 11)), BODY)
    fact = told.then_recorded(SuspensionAverted).history[-1].fact
    assert fact.basis == MAY
    assert [remark.place for remark in fact.remarks] == [MAY]
    ended = asked(given(granted), BODY, period(APR_20, MAY_18))
    adequate = asked(asked(ended, PERSON, measures(APR_29)), BODY, assessed(APR_29, True))
    told = asked(adequate, BODY, EndWithoutSuspension(on=APR_29))
    assert (told.history[-1].fact.basis, told.history[-1].fact.remarks) == (AT_27, ())


@pytest.mark.refuses("C-T10")
def test_27_nor_does_a_period_in_which_nothing_was_done() -> None:
    ended = EndWithoutSuspension(on=date(2026, 5, 19))
    told = in_remedy().when(ended, BODY).then_recorded(SuspensionAverted)
    assert told.history[-1].fact.basis == MAY
    told.then_term("C-T10", on=date(2026, 5, 19), state="missed", due=MAY_18)
    again = period(date(2026, 6, 1), date(2026, 6, 8))
    told.when(again, BODY).then_recorded(RemedialPeriodGranted)


def test_27_measures_that_were_handed_in_are_assessed_before_it_ends() -> None:
    told = in_remedy().when(measures(MAY_18), PERSON).then_recorded(MeasuresSubmitted)
    ended = EndWithoutSuspension(on=date(2026, 5, 19))
    told.when(ended, BODY).then_refused("", "assess them")
    given(granted).when(ended, BODY).then_refused("", "no remedial period runs")


@pytest.mark.refuses("R-27")
def test_27_measures_not_in_time_takes_the_time_to_have_passed() -> None:
    told = in_remedy().when(measures(date(2026, 5, 4)), PERSON).then_recorded(MeasuresSubmitted)
    told = told.when(assessed(date(2026, 5, 11), False), BODY).then_recorded(MeasuresAssessed)
    early = suspend(date(2026, 5, 11), "measures-not-in-time")
    told.when(early, BODY).then_refused("R-27", "has until 2026-05-18")
    told.when(suspend(date(2026, 5, 11)), BODY).then_recorded(CertificateSuspended)
    late = suspend(date(2026, 5, 19), "measures-not-in-time")
    told.when(late, BODY).then_recorded(CertificateSuspended)
