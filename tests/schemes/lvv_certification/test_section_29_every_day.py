"""LVV certification, section 29: whatever is lawfully decided, each day reads in one way."""

from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import given as whatever
from hypothesis import settings
from hypothesis import strategies as st

from domain.case import Command
from domain.days import ONE_DAY
from domain.law import Refused
from domain.personal import Content, Personal
from domain.schemes.lvv_certification.record.certificate import RegisterEntryPublished
from domain.schemes.lvv_certification.section_27_extension import ExtendSuspension
from domain.schemes.lvv_certification.section_27_lifting import (
    LiftSuspension,
    NotifyLifting,
    VerifyMeasures,
)
from domain.schemes.lvv_certification.section_27_remedy import SubmitMeasures
from domain.schemes.lvv_certification.section_27_running_out import OpenWithdrawalProcedure
from domain.schemes.lvv_certification.section_27_suspension import NotifySuspension, Suspend
from domain.schemes.lvv_certification.section_28_withdrawal import (
    NotifyWithdrawal,
    RequestWithdrawal,
    Withdraw,
)
from domain.schemes.lvv_certification.section_29_register import AT_29, register
from tests.scenario import Scenario
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import BODY, CLERK, PERSON, given, granted, opened

WHY: Personal[Content, str] = Personal("as the body saw it")
Asking = Callable[[date, timedelta], tuple[str, Command]]


def _suspend(on: date, later: timedelta) -> tuple[str, Command]:
    until = on + later + timedelta(days=90)
    asking = Suspend(
        on=on, first_day=on + later, until=until, ground="framework-not-met", reasons=WHY
    )
    return BODY, asking


def _withdraw(ground: str) -> Asking:
    return lambda on, later: (
        BODY,
        Withdraw(on=on, ground=ground, first_day=on + later, reasons=WHY),
    )


ASKINGS: tuple[Asking, ...] = (
    _suspend,
    lambda on, _: (BODY, NotifySuspension(on=on)),
    lambda on, later: (
        BODY,
        ExtendSuspension(on=on, until=on + later + timedelta(days=60), because=WHY),
    ),
    lambda on, _: (PERSON, SubmitMeasures(on=on, measures=Personal("repaired"))),
    lambda on, _: (BODY, VerifyMeasures(on=on)),
    lambda on, _: (BODY, LiftSuspension(on=on)),
    lambda on, _: (BODY, NotifyLifting(on=on)),
    lambda on, _: (CLERK, OpenWithdrawalProcedure(on=on)),
    lambda on, _: (PERSON, RequestWithdrawal(on=on)),
    _withdraw("suspension-not-lifted"),
    _withdraw("own-request"),
    lambda on, _: (BODY, NotifyWithdrawal(on=on)),
)
# 25 steps of 50 days at most: every history ends before the last valid day.
steps = st.tuples(
    st.integers(min_value=0, max_value=50),
    st.permutations(ASKINGS),
    st.sampled_from([0, 0, 1, 14]).map(lambda days: timedelta(days=days)),
)
History = list[tuple[int, list[Asking], timedelta]]


def lived(sent_after: int, history: History) -> Scenario:
    """A certificate that was published, and on each later day the first thing that is lawful."""
    day = granted.on + timedelta(days=sent_after)
    published = RegisterEntryPublished(matter="certificate-1", on=day, basis=AT_29)
    told = given(opened, granted, published)
    for days, askings, later in history:
        day += timedelta(days=days)
        told = first_lawful(told, [asking(day, later) for asking in askings])
    return told


def first_lawful(told: Scenario, askings: list[tuple[str, Command]]) -> Scenario:
    for by, command in askings:
        try:
            return asked(told, by, command)
        except Refused:
            continue
    return told


@settings(max_examples=100, deadline=None)
@whatever(st.integers(0, 5), st.lists(steps, max_size=25))
def test_29_every_day_from_publication_on_reads_in_one_way(
    sent_after: int, history: History
) -> None:
    lines = register(lived(sent_after, history).file())
    day = granted.on + timedelta(days=sent_after)
    for line in lines[:-1]:
        assert line.since == day
        assert line.until is not None
        assert line.until >= line.since
        day = line.until + ONE_DAY
    last = lines[-1]
    assert last.since == day
    assert last.until == (None if last.status == "withdrawn" else granted.until)


@settings(max_examples=100, deadline=None)
@whatever(st.integers(0, 5), st.lists(steps, max_size=25))
def test_29_the_register_never_shows_a_day_before_it_was_told(
    sent_after: int, history: History
) -> None:
    told = lived(sent_after, history)
    kind = told.scheme.files["person"].kind
    everything = register(told.file())
    for record in told.file().trail[2:]:
        then = kind.as_of(told.file(), None, record.version)
        assert then is not None
        read_then = [one for one in register(then) if one.since < record.fact.on]
        still_read = [one for one in everything if one.since < record.fact.on]
        assert [(o.status, o.day, o.since) for o in read_then] == [
            (o.status, o.day, o.since) for o in still_read
        ]
