"""A fact on record as its row holds it: decoded when somebody looks, and only as far.

Most facts are read for what happened in them; few for the rules that were weighed, or for the
command that led to them. So a row is parsed at the first look at any part, and the parts that
cost most are made of it at the first look at them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

import orjson
from pydantic import TypeAdapter

from domain.fact import Actor, Fact, Recorded
from domain.law import Check
from infra.store.keyring import id_of
from infra.store.sealing import Keys, Seal
from infra.store.upcasts import UPCASTS

MOST_ACTORS = 10_000
AS_WRITTEN = ("number", "scheme", "kind", "edition", "caused_by", "law_version")
RECORDED: TypeAdapter[Recorded] = TypeAdapter(Recorded)
CHECKS: TypeAdapter[tuple[Check, ...]] = TypeAdapter(tuple[Check, ...])


class ReadBack(Recorded):
    """What is not there yet is read when it is asked for, and stays."""

    def __getattr__(self, name: str) -> Any:
        """Raises what ``infra.store.mapper.recorded`` says that a look raises."""
        part = PARTS.get(name)
        if part is None:
            raise AttributeError(f"a fact on record has no {name}")
        part(self.__dict__)
        return self.__dict__[name]


def read_back(
    keys: Keys, stream: UUID, version: int, fact_type: type[Fact], state: bytes
) -> Recorded:
    record = object.__new__(ReadBack)
    record.__dict__.update(
        originator_id=stream, originator_version=version, row=(keys, fact_type, state)
    )
    return record


Parts = dict[str, Any]


def _body(parts: Parts) -> None:
    """What costs next to nothing once the row is parsed."""
    body = orjson.loads(parts["row"][2])
    try:
        for name in AS_WRITTEN:
            parts[name] = body[name]
        person = body["person"]
        parts["person"] = id_of(person) if person else None
        parts["recorded_at"] = datetime.fromisoformat(body["recorded_at"])
        parts["by"] = _actor(**body["by"])
        parts["body"] = body
    except (KeyError, TypeError, ValueError):
        RECORDED.validate_python(body)  # says what of it does not fit
        raise


def _fact(parts: Parts) -> None:
    body, (keys, fact_type, _) = _parsed(parts), parts["row"]
    told = body["fact"]
    upcast = UPCASTS.get(fact_type.stored_as)
    if upcast is not None:
        told = upcast(told)
    seal = Seal(keys, parts["originator_id"], parts["originator_version"], parts["person"])
    parts["fact"] = fact_type.__pydantic_validator__.validate_python(
        told, context={"sealing": seal}
    )


def _checks(parts: Parts) -> None:
    parts["checks"] = CHECKS.validate_python(_parsed(parts)["checks"])


def _command(parts: Parts) -> None:
    parts["command_id"] = UUID(_parsed(parts)["command_id"])


def _parsed(parts: Parts) -> Mapping[str, Any]:
    if "body" not in parts:
        _body(parts)
    body: Mapping[str, Any] = parts["body"]
    return body


@lru_cache(maxsize=MOST_ACTORS)
def _actor(**said: str) -> Actor:
    return Actor(**said)


PARTS: Mapping[str, Callable[[Parts], None]] = {
    **dict.fromkeys((*AS_WRITTEN, "person", "recorded_at", "by"), _body),
    "fact": _fact,
    "checks": _checks,
    "command_id": _command,
}
