"""What is looked into, stands suspended or under remedy; and how each holder stands in audits."""

from __future__ import annotations

from typing import Annotated, Any, cast

from fastapi import Query
from pydantic import Field

from domain.shown import About
from infra.http.cursors import Page
from infra.http.listing import Lists
from infra.http.negotiation import CSV, Negotiated
from infra.http.queries import BY_CASE, SchemeQuery, Word
from infra.http.routes import Routes
from infra.http.spreadsheets import as_csv
from infra.http.told.audits import (
    AuditTold,
    HolderLine,
    HolderTold,
    audit_told,
    holder_line,
    holder_told,
)
from infra.http.values import IsoDate
from infra.store.views.audits import State

router = Routes(tags=["work"])
SHEET: dict[int | str, dict[str, Any]] = {200: {"content": {CSV: {}}}}


class AuditPage(Page[AuditTold]):
    """The audit status of a scheme."""


class HolderPage(Page[HolderTold]):
    """Holders, in the order of their case numbers."""


class AuditQuery(SchemeQuery):
    """Only what fits all that is given."""

    status: Word | None = None
    about: About | None = None
    state: State | None = Field(None, description="overdue: not closed, and past its due day")
    finding_class: Word | None = Field(None, description="In the scheme's words, such as major")
    finding_state: Word | None = Field(None, description="In the scheme's words, such as open")
    due_from: IsoDate | None = None
    due_until: IsoDate | None = None


OF_A_PAGE = {*SchemeQuery.model_fields} - {"for_whom"}


@router.get("/audits", responses=SHEET)
def list_audits(
    query: Annotated[AuditQuery, Query()], lists: Lists, wanted: Negotiated
) -> AuditPage:
    """What is looked into on a legal day, as known at a moment; what was closed stays listed."""
    on = lists.on(query)
    items, following = lists.page(
        query,
        lists.house.views.audits.search,
        lambda kept: audit_told(kept.number, kept.row, on),
        **query.model_dump(by_alias=False, exclude=OF_A_PAGE),
    )
    page = AuditPage(items=items, next=following)
    # FastAPI takes both: the page, and a response that was made of it.
    return cast(AuditPage, as_csv(page, AuditTold, lists.response) if wanted == CSV else page)


@router.get("/audit-holders", responses=SHEET)
def list_audit_holders(
    query: Annotated[AuditQuery, Query()], lists: Lists, wanted: Negotiated
) -> HolderPage:
    """The holders of whom something fits what is asked; the figures are of all they have."""
    on = lists.on(query)
    items, following = lists.page(
        query,
        lists.house.views.audits.holders,
        lambda holder: holder_told(holder, on),
        shape=BY_CASE,
        **query.model_dump(by_alias=False, exclude=OF_A_PAGE),
    )
    if wanted == CSV:
        lines = Page[HolderLine](items=[holder_line(one) for one in items], next=following)
        return cast(HolderPage, as_csv(lines, HolderLine, lists.response))
    return HolderPage(items=items, next=following)
