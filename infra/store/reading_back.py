"""A fact on record as its row holds it: decoded when somebody looks, and only as far.

A row is read at the first look, straight from its JSON by a validator made once for its kind of
fact. The rules that were weighed are a third of a row and few ask for them: they wait until
somebody does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache, partial
from typing import Any
from uuid import UUID

import orjson
from pydantic import BaseModel, ConfigDict, TypeAdapter
from pydantic_core import SchemaValidator
from pydantic_core.core_schema import (
    CoreConfig,
    CoreSchema,
    int_schema,
    str_schema,
    typed_dict_field,
    typed_dict_schema,
    with_default_schema,
)

from domain.fact import Actor, Fact, Recorded
from domain.law import Check
from infra.store.sealing import Keys, SealedIn
from infra.store.upcasts import UPCASTS

Parts = dict[str, Any]
Upcast = Callable[[dict[str, Any]], dict[str, Any]]


def _schema_of(kind: Any) -> CoreSchema:
    return TypeAdapter(kind).core_schema


AT_ONCE: Mapping[str, CoreSchema] = {
    **dict.fromkeys(("number", "scheme", "kind", "edition"), str_schema()),
    "person": _schema_of(UUID | None),
    "recorded_at": _schema_of(datetime),
    "by": _schema_of(Actor),
    "command_id": _schema_of(UUID),
    "caused_by": with_default_schema(str_schema(), default=""),
    "law_version": with_default_schema(int_schema(), default=0),
}
"""What is read of a row at once, and the fact."""


class Weighed(BaseModel):
    """What is read when somebody asks for the rules."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    checks: tuple[Check, ...] = ()


class ReadBack(Recorded):
    """A fact of which each part is read when somebody first looks, and stays."""


class Part:
    """What is not read yet; once it is, the fact's own attribute goes before this one."""

    def __init__(self, name: str, read: Callable[[Parts], None]) -> None:
        self._name, self._read = name, read

    def __get__(self, record: ReadBack | None, of: type[ReadBack]) -> Any:
        """Raises pydantic's ValidationError for a row that does not fit."""
        if record is None:
            raise AttributeError(f"{of.__name__} has no {self._name}: each fact has its own")
        parts = record.__dict__
        self._read(parts)
        return parts[self._name]


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
def _reader_of(fact_type: type[Fact]) -> Callable[..., Parts]:
    """Reads rows into a dictionary, which takes a tenth less than a model."""
    told = {**AT_ONCE, "fact": _schema_of(fact_type)}
    fields = {name: typed_dict_field(schema) for name, schema in told.items()}
    config = CoreConfig(title=f"the row of {fact_type.stored_as}", hide_input_in_errors=True)
    row = SchemaValidator(typed_dict_schema(fields, extra_behavior="ignore"), config)
    read: Callable[..., Parts] = partial(row.validate_json, by_alias=False, by_name=True)
    upcast = UPCASTS.get(fact_type.stored_as)
    return read if upcast is None else partial(_read_anew, read, upcast)


def _read_anew(read: Callable[..., Parts], upcast: Upcast, state: bytes, **context: Any) -> Parts:
    row = orjson.loads(state)
    return read(orjson.dumps({**row, "fact": upcast(row["fact"])}), **context)


def _most(parts: Parts) -> None:
    keys, fact_type, state = parts["row"]
    sealed_in = SealedIn(keys, parts["originator_id"], parts["originator_version"])
    read = _reader_of(fact_type)(state, context={"sealing": sealed_in})
    sealed_in.person = read["person"]
    parts.update(read)


def _checks(parts: Parts) -> None:
    parts["checks"] = Weighed.model_validate_json(parts["row"][2]).checks


for _name in (*AT_ONCE, "fact"):
    setattr(ReadBack, _name, Part(_name, _most))
setattr(ReadBack, "checks", Part("checks", _checks))  # noqa: B010  mypy has it as a field
