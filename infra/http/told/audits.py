"""How audit status reads on the wire: one thing that is looked into, and a holder as a whole."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from domain.shown import About, Stage
from infra.http.told.places import PlaceTold, place_told
from infra.http.values import ApiModel, IsoDate
from infra.store.views.audits import Holder
from projections.audits import AuditRow


class AuditTold(ApiModel):
    """Something that is looked into, stands suspended or under remedy, or is to be reviewed."""

    case: str
    matter: str
    about: About
    stage: Stage = Field(description="An audit is expected, planned, open, and then closed")
    overdue: bool = Field(description="Not closed, and the due day has passed")
    status: str
    since: IsoDate
    until: IsoDate | None
    for_whom: str | None
    next: str | None
    due: IsoDate | None
    due_under: PlaceTold | None = Field(description="What the due day rests on")
    term: str | None = Field(description="The term that set the due day, if one did")
    finding_class: str | None
    finding_state: str | None
    under: PlaceTold


class FindingsTold(ApiModel):
    """How many findings have this class and stand so."""

    finding_class: str
    finding_state: str
    count: int


class HolderTold(ApiModel):
    """A holder, by its case: its audits by stage, its findings, and what is due next."""

    case: str
    scheme: str
    expected: int = Field(description="Audits that have to be, and have no day yet")
    planned: int
    open: int
    overdue: int = Field(description="Of the audits that are not closed, those past their day")
    closed: int
    findings: list[FindingsTold]
    next_due: AuditTold | None = Field(description="What has the first due day, if not closed")


class HolderLine(ApiModel):
    """A holder as one line of a sheet."""

    case: str
    scheme: str
    expected: int
    planned: int
    open: int
    overdue: int
    closed: int
    findings: str = Field(description="Class, state and number of each")
    due: IsoDate | None
    matter: str | None
    next: str | None
    for_whom: str | None
    due_under: PlaceTold | None


NULL_WHEN_EMPTY = ("for_whom", "next", "term", "finding_class", "finding_state")


def audit_told(number: str, row: AuditRow, on: date) -> AuditTold:
    told = {
        name: value or None if name in NULL_WHEN_EMPTY else value
        for name, value in vars(row).items()
    }
    places = {
        "under": place_told(row.under),
        "due_under": place_told(row.due_under) if row.due_under else None,
    }
    return AuditTold.model_validate(
        {**told, **places, "case": number, "overdue": row.is_overdue(on)}
    )


def holder_told(holder: Holder, on: date) -> HolderTold:
    stands = holder.audited
    first = stands.next_due
    return HolderTold(
        case=holder.number,
        scheme=holder.scheme,
        expected=stands.expected,
        planned=stands.planned,
        open=stands.open,
        overdue=stands.overdue,
        closed=stands.closed,
        findings=[FindingsTold(**vars(one)) for one in stands.findings],
        next_due=audit_told(holder.number, first, on) if first else None,
    )


def holder_line(told: HolderTold) -> HolderLine:
    first = told.next_due
    figures = told.model_dump(exclude={"findings", "next_due"})
    return HolderLine(
        **figures,
        findings=", ".join(
            f"{one.finding_class} {one.finding_state}: {one.count}" for one in told.findings
        ),
        due=first.due if first else None,
        matter=first.matter if first else None,
        next=first.next if first else None,
        for_whom=first.for_whom if first else None,
        due_under=first.due_under if first else None,
    )
