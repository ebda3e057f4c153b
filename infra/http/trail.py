"""The trail of a case over HTTP: its facts in order, no more of them read than a page shows."""

from __future__ import annotations

from typing import Annotated

import orjson
from fastapi import Query, Request, Response
from pydantic import Field, TypeAdapter

from domain.number import stream_of
from infra.http.cursors import cursor_of, key_at, link_pages
from infra.http.mandate import Filed, require_file
from infra.http.negotiation import JSON
from infra.http.parts import House, Parts
from infra.http.problems import no_such_case, not_found
from infra.http.queries import AsOf, Number
from infra.http.routes import Routes
from infra.http.sign_in import SignedIn
from infra.http.told.facts import FactPage
from infra.http.told.rows import Row, row_told
from infra.http.values import Cursor, Limit, Text

router = Routes(tags=["cases"])
VERSION = TypeAdapter(tuple[Annotated[int, Field(ge=1, le=10**9)]])
ENDLESS = 10**9


class TrailQuery(AsOf):
    matter: Annotated[str, Text(40)] | None = Field(None, description="Only this procedure")
    cursor: Cursor | None = None
    limit: Limit = 50

    @property
    def picks(self) -> bool:
        """Whether which facts are on a page depends on what they say."""
        return any(one is not None for one in (self.on, self.known_at, self.matter))


@router.get("/cases/{number}/facts", response_model=FactPage)
def list_case_facts(
    number: Number,
    query: Annotated[TrailQuery, Query()],
    house: House,
    caller: SignedIn,
    request: Request,
) -> Response:
    """The trail: every fact of a case in order, with its basis, its checks and who recorded it."""
    after = key_at(query.cursor, VERSION)[0] if query.cursor else 0
    rows = _read(house, number, query, after)
    some = rows or _rows(house, number, 0, 1)
    if not some:
        raise no_such_case()
    require_file(caller, Filed(number, some[0].body["scheme"], some[0].body["kind"]))
    seen = [row for row in rows if _was_known(row, query)]
    if query.picks and not seen:
        raise not_found("There was no such case yet.")
    told = [row for row in seen if row.version > after and query.matter in (None, row.matter)]
    page, more = told[: query.limit], len(told) > query.limit
    following = cursor_of(page[-1].version) if more else None
    items = [row_told(row, house.keys, house.casework) for row in page]
    response = Response(orjson.dumps({"items": items, "next": following}), media_type=JSON)
    link_pages(request, response, following)
    return response


def _read(house: Parts, number: str, query: TrailQuery, after: int) -> list[Row]:
    """The rows of a page and one more; all rows, where only a look tells which they are."""
    last = query.version or ENDLESS
    if query.picks:
        return _rows(house, number, 0, last)
    return _rows(house, number, after, min(last, after + query.limit + 1))


def _rows(house: Parts, number: str, after: int, last: int) -> list[Row]:
    """Facts after a number of them, up to another; the first fact of a file is number 1."""
    stored = house.casework.recorder.select_events(stream_of(number), gt=after, lte=last)
    return [Row.of(one) for one in stored]


def _was_known(row: Row, query: TrailQuery) -> bool:
    if query.on is not None and row.on > query.on.isoformat():
        return False
    return query.known_at is None or row.recorded_at <= query.known_at
