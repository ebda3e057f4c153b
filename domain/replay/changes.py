"""Where two values of the same kind differ, told by the names of their parts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic_core import to_jsonable_python

from domain.law import Value


class Change(Value):
    """One part of a fact, as it is on record and as it would have been."""

    what: str
    recorded: Any
    other: Any


def changes(recorded: Value, other: Value, named: str) -> tuple[Change, ...]:
    """Every part that differs, as ``accreditation-granted.until``; none when they are equal."""
    one, two = (value.model_dump(mode="json", by_alias=True) for value in (recorded, other))
    return tuple(_parts(named, one, two))


def said(value: object) -> Any:
    """A value of the law in plain JSON; a length of time as it is said."""
    span = getattr(value, "span", None)
    return str(span) if span is not None else to_jsonable_python(value, fallback=str)


def _parts(path: str, one: Any, two: Any) -> Iterator[Change]:
    if one == two:
        return
    if isinstance(one, dict) and isinstance(two, dict):
        for name in dict.fromkeys((*one, *two)):
            yield from _parts(f"{path}.{name}", one.get(name), two.get(name))
    else:
        yield Change(what=path, recorded=one, other=two)
