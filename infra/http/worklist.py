"""What waits for whom."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from infra.http.cursors import Page
from infra.http.listing import Lists
from infra.http.queries import SchemeQuery, Word
from infra.http.routes import Routes
from infra.http.values import ApiModel, IsoDate
from infra.store.views.asking import Kept
from projections.worklist import WorkRow

router = Routes(tags=["work"])


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
def list_work(query: Annotated[WorkQuery, Query()], lists: Lists) -> WorkPage:
    """What waits for whom on a legal day, as known at a moment."""
    items, following = lists.page(
        query,
        lists.house.views.worklist.search,
        _work_told,
        for_whom=query.for_whom,
        action=query.action,
    )
    return WorkPage(items=items, next=following)


def _work_told(kept: Kept[WorkRow]) -> WorkTold:
    return WorkTold(**vars(kept.row), case=kept.number)
