"""The deadline queue over HTTP: as JSON, as a sheet, and as a calendar to subscribe to."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, cast

from fastapi import Query, Response
from pydantic import Field

from infra.http.calendars import as_calendar
from infra.http.cursors import Page
from infra.http.listing import Lists
from infra.http.negotiation import CALENDAR, CSV, Negotiated
from infra.http.queries import SchemeQuery, Word
from infra.http.routes import Routes
from infra.http.spreadsheets import as_csv
from infra.http.told.terms import TermTold, term_told
from infra.http.values import IsoDate
from infra.store.views.asking import Kept
from projections.deadlines import DeadlineRow

router = Routes(tags=["deadlines"])
Asked = Literal["running", "suspended", "met", "missed", "void", "open", "overdue"]


class DeadlineTold(TermTold):
    """A term in the queue, with the case it is of."""

    case: str
    scheme: str


class DeadlinePage(Page[DeadlineTold]):
    """The queue, the first due first; terms without a known day come last."""


class DeadlineQuery(SchemeQuery):
    state: Asked | None = Field(None, description="open: not ended; overdue: open and passed")
    due_from: IsoDate | None = None
    due_until: IsoDate | None = None
    term: Word | None = Field(None, description="Only terms with this id, such as C-T08")


@router.get("/deadlines", responses={200: {"content": {CSV: {}, CALENDAR: {}}}})
def list_deadlines(
    query: Annotated[DeadlineQuery, Query()], lists: Lists, wanted: Negotiated
) -> DeadlinePage:
    """The deadline queue of a scheme on a legal day; text/calendar gives it as a feed."""
    on = lists.on(query)
    items, following = lists.page(
        query,
        lists.house.views.deadlines.search,
        lambda kept: deadline_told(kept, on),
        state=query.state,
        due_from=query.due_from,
        due_until=query.due_until,
        for_whom=query.for_whom,
        term=query.term,
    )
    page = DeadlinePage(items=items, next=following)
    # FastAPI takes both: the page, and a response that was made of it.
    return cast(DeadlinePage, _in_kind(page, wanted, lists.house, lists.response))


def _in_kind(page: DeadlinePage, wanted: str, house: Any, response: Response) -> Any:
    if wanted == CSV:
        return as_csv(page, DeadlineTold, response)
    if wanted == CALENDAR:
        return as_calendar(page.items, house.clock(), response)
    return page


def deadline_told(kept: Kept[DeadlineRow], on: date) -> DeadlineTold:
    told = term_told(kept.row.standing(kept.key), on)
    return DeadlineTold(**vars(told), case=kept.number, scheme=kept.scheme)
