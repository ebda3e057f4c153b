"""What lists may be asked: a legal day, a moment of knowledge, a page; one spelling for all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Protocol, TypeVar

from fastapi import Path, Request, Response
from pydantic import Field, TypeAdapter

from infra.http.cursors import cursor_of, key_at, link_pages
from infra.http.values import ApiModel, Cursor, IsoDate, Limit, Text, UtcMoment
from infra.store.views.asking import Cursor as Start

CASE_NUMBER = r"^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$"
CaseNumber = Annotated[str, Field(pattern=CASE_NUMBER)]
Number = Annotated[str, Path(pattern=CASE_NUMBER)]
Word = Annotated[str, Text(80)]
SchemeWord = Annotated[str, Field(max_length=40, pattern=r"^[a-z][a-z0-9-]*$")]


class AsOn(ApiModel):
    """On a legal day, as known at a moment; today and now when unsaid."""

    on: IsoDate | None = Field(None, description="Legal day, Europe/Amsterdam; today if unsaid")
    known_at: UtcMoment | None = Field(None, description="Only what was on record by then")


class AsOf(ApiModel):
    """As it stood on a legal day, as known at a moment or after a number of facts."""

    on: IsoDate | None = Field(None, description="Legal day, Europe/Amsterdam")
    known_at: UtcMoment | None = Field(None, description="Only what was on record by then")
    version: int | None = Field(None, ge=1, le=10**9, description="Only the first facts")


class ListQuery(AsOn):
    """One page of a list."""

    cursor: Cursor | None = None
    limit: Limit = 50


class SchemeQuery(ListQuery):
    """One page of a list over the cases of one scheme."""

    scheme: SchemeWord
    case: CaseNumber | None = Field(None, description="Only this case")
    for_whom: Word | None = Field(None, description="Only this role")


BY_DAY: TypeAdapter[tuple[date | None, str, str]] = TypeAdapter(
    tuple[IsoDate | None, CaseNumber, Annotated[str, Text(200)]]
)
"""Where a page in the order of days starts: the day, the case, the key of the row."""

BY_CASE: TypeAdapter[tuple[str]] = TypeAdapter(tuple[CaseNumber])
"""Where a page in the order of case numbers starts."""


class Placed(Protocol):
    """One of a list, which says where a page after it starts."""

    @property
    def cursor(self) -> Start: ...


R = TypeVar("R", bound=Placed)
T = TypeVar("T")
Ask = Callable[..., list[R]]
"""A search of a view, still to be told ``after`` which row and up to which ``limit``."""


def one_page(
    request: Request,
    response: Response,
    query: ListQuery,
    shape: TypeAdapter[Any],
    ask: Ask[R],
    tell: Callable[[R], T],
) -> tuple[list[T], str | None]:
    """The items of a page and the cursor of the next; sets the Link header.

    ``ask`` is given where the page starts and how many rows to fetch: one more than are shown,
    so that the last page knows that it is.
    """
    after = key_at(query.cursor, shape) if query.cursor else None
    found = ask(after=after, limit=query.limit + 1)
    page, more = found[: query.limit], len(found) > query.limit
    following = cursor_of(*page[-1].cursor) if more else None
    link_pages(request, response, following)
    return [tell(one) for one in page], following
