"""Terms as a calendar (RFC 5545): one whole-day event for each, nothing personal in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from fastapi import Response
from icalendar import Calendar, Event

REFRESH = timedelta(hours=1)


def as_calendar(terms: Iterable[Any], now: datetime, answered: Response) -> Response:
    """The terms with a known day; a term that is void or met is shown as cancelled."""
    calendar = Calendar()
    calendar.add("prodid", "-//Griffie//Deadlines//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Griffie: deadlines")
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for term in terms:
        if term.due is not None:
            calendar.add_component(_event(term, now))
    headers = {"Link": answered.headers["Link"]} if "Link" in answered.headers else {}
    return Response(calendar.to_ical(), media_type="text/calendar", headers=headers)


def _event(term: Any, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{term.case}.{term.key}@griffie")
    event.add("dtstamp", now)
    event.add("dtstart", term.due)
    event.add("summary", f"{term.name} ({term.place.at}) - {term.case}")
    event.add("description", "\n".join(f"{s.day}: {s.says} ({s.place.at})" for s in term.steps))
    event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if term.state in ("void", "met") else "CONFIRMED")
    event.add("categories", [term.term, term.for_whom])
    return event
