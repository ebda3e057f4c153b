"""Values that name or describe a person: kept apart from the first fact on.

A personal value is written to the record encrypted, under a key of the person it is about and
the reason it is kept for. When that key is destroyed the value reads as erased, and everything
else about the case still loads and decides. This file knows no cipher: whoever stores or reads
a fact hands one in (``Sealing``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, Protocol, TypeVar, get_args
from uuid import UUID

from pydantic import (
    BaseModel,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    SerializationInfo,
    TypeAdapter,
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


class Sealed(Protocol):
    """A value as it is stored: whose it is can be told; what it says, while its key exists."""

    @property
    def person(self) -> UUID | None:
        """Whose it is; ``None`` is the person the file is about."""

    def opened(self) -> tuple[bool, object]:
        """Whether the key still exists, and the plain JSON value."""


class Sealing(Protocol):
    """The cipher that the store hands in while it writes facts."""

    def seal(self, person: UUID | None, kept: str, value: object) -> Mapping[str, object]:
        """The stored form of a plain JSON value. ``None`` is the person the file is about."""

    def again(self, sealed: Sealed) -> Mapping[str, object] | None:
        """A stored form that goes on holding what is sealed, unopened; or nothing: seal anew."""


class Unsealing(Protocol):
    """The cipher that the store hands in while it reads facts."""

    def held(self, stored: Mapping[str, object]) -> Sealed:
        """A stored form, to be opened when somebody looks."""


class ErasedValue(LookupError):
    """The value was erased: its key was destroyed by a decision on record."""


class Personal(Generic[K, T]):
    """A value about a person; ``Personal[Identity, str]`` is a name, kept as identity.

    It never shows itself in a log or a message. ``value`` gives it, and raises ErasedValue
    when its key was destroyed; ``shown`` says so in words instead. What comes from the record
    is opened each time somebody looks, so that nothing here outlives its key.
    """

    __slots__ = ("_person", "_plain", "_sealed", "_value")
    __personal__ = True

    def __init__(self, value: T, person: UUID | None = None) -> None:
        self._value, self._person = value, person
        self._sealed: Sealed | None = None
        self._plain: Callable[[object], T] = _never

    @classmethod
    def gone(cls, person: UUID | None = None) -> Personal[K, T]:
        """A value whose key was destroyed."""
        return cls.of(_Gone(person), _never)

    @classmethod
    def of(cls, sealed: Sealed, plain: Callable[[object], T]) -> Personal[K, T]:
        """What is sealed; ``plain`` makes the value of the JSON in it."""
        made = cls.__new__(cls)
        made._sealed, made._plain = sealed, plain
        return made

    @property
    def person(self) -> UUID | None:
        """Whom it is about; ``None`` is the person the file is about."""
        return self._person if self._sealed is None else self._sealed.person

    @property
    def value(self) -> T:
        if self._sealed is None:
            return self._value
        exists, opened = self._sealed.opened()
        if not exists:
            raise ErasedValue("this value was erased by a decision on record")
        return self._plain(opened)

    @property
    def erased(self) -> bool:
        return self._sealed is not None and not self._sealed.opened()[0]

    def shown(self, otherwise: str = "[erased]") -> str:
        try:
            return str(self.value)
        except ErasedValue:
            return otherwise

    def about(self, person: UUID) -> Personal[K, T]:
        """The same value, kept under another person's key than that of the file's subject."""
        return type(self).gone(person) if self.erased else type(self)(self.value, person)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Personal):
            return NotImplemented
        return self._compared() == other._compared()

    def __hash__(self) -> int:
        return hash(self._compared())

    def _compared(self) -> tuple[bool, object]:
        try:
            return False, self.value
        except ErasedValue:
            return True, None

    def __repr__(self) -> str:
        return "<personal, erased>" if isinstance(self._sealed, _Gone) else "<personal>"

    __str__ = __repr__

    def __deepcopy__(self, _: object) -> Personal[K, T]:
        return self  # it never changes, and what is sealed leads to the keys

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        kept, inner = get_args(source) or (Content, str)
        plain = handler.generate_schema(inner)
        return core_schema.with_info_wrap_validator_function(
            _reader(cls, _Plain(inner)),
            plain,
            serialization=core_schema.plain_serializer_function_ser_schema(
                _writer(kept.name), info_arg=True
            ),
            metadata={"pydantic_js_functions": [_json_schema(kept.name)]},
        )


@dataclass(frozen=True)
class _Gone:
    """What is left of a value of which not even the seal was kept."""

    person: UUID | None

    def opened(self) -> tuple[bool, object]:
        return False, None


def _never(_: object) -> Any:
    raise AssertionError("what is gone does not open")


class _Plain:
    """Makes the value of the JSON that was sealed; built when the first is opened."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner
        self._made: TypeAdapter[Any] | None = None

    def __call__(self, opened: object) -> Any:
        if self._made is None:
            self._made = TypeAdapter(self._inner)
        return self._made.validate_python(opened)


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


def _reader(
    cls: type[Personal[Any, Any]], of_sealed: Callable[[object], Any]
) -> Callable[..., Personal[Any, Any]]:
    def read(value: Any, plain: Callable[[Any], Any], info: ValidationInfo) -> Personal[Any, Any]:
        if isinstance(value, Personal):
            return value
        sealing: Unsealing | None = (info.context or {}).get("sealing")
        if sealing is not None and isinstance(value, dict):
            if value.keys() == {"erased"}:
                return cls.gone()
            return cls.of(sealing.held(value), of_sealed)
        return cls(plain(value))

    return read


def _writer(kept: str) -> Callable[[Personal[Any, Any], SerializationInfo], Any]:
    def write(personal: Personal[Any, Any], info: SerializationInfo) -> Any:
        sealing: Sealing | None = (info.context or {}).get("sealing")
        if sealing is not None and personal._sealed is not None:
            stored = sealing.again(personal._sealed)
            if stored is not None:
                return stored
        try:
            value = to_jsonable_python(personal.value)
        except ErasedValue:
            return {"erased": kept}
        return value if sealing is None else sealing.seal(personal.person, kept, value)

    return write


def _json_schema(kept: str) -> Callable[..., JsonSchemaValue]:
    def tell(schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        told = handler(schema)
        told["x-personal"] = kept
        return told

    return tell
