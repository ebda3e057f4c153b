"""How a file from elsewhere is to be read: which column is what. Written by people, in YAML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    field_validator,
    model_validator,
)

from domain.words import Line
from infra.exchange.faults import NotMapped

OF_A_CASE = "case:"
"""Before the headings of what is said of a case as a whole, in tables made of event logs."""
ACTOR, GROUP = "org:resource", "org:group"
"""The headings of an event log (IEEE 1849-2016) for who did something, and in which group."""


class Part(BaseModel):
    """A part of the mapping; a word that is not listed here is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Columns(Part):
    """The headings of the columns with the case, the activity and so on."""

    case: Line
    activity: Line
    time: Line
    actor: Line | None = None
    group: Line | None = None
    began: Line | None = None
    ended: Line | None = None


class Keep(Part):
    """The headings of what else is kept: of the case as a whole, and of each event."""

    case: tuple[Line, ...] = ()
    event: tuple[Line, ...] = ()


class SourceMapping(Part):
    """The whole file; what each word means is in docs/import-and-export.md."""

    source: Annotated[Line, Field(max_length=120)]
    timezone: str = "Europe/Amsterdam"
    time_format: str = ""
    encoding: str = "utf-8"
    delimiter: Annotated[str, Field(min_length=1, max_length=1)] = ","
    columns: Columns
    deadlines: Mapping[Line, Line] = {}
    keep: Keep = Keep()
    personal: tuple[Line, ...] = ()

    @field_validator("timezone")
    @classmethod
    def _is_known(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError("no such time zone; give one like Europe/Amsterdam") from None
        return name

    @field_validator("encoding")
    @classmethod
    def _is_an_encoding(cls, name: str) -> str:
        try:
            "".encode(name)
        except (LookupError, UnicodeError):
            raise ValueError("no such encoding; give one like utf-8 or windows-1252") from None
        return name

    @model_validator(mode="after")
    def _personal_is_kept(self) -> SourceMapping:
        may_be = {self.columns.case, *self.of_case, *self.of_event}
        for one in self.personal:
            if one not in may_be:
                raise ValueError(f"personal: {one} is neither the case, nor the actor, nor kept")
        return self

    @cached_property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @cached_property
    def of_case(self) -> Mapping[str, str]:
        """Column to heading, for what is said of the case; moments are told apart."""
        return {one: one.removeprefix(OF_A_CASE) for one in self.keep.case}

    @cached_property
    def of_event(self) -> Mapping[str, str]:
        """Column to heading, for what is said of each event."""
        named = {self.columns.actor: ACTOR, self.columns.group: GROUP}
        heading = {column: said for column, said in named.items() if column}
        return {**heading, **{one: one for one in self.keep.event if one not in heading}}

    @cached_property
    def moments_of_case(self) -> tuple[str, ...]:
        """The columns that hold a moment in the life of the case."""
        columns = (self.columns.began, self.columns.ended, *self.deadlines.values())
        return tuple(dict.fromkeys(one for one in columns if one))

    def needed(self) -> Iterator[str]:
        """Every column that a file must have."""
        columns = self.columns
        yield from (columns.case, columns.activity, columns.time)
        yield from dict.fromkeys((*self.of_case, *self.of_event, *self.moments_of_case))


def read_mapping(path: Path) -> SourceMapping:
    """Raises NotMapped for a file that is no mapping."""
    try:
        told = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as away:
        raise NotMapped(f"{path}: {away.strerror}") from None
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError):
        raise NotMapped(f"{path} is no YAML; see docs/import-and-export.md for one") from None
    if not isinstance(told, dict):
        raise NotMapped(f"{path} holds no mapping; see docs/import-and-export.md for one")
    try:
        return SourceMapping.model_validate(told)
    except ValidationError as refused:
        raise NotMapped("\n".join(_lines(path, refused.errors(include_url=False)))) from None


def _lines(path: Path, errors: list[Any]) -> Iterator[str]:
    for error in errors:
        where = ".".join(map(str, error["loc"]))
        yield f"{path}: {where}: {error['msg']}" if where else f"{path}: {error['msg']}"
