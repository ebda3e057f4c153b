"""Moments as other systems write them: exactly the instant that is meant, or none at all."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone, tzinfo

from infra.exchange.faults import Wrong

ISO = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:[T ](?P<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:[.,](?P<part>[0-9]{1,12}))?)?"
    r"(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})?"
)
WRITE = "write it like 2011-10-11T13:45:40.276+02:00, or give time_format in the mapping"


def moment(text: str, zone: tzinfo, written: str = "") -> datetime:
    """The moment, with its own offset from UTC; without one, it is told by clocks in ``zone``.

    ``written`` is the format of Python's strptime; without it the text is ISO 8601, and a day
    alone is its midnight. Raises Wrong, also for a time that clocks in the zone show twice or
    never, and for one that is finer than a microsecond: it could not be given back exactly.
    """
    try:
        read = datetime.strptime(text, written) if written else _iso(text)  # noqa: DTZ007  below
    except ValueError as wrong:
        if isinstance(wrong, Wrong):
            raise
        raise Wrong("this is no day and time", _like(written)) from None
    placed = read if read.tzinfo else _placed(read, zone)
    offset = placed.utcoffset()
    return placed.replace(tzinfo=timezone(offset or timedelta()))


def _like(written: str) -> str:
    return f"the mapping says that times are written as {written}" if written else WRITE


def _iso(text: str) -> datetime:
    found = ISO.fullmatch(text)
    if found is None:
        raise Wrong("this is no day and time", WRITE)
    part = found["part"] or ""
    if part[6:].strip("0"):
        raise Wrong("this is finer than a microsecond", "give six digits after the point at most")
    time = found["time"] or "00:00"
    zone = (found["zone"] or "").replace("Z", "+00:00")
    seconds = time if time.count(":") == 2 else f"{time}:00"
    return datetime.fromisoformat(f"{found['day']}T{seconds}.{part[:6]:0<6}{zone}")


def _placed(read: datetime, zone: tzinfo) -> datetime:
    early, late = (read.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    if early.utcoffset() != late.utcoffset():
        raise Wrong(
            f"clocks in {zone} showed this time twice, or never, when they changed",
            "give the offset from UTC, such as +02:00",
        )
    return early
