"""What happened in a scenario and why: what a run hands back, for whoever tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from domain.fact import Actor, Recorded
from domain.law import Check, Place


@dataclass(frozen=True)
class Turned:
    """What the law said no to: the place (none when it was the role), the rule, the words."""

    says: str
    place: Place | None = None
    rule: str = ""


@dataclass(frozen=True)
class Happening:
    """Something that was asked, and what came of it. ``term`` is what made the clerk ask."""

    day: date
    by: Actor
    action: str
    says: str
    file: str
    records: tuple[Recorded, ...] = ()
    turned: Turned | None = None
    term: str = ""

    @property
    def checks(self) -> tuple[Check, ...]:
        return tuple(check for record in self.records for check in record.checks)


@dataclass(frozen=True)
class Expectation:
    """One thing that was expected: whether it held, and the line that says so.

    ``of_outcome`` is about what was asked in the step itself, not about how things stand.
    """

    line: int
    says: str
    failed: str = ""
    of_outcome: bool = False


@dataclass(frozen=True)
class ToldStep:
    """A step of the story, with what the clerk did on the way to it."""

    file: Path
    line: int
    day: date
    earlier: bool
    says: str
    clerk: tuple[Happening, ...]
    happening: Happening | None
    expectations: tuple[Expectation, ...]


@dataclass(frozen=True)
class Move:
    """A matter that went from one standing to another, by what, under which place."""

    kind: str
    before: str
    action: str
    after: str
    place: str


@dataclass(frozen=True)
class Telling:
    """A scenario as it ran. ``claims`` are the rules it says to show."""

    file: Path
    scheme: str
    title: str
    about: str
    steps: tuple[ToldStep, ...]
    claims: tuple[Expectation, ...] = ()
    moves: tuple[Move, ...] = ()

    @property
    def failures(self) -> tuple[tuple[Path, Expectation], ...]:
        """Every expectation that did not hold, with the file it is written in."""
        in_steps = [(s.file, e) for s in self.steps for e in s.expectations if e.failed]
        return (*in_steps, *((self.file, claim) for claim in self.claims if claim.failed))

    @property
    def held(self) -> bool:
        return not self.failures
