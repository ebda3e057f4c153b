"""LVV certification, section 25: an objection that is not open is refused, as a fact."""

from datetime import date

import pytest

from domain.case import Law
from domain.schemes.lvv_certification.act import EDITION
from domain.schemes.lvv_certification.record.certificate import (
    RegisterStatusChanged,
    SuspensionNotified,
)
from domain.schemes.lvv_certification.record.objection import ObjectionRefused
from domain.schemes.lvv_certification.section_25_handling import AssignObjectionHandler
from domain.schemes.lvv_certification.section_25_refusal import RefuseObjection
from domain.schemes.lvv_certification.section_27_suspension import NotifySuspension
from tests.scenario import Scenario
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import PERSON, given, opened
from tests.schemes.lvv_certification.told_objections import (
    INTERESTED,
    OTHER,
    OVERRUN,
    REJECTION,
    SUSPENSION,
    object_to,
    objected,
    on_hold,
    overran,
    sent_with,
    turned_down,
)

GRANT = 2


def refuse(
    ground: str, on: date = date(2026, 7, 6), objection: str = "objection-1"
) -> RefuseObjection:
    return RefuseObjection(on=on, objection=objection, ground=ground)


@pytest.mark.refuses("R-31")
@pytest.mark.parametrize(
    ("told", "decision", "ground"),
    [
        (overran, OVERRUN, "term-overrun-rejection"),
        (overran, OVERRUN, "not-objectionable"),
        (on_hold, GRANT, "article-21-period"),
        (on_hold, GRANT, "not-objectionable"),
        (on_hold, 1, "not-objectionable"),
    ],
)
def test_25_it_is_refused_on_a_ground_that_holds(
    told: Scenario, decision: int, ground: str
) -> None:
    filed = asked(told, PERSON, object_to(decision))
    after = filed.when(refuse(ground), OTHER).then_recorded(ObjectionRefused)
    assert after.file().state.objections["objection-1"].standing == "refused"


@pytest.mark.refuses("R-31")
@pytest.mark.parametrize(
    ("told", "decision", "ground", "reason"),
    [
        (turned_down, REJECTION, "term-overrun-rejection", "no rejection for an overrun term"),
        (turned_down, REJECTION, "not-objectionable", "to this decision is open"),
        (on_hold, SUSPENSION, "article-21-period", "sets no period"),
        (on_hold, SUSPENSION, "late", "its term is not known"),
        (on_hold, SUSPENSION, "interested-party-not-admissible", "the applicant's own"),
        (on_hold, SUSPENSION, "not-well-written", "give one of term-overrun-rejection"),
    ],
)
def test_25_and_not_on_one_that_does_not(
    told: Scenario, decision: int, ground: str, reason: str
) -> None:
    filed = asked(told, PERSON, object_to(decision))
    filed.when(refuse(ground), OTHER).then_refused("R-31", reason)


@pytest.mark.refuses("C-T14")
def test_25_late_is_later_than_the_configured_term() -> None:
    told = sent_with(on_hold, 6)
    late = asked(told, PERSON, object_to(SUSPENSION, on=date(2026, 6, 27)))
    late.when(refuse("late"), OTHER).then_recorded(ObjectionRefused)


@pytest.mark.refuses("R-31")
def test_25_and_not_on_its_last_day() -> None:
    told = sent_with(on_hold, 6)
    in_time = asked(told, PERSON, object_to(SUSPENSION, on=date(2026, 6, 26)))
    in_time.when(refuse("late"), OTHER).then_refused("R-31", "is not late")


@pytest.mark.refuses("R-31")
def test_25_what_was_not_sent_cannot_be_objected_to_too_late() -> None:
    untold = Scenario(on_hold.scheme, "person", on_hold.history[:SUSPENSION])
    filed = asked(untold, PERSON, object_to(SUSPENSION, on=date(2026, 9, 1)))
    late = refuse("late", on=date(2026, 9, 2))
    filed.when(late, OTHER).then_refused("R-31", "is not late")


@pytest.mark.refuses("R-31")
def test_25_an_interested_party_may_not_be_admitted() -> None:
    filed = asked(on_hold, INTERESTED, object_to(SUSPENSION))
    ground = refuse("interested-party-not-admissible")
    filed.when(ground, OTHER).then_recorded(ObjectionRefused)


@pytest.mark.refuses("R-31")
def test_25_what_was_decided_on_objection_is_not_decided_on_again() -> None:
    told = objected(on_hold, SUSPENSION, "rejected")
    again = asked(told, PERSON, object_to(SUSPENSION, on=date(2026, 6, 15)))
    handler = AssignObjectionHandler(
        on=date(2026, 6, 16), objection="objection-2", handler="k.dekker"
    )
    again.when(handler, OTHER).then_refused("R-31", "no objection is open here")
    second = refuse("not-objectionable", objection="objection-2")
    again.when(second, OTHER).then_recorded(ObjectionRefused)


def test_25_it_names_an_objection_that_waits() -> None:
    given(opened).when(refuse("late"), OTHER).then_refused("", "no objection stands filed")
    told = asked(on_hold, PERSON, object_to(SUSPENSION))
    unknown = refuse("late", objection="objection-9")
    told.when(unknown, OTHER).then_refused("", "give one of: objection-1")


@pytest.mark.refuses("C-T14", "R-31")
def test_25_a_term_decided_later_leaves_what_the_letter_gave() -> None:
    told = sent_with(on_hold, 6)
    one_week = Law(edition=EDITION, settings={"objection-weeks": 1})
    in_time = asked(told, PERSON, object_to(SUSPENSION, on=date(2026, 6, 26))).under(one_week)
    in_time.when(refuse("late"), OTHER).then_refused("R-31", "is not late")
    a_year = Law(edition=EDITION, settings={"objection-weeks": 52})
    late = asked(told, PERSON, object_to(SUSPENSION, on=date(2026, 6, 27))).under(a_year)
    late.when(refuse("late"), OTHER).then_recorded(ObjectionRefused)


def test_25_the_letter_says_how_long_there_is_when_that_is_known() -> None:
    six_weeks = Law(edition=EDITION, settings={"objection-weeks": 6})
    untold = Scenario(on_hold.scheme, "person", on_hold.history[:SUSPENSION])
    notify = NotifySuspension(on=date(2026, 5, 15))
    told = untold.under(six_weeks).when(notify, OTHER)
    told = told.then_recorded(SuspensionNotified, RegisterStatusChanged)
    assert told.file().state.decisions[SUSPENSION].weeks_to_object == 6
