"""What a case file shows to the outside: its register lines, its audits, who it waits for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from domain.case import CaseFile
from domain.fact import Fact, Recorded
from domain.findings import GrantOverFinding, Graph
from domain.law import Place, Value
from domain.personal import Identity, Personal


class RegisterLine(Value):
    """How one entry of the public register reads from one day to another.

    ``since`` and ``until`` are the first and the last legal day on which it reads so; ``day`` is
    the date that goes with the status and ``day_means`` says which date that is. Nothing that
    the scheme does not make public has a place here.
    """

    entry: str
    type: str
    status: str
    day: date | None
    day_means: str
    since: date
    until: date | None = None
    name: Personal[Identity, str] | None = None
    born: Personal[Identity, date] | None = None
    note: str = ""
    more: Mapping[str, str] = {}
    under: Place


About = Literal["audit", "finding", "procedure"]
Stage = Literal["expected", "planned", "open", "closed"]


class MadePublic(Value):
    """Why the register of a scheme is public, as its pages say it, and where that stands."""

    says: str
    dutch: str
    place: Place


class AuditStatus(Value):
    """What is being looked into, stands suspended or under remedy, or is to be reviewed.

    An audit is ``expected`` until its day is agreed on, ``planned`` until it begins, ``open``
    until it is over. ``due`` is a day that was agreed on or decided; where a term says by when,
    ``term`` is its id instead. It is the one of this matter, or of the whole file where no term
    of that id is in this matter; ``opened_by`` is the fact that opened it, where a matter may
    have several. ``finding_class`` and ``finding_state`` are the scheme's own words.
    """

    matter: str
    about: About = "procedure"
    stage: Stage = "open"
    status: str
    since: date
    for_whom: str = ""
    next: str = ""
    due: date | None = None
    term: str = ""
    opened_by: int = 0
    finding_class: str = ""
    finding_state: str = ""
    under: Place


class Waiting(Value):
    """What waits for whom: the action that is expected, of which role, since when."""

    matter: str
    action: str
    for_whom: str
    since: date
    says: str


class Notice(Value):
    """What must be told to whom, since when; with the day it was sent once it was."""

    key: str
    matter: str
    to: str
    says: str
    since: date
    written: bool
    sent_on: date | None = None
    place: Place


@dataclass(frozen=True)
class Step:
    """The action that is expected, of which role, and in words what that role does."""

    action: str
    by: str
    says: str

    def waits(self, matter: str, since: date) -> Waiting:
        return Waiting(
            matter=matter, action=self.action, for_whom=self.by, since=since, says=self.says
        )


Write = Callable[[Any, Recorded, CaseFile[Any]], Notice | None]
"""From a fact, its record and the file as it stands to the letter it calls for, if any."""


def letter(
    record: Recorded,
    says: str,
    place: Place,
    *,
    sent_on: date | None,
    to: str,
    written: bool = True,
) -> Notice:
    """What must be told because of this fact, since its day."""
    fact = record.fact
    return Notice(
        key=f"{fact.matter}.{record.version}.{to}",
        matter=fact.matter,
        to=to,
        says=says,
        since=fact.on,
        written=written,
        sent_on=sent_on,
        place=place,
    )


def with_the_fact(
    says: Callable[[Any], str], place: Place, *, to: str, written: bool = True
) -> Write:
    """What makes a letter that goes out with the fact: the fact is that somebody was told."""

    def write(fact: Fact, record: Recorded, _: CaseFile[Any]) -> Notice:
        return letter(record, says(fact), place, sent_on=fact.on, to=to, written=written)

    return write


def letters_by(
    writing: Mapping[type[Fact], Write],
) -> Callable[[CaseFile[Any]], tuple[Notice, ...]]:
    """What makes every letter that the facts of a file call for, oldest first, sent or not."""

    def letters(case: CaseFile[Any]) -> tuple[Notice, ...]:
        written = (
            write(record.fact, record, case)
            for record in case.trail
            if (write := writing.get(type(record.fact)))
        )
        return tuple(letter for letter in written if letter is not None)

    return letters


@dataclass(frozen=True)
class Shown:
    """What one kind of case file shows in each view. Where a scheme says nothing, nothing.

    ``register_from`` are the facts that the register is told from, or every fact when that is
    unsaid: a file with none but those reads the same in it.
    ``named_by`` are the entries of ``more`` by which a register line is recognised and found,
    beside a name. ``title`` is what a file is about, in words that are no personal data.
    ``audit_terms`` are the ids of the terms by which ``audits`` says when something is due.
    """

    title: Callable[[CaseFile[Any]], str] = lambda _: ""
    named_by: tuple[str, ...] = ()
    register: Callable[[CaseFile[Any]], tuple[RegisterLine, ...]] = lambda _: ()
    register_from: tuple[type[Fact], ...] | None = None
    audits: Callable[[CaseFile[Any]], tuple[AuditStatus, ...]] = lambda _: ()
    audit_terms: tuple[str, ...] = ()
    waiting: Callable[[CaseFile[Any]], tuple[Waiting, ...]] = lambda _: ()
    notices: Callable[[CaseFile[Any]], tuple[Notice, ...]] = lambda _: ()
    standing: Callable[[CaseFile[Any]], str] = lambda _: ""
    findings: Callable[[CaseFile[Any]], Graph] = lambda _: Graph()
    granted_over: Callable[[CaseFile[Any]], tuple[GrantOverFinding, ...]] = lambda _: ()
    titles: Mapping[str, str] = field(default_factory=dict)
