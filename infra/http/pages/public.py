"""The register as a page: look somebody up, see one entry, on any day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import parse_qs

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.concurrency import run_in_threadpool

from infra.http.pages.rendering import page
from infra.http.pages.visitor import Visitor
from infra.http.parts import House, Parts
from infra.http.register import ENTRY

router = APIRouter(include_in_schema=False)
SHOWN = 50
LONGEST_NAME = 100


@dataclass(frozen=True)
class Sought:
    name: str = ""
    on: date | None = None


@router.get("/")
def register_page(request: Request, house: House, caller: Visitor) -> HTMLResponse:
    return _found(request, house, caller, Sought())


@router.post("/")
async def search_page(request: Request, house: House, caller: Visitor) -> HTMLResponse:
    """A search comes in a body, so that no name stands in an address."""
    form = parse_qs((await request.body()).decode("utf-8", "replace"))
    sought = Sought(form.get("name", [""])[0][:LONGEST_NAME], day_in(form.get("on", [""])[0]))
    return await run_in_threadpool(_found, request, house, caller, sought)


@router.get("/register/{entry}")
def entry_page(
    entry: str, request: Request, house: House, caller: Visitor, on: str = ""
) -> HTMLResponse:
    day = day_in(on) or house.today
    for scheme in house.casework.schemes if re.fullmatch(ENTRY, entry) else ():
        kept = house.views.register.entry(scheme, entry, on=day)
        if kept is not None:
            under = house.casework.schemes[scheme]
            return page(request, "entry.html", line=kept.row, under=under, on=day, caller=caller)
    return missing(request, caller)


def _found(request: Request, house: Parts, caller: Any, sought: Sought) -> HTMLResponse:
    on = sought.on or house.today
    text = sought.name.strip() or None
    lines = house.views.register.search(None, on=on, text=text, limit=SHOWN + 1)
    given: dict[str, Any] = {
        "lines": [kept.row for kept in lines[:SHOWN]],
        "more": len(lines) > SHOWN,
        "asked": sought,
        "on": on,
        "caller": caller,
        "here": "/",
    }
    return page(request, "register.html", **given)


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
