"""A register entry as a message: what a list of the register shows of it, and no more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from infra.http.register import EntryTold
from infra.kafka.messages import Event

SHOWN = "nl.griffie.register-entry.shown"
REMOVED = "nl.griffie.register-entry.removed"


class Difference(NamedTuple):
    """An entry that reads otherwise than its topic says; ``digest`` is null when it is gone.

    ``told`` says whether the topic holds something of it, ``told_erased`` whether that was
    already without what was erased. The last columns are those of the register.
    """

    scheme: str
    entry: str
    case_number: str
    digest: bytes | None
    told: bool
    told_erased: bool
    type: str
    status: str
    day: date | None
    day_means: str
    since: date
    until: date | None
    name: str | None
    erased: bool | None
    note: str
    more: dict[str, str]

    @property
    def key(self) -> str:
        return f"{self.scheme}/{self.entry}"


def as_events(one: Difference, source: str, position: int, at: datetime) -> Iterator[Event]:
    """What is to be said of an entry, as read when the register stood at a position.

    Who was erased goes by a tombstone first: then a reader that only knows removal removes too,
    and what is still shown comes anew. Nothing is said of the removal of what was never told.
    """
    gone = one.digest is None or (one.erased and one.told and not one.told_erased)
    if gone:
        yield _event(one, REMOVED, source, position, at, None)
    if one.digest is not None:
        yield _event(one, SHOWN, source, position, at, _public(one))


def _event(
    one: Difference, type: str, source: str, position: int, at: datetime, data: bytes | None
) -> Event:
    return Event(
        key=one.key,
        id=f"{one.key}/{position}/{type.rpartition('.')[2]}",
        type=type,
        source=source,
        subject=one.entry,
        time=at.astimezone(UTC),
        sequence=position,
        previous=None,
        data=data,
    )


def _public(one: Difference) -> bytes:
    values: dict[str, Any] = {name: getattr(one, name) for name in EntryTold.model_fields}
    told = EntryTold(**{**values, "note": one.note or None})
    return told.model_dump_json(by_alias=True).encode()
