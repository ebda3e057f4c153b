"""How a place in a text reads on the wire."""

from __future__ import annotations

from pydantic import Field

from domain.law import Place
from infra.http.values import ApiModel


class PlaceTold(ApiModel):
    """Where in a text; with the reading where the text itself is silent or unclear."""

    text: str
    at: str
    reading: str | None = Field(None, description="Ours, not the text's")


def place_told(place: Place) -> PlaceTold:
    return PlaceTold(text=place.text, at=place.at, reading=place.reading or None)
