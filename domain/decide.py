"""From a command to facts: who may ask, is it open, what does the law say. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.case import Action, Command, KindOfFile, Situation
from domain.fact import Fact
from domain.law import Check, Place, Refused, weighing


class NotAllowed(Exception):
    """The role of who asks does not carry this action; says which roles do."""

    def __init__(self, action: Action[Any, Any], role: str) -> None:
        self.action, self.role = action, role
        roles = " or ".join(sorted(action.by))
        super().__init__(f"{action.name} is for {roles}, not for {role}")


@dataclass(frozen=True)
class Decision:
    """What a command makes happen, and every rule that was weighed on the way."""

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
    for fact in facts:
        _follows_what_is_on_record(fact, at, action.place)
    return Decision(facts, tuple(checks))


def _follows_what_is_on_record(fact: Fact, at: Situation[Any], place: Place) -> None:
    latest = max((r.fact.on for r in at.case.trail if r.fact.matter == fact.matter), default=None)
    if latest is not None and fact.on < latest:
        raise Refused(f"{fact.matter} has a fact of {latest}; give that day or a later one", place)


def open_actions(kind: KindOfFile[Any], at: Situation[Any]) -> list[Action[Any, Any]]:
    """The actions that who asks could ask of the file as it stands."""
    return [
        action
        for action in kind.actions.values()
        if at.by.role in action.by
        and action.opens_file == (at.case.version == 0)
        and action.closed_because(at) is None
    ]
