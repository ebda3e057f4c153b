"""SSVV SOG-P, sections 5.1 and 5.2.1: applying, and what an application holds."""

from datetime import date

import pytest

from domain.fact import Fact
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.application import (
    ApplicationAccepted,
    ApplicationSubmitted,
    CompletenessAssessed,
    LineRejected,
)
from domain.schemes.ssvv_sogp.section_5_2_2_assessment import AssessCompleteness
from domain.schemes.ssvv_sogp.section_5_2_2_outcome import AcceptApplication
from tests.schemes.ssvv_sogp.told import (
    APR_8,
    AT_GELEEN,
    AT_ROTTERDAM,
    AUDITOR,
    CENTRE,
    GELEEN,
    GM,
    JUN_4,
    MAR_3,
    SSVV,
    a_centre,
    a_closed_audit,
    a_recognised_centre,
    asked_line,
    assigned,
    company,
    content,
    given,
    organisation,
    submitted,
)
from tests.schemes.ssvv_sogp.told_recognition import (
    AT_NEW,
    JAN_12_26,
    WHY,
    line_asked,
    submit,
)

A_FILE = [line_asked(AT_ROTTERDAM), line_asked(AT_GELEEN)]
ACCEPT = AcceptApplication(on=APR_8, application="application-1")


@pytest.mark.passes("R-62", "T-13")
@pytest.mark.parametrize("on", [MAR_3, date(2025, 12, 31), date(2026, 1, 1)])
def test_5_2_1_a_centre_applies_at_any_moment(on: date) -> None:
    asked = submit(*A_FILE, on=on)
    given(*a_centre).when(asked, CENTRE).then_recorded(ApplicationSubmitted)


@pytest.mark.passes("R-62")
def test_5_1_a_recognised_centre_extends_to_a_new_location() -> None:
    asked = submit(
        line_asked(AT_ROTTERDAM.model_copy(update={"location": GELEEN})),
        extension=True,
        on=JAN_12_26,
    )
    told = given(*a_recognised_centre).when(asked, CENTRE).then_recorded(ApplicationSubmitted)
    assert not told.file().state.applications["application-2"].first


@pytest.mark.refuses("R-62")
def test_5_1_an_unknown_centre_extends_nothing() -> None:
    asked = submit(*A_FILE, extension=True)
    given(*a_centre).when(asked, CENTRE).then_refused("R-62", "apply for a first recognition")


@pytest.mark.refuses("R-62")
def test_5_1_nor_is_a_recognised_centre_recognised_first() -> None:
    asked = submit(line_asked(AT_NEW), on=JAN_12_26)
    given(*a_recognised_centre).when(asked, CENTRE).then_refused("R-62", "extend")


@pytest.mark.refuses("T-13")
def test_5_2_1_not_again_while_the_same_is_asked_for_or_held() -> None:
    given(*a_centre, submitted).when(submit(*A_FILE), CENTRE).then_refused("T-13", "asked for")
    held = submit(line_asked(AT_ROTTERDAM), extension=True, on=JAN_12_26)
    given(*a_recognised_centre).when(held, CENTRE).then_refused("T-13", "or held")


def test_5_1_each_pair_once_and_at_a_named_location() -> None:
    twice = submit(line_asked(AT_ROTTERDAM), line_asked(AT_ROTTERDAM))
    given(*a_centre).when(twice, CENTRE).then_refused("", "once")
    nowhere = submit(line_asked(AT_ROTTERDAM.model_copy(update={"location": "delft"})))
    given(*a_centre).when(nowhere, CENTRE).then_refused("", "name the location first: delft")


def assessing(*lines: Fact, known: bool = True) -> tuple[Fact, ...]:
    facts = (*a_centre, submitted, assigned, *content, organisation, *lines)
    return facts if known else tuple(fact for fact in facts if fact is not company)


LACKING = submitted.model_copy(
    update={"lines": (asked_line(AT_ROTTERDAM), asked_line(AT_GELEEN, facility=""))}
)


@pytest.mark.passes("R-59", "R-61")
def test_5_2_1_a_complete_application_is_accepted() -> None:
    given(*assessing()).when(ACCEPT, AUDITOR).then_recorded(ApplicationAccepted)


@pytest.mark.refuses("R-59")
def test_5_2_1_not_without_an_impression_of_the_facility() -> None:
    told = given(*(LACKING if fact is submitted else fact for fact in assessing()))
    told.when(ACCEPT, AUDITOR).then_refused("R-59", "geleen/fl-1/facility")
    assess = AssessCompleteness(on=APR_8, application="application-1")
    after = told.when(assess, AUDITOR).then_recorded(CompletenessAssessed)
    lacks = after.file().state.applications["application-1"].lacking
    assert lacks == ("geleen/fl-1/facility",)


@pytest.mark.refuses("R-61")
def test_5_2_1_a_first_one_takes_company_data() -> None:
    told = given(*assessing(known=False))
    told.when(ACCEPT, AUDITOR).then_refused("R-61", "KvK number")
    assess = AssessCompleteness(on=APR_8, application="application-1")
    after = told.when(assess, AUDITOR).then_recorded(CompletenessAssessed)
    assert after.file().state.applications["application-1"].lacking == ("company-data",)


def rejected(free: bool) -> LineRejected:
    return LineRejected(
        matter="application-1",
        on=JUN_4,
        basis=section("5.2.3"),
        location=AT_ROTTERDAM.location,
        qualification=GM,
        free_to_apply_again=free,
        reasons=WHY,
        why_not_free=None if free else WHY,
    )


@pytest.mark.passes("R-68")
def test_5_2_3_after_a_rejection_the_centre_is_free_to_apply_again() -> None:
    again = submit(line_asked(AT_ROTTERDAM), on=date(2025, 6, 11))
    told = given(*a_closed_audit, rejected(free=True))
    told.when(again, CENTRE).then_recorded(ApplicationSubmitted)


@pytest.mark.refuses("R-68")
def test_5_2_3_unless_a_reason_was_recorded() -> None:
    again = submit(line_asked(AT_ROTTERDAM), on=date(2025, 6, 11))
    told = given(*a_closed_audit, rejected(free=False))
    told.when(again, CENTRE).then_refused("R-68", "ask SSVV")
    told.when(again, SSVV).then_recorded(ApplicationSubmitted)
