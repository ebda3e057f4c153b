"""SSVV SOG-P, sections 6 and 6.1.1: coming to a day, and a centre that does not."""

from datetime import date

import pytest

from domain.case import Law
from domain.law import Refused
from domain.schemes.ssvv_sogp.act import EDITION
from domain.schemes.ssvv_sogp.record.audit import (
    AuditDateRefused,
    AuditOpened,
    AuditPlanned,
    AuditProposed,
)
from domain.schemes.ssvv_sogp.section_6_1_1_appointment import (
    AgreeAuditDay,
    ProposeAudit,
    ProposeOtherDay,
    RefuseAuditDay,
)
from tests.scenario import Scenario
from tests.schemes.ssvv_sogp.asked import asked
from tests.schemes.ssvv_sogp.told import (
    AUDITOR,
    CENTRE,
    GELEEN,
    SSVV,
    a_recognised_centre,
    given,
)
from tests.schemes.ssvv_sogp.told_audit import (
    SEEN,
    SEP_1,
    SEP_22,
    a_prepared_audit,
    agree,
    appoint,
    open_it,
)

SEP_29 = date(2025, 9, 29)
propose = ProposeAudit(on=SEP_1, location=GELEEN, proposed=SEP_22)
refuse = RefuseAuditDay(on=SEP_1, audit="audit-3", because=SEEN)
propose_other = ProposeOtherDay(on=SEP_1, audit="audit-3", proposed=SEP_29)
agree_day = AgreeAuditDay(on=SEP_1, audit="audit-3", planned_for=SEP_22)


def proposed() -> Scenario:
    return asked(given(*a_recognised_centre), SSVV, propose)


def refused(times: int) -> Scenario:
    """Proposed, and a day of it refused so often."""
    told = asked(proposed(), CENTRE, refuse)
    for _ in range(times - 1):
        told = asked(asked(told, SSVV, propose_other), CENTRE, refuse)
    return told


def test_6_1_1_a_day_is_proposed() -> None:
    told = given(*a_recognised_centre).when(propose, SSVV).then_recorded(AuditProposed)
    audit = told.file().state.audits["audit-3"]
    assert (audit.standing, audit.kind, audit.planned_for) == ("proposed", "regular", SEP_22)


@pytest.mark.passes("R-60", "R-76")
def test_6_1_1_the_centre_agrees_to_it() -> None:
    told = proposed().when(agree_day, CENTRE).then_recorded(AuditPlanned)
    assert told.file().state.audits["audit-3"].standing == "planned"


def test_6_1_1_the_centre_agrees_to_no_other_day_than_was_proposed() -> None:
    other = agree_day.model_copy(update={"planned_for": SEP_29})
    proposed().when(other, CENTRE).then_refused("", "the day that SSVV proposed")
    proposed().when(other, SSVV).then_recorded(AuditPlanned)
    refused(1).when(agree_day, CENTRE).then_refused("", "the day that SSVV proposed")


@pytest.mark.passes("R-60")
def test_6_a_refused_day_or_two_is_no_refusal_to_co_operate() -> None:
    told = asked(refused(1), SSVV, propose_other)
    told = told.when(refuse, CENTRE).then_recorded(AuditDateRefused)
    fact = told.history[-1].fact
    assert isinstance(fact, AuditDateRefused)
    assert (fact.times, fact.proposed, fact.remarks) == (2, SEP_29, ())


@pytest.mark.refuses("R-60")
def test_6_the_third_is_remarked_on() -> None:
    told = asked(refused(2), SSVV, propose_other)
    told = told.when(refuse, SSVV).then_recorded(AuditDateRefused)
    (remark,) = told.history[-1].fact.remarks
    assert remark.says == "the centre refused a day for this audit 3 times"
    assert told.file().state.lines["line-2"].signals == ()


def test_6_how_many_is_for_ssvv_to_decide_and_it_may_be_none() -> None:
    any_number = Law(edition=EDITION, settings={"day-refusals-before-remark": None})
    told = asked(refused(2), SSVV, propose_other).under(any_number)
    told = told.when(refuse, CENTRE).then_recorded(AuditDateRefused)
    assert told.history[-1].fact.remarks == ()


def test_6_1_1_another_day_follows_a_refusal() -> None:
    told = refused(1).when(propose_other, SSVV).then_recorded(AuditProposed)
    assert told.file().state.audits["audit-3"].planned_for == SEP_29
    proposed().when(propose_other, SSVV).then_refused("", "no audit stands day-refused")


def test_6_1_1_a_day_that_was_agreed_can_be_moved_and_the_agenda_stays() -> None:
    told = a_prepared_audit().when(refuse, CENTRE).then_recorded(AuditDateRefused)
    told.when(open_it, AUDITOR).then_refused("", "no audit stands prepared")
    moved = agree_day.model_copy(update={"planned_for": SEP_29})
    told = told.when(moved, SSVV).then_recorded(AuditPlanned)
    assert told.file().state.audits["audit-3"].standing == "prepared"
    later = open_it.model_copy(update={"on": SEP_29})
    told.when(later, AUDITOR).then_recorded(AuditOpened)


@pytest.mark.refuses("R-76")
def test_6_1_1_it_is_held_on_the_day_agreed() -> None:
    early = open_it.model_copy(update={"on": date(2025, 9, 15)})
    a_prepared_audit().when(early, AUDITOR).then_refused("R-76", "appointment is for 2025-09-22")


def test_6_1_1_a_team_may_be_appointed_before_the_day_but_no_agenda() -> None:
    told = asked(proposed(), SSVV, appoint)
    with pytest.raises(Refused, match="no audit stands planned or prepared"):
        asked(told, AUDITOR, agree)


def test_6_1_1_no_day_in_the_past() -> None:
    gone = propose.model_copy(update={"proposed": date(2025, 8, 1)})
    given(*a_recognised_centre).when(gone, SSVV).then_refused("", "give a day from 2025-09-01")
