"""What is looked into, stands suspended or under remedy, or is to be reviewed."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from infra.http.cursors import Page
from infra.http.listing import Lists
from infra.http.queries import SchemeQuery, Word
from infra.http.told.places import PlaceTold, place_told
from infra.http.values import ApiModel, IsoDate
from infra.store.views.asking import Kept
from projections.audits import AuditRow

router = APIRouter(tags=["work"])


class AuditTold(ApiModel):
    """Something that is looked into, stands suspended or under remedy, or is to be reviewed."""

    case: str
    matter: str
    status: str
    since: IsoDate
    until: IsoDate | None
    for_whom: str
    next: str
    due: IsoDate | None
    under: PlaceTold


class AuditPage(Page[AuditTold]):
    """The audit status of a scheme."""


class AuditQuery(SchemeQuery):
    status: Word | None = None


@router.get("/audits")
def list_audits(query: Annotated[AuditQuery, Query()], lists: Lists) -> AuditPage:
    """What is looked into on a legal day, as known at a moment."""
    items, following = lists.page(
        query,
        lists.house.views.audits.search,
        _audit_told,
        for_whom=query.for_whom,
        status=query.status,
    )
    return AuditPage(items=items, next=following)


def _audit_told(kept: Kept[AuditRow]) -> AuditTold:
    return AuditTold(**{**vars(kept.row), "under": place_told(kept.row.under)}, case=kept.number)
