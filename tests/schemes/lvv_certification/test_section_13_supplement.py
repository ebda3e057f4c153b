"""LVV certification, section 13: two weeks to supplement. Dates: worked example C-T03."""

from datetime import date

import pytest

from domain.schemes.lvv_certification.record.application import (
    DossierAccepted,
    RejectedForTermOverrun,
    Supplemented,
)
from domain.schemes.lvv_certification.section_13_pre_check import AcceptDossier, FindIncomplete
from domain.schemes.lvv_certification.section_13_supplement import (
    OVERRUN,
    RejectForTermOverrun,
    SupplementDossier,
)
from tests.scenario import Scenario
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import BODY, CLERK, PERSON
from tests.schemes.lvv_certification.told_application import (
    MAR_2,
    enrolling,
    first_file,
    in_pre_check,
    judge,
    upload,
)

MAR_13, MAR_23, MAR_27 = date(2026, 3, 13), date(2026, 3, 23), date(2026, 3, 27)


def told_to_supplement(sent_on: date) -> Scenario:
    file = [one for one in first_file().values() if one.kind != "membership"]
    told = in_pre_check(enrolling, MAR_2, *file)
    return asked(told, BODY, FindIncomplete(on=sent_on))


@pytest.mark.passes("C-T03")
def test_13_two_weeks_from_the_day_the_notice_was_sent() -> None:
    told = told_to_supplement(MAR_13)
    told.then_term("C-T03", on=MAR_27, state="running", due=MAR_27)
    told = asked(told, PERSON, upload("membership", MAR_27))
    told = told.when(SupplementDossier(on=MAR_27), PERSON).then_recorded(Supplemented)
    told.then_term("C-T03", on=MAR_27, state="met", due=MAR_27)
    told = asked(told, BODY, judge(4, MAR_27))
    told.when(AcceptDossier(on=MAR_27), BODY).then_recorded(DossierAccepted)


@pytest.mark.passes("C-T03")
def test_13_easter_monday_moves_the_last_day() -> None:
    told = told_to_supplement(MAR_23)
    apr_7 = date(2026, 4, 7)
    term = told.then_term("C-T03", on=apr_7, state="running", due=apr_7)
    assert "Easter Monday" in term.steps[-1].says


@pytest.mark.refuses("C-T03")
def test_13_a_day_later_is_too_late() -> None:
    told = asked(told_to_supplement(MAR_13), PERSON, upload("membership", MAR_27))
    late = date(2026, 3, 28)
    told.when(SupplementDossier(on=late), PERSON).then_refused("C-T03", "until 2026-03-27")
    told.then_term("C-T03", on=late, state="missed", due=MAR_27)


def test_13_a_supplement_brings_something() -> None:
    told = told_to_supplement(MAR_13)
    told.when(SupplementDossier(on=MAR_13), PERSON).then_refused("", "hand in what was lacking")


@pytest.mark.passes("C-T03")
def test_13_after_that_the_body_may_reject_for_the_overrun() -> None:
    told, late = told_to_supplement(MAR_13), date(2026, 3, 30)
    told = told.when(RejectForTermOverrun(on=late), BODY).then(
        RejectedForTermOverrun(matter="application-1", on=late, basis=OVERRUN)
    )
    term = told.then_term("C-T03", on=late, state="missed", due=MAR_27)
    assert not term.then


@pytest.mark.refuses("C-T03")
def test_13_not_before_the_two_weeks_are_over() -> None:
    told = told_to_supplement(MAR_13)
    told.when(RejectForTermOverrun(on=MAR_27), BODY).then_refused("C-T03", "until 2026-03-27")


def test_13_and_the_clerk_never_does() -> None:
    told = told_to_supplement(MAR_13)
    told.when(RejectForTermOverrun(on=date(2026, 3, 30)), CLERK).then_not_allowed()
