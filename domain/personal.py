"""Values that name or describe a person: kept apart from the first fact on.

A personal value is written to the record encrypted, under a key of the person it is about and
the reason it is kept for. When that key is destroyed the value reads as erased, and everything
else about the case still loads and decides. This file knows no cipher: whoever stores or reads
a fact hands one in (``Sealing``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar, Generic, Protocol, TypeVar, cast, get_args
from uuid import UUID

from pydantic import (
    BaseModel,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    SerializationInfo,
    ValidationInfo,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema, to_jsonable_python


class Kept:
    """Why a personal value is kept; each reason has a retention term and a key of its own."""

    name: ClassVar[str]


class Identity(Kept):
    """Who somebody is: name, date of birth, membership number."""

    name = "identity"


class Contact(Kept):
    """Where somebody is reached."""

    name = "contact"


class Evidence(Kept):
    """What somebody handed in to show that requirements are met."""

    name = "evidence"


class Content(Kept):
    """What was written about somebody: reasons, explanations, objections, notes."""

    name = "content"


K = TypeVar("K", bound=Kept)
T = TypeVar("T")


class Sealing(Protocol):
    """The cipher that the store hands in while it writes and reads facts."""

    def seal(self, person: UUID | None, kept: str, value: object) -> Mapping[str, object]:
        """The stored form of a plain JSON value. ``None`` is the person the file is about."""

    def open(self, sealed: Mapping[str, object]) -> tuple[UUID | None, bool, object]:
        """Whose it is, whether the key still exists, and the plain JSON value."""


class ErasedValue(LookupError):
    """The value was erased: its key was destroyed by a decision on record."""


class Personal(Generic[K, T]):
    """A value about a person; ``Personal[Identity, str]`` is a name, kept as identity.

    It never shows itself in a log or a message. ``value`` gives it, and raises ErasedValue
    when its key was destroyed; ``shown`` says so in words instead.
    """

    __slots__ = ("_value", "erased", "person")
    __personal__ = True

    def __init__(self, value: T, person: UUID | None = None) -> None:
        self._value, self.person, self.erased = value, person, False

    @classmethod
    def gone(cls, person: UUID | None = None) -> Personal[K, T]:
        """A value whose key was destroyed."""
        gone = cls(cast(T, None), person)
        gone.erased = True
        return gone

    @property
    def value(self) -> T:
        if self.erased:
            raise ErasedValue("this value was erased by a decision on record")
        return self._value

    def shown(self, otherwise: str = "[erased]") -> str:
        return otherwise if self.erased else str(self._value)

    def about(self, person: UUID) -> Personal[K, T]:
        """The same value, kept under another person's key than that of the file's subject."""
        return type(self).gone(person) if self.erased else type(self)(self._value, person)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Personal):
            return NotImplemented
        return (self.erased, self._value) == (other.erased, other._value)

    def __hash__(self) -> int:
        return hash((self.erased, self._value))

    def __repr__(self) -> str:
        return "<personal, erased>" if self.erased else "<personal>"

    __str__ = __repr__

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        kept, inner = get_args(source) or (Content, str)
        plain = handler.generate_schema(inner)
        return core_schema.with_info_wrap_validator_function(
            _reader(cls),
            plain,
            serialization=core_schema.plain_serializer_function_ser_schema(
                _writer(kept.name), info_arg=True
            ),
            metadata={"pydantic_js_functions": [_json_schema(kept.name)]},
        )


def persons_in(value: object) -> frozenset[UUID]:
    """Whose values, other than the subject's of the file, a model holds, however deep."""
    return frozenset(_persons(value))


def _persons(value: object) -> Iterator[UUID]:
    if isinstance(value, Personal):
        if value.person is not None:
            yield value.person
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _persons(getattr(value, name))
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _persons(one)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _persons(one)


def _reader(cls: type[Personal[Any, Any]]) -> Callable[..., Personal[Any, Any]]:
    def read(value: Any, plain: Callable[[Any], Any], info: ValidationInfo) -> Personal[Any, Any]:
        if isinstance(value, Personal):
            return value
        sealing: Sealing | None = (info.context or {}).get("sealing")
        if sealing is not None and isinstance(value, dict):
            if value.keys() == {"erased"}:
                return cls.gone()
            person, exists, opened = sealing.open(value)
            return cls(plain(opened), person) if exists else cls.gone(person)
        return cls(plain(value))

    return read


def _writer(kept: str) -> Callable[[Personal[Any, Any], SerializationInfo], Any]:
    def write(personal: Personal[Any, Any], info: SerializationInfo) -> Any:
        sealing: Sealing | None = (info.context or {}).get("sealing")
        if personal.erased:
            return {"erased": kept}
        value = to_jsonable_python(personal.value)
        return value if sealing is None else sealing.seal(personal.person, kept, value)

    return write


def _json_schema(kept: str) -> Callable[..., JsonSchemaValue]:
    def tell(schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        told = handler(schema)
        told["x-personal"] = kept
        return told

    return tell
