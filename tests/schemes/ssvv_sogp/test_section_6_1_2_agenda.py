"""SSVV SOG-P, section 6.1.2: auditor and responsible person agree; the auditor may depart."""

import pytest

from domain.personal import Personal
from domain.schemes.ssvv_sogp.record.audit import AuditAgendaAgreed, AuditAgendaDeparted
from domain.schemes.ssvv_sogp.section_6_1_2_agenda import DepartFromAgenda
from tests.scenario import Scenario
from tests.schemes.ssvv_sogp.asked import asked
from tests.schemes.ssvv_sogp.told import (
    APR_8,
    AUDITOR,
    CENTRE,
    GM,
    MAY_6,
    RESPONSIBLE,
    SSVV,
    VH,
    a_recognised_centre,
    agenda,
    an_accepted_application,
    an_open_audit,
    given,
    planned,
    scheduled,
    team,
)
from tests.schemes.ssvv_sogp.told_audit import OTHER_AUDITOR, agree, appoint, plan

depart = DepartFromAgenda(
    on=MAY_6, audit="audit-1", because=Personal("worn slings lie about in the yard")
)


def appointed() -> Scenario:
    return asked(given(*a_recognised_centre), SSVV, plan, appoint)


@pytest.mark.passes("R-78")
def test_6_1_2_they_agree_what_it_is_about() -> None:
    wide = agree.model_copy(update={"topics": ("r-28",)})
    told = appointed().when(wide, AUDITOR).then_recorded(AuditAgendaAgreed)
    audit = told.file().state.audits["audit-3"]
    assert (audit.standing, audit.topics) == ("prepared", ("r-28",))


@pytest.mark.passes("R-78")
def test_6_1_2_that_of_an_application_is_about_what_was_applied_for() -> None:
    told = given(*an_accepted_application, planned, scheduled, team)
    asked_for = agree.model_copy(update={"on": APR_8, "audit": "audit-1", "qualifications": (GM,)})
    told.when(asked_for, AUDITOR).then(agenda)


@pytest.mark.refuses("R-78")
@pytest.mark.parametrize("lacks", [{"agreed_with": "j.kok"}, {"qualifications": ()}])
def test_6_1_2_not_with_somebody_else_and_not_about_nothing(lacks: dict[str, object]) -> None:
    asked_for = agree.model_copy(update=lacks)
    appointed().when(asked_for, AUDITOR).then_refused("R-78", "SOG-P responsible person")


def test_6_1_2_only_about_what_the_centre_does_there() -> None:
    asked_for = agree.model_copy(update={"qualifications": (VH,)})
    appointed().when(asked_for, AUDITOR).then_refused("", "can be about fl-1")


def test_6_1_2_neither_centre_nor_another_auditor_sets_it() -> None:
    appointed().when(agree, CENTRE).then_not_allowed()
    appointed().when(agree, RESPONSIBLE).then_not_allowed()
    appointed().when(agree, OTHER_AUDITOR).then_refused("", "for the auditors appointed")


@pytest.mark.passes("R-78")
def test_6_1_2_the_auditor_departs_from_it_with_cause() -> None:
    told = given(*an_open_audit).when(depart, AUDITOR).then_recorded(AuditAgendaDeparted)
    audit = told.file().state.audits["audit-1"]
    assert (audit.departures, audit.qualifications) == (1, (GM,))


@pytest.mark.refuses("R-78")
def test_6_1_2_and_not_without() -> None:
    without = depart.model_copy(update={"because": None})
    given(*an_open_audit).when(without, AUDITOR).then_refused("R-78", "what gives cause")


def test_6_1_2_the_centre_does_not_depart_from_it() -> None:
    given(*an_open_audit).when(depart, CENTRE).then_not_allowed()
