"""Which cases there are, and how they stand."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import Query, Request, Response
from pydantic import Field, TypeAdapter

from infra.http.cursors import Page
from infra.http.mandate import require_reading
from infra.http.parts import House
from infra.http.queries import CaseNumber, ListQuery, SchemeWord, Word, one_page
from infra.http.routes import Routes
from infra.http.schemes import found
from infra.http.sign_in import SignedIn
from infra.http.values import ApiModel, IsoDate, UtcMoment
from infra.store.views.asking import Kept
from projections.cases import CaseRow

router = Routes(tags=["cases"])


class CaseSummary(ApiModel):
    """One case in a list; no personal data is in it."""

    number: str
    scheme: str
    kind: str
    title: str | None = Field(description="What it is about; null when that is a person")
    standing: str
    opened_on: IsoDate
    last_on: IsoDate
    last_at: UtcMoment
    version: int
    has_remarks: bool
    has_erased: bool


class CasePage(Page[CaseSummary]):
    """Cases of a scheme, by number."""


class CaseQuery(ListQuery):
    scheme: SchemeWord
    kind: Word | None = None
    standing: Word | None = None
    opened_from: IsoDate | None = None
    opened_until: IsoDate | None = None
    moved_from: IsoDate | None = Field(None, description="First legal day of the latest fact")
    moved_until: IsoDate | None = None


BY_NUMBER = TypeAdapter(tuple[CaseNumber, SchemeWord])


@router.get("/cases")
def list_cases(
    query: Annotated[CaseQuery, Query()],
    house: House,
    caller: SignedIn,
    request: Request,
    response: Response,
) -> CasePage:
    """The cases of a scheme, by number."""
    found(house, query.scheme)
    require_reading(caller, query.scheme)
    items, following = one_page(
        request,
        response,
        query,
        BY_NUMBER,
        partial(
            house.views.cases.search,
            **query.model_dump(by_alias=False, exclude={"cursor", "limit"}),
        ),
        summary_told,
    )
    return CasePage(items=items, next=following)


def summary_told(kept: Kept[CaseRow]) -> CaseSummary:
    told = {k: v for k, v in vars(kept.row).items() if k not in ("person", "erasure_open")}
    told["title"] = kept.row.title or None
    return CaseSummary(number=kept.number, scheme=kept.scheme, **told)
