"""The register as a page: look somebody up, see one entry, on any day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import parse_qs

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.concurrency import run_in_threadpool

from domain.schemes import Scheme
from infra.http.pages.rendering import page
from infra.http.pages.visitor import Visitor
from infra.http.parts import House, Parts
from infra.http.register import ENTRY
from infra.store.views.asking import Kept
from projections.register import RegisterRow

router = APIRouter(include_in_schema=False)
SHOWN = 50
LONGEST_NAME = 100


@dataclass(frozen=True)
class Sought:
    name: str = ""
    on: date | None = None
    scheme: str = ""


@dataclass(frozen=True)
class Line:
    """An entry as a page shows it: what its scheme makes public, and nothing else.

    ``title`` is what it is recognised by when that is not the name of a person: the training, or
    the centre with its location and qualification. ``more`` is what else the scheme makes public.
    """

    row: RegisterRow
    scheme: Scheme
    title: str
    more: Mapping[str, str]


@router.get("/")
def register_page(
    request: Request, house: House, caller: Visitor, scheme: str = "", on: str = ""
) -> HTMLResponse:
    return _found(request, house, caller, Sought(on=day_in(on), scheme=scheme))


@router.post("/")
async def search_page(request: Request, house: House, caller: Visitor) -> HTMLResponse:
    """A search comes in a body, so that no name stands in an address."""
    form = parse_qs((await request.body()).decode("utf-8", "replace"))
    given = {name: form.get(name, [""])[0] for name in ("name", "on", "scheme")}
    sought = Sought(given["name"][:LONGEST_NAME], day_in(given["on"]), given["scheme"])
    return await run_in_threadpool(_found, request, house, caller, sought)


@router.get("/register/{entry}")
def entry_page(
    entry: str, request: Request, house: House, caller: Visitor, on: str = ""
) -> HTMLResponse:
    day = day_in(on) or house.today
    for scheme in house.casework.schemes if re.fullmatch(ENTRY, entry) else ():
        kept = house.views.register.entry(scheme, entry, on=day)
        if kept is not None:
            line = _line(house, kept)
            return page(request, "entry.html", line=line, on=day, caller=caller)
    return missing(request, caller)


def _found(request: Request, house: Parts, caller: Any, sought: Sought) -> HTMLResponse:
    on = sought.on or house.today
    text = sought.name.strip() or None
    schemes = house.casework.schemes
    registers = [one for one in schemes.values() if one.public_fields]
    chosen = sought.scheme if sought.scheme in schemes else None
    lines = house.views.register.search(chosen, on=on, text=text, limit=SHOWN + 1)
    given: dict[str, Any] = {
        "lines": [_line(house, kept) for kept in lines[:SHOWN]],
        "registers": registers,
        "more": len(lines) > SHOWN,
        "asked": sought,
        "on": on,
        "caller": caller,
        "here": "/",
    }
    return page(request, "register.html", **given)


def _line(house: Parts, kept: Kept[RegisterRow]) -> Line:
    scheme = house.casework.schemes[kept.scheme]
    named_by = [key for under in scheme.files.values() for key in under.shown.named_by]
    more = kept.row.more
    public = {key: more[key] for key in scheme.public_fields if more.get(key)}
    title = " \u00b7 ".join(public[key] for key in named_by if key in public)
    beside = {key: value for key, value in public.items() if key not in named_by[:1]}
    return Line(kept.row, scheme, title, beside)


def missing(request: Request, caller: Any) -> HTMLResponse:
    given: dict[str, Any] = {
        "title": "Not found",
        "detail": "There is no such page, entry or case.",
    }
    return page(request, "problem.html", 404, caller=caller, **given)


def day_in(text: str) -> date | None:
    """The day that a date field gives; nothing for what is none."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if 1900 <= day.year <= 2200 else None
