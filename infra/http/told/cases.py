"""How a case file reads on the wire."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from domain.case import CaseFile
from infra.http.told.citations import CitationTold
from infra.http.told.terms import TermTold
from infra.http.values import ApiModel, IsoDate, Json, Uuid


class MatterTold(ApiModel):
    """One procedure inside the case file."""

    matter: str
    standing: str
    since: IsoDate


class CaseTold(ApiModel):
    """A case file as it stands, or stood."""

    number: str
    scheme: str
    kind: str
    edition: str
    person: Uuid | None
    version: int
    standing: str
    opened_on: IsoDate
    matters: list[MatterTold]
    terms: list[TermTold]
    citations: list[CitationTold]
    open_actions: list[str] = Field(description="What the caller may ask now")
    state: Json


def matters_told(file: CaseFile[Any]) -> list[MatterTold]:
    """Every procedure that the state of a file holds."""
    held = [
        one
        for value in vars(file.state).values()
        if isinstance(value, dict)
        for one in value.values()
        if hasattr(one, "matter") and hasattr(one, "standing") and hasattr(one, "since")
    ]
    return [MatterTold(matter=m.matter, standing=m.standing, since=m.since) for m in held]
