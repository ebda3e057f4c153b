"""A file played at random: anybody asks anything that seems open, on days that move on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any
from uuid import UUID

from pydantic import ValidationError

from domain.case import Action, CaseFile, Law, Situation
from domain.decide import NotAllowed, open_actions
from domain.erasure import ErasureOrdered
from domain.fact import Actor, Recorded
from domain.law import Refused
from domain.schemes import FileUnder, Scheme
from domain.terms import TermStanding, terms_of
from infra.clock import MovedClock, today_in_amsterdam
from infra.store.keyring import KeyDestroyed
from infra.store.memory import KeysInMemory, RecorderInMemory
from infra.store.record import Record
from services.commands import Asked, NotOnFile, Receipt
from tests.beginnings import begun_with, scenarios
from tests.plausible import Plausible

PERSON = UUID(int=11)
TRIES = 6
"""How often somebody tries again with other words when a request is refused."""
SELDOM = {"order-erasure": 0.02, "end-agreement": 0.1, "request-withdrawal": 0.1}
"""What ends nearly everything else in a file is asked less often."""


@dataclass
class Played:
    """One scheme with one file of one kind, and the scheme's own file beside it."""

    scheme: Scheme
    kind: str
    rnd: Random
    keys: KeysInMemory = field(default_factory=KeysInMemory)
    numbers: dict[str, str] = field(default_factory=dict)
    happened: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    person: UUID = PERSON
    erased: bool = False

    def __post_init__(self) -> None:
        start = date(2024, 1, 8) + timedelta(days=self.rnd.randrange(400))
        self.clock = MovedClock(datetime.combine(start, time(9), UTC))
        self.recorder = RecorderInMemory()
        self.record = Record(self.recorder, self.keys, self.clock, today_in_amsterdam)
        self._begin()

    def _begin(self) -> None:
        file = self.rnd.choice((None, *scenarios(self.scheme.id)))
        begun = begun_with(file, self.kind) if file else None
        if begun is None:
            return
        begun.put_in(self.recorder)
        self.numbers.update(begun.numbers)
        self.person = begun.person or self.person
        self.clock.move_to(begun.ends)

    @property
    def today(self) -> date:
        return today_in_amsterdam(self.clock())

    @property
    def under(self) -> FileUnder:
        return self.scheme.files[self.kind]

    def file(self, kind: str | None = None) -> CaseFile[Any] | None:
        """The file that is played, or that of another kind, once it was opened."""
        kind = kind or self.kind
        return self.record.file(self.numbers[kind]) if kind in self.numbers else None

    def law(self, record: Recorded) -> Law:
        return self.record.law(self.scheme.id, record.fact.on)

    def terms(self, file: CaseFile[Any]) -> list[TermStanding]:
        law = {r.fact.on: self.law(r) for r in file.trail}
        return terms_of(self.under.terms, file, lambda r: law[r.fact.on])

    def steps(self, many: int) -> Iterator[tuple[Asked, Receipt]]:
        """So many things asked; each that was recorded, with its receipt."""
        for _ in range(many):
            own = self.rnd.random() < 0.08
            recorded = self._somebody_asks(self.scheme.own_file if own else self.kind)
            if recorded is not None:
                self.happened.update(r.fact.stored_as for r in recorded[1].records)
                yield recorded
            file = self.file()
            self._time_passes(file)
            self._keys_are_destroyed(file)

    def ask(self, kind: str, asked: Asked) -> Receipt:
        if kind in self.numbers:
            return self.record.act(self.numbers[kind], asked)
        subject = self.scheme.id if kind == self.scheme.own_file else str(self.person)
        receipt = self.record.open(self.scheme.id, kind, subject, asked)
        self.numbers[kind] = receipt.number
        return receipt

    def anybody(self) -> Actor:
        return self._actor(self.rnd.choice(list(self.scheme.roles)))

    def _actor(self, role: str) -> Actor:
        return Actor(id=f"{role}-{self.rnd.choice('abc')}", role=role)

    def _somebody_asks(self, kind: str) -> tuple[Asked, Receipt] | None:
        file = self.file(kind)
        action, by = self._what_and_who(kind, file)
        for _ in range(TRIES):
            asked = Asked(
                command_id=UUID(int=self.rnd.getrandbits(128)),
                by=by,
                action=action.name,
                data=self._plausible(file).content(action.asks),
                person=self.person,
            )
            try:
                return asked, self.ask(kind, asked)
            except (Refused, NotAllowed, NotOnFile):
                continue
            except ValidationError as invalid:
                if invalid.title != action.asks.__name__:
                    raise
            except KeyDestroyed:
                if not self.erased:
                    raise
        return None

    def _what_and_who(
        self, kind: str, file: CaseFile[Any] | None
    ) -> tuple[Action[Any, Any], Actor]:
        """Mostly what is open to somebody and was seldom asked; now and then anything at all."""
        under = self.scheme.files[kind].kind
        actions = list(under.actions.values())
        if file is None:
            action = self.rnd.choice([one for one in actions if one.opens_file])
            return action, self._actor(self.rnd.choice(sorted(action.by)))
        if self.rnd.random() < 0.05:
            return self.rnd.choice(actions), self.anybody()
        law, today = self.record.law(self.scheme.id, self.today), self.today
        somebody = [self._actor(role) for role in self.scheme.roles]
        open_to = [
            (one, by)
            for by in somebody
            for one in open_actions(under, Situation(file, by, today, law))
        ]
        weights = [SELDOM.get(a.name, 1) / (1 + self.asked[a.name]) ** 2 for a, _ in open_to]
        action, by = self.rnd.choices(open_to, weights)[0]
        self.asked[action.name] += 1
        return action, by

    def _plausible(self, file: CaseFile[Any] | None) -> Plausible:
        if file is None:
            return Plausible(self.rnd, self.today)
        facts = [record.fact for record in file.trail]
        days = {value for fact in facts for _, value in fact if type(value) is date}
        matters = tuple(dict.fromkeys(fact.matter for fact in facts))
        accounts = tuple(dict.fromkeys((*(r.by.id for r in file.trail), self.anybody().id)))
        return Plausible(
            self.rnd, self.today, matters, tuple(sorted(days)), file.version, accounts
        )

    def _time_passes(self, file: CaseFile[Any] | None) -> None:
        days = self.rnd.choice((0, 0, 0, 0, 0, 1, 3, 10, 20))
        if file is not None and self.rnd.random() < 0.12:
            ahead = [t.due for t in self.terms(file) if t.due is not None and self.today < t.due]
            if ahead:
                days = (min(ahead) - self.today).days + self.rnd.choice((0, 1))
        self.clock.advance(timedelta(days=days, seconds=1))

    def _keys_are_destroyed(self, file: CaseFile[Any] | None) -> None:
        """What the service does once an erasure was ordered, at some time or other."""
        for record in file.trail if file else ():
            if isinstance(record.fact, ErasureOrdered) and self.rnd.random() < 0.5:
                self.keys.destroy(self.person, record.fact.kept)
                self.erased = True
