"""How a citation of another case reads on the wire: how that one stood then, and stands now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from pydantic import Field

from domain.case import CaseFile
from domain.citation import Citation, Stretch, citations_in
from domain.fact import Recorded
from infra.http.values import ApiModel, IsoDate
from services.casework import Casework
from services.commands import NotOnFile


class StretchTold(ApiModel):
    """From when up to and including when what is cited stands, and how it ended, if it did."""

    first_day: IsoDate
    last_day: IsoDate = Field(description="As it was decided, whatever ended it before")
    ended_on: IsoDate | None = Field(description="First day without, such as of a withdrawal")
    ended: str | None


class CitationTold(ApiModel):
    """Another case that this one cites: how it stood then, and how it stands now."""

    case: str
    scheme: str
    matter: str = Field(description="The matter of this case that cites it")
    cited_on: IsoDate
    first_day: IsoDate = Field(description="First day on which what is cited had to hold")
    last_day: IsoDate = Field(description="Last day on which it had to")
    stood: str = Field(description="How it stood on the day it was cited, as known then")
    stands: str
    stretches: list[StretchTold] = Field(description="Of the cited case, as it stands")
    last_moved_on: IsoDate


def citations_told(
    casework: Casework,
    file: CaseFile[Any],
    on: date | None = None,
    known_at: datetime | None = None,
) -> Iterator[CitationTold]:
    """The cases that the facts of this one cite, each as of a day and as known at a moment.

    Those that were not there then, or are not there at all, are left out.
    """
    for record in file.trail:
        for citation in citations_in(record.fact):
            try:
                other = casework.file(citation.number)
            except NotOnFile:
                continue
            kind = casework.under(other).kind
            now = kind.as_of(other, on, known_at) if on or known_at else other
            if now is not None:
                yield _told(casework, record, citation, now)


def _told(
    casework: Casework, record: Recorded, citation: Citation, now: CaseFile[Any]
) -> CitationTold:
    under = casework.under(now)
    stood = under.kind.as_of(now, record.fact.on, record.recorded_at)
    stretches: tuple[Stretch, ...] = getattr(now.state, "stretches", ())
    return CitationTold(
        case=citation.number,
        scheme=now.scheme,
        matter=record.fact.matter,
        cited_on=record.fact.on,
        first_day=citation.first_day,
        last_day=citation.last_day,
        stood=under.shown.standing(stood) if stood else "",
        stands=under.shown.standing(now),
        stretches=[StretchTold(**{**vars(one), "ended": one.ended or None}) for one in stretches],
        last_moved_on=now.trail[-1].fact.on,
    )
