"""Deciding: recall the file, ask the law, put the answer on record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

import structlog
from eventsourcing.application import Application
from eventsourcing.persistence import IntegrityError

from domain.case import Action, CaseFile, Command, KindOfFile, Law, Situation
from domain.citation import cited_in
from domain.decide import Decision, NotAllowed, decide, open_actions
from domain.fact import Actor, Recorded
from domain.law import Refused
from domain.number import number_of, stream_of
from domain.schemes import FileUnder, Scheme, all_schemes
from domain.terms import TermStanding, terms_of
from services.case_files import CaseFiles, Snapshots
from services.commands import (
    Asked,
    CommandLog,
    FileMoved,
    NotOnFile,
    OnFileAlready,
    Receipt,
    RepeatedOtherwise,
)

log = structlog.get_logger("griffie.decided")
TRIES = 20
"""How often a decision is taken anew when somebody else was first on the same file. Each time it
is another who got further, so only a file that many hammer at is given up."""


class Casework(Application[UUID]):
    """The whole write side, for every kind of file of every scheme."""

    name = "record"
    schemes: Mapping[str, Scheme] = all_schemes()
    clock: Callable[[], datetime]
    day_of: Callable[[datetime], date]
    secret: bytes
    folded: Snapshots | None = None

    @cached_property
    def files(self) -> CaseFiles:
        """Every case file there is."""
        return CaseFiles(self._since, self._kind_of, self.folded)

    def open(self, scheme: str, kind: str, subject: str, asked: Asked) -> Receipt:
        """Opens the file of a subject with its first facts.

        ``subject`` is the id of a person or thing; ``asked.person`` is the person that the file
        is about. Raises NotOnFile, OnFileAlready, NotAllowed, Refused, RepeatedOtherwise and
        pydantic's ValidationError.
        """
        under = self._under(scheme, kind)
        number = number_of(scheme, kind, subject)
        if repeat := self._repeat(number, asked):
            return repeat
        action = under.kind.actions.get(asked.action)
        if action is None or not action.opens_file:
            raise NotOnFile(f"{asked.action} does not open a {kind} file of {scheme}")
        person = asked.person if under.kind.about_a_person else None
        empty = CaseFile(number, scheme, kind, person, under.kind.start)

        def once() -> Receipt:
            if asked.by.role in action.by and self.files.find(number) is not None:
                raise OnFileAlready(number)
            return self._put(empty, asked)

        try:
            return self._until_answered(number, asked, once)
        except IntegrityError:
            raise OnFileAlready(number) from None

    def act(self, number: str, asked: Asked, seen: CaseFile[Any] | None = None) -> Receipt:
        """Decides what is asked in a file, and records the outcome.

        ``seen`` is the file as the caller looked at it a moment ago, which spares looking again:
        should it have moved, nothing is recorded on it, and it is decided anew. A command id
        that was answered before gets its first answer. Raises NotOnFile, FileMoved, NotAllowed,
        Refused, RepeatedOtherwise and pydantic's ValidationError.
        """
        handed = [] if seen is None or seen.number != number else [seen]

        def once() -> Receipt:
            file = handed.pop() if handed else self.file(number)
            if asked.seen_version not in (None, file.version):
                raise FileMoved(file.version)
            return self._put(file, asked)

        try:
            return self._until_answered(number, asked, once)
        except IntegrityError:
            raise FileMoved(self.file(number).version) from None

    def file(self, number: str) -> CaseFile[Any]:
        """The file as it stands. Raises NotOnFile."""
        found = self.files.find(number)
        if found is None:
            raise NotOnFile(f"there is no case {number}")
        return found

    def under(self, file: CaseFile[Any]) -> FileUnder:
        return self.schemes[file.scheme].files[file.kind]

    def own_file(self, scheme: str, known_at: datetime | None = None) -> CaseFile[Any] | None:
        """The scheme's own file, as known at a moment; nothing when it was not opened yet."""
        kind = self.schemes[scheme].own_file
        file = self.files.find(number_of(scheme, kind, scheme))
        if file is None or known_at is None:
            return file
        return self.under(file).kind.as_of(file, None, known_at)

    def law(self, scheme: str, day: date, known_at: datetime | None = None) -> Law:
        """The law of a day, with the calendar and settings as known at a moment."""
        return self.schemes[scheme].law_on(day, self.own_file(scheme, known_at))

    def law_in(self, file: CaseFile[Any], day: date) -> Law:
        """The law of a day as it applies to one file, under the edition that binds it."""
        return self.schemes[file.scheme].law_in(file, day, self.own_file(file.scheme))

    def terms(self, file: CaseFile[Any], known_at: datetime | None = None) -> list[TermStanding]:
        """Every term of a file, with the calendar and settings as known at a moment."""
        scheme, own = self.schemes[file.scheme], self.own_file(file.scheme, known_at)
        return terms_of(self.under(file).terms, file, lambda r: scheme.law_for(r, own))

    def open_actions(self, file: CaseFile[Any], by: Actor, on: date) -> list[Action[Any, Any]]:
        """The actions that the caller could ask of this file on a day."""
        at = Situation(file, by, on, self.law_in(file, on))
        return open_actions(self.under(file).kind, at)

    def _under(self, scheme: str, kind: str) -> FileUnder:
        if scheme not in self.schemes:
            raise NotOnFile(f"there is no scheme {scheme}")
        if kind not in self.schemes[scheme].files:
            kinds = ", ".join(self.schemes[scheme].files)
            raise NotOnFile(f"{scheme} keeps no {kind} files; it keeps {kinds}")
        return self.schemes[scheme].files[kind]

    def _until_answered(self, number: str, asked: Asked, once: Callable[[], Receipt]) -> Receipt:
        """Tries again when somebody was first on the file.

        An answer that was lost does not say that nothing was recorded; nor does a refusal, when
        the same command was asked twice at once. So whatever went wrong, the log is asked again.
        """
        if repeat := self._repeat(number, asked):
            return repeat
        for tries_left in reversed(range(TRIES)):
            try:
                return once()
            except Exception as failure:
                if repeat := self._repeat(number, asked):
                    return repeat
                if not (tries_left and isinstance(failure, IntegrityError)):
                    raise
        raise AssertionError("the last try returns or raises")

    def _put(self, file: CaseFile[Any], asked: Asked) -> Receipt:
        now = self.clock()
        today = self.day_of(now)
        action = self.under(file).kind.actions.get(asked.action)
        if action is None or action.opens_file != (file.version == 0):
            raise NotOnFile(f"{asked.action} is no action in a {file.kind} file of {file.scheme}")
        if asked.by.role not in action.by:
            raise NotAllowed(action, asked.by.role)
        command: Command = action.asks.model_validate({"on": today, **asked.data})
        law = self.law_in(file, command.on)
        at = Situation(file, asked.by, command.on, law, self._cited(command))
        decision = self._decided(command, at, today)
        records = tuple(recorded_as(file, asked, at.law, decision, now))
        self.events.put(
            records,
            command_id=asked.command_id,
            actor=asked.by.id,
            recorded_at=[record.recorded_at for record in records],
            request_sha256=asked.digest(file.number, self.secret),
        )
        told = [record.fact.stored_as for record in records]
        log.info("decided", outcome="recorded", facts=told, **_asked_in(at, command))
        return Receipt(file.number, records)

    def _decided(self, command: Command, at: Situation[Any], today: date) -> Decision:
        """The decision; a refusal is no fact, so the log is all that keeps it."""
        try:
            return decide(self.under(at.case).kind, command, at, today)
        except Refused as no:
            told = {"basis": str(no.place), "rule": no.rule}
            log.info("decided", outcome="refused", **told, **_asked_in(at, command))
            raise

    def _cited(self, command: Command) -> Mapping[str, CaseFile[Any]]:
        """The files that a command cites, as they stand; one that is not there is left out."""
        found = ((number, self.files.find(number)) for number in sorted(cited_in(command)))
        return {number: file for number, file in found if file is not None}

    def _repeat(self, number: str, asked: Asked) -> Receipt | None:
        log: CommandLog = self.recorder  # type: ignore[assignment]  # ours; see infra/store
        before = log.answered(asked.command_id)
        if before is None:
            return None
        if before.digest != asked.digest(number, self.secret):
            raise RepeatedOtherwise(f"command {asked.command_id} was another request")
        records = self._records(before.stream, before.first, before.last)
        return Receipt(number, records, repeated=True)

    def _records(self, stream: UUID, first: int, last: int | None) -> tuple[Recorded, ...]:
        stored = self.events.get(stream, gt=first - 1, lte=last)
        return tuple(stored)  # type: ignore[arg-type]  # our mapper gives nothing else

    def _since(self, stream: UUID, first: int) -> tuple[Recorded, ...]:
        return self._records(stream, first, None)

    def _kind_of(self, record: Recorded) -> KindOfFile[Any]:
        return self.schemes[record.scheme].files[record.kind].kind


def recorded_as(
    file: CaseFile[Any], asked: Asked, law: Law, decision: Decision, now: datetime
) -> Iterator[Recorded]:
    """The facts of a decision as they come on record, behind what the file holds."""
    last = file.trail[-1].recorded_at if file.trail else now
    for n, fact in enumerate(decision.facts, start=1):
        yield Recorded(
            originator_id=stream_of(file.number),
            originator_version=file.version + n,
            number=file.number,
            scheme=file.scheme,
            kind=file.kind,
            edition=law.edition.id,
            person=file.person,
            recorded_at=max(now, last),
            by=asked.by,
            command_id=asked.command_id,
            caused_by=asked.caused_by,
            law_version=law.version,
            checks=decision.checks if n == 1 else (),
            fact=fact,
        )


def _asked_in(at: Situation[Any], command: Command) -> dict[str, str]:
    """What the log says of a decision: who asked what of which file. Nothing personal."""
    case, by = at.case, at.by
    return {"command": command.name, "case": case.number, "scheme": case.scheme, "by": by.id}
