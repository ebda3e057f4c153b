"""4. A history is erased once it was kept long enough."""

from dataclasses import replace
from datetime import date

import pytest

from domain.case import Law
from domain.erasure import Erased, ErasureOrdered, OrderErasure, RecordErasure
from domain.schemes.taken_over.act import EDITION
from domain.schemes.taken_over.record.history import EndTakenOver, HistoryTakenOver
from tests.scenario import Scenario
from tests.schemes.taken_over.told import ARCHIVIST, ENDED, TODAY, history, take_over

KEPT_20_YEARS = Law(edition=EDITION, settings={"years-kept": 20})
OFFICER = "privacy-officer:p.mol"
DUE = date(2031, 11, 25)


def ended() -> Scenario:
    done = history().when(take_over(end=ENDED), ARCHIVIST)
    return done.then_recorded(HistoryTakenOver, EndTakenOver)


def test_4_until_it_was_decided_the_day_is_unknown() -> None:
    term = ended().then_term("TO-T2", TODAY, "running", None)
    assert term.unknown == "the selection list of the body that handled the case"


@pytest.mark.passes("TO-T2")
def test_4_it_is_met_by_the_erasure() -> None:
    told = replace(ended(), law=KEPT_20_YEARS)
    told.then_term("TO-T2", TODAY, "running", DUE)
    ordered = told.when(OrderErasure(on=TODAY), OFFICER).then_recorded(ErasureOrdered)
    erased = ordered.when(RecordErasure(on=TODAY), "clerk:clerk").then_recorded(Erased)
    erased.then_term("TO-T2", TODAY, "met", DUE)


@pytest.mark.refuses("TO-T2")
def test_4_kept_too_long_is_an_alarm() -> None:
    told = replace(ended(), law=KEPT_20_YEARS)
    told.then_term("TO-T2", date(2031, 11, 26), "missed", DUE)
