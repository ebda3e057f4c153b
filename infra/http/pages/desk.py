"""For who works with the cases: the deadline queue, the cases, and one case through time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, NamedTuple

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from domain.case import CaseFile
from domain.fact import Recorded
from domain.schemes import Scheme
from infra.http.case_list import BY_NUMBER, summary_told
from infra.http.cases import open_to
from infra.http.cursors import cursor_of, key_at
from infra.http.deadlines import deadline_told
from infra.http.mandate import reads, require_file
from infra.http.pages.alike import together
from infra.http.pages.public import day_in, missing
from infra.http.pages.rendering import page
from infra.http.pages.visitor import Visitor
from infra.http.parts import House, Parts
from infra.http.problems import ProblemError
from infra.http.queries import CASE_NUMBER
from infra.http.sign_in import Caller
from infra.http.told.cases import matters_told
from infra.http.told.citations import citations_told
from infra.http.told.facts import FactTold, fact_told
from infra.http.told.terms import term_told
from services.commands import NotOnFile

router = APIRouter(include_in_schema=False)
SHOWN = 100
STATES = ("open", "overdue", "running", "suspended", "met", "missed", "void")
TO_SIGN_IN = RedirectResponse("/sign-in", status_code=303)


@dataclass(frozen=True)
class Told:
    """One fact of the trail, in words."""

    told: FactTold
    words: str
    is_decision: bool
    said: tuple[tuple[str, tuple[str, ...]], ...]


class Choice(NamedTuple):
    """The schemes whose files somebody reads, and the one of them that a page shows."""

    schemes: list[Scheme]
    shown: Scheme


@router.get("/queue")
def queue_page(
    request: Request,
    house: House,
    caller: Visitor,
    state: str = "open",
    forWhom: str = "",  # noqa: N803  the spelling of the address
    on: str = "",
    scheme: str = "",
) -> Response:
    choice = _choice(house, caller, scheme)
    if caller is None or choice is None:
        return TO_SIGN_IN
    day = day_in(on) or house.today
    chosen: Any = state if state in STATES else "open"
    who = forWhom if forWhom in choice.shown.roles else ""
    rows = house.views.deadlines.search(
        on=day, scheme=choice.shown.id, state=chosen, for_whom=who or None, limit=SHOWN + 1
    )
    given: dict[str, Any] = {
        "rows": together([deadline_told(kept, day) for kept in rows[:SHOWN]]),
        "terms": min(len(rows), SHOWN),
        "more": len(rows) > SHOWN,
        "asked": {"state": chosen, "for_whom": who},
        "roles": list(choice.shown.roles),
        "on": day,
        **choice._asdict(),
    }
    return page(request, "queue.html", caller=caller, here="/queue", **given)


@router.get("/cases")
def cases_page(
    request: Request, house: House, caller: Visitor, cursor: str = "", scheme: str = ""
) -> Response:
    choice = _choice(house, caller, scheme)
    if caller is None or choice is None:
        return TO_SIGN_IN
    try:
        after = key_at(cursor, BY_NUMBER) if cursor else None
    except ProblemError:
        after = None
    found = house.views.cases.search(scheme=choice.shown.id, after=after, limit=SHOWN + 1)
    following = cursor_of(*found[SHOWN - 1].cursor) if len(found) > SHOWN else ""
    given: dict[str, Any] = {
        "rows": [summary_told(kept) for kept in found[:SHOWN]],
        "following": following,
        **choice._asdict(),
    }
    return page(request, "cases.html", caller=caller, here="/cases", **given)


@router.get("/cases/{number}")
def case_page(
    number: str, request: Request, house: House, caller: Visitor, version: str = ""
) -> Response:
    if caller is None:
        return TO_SIGN_IN
    file = _file(house, caller, number)
    if file is None:
        return missing(request, caller)
    shown = min(int(version), file.version) if re.fullmatch("[1-9][0-9]{0,8}", version) else 0
    given = _case(house, caller, file, shown or file.version)
    return page(request, "case.html", caller=caller, here="/cases", **given)


def _case(house: Parts, caller: Caller, file: CaseFile[Any], shown: int) -> dict[str, Any]:
    under = house.casework.under(file)
    stood = under.kind.recalled(file.trail[:shown])
    latest = shown == file.version
    on = house.today if latest else stood.trail[-1].fact.on
    known_at = None if latest else stood.trail[-1].recorded_at
    return {
        "file": file,
        "trail": [_told(record) for record in file.trail],
        "shown": shown,
        "on": on,
        "standing": under.shown.standing(stood),
        "matters": matters_told(stood),
        "citations": list(citations_told(house.casework, stood, known_at=known_at)),
        "terms": [term_told(term, on) for term in house.casework.terms(stood)],
        "open": open_to(house, caller, file, house.today) if latest else [],
    }


def _told(record: Recorded) -> Told:
    told = fact_told(record)
    said = tuple((_spaced(name), _each(value)) for name, value in told.content.items())
    words = told.fact.partition(".")[2].replace("-", " ")
    return Told(told, words, bool(record.checks), said)


def _spaced(name: str) -> str:
    return re.sub("([A-Z])", lambda m: f" {m[1].lower()}", name)


def _each(value: Any) -> tuple[str, ...]:
    """What a field holds; of several things that have parts of their own, each by itself."""
    if isinstance(value, list) and any(isinstance(one, dict) for one in value):
        return tuple(map(_shown, value))
    return (_shown(value),)


def _shown(value: Any) -> str:
    """A value in words; nested ones as name and value pairs."""
    if isinstance(value, dict):
        return ", ".join(f"{_spaced(str(k))} {_shown(v)}" for k, v in value.items())
    if isinstance(value, list):
        return ", ".join(map(_shown, value)) or "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "-" if value in (None, "") else str(value)


def _file(house: Parts, caller: Caller, number: str) -> CaseFile[Any] | None:
    """The file, if there is one and the caller may know so."""
    if not re.fullmatch(CASE_NUMBER, number):
        return None
    try:
        file = house.casework.file(number)
        require_file(caller, file)
    except (NotOnFile, ProblemError):
        return None
    return file


def _choice(house: Parts, caller: Caller | None, asked: str) -> Choice | None:
    """Nothing for who reads no files; the first scheme when none of theirs was asked for."""
    schemes = house.casework.schemes
    read = [one for name, one in schemes.items() if caller and reads(caller, name)]
    if not read:
        return None
    return Choice(read, next((one for one in read if one.id == asked), read[0]))
