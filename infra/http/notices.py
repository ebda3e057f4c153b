"""What must be told to whom, and when it was."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query
from pydantic import Field

from infra.http.cursors import Page
from infra.http.listing import Lists
from infra.http.queries import SchemeQuery
from infra.http.routes import Routes
from infra.http.told.places import PlaceTold, place_told
from infra.http.values import ApiModel, IsoDate
from infra.store.views.asking import Kept
from projections.notices import NoticeRow

router = Routes(tags=["work"])


class NoticeTold(ApiModel):
    """Something that must be told, and when it was."""

    case: str
    matter: str
    notice: str
    to: str
    says: str
    since: IsoDate
    until: IsoDate | None
    written: bool
    sent_on: IsoDate | None
    place: PlaceTold


class NoticePage(Page[NoticeTold]):
    """The notices of a scheme."""


class NoticeQuery(SchemeQuery):
    sent: bool | None = Field(None, description="Only those sent, or not sent, by that day")


@router.get("/notices")
def list_notices(query: Annotated[NoticeQuery, Query()], lists: Lists) -> NoticePage:
    """What must be told to whom on a legal day, as known at a moment."""
    items, following = lists.page(
        query,
        lists.house.views.notices.search,
        _notice_told,
        recipient=query.for_whom,
        sent=query.sent,
    )
    return NoticePage(items=items, next=following)


def _notice_told(kept: Kept[NoticeRow]) -> NoticeTold:
    row = {**vars(kept.row), "place": place_told(kept.row.place)}
    return NoticeTold(to=row.pop("recipient"), **row, case=kept.number)
