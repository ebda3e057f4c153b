"""From a command to facts: who may ask, is it open, what does the law say. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.case import Action, Command, KindOfFile, Situation
from domain.fact import Fact
from domain.law import Check, Place, Refused, each_once, weighing


class NotAllowed(Exception):
    """The role of who asks does not carry this action; says which roles do."""

    def __init__(self, action: Action[Any, Any], role: str) -> None:
        self.action, self.role = action, role
        roles = " or ".join(sorted(action.by))
        super().__init__(f"{action.name} is for {roles}, not for {role}")


@dataclass(frozen=True)
class Decision:
    """What a command makes happen, and every rule that was weighed on the way, each once."""

    facts: tuple[Fact, ...]
    checks: tuple[Check, ...]


def decide(kind: KindOfFile[Any], command: Command, at: Situation[Any], today: date) -> Decision:
    """The facts a command makes happen.

    ``today`` is the day at the door; what is recorded happened on that day or before, and not
    before what is on record already in the same matter. Raises NotAllowed or Refused.
    """
    action = kind.actions[command.name]
    if at.by.role not in action.by:
        raise NotAllowed(action, at.by.role)
    if command.on > today:
        raise Refused(f"{command.on} is still to come; give a day up to {today}", action.place)
    with weighing() as checks:
        action.open_when(at)
        decided = action.decide(command, at)
    facts = decided if isinstance(decided, tuple) else (decided,)
    _follow_what_is_on_record(facts, at, today, action.place)
    return Decision(facts, each_once(checks))


def _follow_what_is_on_record(
    facts: tuple[Fact, ...], at: Situation[Any], today: date, place: Place
) -> None:
    """No fact to come, or out of turn in its matter: the file as of each day must fold too."""
    latest: dict[str, date] = {}
    for record in at.case.trail:
        matter, on = record.fact.matter, record.fact.on
        latest[matter] = max(on, latest.get(matter, on))
    for fact in facts:
        if fact.on > today:
            raise Refused(f"{fact.on} is still to come; give a day up to {today}", place)
        if fact.on < (last := latest.get(fact.matter, fact.on)):
            raise Refused(
                f"{fact.matter} has a fact of {last}; give that day or a later one", place
            )
        latest[fact.matter] = fact.on


def open_actions(kind: KindOfFile[Any], at: Situation[Any]) -> list[Action[Any, Any]]:
    """The actions that who asks could ask of the file as it stands."""
    return [
        action
        for action in kind.actions.values()
        if at.by.role in action.by
        and action.opens_file == (at.case.version == 0)
        and action.closed_because(at) is None
    ]
