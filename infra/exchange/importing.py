"""Taking histories over in bulk: read whole, then stored case by case, and never twice."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol
from uuid import UUID, uuid5

from eventsourcing.persistence import IntegrityError
from pydantic import ValidationError

from domain.fact import Actor
from domain.law import Refused
from domain.personal import Content
from infra.exchange.event_logs import EventLog
from infra.exchange.faults import Fault
from infra.exchange.gathering import Gathered, gathering
from infra.exchange.histories import History
from infra.exchange.mapping import SourceMapping
from infra.exchange.tables import Row, rows_of_table
from infra.store.bulk import BulkAppend
from services.casework import Casework
from services.commands import Asked
from services.drafts import Draft, Drafting

SUBJECTS = UUID("5a0f6f0e-93c1-5a64-9a43-0e3f4c1be0d7")
"""Our namespace for cases of other systems (RFC 9562, section 5.5)."""
IMPORTS = UUID("c3b1c6a4-2f0d-5b0e-8c86-6b7e0cd2f9a1")
"""Our namespace for the commands that take them over."""
FACTS_AT_ONCE = 1000
FAULTS_TOLD = 1000
ELSE = "the case is on record with another content, or was taken over by another account"

Progress = Callable[[int, int], None]


@dataclass
class Report:
    """What came of an import; ``already`` are cases that were on record as they are here."""

    source: str
    rows: int = 0
    cases: int = 0
    stored: int = 0
    already: int = 0
    refused: int = 0
    facts: int = 0
    left_out: int = 0
    faults: list[Fault] = field(default_factory=list)
    more_faults: int = 0

    def add(self, faults: list[Fault]) -> None:
        room = max(0, FAULTS_TOLD - len(self.faults))
        self.faults += faults[:room]
        self.more_faults += len(faults[room:])


class ManyKeys(Protocol):
    """The keyring, as far as sealing for many persons goes."""

    def make(self, persons: Iterable[UUID], kept: str) -> None: ...


class Import:
    """One run. What an interrupted run has stored, the next one finds and leaves."""

    def __init__(
        self,
        casework: Casework,
        bulk: BulkAppend,
        keys: ManyKeys,
        by: Actor,
        mapping: SourceMapping,
    ) -> None:
        self._bulk, self._keys, self._by, self._mapping = bulk, keys, by, mapping
        self._drafting = Drafting(casework, "taken-over", "history")
        self._names_people = mapping.columns.case in mapping.personal
        self._secret = casework.secret
        self._suspect: set[str] = set()

    def run(self, path: Path, progress: Progress, *, dry: bool = False) -> Report:
        """Takes over what is in a file; with ``dry`` it only says what would come of it.

        Raises Unreadable before anything is stored, and what the record raises when it can't be
        reached: then run it again.
        """
        report = Report(self._mapping.source)
        with gathering() as connection:
            gathered = Gathered(connection)
            gathered.put(self._read(path, report))
            report.cases = gathered.count()
            waiting: list[Draft] = []
            for done, (case, rows) in enumerate(gathered.by_case()):
                draft = self._draft(case, rows, report)
                waiting += [] if draft is None else [draft]
                if sum(len(one.records) for one in waiting) >= FACTS_AT_ONCE:
                    self._store(waiting, report, dry=dry)
                    waiting = []
                    progress(done + 1, report.cases)
            self._store(waiting, report, dry=dry)
        progress(report.cases, report.cases)
        return report

    def _read(self, path: Path, report: Report) -> Iterator[tuple[str, Row]]:
        log = EventLog(path) if path.suffix.lower() in (".xes", ".xml") else None
        for one in log.rows() if log else rows_of_table(path, self._mapping):
            if isinstance(one, Fault):
                self._suspect.update(one.maybe)
                report.add([one])
                continue
            report.rows += 1
            case = one.cells.get(self._mapping.columns.case)
            if case is None:
                told = f"fill {self._mapping.columns.case}"
                report.add([Fault(one.number, "there is no case", told)])
            else:
                yield case.text, one
        report.left_out = log.left_out if log else 0

    def _draft(self, case: str, rows: list[Row], report: Report) -> Draft | None:
        history = History(case, rows, self._mapping, self._drafting.today)
        faults = history.faults
        if case in self._suspect:
            wrong = "a row that can't be read may be about this case"
            faults.append(Fault(rows[0].number, wrong, "put that row right first"))
        if not faults:
            try:
                return self._drafting.draft(self._asked(case, history))
            except ValidationError as refused:
                faults = history.wrong(refused)
            except Refused as no:
                faults = [Fault(rows[0].number, no.reason, "see the house rules for histories")]
        self._refuse(case, faults, report)
        return None

    def _refuse(self, case: str, faults: list[Fault], report: Report) -> None:
        report.refused += 1
        shown = "" if self._names_people else case[:80]
        report.add([Fault(one.row, one.wrong, one.right, shown) for one in faults])

    def _asked(self, case: str, history: History) -> Asked:
        subject = self.subject_of(case)
        return Asked(
            command_id=uuid5(IMPORTS, str(subject)),
            by=self._by,
            action="take-over",
            data=history.data,
            person=subject,
        )

    def subject_of(self, case: str) -> UUID:
        """The same each time; one that names somebody can't be guessed at without our secret."""
        named = f"{self._mapping.source}\n{case}"
        if self._names_people:
            named = hmac.digest(self._secret, named.encode(), "sha256").hex()
        return uuid5(SUBJECTS, named)

    def _store(self, drafts: list[Draft], report: Report, *, dry: bool) -> None:
        """Stores what is not on record yet; once more when somebody else stored some of it."""
        fresh = self._not_on_record(drafts, report)
        if not fresh:
            return
        if not dry:
            if self._mapping.personal:
                persons = [one.asked.person for one in fresh if one.asked.person]
                self._keys.make(persons, Content.name)
            try:
                self._bulk.append(fresh)
            except IntegrityError:
                fresh = self._not_on_record(fresh, report)
                self._bulk.append(fresh)
        report.stored += len(fresh)
        report.facts += sum(len(draft.records) for draft in fresh)

    def _not_on_record(self, drafts: list[Draft], report: Report) -> list[Draft]:
        ids = [draft.asked.command_id for draft in drafts]
        answered = self._bulk.answered(ids) if ids else {}
        fresh = []
        for draft in drafts:
            digest = answered.get(draft.asked.command_id)
            if digest is None:
                fresh.append(draft)
            elif digest == draft.digest:
                report.already += 1
            else:
                rows = [event["row"] for event in draft.asked.data["events"]]
                fault = Fault(rows[0], ELSE, "take over what is new by the action take-over-more")
                self._refuse(str(draft.asked.data["case"]), [fault], report)
        return fresh
