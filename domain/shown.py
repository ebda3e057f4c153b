"""What a case file shows to the outside: its register lines, its audits, who it waits for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from domain.case import CaseFile
from domain.fact import Fact
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


class AuditStatus(Value):
    """What is being looked into, stands suspended or under remedy, or is to be reviewed."""

    matter: str
    status: str
    since: date
    for_whom: str
    next: str
    due: date | None = None
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
class Shown:
    """What one kind of case file shows in each view. Where a scheme says nothing, nothing.

    ``register_from`` are the facts that the register is told from, or every fact when that is
    unsaid: a file with none but those reads the same in it.
    """

    register: Callable[[CaseFile[Any]], tuple[RegisterLine, ...]] = lambda _: ()
    register_from: tuple[type[Fact], ...] | None = None
    audits: Callable[[CaseFile[Any]], tuple[AuditStatus, ...]] = lambda _: ()
    waiting: Callable[[CaseFile[Any]], tuple[Waiting, ...]] = lambda _: ()
    notices: Callable[[CaseFile[Any]], tuple[Notice, ...]] = lambda _: ()
    standing: Callable[[CaseFile[Any]], str] = lambda _: ""
    titles: Mapping[str, str] = field(default_factory=dict)
