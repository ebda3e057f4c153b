"""Findings over HTTP: the graph of a case, and what was granted while one was open."""

from __future__ import annotations

from functools import partial
from typing import Annotated, cast

from fastapi import Query, Request, Response
from pydantic import Field, TypeAdapter

from infra.http.cursors import Page
from infra.http.mandate import require_reading
from infra.http.negotiation import CSV, Negotiated
from infra.http.one_case import file_of, stood
from infra.http.parts import House, Parts
from infra.http.queries import AsOf, CaseNumber, ListQuery, Number, SchemeWord, Word, one_page
from infra.http.routes import Routes
from infra.http.schemes import found
from infra.http.sign_in import SignedIn
from infra.http.spreadsheets import as_csv
from infra.http.told.findings import GrantTold, GraphTold, grant_told, graph_told
from infra.http.values import Limit
from infra.store.views.asking import Kept
from projections.cases import CaseRow
from services.findings import granted_over

router = Routes(tags=["work"])
BY_NUMBER = TypeAdapter(tuple[CaseNumber, SchemeWord])


class GrantPage(Page[GrantTold]):
    """What was granted while a finding was open, in the cases that this page looked at."""

    cases: int = Field(description="How many it looked at; an empty page may have a next one")


class GrantQuery(ListQuery):
    """By a legal day, as known at a moment."""

    scheme: SchemeWord
    finding_class: Word | None = Field(
        None, description="The class the finding had, such as major; every class if unsaid"
    )
    limit: Limit = Field(50, description="Cases looked at in a page")


@router.get("/cases/{number}/findings")
def read_findings(
    number: Number, query: Annotated[AsOf, Query()], house: House, caller: SignedIn
) -> GraphTold:
    """From audit over finding and corrective action to decision, as a graph of facts."""
    file = stood(house, file_of(house, caller, number), query)
    graph = house.casework.under(file).shown.findings(file)
    return graph_told(file.number, file.version, graph)


@router.get("/grants-with-open-findings", responses={200: {"content": {CSV: {}}}})
def list_grants_with_open_findings(
    query: Annotated[GrantQuery, Query()],
    house: House,
    caller: SignedIn,
    wanted: Negotiated,
    request: Request,
    response: Response,
) -> GrantPage:
    """Everything granted while a finding was open, with what had been done about it by then."""
    found(house, query.scheme)
    require_reading(caller, query.scheme)
    search = partial(
        house.views.cases.search, scheme=query.scheme, on=query.on, known_at=query.known_at
    )
    looked_at, following = one_page(
        request, response, query, BY_NUMBER, search, partial(_granted_in, house, query)
    )
    items = [one for granted in looked_at for one in granted]
    page = GrantPage(items=items, next=following, cases=len(looked_at))
    # FastAPI takes both: the page, and a response that was made of it.
    return cast(GrantPage, as_csv(page, GrantTold, response) if wanted == CSV else page)


def _granted_in(house: Parts, query: GrantQuery, kept: Kept[CaseRow]) -> list[GrantTold]:
    granted = granted_over(
        house.casework,
        kept.number,
        on=query.on,
        known_at=query.known_at,
        finding_class=query.finding_class,
    )
    return [grant_told(one) for one in granted]
