"""The schemes. Each folder here is one regulation; each file in it one article of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any, TypeVar

from domain.case import Action, CaseFile, KindOfFile, Law, Setting, actions_of
from domain.fact import Fact, Recorded
from domain.law import Edition, Rule, Value
from domain.shown import MadePublic, Shown
from domain.terms import Term


class Role(Value):
    """Who may act under a scheme, with the text's own word for it.

    ``reads_files`` is for who works with the cases: all others see their own file at most.
    """

    id: str
    dutch: str
    says: str
    reads_files: bool = False


OF_EVERY_SCHEME = (
    Role(id="clerk", dutch="griffier", says="turns what is due into a command; never decides"),
    Role(
        id="privacy-officer",
        dutch="functionaris gegevensbescherming",
        says="orders the erasure of what no duty needs any longer (AVG 17)",
        reads_files=True,
    ),
    Role(
        id="regulator",
        dutch="toezichthouder",
        says="reads every file, changes none",
        reads_files=True,
    ),
)
"""Who acts under every scheme, whatever its text says of others."""


class LeftToPeople(Value):
    """A rule or term that the code does not decide, and the reason a regulator accepts."""

    id: str
    reason: str


@dataclass(frozen=True)
class FileUnder:
    """One kind of case file under a scheme, with its terms and what it shows.

    ``edition_for`` says which edition applies to one file on a day, where a text lets that
    differ from file to file; without it every file goes by the edition in force on the day.
    """

    kind: KindOfFile[Any]
    articles: tuple[ModuleType, ...] = ()
    terms: tuple[Term, ...] = ()
    shown: Shown = field(default_factory=Shown)
    edition_for: Callable[[CaseFile[Any], date, Scheme], Edition] | None = None


@dataclass(frozen=True)
class Scheme:
    """One regulation with its owner, through its editions, as it is applied."""

    id: str
    title: str
    dutch: str
    owner: str
    editions: tuple[Edition, ...]
    roles: Mapping[str, Role]
    files: Mapping[str, FileUnder]
    own_file: str
    rule_ids: tuple[str, ...]
    term_ids: tuple[str, ...]
    settings: tuple[Setting, ...] = ()
    left_to_people: tuple[LeftToPeople, ...] = ()
    public_fields: tuple[str, ...] = ()
    made_public: MadePublic | None = None
    statuses: Mapping[str, str] = field(default_factory=dict)

    def edition_on(self, day: date) -> Edition:
        """The edition in force on a day; before the first, the first (it takes in old files)."""
        in_force = [edition for edition in self.editions if edition.since <= day]
        return in_force[-1] if in_force else self.editions[0]

    def edition(self, id: str) -> Edition:
        """Raises KeyError for an edition that this scheme never had."""
        return {edition.id: edition for edition in self.editions}[id]

    def law_for(self, record: Recorded, own: CaseFile[Any] | None) -> Law:
        """The law that a fact on record stands under: its edition, with today's calendar."""
        return self.law_on(record.fact.on, own).under(self.edition(record.edition))

    def law_in(self, file: CaseFile[Any], day: date, own: CaseFile[Any] | None) -> Law:
        """The law of a day as it applies to one file, under the edition that binds it."""
        edition_for = self.files[file.kind].edition_for
        law = self.law_on(day, own)
        return law if edition_for is None else law.under(edition_for(file, day, self))

    def law_on(self, day: date, own: CaseFile[Any] | None) -> Law:
        """The law of a day, with the calendar and settings that the scheme's own file decided."""
        edition = self.edition_on(day)
        if own is None:
            return Law(edition=edition)
        return Law(
            edition=edition,
            calendar=own.state.calendar,
            settings=own.state.settings_on(day),
            version=own.version,
        )


@lru_cache(maxsize=1)
def all_schemes() -> Mapping[str, Scheme]:
    """Every folder beside this file, by the id of the scheme it holds."""
    folders = [m.name for m in iter_modules(__path__) if m.ispkg]
    schemes: list[Scheme] = [import_module(f"{__name__}.{f}").SCHEME for f in folders]
    return {scheme.id: scheme for scheme in schemes}


@lru_cache(maxsize=1)
def all_facts() -> Mapping[str, type[Fact]]:
    """Every fact that can be on file, by the name it is stored under.

    Raises ValueError when two facts claim one name.
    """
    facts: dict[str, type[Fact]] = {}
    for scheme in all_schemes().values():
        for under in scheme.files.values():
            for fact in under.kind.facts:
                if facts.setdefault(fact.stored_as, fact) is not fact:
                    raise ValueError(f"two facts are stored as {fact.stored_as}")
    return facts


def actions_in(*articles: ModuleType) -> dict[str, Action[Any, Any]]:
    """Every action that these article files define, by name, in the order of the text."""
    return dict(actions_of(*_defined(Action, articles)))


def terms_in(*articles: ModuleType) -> tuple[Term, ...]:
    """Every term that these article files define, in the order of the text."""
    return tuple(_defined(Term, articles))


def rules_in(*articles: ModuleType) -> tuple[Rule, ...]:
    """Every rule that these article files define, in the order of the text."""
    return tuple(_defined(Rule, articles))


D = TypeVar("D")


def _defined(what: type[D], articles: tuple[ModuleType, ...]) -> list[D]:
    """Once each: an article may import what another one defines."""
    found: list[D] = []
    for article in articles:
        for value in vars(article).values():
            if isinstance(value, what) and not any(value is one for one in found):
                found.append(value)
    return found
