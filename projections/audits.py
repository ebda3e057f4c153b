"""Audit status: what is assessed, stands suspended or under remedy, is to be reviewed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from domain.case import CaseFile
from domain.law import Place
from domain.schemes import FileUnder
from domain.shown import AuditStatus
from domain.terms import Followed, LawOf, TermStanding
from projections.view import View, keyed


@dataclass(frozen=True)
class AuditRow:
    """Looked into from ``since`` until ``until``, the day on which it was over.

    ``due_under`` is the place that ``due`` rests on; ``term`` the id of the term that set it.
    """

    matter: str
    about: str
    stage: str
    status: str
    since: date
    until: date | None
    for_whom: str
    next: str
    due: date | None
    due_under: Place | None
    term: str
    finding_class: str
    finding_state: str
    under: Place

    def is_overdue(self, on: date) -> bool:
        """Whether the day by which it had to be has passed at the end of a day."""
        return self.stage != "closed" and self.due is not None and self.due < on


class Moments:
    """The rows of one case, moment after moment; terms are followed from fact to fact."""

    def __init__(self) -> None:
        self._law: LawOf | None = None

    def __call__(
        self, file: CaseFile[Any], under: FileUnder, law_of: LawOf
    ) -> Mapping[str, AuditRow]:
        if law_of is not self._law:
            terms = tuple(term for term in under.terms if term.id in under.shown.audit_terms)
            self._law, self._followed = law_of, Followed(terms, law_of)
        running = [one for one in self._followed.through(file.trail) if one.ended_on is None]
        audits = (_row(audit, running) for audit in under.shown.audits(file))
        return keyed(audits, lambda row: f"{row.matter}.{row.status}.{row.since}")


def rows(file: CaseFile[Any], under: FileUnder, law_of: LawOf) -> Mapping[str, AuditRow]:
    return Moments()(file, under, law_of)


def _row(audit: AuditStatus, running: Sequence[TermStanding]) -> AuditRow:
    term = _term_of(audit, running)
    due = term.due if term else audit.due
    due_under = (term.place if term else audit.under) if due else None
    return AuditRow(
        matter=audit.matter,
        about=audit.about,
        stage=audit.stage,
        status=audit.status,
        since=audit.since,
        until=None,
        for_whom=audit.for_whom,
        next=audit.next,
        due=due,
        due_under=due_under,
        term=term.term if term else "",
        finding_class=audit.finding_class,
        finding_state=audit.finding_state,
        under=audit.under,
    )


def _term_of(audit: AuditStatus, running: Sequence[TermStanding]) -> TermStanding | None:
    """The term that says by when: that of the fact that opened it, of the matter, of the file."""
    asked = [one for one in running if one.term == audit.term]
    if audit.opened_by:
        asked = [one for one in asked if one.opened_by == audit.opened_by]
    of_the_matter = [one for one in asked if one.matter == audit.matter]
    return min(of_the_matter or asked, key=lambda one: one.due or date.max, default=None)


def ended(row: AuditRow, on: date) -> AuditRow:
    return row if row.until else replace(row, until=on)


AUDITS = View("audits", AuditRow, rows, ended=ended, follows_law=True, moments=Moments)
