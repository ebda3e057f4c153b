"""Which media type an answer gets: what the client accepts, of what the route offers.

A route offers JSON, and every other type that its OpenAPI names for a 2xx answer:
`responses={200: {"content": {"text/csv": {}}}}`. So what is told and what is done are one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from fastapi.datastructures import DefaultPlaceholder
from fastapi.routing import APIRoute

from infra.http.problems import PROBLEM_JSON, not_acceptable

JSON = "application/json"
CSV = "text/csv"
CALENDAR = "text/calendar"


@dataclass(frozen=True)
class _Range:
    """One member of an Accept header (RFC 9110, 12.5.1)."""

    kind: str
    subkind: str
    weight: float

    def covers(self, media: str) -> bool:
        kind, _, subkind = media.partition("/")
        return self.kind in ("*", kind) and self.subkind in ("*", subkind)

    @property
    def precision(self) -> int:
        return (self.kind != "*") + (self.subkind != "*")


def pick(accept: str | None, offered: Sequence[str]) -> str | None:
    """The best of `offered` (first of equals), or None when `accept` excludes them all."""
    if accept is None or not accept.strip():
        return offered[0]
    ranges = _ranges(accept)
    best = max(offered, key=lambda media: _weight(media, ranges))
    return best if _weight(best, ranges) > 0 else None


def _weight(media: str, ranges: Sequence[_Range]) -> float:
    names = (media, PROBLEM_JSON) if media == JSON else (media,)
    covering = [r for r in ranges if any(r.covers(name) for name in names)]
    return max(covering, key=lambda r: r.precision).weight if covering else 0


def _ranges(accept: str) -> list[_Range]:
    ranges = []
    for member in accept.lower().split(","):
        media, *parameters = (part.strip() for part in member.split(";"))
        kind, slash, subkind = media.partition("/")
        weight = _quality(parameters)
        if slash and kind and subkind and weight is not None:
            ranges.append(_Range(kind, subkind, weight))
    return ranges


def _quality(parameters: Sequence[str]) -> float | None:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                quality = float(value)
            except ValueError:
                return None
            return quality if 0 <= quality <= 1 else None
    return 1


def offered_by(route: APIRoute) -> list[str]:
    """What a route offers, its own kind first."""
    declared = route.response_class
    usual = declared.value if isinstance(declared, DefaultPlaceholder) else declared
    media = [usual.media_type or JSON]
    for status, response in route.responses.items():
        if str(status).startswith("2"):
            media += [kind for kind in response.get("content", {}) if kind not in media]
    return media


def chosen(request: Request, offered: Sequence[str]) -> str:
    """The media type to answer in. Raises ProblemError 406 when the client takes none of them."""
    best = pick(",".join(request.headers.getlist("accept")), offered)
    if best is None:
        raise not_acceptable(offered)
    return best


async def _negotiated(request: Request) -> str:
    return chosen(request, offered_by(request.scope["route"]))


Negotiated = Annotated[str, Depends(_negotiated)]
"""For a route that offers more than one type: `wanted: Negotiated`, then `if wanted == CSV:`."""
