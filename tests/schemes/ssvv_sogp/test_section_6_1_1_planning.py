"""SSVV SOG-P, section 6.1.1: audits are by appointment, at a training location, by an auditor."""

import pytest

from domain.law import Refused
from domain.schemes.ssvv_sogp.record.audit import AuditPlanned, AuditTeamAppointed
from tests.schemes.ssvv_sogp.asked import asked
from tests.schemes.ssvv_sogp.told import (
    CENTRE,
    GELEEN,
    MAY_6,
    SSVV,
    a_centre,
    a_recognised_centre,
    given,
)
from tests.schemes.ssvv_sogp.told_audit import SEP_22, appoint, plan


@pytest.mark.passes("R-76")
def test_6_1_1_a_regular_audit_is_planned_on_a_day_agreed() -> None:
    told = given(*a_recognised_centre).when(plan, SSVV).then_recorded(AuditPlanned)
    audit = told.file().state.audits["audit-3"]
    assert (audit.kind, audit.location, audit.planned_for) == ("regular", GELEEN, SEP_22)
    assert audit.standing == "planned"


@pytest.mark.refuses("R-76")
def test_6_1_1_none_is_unannounced() -> None:
    unannounced = plan.model_copy(update={"agreed": False})
    given(*a_recognised_centre).when(unannounced, SSVV).then_refused("R-76", "by appointment")


@pytest.mark.refuses("R-76")
def test_6_1_1_it_is_at_a_training_location() -> None:
    elsewhere = plan.model_copy(update={"location": "delft"})
    told = given(*a_recognised_centre)
    told.when(elsewhere, SSVV).then_refused("R-76", "is recognised: geleen, rotterdam")


def test_6_1_1_a_recognised_centre_is_visited_and_on_a_day_to_come() -> None:
    given(*a_centre).when(plan, SSVV).then_refused("", "no recognition stands in-force")
    gone = plan.model_copy(update={"planned_for": MAY_6})
    given(*a_recognised_centre).when(gone, SSVV).then_refused("", "give a day from")


def test_6_1_1_the_initiative_is_ssvvs() -> None:
    given(*a_recognised_centre).when(plan, CENTRE).then_not_allowed()


@pytest.mark.passes("R-77")
@pytest.mark.parametrize("auditors", [("a.mulder",), ("a.mulder", "b.vos")])
def test_6_1_1_one_auditor_or_a_team(auditors: tuple[str, ...]) -> None:
    told = asked(given(*a_recognised_centre), SSVV, plan)
    team = appoint.model_copy(update={"auditors": auditors})
    told = told.when(team, SSVV).then_recorded(AuditTeamAppointed)
    assert told.file().state.audits["audit-3"].auditors == auditors


@pytest.mark.refuses("R-77")
@pytest.mark.parametrize("auditors", [(), ("a.mulder", "a.mulder")])
def test_6_1_1_not_none_and_none_twice(auditors: tuple[str, ...]) -> None:
    told = asked(given(*a_recognised_centre), SSVV, plan)
    team = appoint.model_copy(update={"auditors": auditors})
    told.when(team, SSVV).then_refused("R-77", "one auditor at least")


def test_6_1_1_who_held_an_audit_stays_as_it_was() -> None:
    late = appoint.model_copy(update={"audit": "audit-1"})
    with pytest.raises(Refused, match="audit-1 stands closed"):
        asked(asked(given(*a_recognised_centre), SSVV, plan), SSVV, late)
