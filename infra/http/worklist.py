"""What waits for whom."""

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
from infra.http.values import ApiModel, IsoDate
from infra.store.views.asking import Kept
from projections.worklist import WorkRow

router = APIRouter(tags=["work"])


class WorkTold(ApiModel):
    """An action that is expected of a role."""

    case: str
    matter: str
    action: str
    for_whom: str
    since: IsoDate
    until: IsoDate | None
    says: str


class WorkPage(Page[WorkTold]):
    """The worklist of a scheme."""


class WorkQuery(SchemeQuery):
    action: Word | None = None


@router.get("/worklist")
def list_work(
    query: Annotated[WorkQuery, Query()],
    house: House,
    caller: SignedIn,
    request: Request,
    response: Response,
) -> WorkPage:
    """What waits for whom on a legal day, as known at a moment."""
    found(house, query.scheme)
    require_reading(caller, query.scheme)
    items, following = one_page(
        request,
        response,
        query,
        BY_DAY,
        partial(
            house.views.worklist.search,
            on=query.on or house.today,
            scheme=query.scheme,
            number=query.case,
            for_whom=query.for_whom,
            action=query.action,
            known_at=query.known_at,
        ),
        _work_told,
    )
    return WorkPage(items=items, next=following)


def _work_told(kept: Kept[WorkRow]) -> WorkTold:
    return WorkTold(**vars(kept.row), case=kept.number)
