"""SSVV SOG-P, section 6: training and examination are assessed apart; signals are shared."""

import pytest

from domain.schemes.ssvv_sogp.record.audit import ObservationRecorded
from domain.schemes.ssvv_sogp.record.irregularity import OversightSignalShared, Side
from domain.schemes.ssvv_sogp.section_6_oversight import ShareSignal
from tests.schemes.ssvv_sogp.told import (
    AUDITOR,
    CENTRE,
    ROTTERDAM,
    SSVV,
    a_recognised_centre,
    an_open_audit,
    given,
)
from tests.schemes.ssvv_sogp.told_audit import SEEN, SEP_22, find, observe


def share(
    side: Side = "examination",
    source: str = "independent-supervision",
    location: str | None = ROTTERDAM,
) -> ShareSignal:
    return ShareSignal(on=SEP_22, side=side, source=source, location=location, what=SEEN)


@pytest.mark.passes("R-86")
def test_6_what_the_exam_side_saw_comes_as_a_signal() -> None:
    told = given(*a_recognised_centre)
    recorded = told.when(share(), SSVV).then_recorded(OversightSignalShared)
    signal = recorded.file().state.signals["signal-1"]
    assert (signal.side, signal.standing) == ("examination", "shared")


@pytest.mark.passes("R-86")
def test_6_other_sources_are_possible() -> None:
    told = given(*a_recognised_centre)
    told.when(share(source="a-complaint"), SSVV).then_recorded(OversightSignalShared)


@pytest.mark.refuses("R-86")
def test_6_oversight_of_one_side_is_not_that_of_the_other() -> None:
    asked = share(side="training", source="exam-centre-audit")
    given(*a_recognised_centre).when(asked, SSVV).then_refused("R-86", "oversight of examination")


@pytest.mark.refuses("R-86")
def test_6_one_audit_does_not_judge_both() -> None:
    told = given(*an_open_audit)
    finding = find("major").model_copy(update={"covers": "examination"})
    told.when(finding, AUDITOR).then_refused("R-86", "share what concerns examination as a signal")
    observation = observe().model_copy(update={"covers": "examination"})
    told.when(observation, AUDITOR).then_refused("R-86", "audit-1 is about training")


@pytest.mark.passes("R-86")
def test_6_it_judges_training() -> None:
    given(*an_open_audit).when(observe(), AUDITOR).then_recorded(ObservationRecorded)


def test_6_a_signal_is_about_a_location_of_this_centre() -> None:
    told = given(*a_recognised_centre)
    told.when(share(location="delft"), SSVV).then_refused("", "give rotterdam, geleen")
    told.when(share(location=None), SSVV).then_recorded(OversightSignalShared)


def test_6_a_centre_shares_none() -> None:
    given(*a_recognised_centre).when(share(), CENTRE).then_not_allowed()
