"""The clerk: what is due becomes a command, exactly once; it opens procedures, never decides.

A term is acted on as of the day on which its passing has its consequence: the day after its last
day, or that day itself. So a clerk that was away for months, or whose clock jumped ahead, puts on
record that a certificate expired when it did, and what that opened runs from there; the moment
of recording is today's. Where the matter has a later fact already, the day of that fact is given:
nothing is recorded to have happened before what is on record. A clock that goes back finds
nothing due that was not asked before.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol
from uuid import UUID, uuid5

import structlog
from eventsourcing.persistence import OperationalError
from pydantic import ValidationError

from domain.case import CaseFile
from domain.decide import NotAllowed
from domain.fact import Actor
from domain.law import Refused
from projections.deadlines import DueTerm, due_in
from projections.view import laws
from services.casework import Casework
from services.commands import Asked, FileMoved, NotOnFile, RepeatedOtherwise

CLERK = Actor(id="clerk", role="clerk")
ASKED = UUID("1c8a53f5-7d0e-5c2e-9d5b-6f0f4c1f5c11")
"""Our namespace for the clerk's commands (RFC 9562, section 5.5)."""

log = structlog.get_logger()


class DueTerms(Protocol):
    """The deadline queue."""

    def due(self, on: date) -> Iterable[DueTerm]:
        """Open terms with an action, whose passing has come by a day, the oldest first."""


@dataclass
class Round:
    """What one round did: terms acted on, acted on before, and no longer to be acted on."""

    done: list[DueTerm] = field(default_factory=list)
    repeated: list[DueTerm] = field(default_factory=list)
    refused: list[DueTerm] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


class Clerk:
    """Looks in the queue for cases, and in each case itself for what is due.

    The queue may lag behind: a term it still shows is not acted on when the file says otherwise.
    """

    def __init__(self, casework: Casework, due_terms: DueTerms) -> None:
        self._casework, self._due_terms = casework, due_terms
        self._left: dict[str, tuple[date, frozenset[str]]] = {}

    def run_day(self, day: date) -> Round:
        """Acts on everything that is due by the end of a day, today's or an earlier one.

        What acting on one term makes due is acted on too. Raises OperationalError when the
        record cannot be reached; a case that cannot be read stops no other.
        """
        done = Round()
        terms = sorted(self._due_terms.due(day), key=lambda term: (term.day, term.number))
        queue: dict[str, frozenset[str]] = {}
        for term in terms:
            queue[term.number] = queue.get(term.number, frozenset()) | {term.key}
        self._left = {n: left for n, left in self._left.items() if left == (day, queue.get(n))}
        for number, keys in queue.items():
            if number not in self._left and self._see_to_safely(number, day, done):
                self._left[number] = (day, keys)
        return done

    def _see_to_safely(self, number: str, day: date, done: Round) -> bool:
        """Whether nothing is left to be tried in this case today, unless the queue changes."""
        before = len(done.failed)
        try:
            self._see_to(number, day, done)
        except OperationalError:
            raise
        except Exception as error:
            done.failed.append(number)
            log.error("a case cannot be seen to", case=number, reason=type(error).__name__)
        return len(done.failed) == before

    def _see_to(self, number: str, day: date, done: Round) -> None:
        """One case, until nothing in it is due that was not asked; its terms in order of day."""
        asked: set[str] = set()
        while True:
            file = self._casework.file(number)
            due = next((one for one in self._due(file, day) if one.key not in asked), None)
            if due is None:
                return
            asked.add(due.key)
            self._ask(file, due, done)

    def _due(self, file: CaseFile[Any], day: date) -> list[DueTerm]:
        scheme = self._casework.schemes[file.scheme]
        law_of = laws(scheme, self._casework.own_file(file.scheme))
        return due_in(file, self._casework.under(file), law_of, day)

    def _ask(self, file: CaseFile[Any], due: DueTerm, done: Round) -> None:
        told = {"case": file.number, "term": due.key, "action": due.action}
        try:
            receipt = self._casework.act(file.number, self._command(file, due))
        except Refused as no:
            done.refused.append(due)
            log.info("no longer to be acted on", **told, place=str(no.place))
        except RepeatedOtherwise:
            done.repeated.append(due)
            log.info("acted on before", **told)
        except (NotAllowed, NotOnFile, FileMoved, ValidationError) as no:
            done.failed.append(file.number)
            log.error("cannot be acted on", **told, reason=type(no).__name__)
        else:
            (done.repeated if receipt.repeated else done.done).append(due)
            log.info("acted on", **told, on=due.day, repeated=receipt.repeated)

    def _command(self, file: CaseFile[Any], due: DueTerm) -> Asked:
        """The same id for the same term, each time: what was asked before is not done again."""
        later = (r.fact.on for r in file.trail if r.fact.matter == due.matter)
        return Asked(
            command_id=uuid5(ASKED, f"{due.number}/{due.key}/{due.action}"),
            by=CLERK,
            action=due.action,
            data={"on": max([due.day, *later]).isoformat()},
            caused_by=due.key,
        )
