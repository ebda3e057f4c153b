"""What is looked into, stands suspended or under remedy, or is to be reviewed."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from infra.http.cursors import Page
from infra.http.mandate import require_reading
from infra.http.parts import House
from infra.http.queries import BY_DAY, SchemeQuery, Word, one_page
from infra.http.schemes import found
from infra.http.sign_in import SignedIn
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
def list_audits(
    query: Annotated[AuditQuery, Query()],
    house: House,
    caller: SignedIn,
    request: Request,
    response: Response,
) -> AuditPage:
    """What is looked into on a legal day, as known at a moment."""
    found(house, query.scheme)
    require_reading(caller, query.scheme)
    items, following = one_page(
        request,
        response,
        query,
        BY_DAY,
        partial(
            house.views.audits.search,
            on=query.on or house.today,
            scheme=query.scheme,
            number=query.case,
            for_whom=query.for_whom,
            status=query.status,
            known_at=query.known_at,
        ),
        _audit_told,
    )
    return AuditPage(items=items, next=following)


def _audit_told(kept: Kept[AuditRow]) -> AuditTold:
    return AuditTold(**{**vars(kept.row), "under": place_told(kept.row.under)}, case=kept.number)
