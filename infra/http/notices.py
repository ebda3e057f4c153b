"""What must be told to whom, and when it was."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from infra.http.cursors import Page
from infra.http.mandate import require_reading
from infra.http.parts import House
from infra.http.queries import BY_DAY, SchemeQuery, one_page
from infra.http.schemes import found
from infra.http.sign_in import SignedIn
from infra.http.told.places import PlaceTold, place_told
from infra.http.values import ApiModel, IsoDate
from infra.store.views.asking import Kept
from projections.notices import NoticeRow

router = APIRouter(tags=["work"])


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
def list_notices(
    query: Annotated[NoticeQuery, Query()],
    house: House,
    caller: SignedIn,
    request: Request,
    response: Response,
) -> NoticePage:
    """What must be told to whom on a legal day, as known at a moment."""
    found(house, query.scheme)
    require_reading(caller, query.scheme)
    items, following = one_page(
        request,
        response,
        query,
        BY_DAY,
        partial(
            house.views.notices.search,
            on=query.on or house.today,
            scheme=query.scheme,
            number=query.case,
            recipient=query.for_whom,
            sent=query.sent,
            known_at=query.known_at,
        ),
        _notice_told,
    )
    return NoticePage(items=items, next=following)


def _notice_told(kept: Kept[NoticeRow]) -> NoticeTold:
    row = {**vars(kept.row), "place": place_told(kept.row.place)}
    return NoticeTold(to=row.pop("recipient"), **row, case=kept.number)
