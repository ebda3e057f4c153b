"""What every view is: a name, a row, and the rows a case shows. Pure; stored in infra/store."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from domain.case import CaseFile
from domain.fact import Fact
from domain.schemes import FileUnder, Scheme
from domain.terms import LawOf

R = TypeVar("R")
T = TypeVar("T")
Rows = Callable[[CaseFile[Any], FileUnder, LawOf], Mapping[str, R]]
ToldFrom = Callable[[FileUnder], Collection[type[Fact]] | None]


@dataclass(frozen=True)
class View(Generic[R]):
    """A view's table is named after it; a column after each field of its row.

    ``rows`` gives every row a case shows after its latest fact, by a key that stays while a row
    is about the same thing. With ``each_fact`` it is asked of the new facts only, whose rows
    never change; with ``follows_law`` it is asked anew when calendar or settings are decided.
    ``ended`` makes the copy that stays behind when a row is shown no longer from a day on.
    ``moments`` makes a ``rows`` for moments of one case in their order, where that is cheaper.
    ``personal`` says that rows name people, so that nothing of them may stay after an erasure.
    ``told_from`` gives the facts that the rows of a kind of file are told from, where those are
    not all: no other fact changes them. Not for a view that follows the law, or each fact.
    """

    name: str
    row: type[R]
    rows: Rows[R]
    each_fact: bool = False
    follows_law: bool = False
    ended: Callable[[R, date], R] | None = None
    personal: bool = False
    moments: Callable[[], Rows[R]] | None = None
    told_from: ToldFrom | None = None

    def __post_init__(self) -> None:
        if self.told_from and (self.follows_law or self.each_fact):
            raise ValueError(f"{self.name} follows more than the facts it is told from")


def keyed(things: Iterable[T], key: Callable[[T], str]) -> dict[str, T]:
    """Things by their key; of two with the same, the second is told apart by a number."""
    found: dict[str, T] = {}
    for thing in things:
        name, n = key(thing), 1
        while name in found:
            n += 1
            name = f"{key(thing)}.{n}"
        found[name] = thing
    return found


def laws(scheme: Scheme, own: CaseFile[Any] | None) -> LawOf:
    """The law that a fact was recorded under, with calendar and settings as ``own`` has them."""
    return lambda record: scheme.law_on(record.fact.on, own).under(scheme.edition(record.edition))
