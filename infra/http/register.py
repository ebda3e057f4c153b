"""The public register over HTTP. Needs no token; holds what the scheme makes public, no more."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Annotated, Any

from fastapi import Path, Query, Request, Response
from pydantic import Field, TypeAdapter
from starlette.convertors import StringConvertor, register_url_convertor

from infra.http.cursors import Page, cursor_of, key_at, link_pages
from infra.http.negotiation import CSV, Negotiated
from infra.http.parts import House, Parts
from infra.http.problems import not_found
from infra.http.queries import AsOn, ListQuery, Word, one_page
from infra.http.routes import Routes
from infra.http.schemes import SchemeId, found
from infra.http.spreadsheets import as_csv
from infra.http.told.places import PlaceTold, place_told
from infra.http.values import ApiModel, Cursor, IsoDate, Limit, Text
from infra.store.views.asking import Kept
from projections.register import RegisterRow

router = Routes(tags=["register"])
ENTRY = r"^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}-[0-9]{1,4}$"
Entry = Annotated[str, Path(pattern=ENTRY)]


class EntryTold(ApiModel):
    """One line of the register, as it reads on a legal day."""

    entry: str
    scheme: str
    type: str
    status: str
    day: IsoDate | None = Field(description="The date that goes with the status")
    day_means: str
    since: IsoDate = Field(description="First legal day on which the entry reads so")
    until: IsoDate | None = Field(description="Last legal day on which it reads so, if known")
    name: str | None
    erased: bool = Field(description="What was kept about the holder was erased")
    note: str | None
    more: dict[str, str]


class WholeEntryTold(EntryTold):
    """One entry, with what the scheme makes public and a list does not need."""

    born: IsoDate | None
    under: PlaceTold


class EntryPage(Page[EntryTold]):
    """Lines of the register."""


class RegisterQuery(ListQuery):
    status: Word | None = Field(None, description="One of the statuses of the scheme")


class RegisterSearch(RegisterQuery):
    """A search with a name; names stay out of addresses, so it comes in a body."""

    name: Annotated[str, Text(100)] | None = Field(None, description="Beginnings of names")


class ChangeTold(ApiModel):
    """What changed in an entry; nothing personal is in it."""

    position: int
    entry: str
    before: str | None = Field(description="Status before; null when the entry is new")
    after: str | None = Field(description="Status after; null when the entry is gone")
    since: IsoDate


class ChangePage(Page[ChangeTold]):
    """Changes of the register, in the order of the record."""


class ChangeQuery(ApiModel):
    cursor: Cursor | None = None
    limit: Limit = 50


BY_ENTRY: TypeAdapter[Any] = TypeAdapter(
    tuple[Annotated[str, Field(pattern=ENTRY)], Annotated[str, Text(20)], Annotated[str, Text(80)]]
)
BY_POSITION = TypeAdapter(tuple[Annotated[int, Field(ge=0, le=2**53)]])
SHEET: Mapping[int | str, dict[str, Any]] = {200: {"content": {CSV: {}}}}


@router.get("/schemes/{scheme}/register-entries", responses=dict(SHEET))
def list_register_entries(
    scheme: SchemeId,
    query: Annotated[RegisterQuery, Query()],
    house: House,
    wanted: Negotiated,
    request: Request,
    response: Response,
) -> EntryPage:
    """The register as on a legal day, by entry number."""
    search = RegisterSearch(**query.model_dump(by_alias=False))
    page = _page(scheme, search, house, request, response)
    if wanted == CSV:
        return as_csv(page, EntryTold, response)  # type: ignore[return-value]  # a Response
    return page


@router.post("/schemes/{scheme}/register-entries/_search")
def search_register_entries(
    scheme: SchemeId, search: RegisterSearch, house: House, request: Request, response: Response
) -> EntryPage:
    """The register as on a legal day, by name too."""
    return _page(scheme, search, house, request, response)


class _EntrySegment(StringConvertor):
    """A segment that is no operation: `_search` is not an entry, whatever the method."""

    regex = "[^_/][^/]*"


register_url_convertor("entry", _EntrySegment())


@router.get("/schemes/{scheme}/register-entries/{entry:entry}")
def read_register_entry(
    scheme: SchemeId, entry: Entry, as_on: Annotated[AsOn, Query()], house: House
) -> WholeEntryTold:
    """One entry as it reads on a legal day, as known at a moment."""
    found(house, scheme)
    on = as_on.on or house.today
    kept = house.views.register.entry(scheme, entry, on=on, known_at=as_on.known_at)
    if kept is None:
        raise not_found("There is no such entry in the register on that day.")
    return WholeEntryTold(
        **vars(entry_told(kept)), born=kept.row.born, under=place_told(kept.row.under)
    )


@router.get("/schemes/{scheme}/register-changes")
def list_register_changes(
    scheme: SchemeId,
    query: Annotated[ChangeQuery, Query()],
    house: House,
    request: Request,
    response: Response,
) -> ChangePage:
    """What changed, in the order of the record. Keep the last cursor to go on from there."""
    found(house, scheme)
    after = key_at(query.cursor, BY_POSITION)[0] if query.cursor else 0
    changes = house.views.register.changes(after, query.limit, scheme)
    following = cursor_of(changes[-1].position) if changes else query.cursor
    link_pages(request, response, following)
    items = [
        ChangeTold(
            position=c.position, entry=c.entry, before=c.before, after=c.after, since=c.since
        )
        for c in changes
    ]
    return ChangePage(items=items, next=following)


def _page(
    scheme: str, search: RegisterSearch, house: Parts, request: Request, response: Response
) -> EntryPage:
    found(house, scheme)
    on = search.on or house.today
    items, following = one_page(
        request,
        response,
        search,
        BY_ENTRY,
        partial(
            house.views.register.search,
            scheme,
            on=on,
            text=search.name,
            status=search.status,
            known_at=search.known_at,
        ),
        entry_told,
    )
    return EntryPage(items=items, next=following)


def entry_told(kept: Kept[RegisterRow]) -> EntryTold:
    row = kept.row
    return EntryTold(
        entry=row.entry,
        scheme=kept.scheme,
        type=row.type,
        status=row.status,
        day=row.day,
        day_means=row.day_means,
        since=row.since,
        until=row.until,
        name=row.name,
        erased=row.erased,
        note=row.note or None,
        more=dict(row.more),
    )
