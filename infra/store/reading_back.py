"""A fact on record as its row holds it: decoded when somebody looks, and only as far.

A row is read at the first look, straight from its JSON by a validator made once for its kind of
fact. The rules that were weighed are a third of a row and few ask for them: they wait until
somebody does, and so does the command.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from typing import Any, Generic, TypeVar
from uuid import UUID

import orjson
from pydantic import BaseModel, ConfigDict, Field

from domain.fact import Actor, Fact, Recorded
from domain.law import Check
from infra.store.keyring import id_of
from infra.store.sealing import Keys, SealedIn, Where
from infra.store.upcasts import UPCASTS

F = TypeVar("F", bound=Fact)
Parts = dict[str, Any]


class Row(BaseModel, Generic[F]):
    """What is read of a row at once."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    number: str
    scheme: str
    kind: str
    edition: str
    person: str | None
    recorded_at: datetime
    by: Actor
    asked_by: str = Field(alias="command_id")
    caused_by: str = ""
    law_version: int = 0
    fact: F


class Weighed(BaseModel):
    """What is read when somebody asks for the rules."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    checks: tuple[Check, ...] = ()


class ReadBack(Recorded):
    """What is not there yet is read when it is asked for, and stays."""

    def __getattr__(self, name: str) -> Any:
        """Raises pydantic's ValidationError for a row that does not fit."""
        read = PARTS.get(name)
        if read is None:
            raise AttributeError(f"a fact on record has no {name}")
        read(self.__dict__)
        return self.__dict__[name]


def read_back(
    keys: Keys, stream: UUID, version: int, fact_type: type[Fact], state: bytes
) -> Recorded:
    """The fact in a row that is not looked at yet."""
    record = object.__new__(ReadBack)
    parts = record.__dict__
    parts["originator_id"], parts["originator_version"] = stream, version
    parts["row"] = keys, fact_type, state
    return record


@cache
def _row_of(fact_type: type[Any]) -> type[Row[Any]]:
    made: type[Row[Any]] = Row.__class_getitem__(fact_type)  # type: ignore[assignment]  # a Row
    return made


def _most(parts: Parts) -> None:
    keys, fact_type, state = parts["row"]
    where = Where(parts["originator_id"], parts["originator_version"])
    sealing = {"sealing": SealedIn(keys, where)}
    row_type = _row_of(fact_type)
    if upcast := UPCASTS.get(fact_type.stored_as):
        body = orjson.loads(state)
        told = {**body, "fact": upcast(body["fact"])}
        row = row_type.model_validate(told, context=sealing)
    else:
        row = row_type.model_validate_json(state, context=sealing)
    person = where.person = id_of(row.person) if row.person else None
    parts.update(row.__dict__)
    parts["person"] = person


def _checks(parts: Parts) -> None:
    parts["checks"] = Weighed.model_validate_json(parts["row"][2]).checks


def _command(parts: Parts) -> None:
    if "asked_by" not in parts:
        _most(parts)
    parts["command_id"] = UUID(parts["asked_by"])


PARTS: Mapping[str, Callable[[Parts], None]] = {
    **dict.fromkeys(Row.model_fields, _most),
    "checks": _checks,
    "command_id": _command,
}
