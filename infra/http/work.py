"""What is looked into, what waits for whom, what must be told, and which cases there are."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field, TypeAdapter

from infra.http.cursors import Page
from infra.http.mandate import require_reading
from infra.http.parts import House
from infra.http.queries import (
    BY_DAY,
    CaseNumber,
    ListQuery,
    SchemeQuery,
    SchemeWord,
    Word,
    one_page,
)
from infra.http.schemes import found
from infra.http.sign_in import SignedIn
from infra.http.told import PlaceTold, place_told
from infra.http.values import ApiModel, IsoDate, UtcMoment
from infra.store.views.asking import Kept
from projections.audits import AuditRow
from projections.cases import CaseRow
from projections.notices import NoticeRow
from projections.worklist import WorkRow

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


class CaseSummary(ApiModel):
    """One case in a list; no personal data is in it."""

    number: str
    scheme: str
    kind: str
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
        lambda after, limit: house.views.audits.search(
            on=query.on or house.today,
            scheme=query.scheme,
            number=query.case,
            for_whom=query.for_whom,
            status=query.status,
            known_at=query.known_at,
            after=after,
            limit=limit,
        ),
        _audit_told,
    )
    return AuditPage(items=items, next=following)


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
        lambda after, limit: house.views.worklist.search(
            on=query.on or house.today,
            scheme=query.scheme,
            number=query.case,
            for_whom=query.for_whom,
            action=query.action,
            known_at=query.known_at,
            after=after,
            limit=limit,
        ),
        _work_told,
    )
    return WorkPage(items=items, next=following)


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
        lambda after, limit: house.views.notices.search(
            on=query.on or house.today,
            scheme=query.scheme,
            number=query.case,
            recipient=query.for_whom,
            sent=query.sent,
            known_at=query.known_at,
            after=after,
            limit=limit,
        ),
        _notice_told,
    )
    return NoticePage(items=items, next=following)


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
        lambda after, limit: house.views.cases.search(
            **query.model_dump(by_alias=False, exclude={"cursor", "limit"}),
            after=after,
            limit=limit,
        ),
        summary_told,
    )
    return CasePage(items=items, next=following)


def _audit_told(kept: Kept[AuditRow]) -> AuditTold:
    return AuditTold(**{**vars(kept.row), "under": place_told(kept.row.under)}, case=kept.number)


def _work_told(kept: Kept[WorkRow]) -> WorkTold:
    return WorkTold(**vars(kept.row), case=kept.number)


def _notice_told(kept: Kept[NoticeRow]) -> NoticeTold:
    row = {**vars(kept.row), "place": place_told(kept.row.place)}
    return NoticeTold(to=row.pop("recipient"), **row, case=kept.number)


def summary_told(kept: Kept[CaseRow]) -> CaseSummary:
    told = {k: v for k, v in vars(kept.row).items() if k not in ("person", "erasure_open")}
    return CaseSummary(number=kept.number, scheme=kept.scheme, **told)
