"""A file of a scheme that does not exist, for what the shared core does under any text."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from domain.case import CaseFile, Command, Facts, KindOfFile, Law, Situation, action, actions_of
from domain.days import Day
from domain.fact import Actor, Fact, Recorded
from domain.law import Edition, Place, Refused, Rule, Value, require, weigh
from domain.number import number_of, stream_of
from domain.personal import Identity, Personal
from domain.words import Line

SINCE = date(2026, 1, 1)
EDITION = Edition(id="ferry@1", title="Ferry rules v1", adopted=SINCE, since=SINCE)
LAW = Law(edition=EDITION)
NUMBER = number_of("ferry", "skipper", "one")
AT_3 = Place(text=EDITION.title, at="3")
LIFE_JACKETS = Rule(id="F-01", place=AT_3("a"), says="a life jacket for everybody on board")
LIGHTS = Rule(id="F-02", place=AT_3("b"), says="lights that burn")


class Asked(Fact):
    stored_as = "ferry.asked"
    by: Day | None = None
    name: Personal[Identity, str] | None = None


class Stopped(Fact):
    stored_as = "ferry.stopped"


class WentOn(Fact):
    stored_as = "ferry.went-on"


class Answered(Fact):
    stored_as = "ferry.answered"


class TakenBack(Fact):
    stored_as = "ferry.taken-back"


class State(Value):
    matters: tuple[str, ...] = ()


class Ask(Command):
    """Ask to sail."""

    name = "ask"
    jackets: int = 8
    skipper: Personal[Identity, Line] | None = None


class AnswerAll(Command):
    """Answer everything that was asked."""

    name = "answer-all"
    answered_on: Day | None = None


class TakeBack(Command):
    """Take back what was asked, of which the text holds nothing."""

    name = "take-back"
    days: tuple[Day, ...] = ()


def something_was_asked(at: Situation[State]) -> None:
    if not at.file.matters:
        raise Refused("nothing was asked", AT_3)


@action(Ask, by=frozenset({"skipper"}), place=AT_3, opens_file=True)
def ask(asked: Ask, at: Situation[State]) -> Facts:
    """Ask to sail, with a life jacket for everybody."""
    weigh(LIGHTS, True, seen_on=at.on)
    require(LIFE_JACKETS, asked.jackets >= 8, "bring eight life jackets", jackets=asked.jackets)
    return Asked(matter="sailing-1", on=asked.on, basis=AT_3, name=asked.skipper)


@action(AnswerAll, by=frozenset({"harbour"}), place=AT_3, when=something_was_asked)
def answer_all(asked: AnswerAll, at: Situation[State]) -> Facts:
    day = asked.answered_on or asked.on
    return tuple(Answered(matter=one, on=day, basis=AT_3) for one in at.file.matters)


@action(TakeBack, by=frozenset({"skipper"}), place=AT_3)
def take_back(asked: TakeBack, _: Situation[State]) -> Facts:
    return tuple(TakenBack(matter="sailing-1", on=day, basis=AT_3) for day in asked.days)


def evolve(state: State, record: Recorded) -> State:
    return State(matters=tuple(dict.fromkeys((*state.matters, record.fact.matter))))


KIND: KindOfFile[State] = KindOfFile(
    name="skipper",
    says="the file of a skipper",
    start=State(),
    evolve=evolve,
    facts=(Asked, Stopped, WentOn, Answered, TakenBack),
    actions=actions_of(ask, answer_all, take_back),
)
EMPTY = CaseFile(NUMBER, "ferry", "skipper", None, State())


def recorded(version: int, fact: Fact, by: str = "harbour") -> Recorded:
    return Recorded(
        originator_id=stream_of(NUMBER),
        originator_version=version,
        number=NUMBER,
        scheme="ferry",
        kind="skipper",
        edition=EDITION.id,
        person=None,
        recorded_at=datetime(2026, 7, version, tzinfo=UTC),
        by=Actor(id=by, role=by),
        command_id=UUID(int=version),
        fact=fact,
    )


def file_of(*facts: Fact) -> CaseFile[Any]:
    return KIND.recalled(tuple(recorded(n, fact) for n, fact in enumerate(facts, start=1)))


def at(file: CaseFile[Any], role: str, on: date) -> Situation[Any]:
    return Situation(file, Actor(id=role, role=role), on, LAW)
