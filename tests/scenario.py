"""given(facts).when(command).then(facts): one scenario, told in the words of the domain."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

import pytest

from domain.case import CaseFile, Command, Law, Situation
from domain.decide import NotAllowed, decide, open_actions
from domain.fact import Actor, Fact, Recorded
from domain.law import Check, Refused
from domain.number import number_of, stream_of
from domain.schemes import Scheme
from domain.terms import TermStanding, terms_of
from tests.seen import SEEN

SUBJECT = UUID(int=7)
Given = Fact | tuple[Fact, str]
"""A fact, or a fact and the account that recorded it (``certification-body:m.bakker``)."""


@dataclass(frozen=True)
class Scenario:
    """One file of one scheme, with a history; then a command; then what must come of it."""

    scheme: Scheme
    kind: str
    history: tuple[Recorded, ...] = ()
    law: Law | None = None
    command: Command | None = None
    by: str = ""
    today: date | None = None
    cited: Mapping[str, CaseFile[Any]] = field(default_factory=dict)

    def given(self, *history: Given) -> Scenario:
        """The facts on file, in order; by ``clerk:clerk`` unless a fact comes with its actor."""
        told = self
        for one in history:
            fact, who = one if isinstance(one, tuple) else (one, "clerk:clerk")
            told = replace(told, history=(*told.history, told._recorded(fact, who)))
        return told

    def under(self, law: Law) -> Scenario:
        return replace(self, law=law)

    def citing(self, **files: CaseFile[Any]) -> Scenario:
        """These files are there to be cited, under their own numbers."""
        return replace(self, cited={file.number: file for file in files.values()})

    def when(self, command: Command, by: str, today: date | None = None) -> Scenario:
        """``by`` is role:account; ``today`` is the day at the door, if not the command's own."""
        return replace(self, command=command, by=by, today=today)

    def then(self, *expected: Fact) -> Scenario:
        """Exactly these facts are recorded; what follows may go on from them."""
        facts, _ = self._decide()
        assert facts == expected
        return replace(self, command=None).given(*((fact, self.by) for fact in facts))

    def then_recorded(self, *kinds: type[Fact]) -> Scenario:
        """Facts of exactly these kinds are recorded, whatever they hold."""
        facts, _ = self._decide()
        assert [type(fact) for fact in facts] == list(kinds)
        return replace(self, command=None).given(*((fact, self.by) for fact in facts))

    def then_refused(self, rule: str, reason: str) -> None:
        """Refused under this rule or term (``""``: under none), with these words in the reason."""
        with pytest.raises(Refused) as refusal:
            self._decide()
        SEEN.add(("refuses", refusal.value.rule))
        assert refusal.value.rule == rule
        assert reason in refusal.value.reason

    def then_not_allowed(self) -> None:
        """The role of who asks does not carry the action."""
        with pytest.raises(NotAllowed):
            self._decide()

    def then_open(self, by: str, on: date) -> set[str]:
        """The names of the actions open to somebody on a day."""
        at = Situation(self._file(), _actor(by), on, self._law(on))
        return {one.name for one in open_actions(self._under.kind, at)}

    def then_term(self, id: str, on: date, state: str, due: date | None) -> TermStanding:
        """The latest term with this id stands so on a day."""
        law: Callable[[Recorded], Law] = lambda r: self._law(r.fact.on)  # noqa: E731  reads better
        standings = [t for t in terms_of(self._under.terms, self._file(), law) if t.term == id]
        assert standings, f"no fact opened {id}"
        term = standings[-1]
        SEEN.add(("refuses" if state in ("missed", "void") else "passes", id))
        assert (term.state(on), term.due) == (state, due)
        return term

    def file(self) -> CaseFile[Any]:
        """The file as the history leaves it."""
        return self._file()

    @property
    def _under(self) -> Any:
        return self.scheme.files[self.kind]

    def _law(self, on: date) -> Law:
        return self.law or self.scheme.law_in(self._file(), on, None)

    def _file(self) -> CaseFile[Any]:
        if self.history:
            file: CaseFile[Any] = self._under.kind.recalled(self.history)
            return file
        number = number_of(self.scheme.id, self.kind, str(SUBJECT))
        return CaseFile(number, self.scheme.id, self.kind, SUBJECT, self._under.kind.start)

    def _decide(self) -> tuple[tuple[Fact, ...], tuple[Check, ...]]:
        assert self.command is not None
        law = self._law(self.command.on)
        at = Situation(self._file(), _actor(self.by), self.command.on, law, self.cited)
        decision = decide(self._under.kind, self.command, at, self.today or self.command.on)
        SEEN.update(("passes" if c.holds else "refuses", c.rule) for c in decision.checks)
        return decision.facts, decision.checks

    def _recorded(self, fact: Fact, who: str) -> Recorded:
        number = number_of(self.scheme.id, self.kind, str(SUBJECT))
        return Recorded(
            originator_id=stream_of(number),
            originator_version=len(self.history) + 1,
            number=number,
            scheme=self.scheme.id,
            kind=self.kind,
            edition=self._law(fact.on).edition.id,
            person=SUBJECT,
            recorded_at=datetime.combine(fact.on, time(12), UTC),
            by=_actor(who),
            command_id=UUID(int=len(self.history) + 1),
            fact=fact,
        )


def _actor(who: str) -> Actor:
    role, _, account = who.partition(":")
    return Actor(id=account or role, role=role)
