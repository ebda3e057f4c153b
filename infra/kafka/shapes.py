"""What the data of each message looks like, as JSON Schema: asked of the facts themselves."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import JsonSchemaMode

from domain.fact import Fact, Recorded
from domain.schemes import all_facts
from infra.http.register import EntryTold
from infra.store.mapper import IN_COLUMNS, RECORDED

Shape = dict[str, Any]
Asked = tuple[type, JsonSchemaMode, TypeAdapter[Any]]
HERE = "#/components/schemas/"
SEALED = {
    "description": "A value about a person: readable with the key of that person and class only, "
    "and with nothing once that key was destroyed",
    "oneOf": [
        {
            "type": "object",
            "required": ["p", "k", "h", "e"],
            "additionalProperties": False,
            "properties": {
                "p": {"type": "string", "format": "uuid", "description": "whose, as an id"},
                "k": {"enum": ["identity", "contact", "evidence", "content"]},
                "h": {"type": "string", "description": "salted SHA-256 of the value"},
                "e": {"type": "string", "description": "nonce and AES-GCM ciphertext"},
            },
        },
        {
            "type": "object",
            "required": ["erased"],
            "additionalProperties": False,
            "properties": {"erased": {"type": "string"}},
        },
    ],
}


def shapes() -> dict[str, Shape]:
    """By name: of every fact its stored name, and what these are made of."""
    facts = all_facts()
    asked: list[Asked] = [(one, "serialization", TypeAdapter(one)) for one in facts.values()]
    asked.append((Recorded, "serialization", RECORDED))
    template = HERE + "{model}"
    found, told = TypeAdapter.json_schemas(asked, by_alias=False, ref_template=template)
    defined = {name: _put(shape) for name, shape in told["$defs"].items()}

    def name_of(one: type) -> str:
        reference: str = found[(one, "serialization")]["$ref"]
        return reference.removeprefix(HERE)

    by_name = {stored_as: defined[name_of(fact)] for stored_as, fact in facts.items()}
    parts = defined.keys() - {name_of(fact) for fact in facts.values()} - {Fact.__name__}
    by_name |= {name: defined[name] for name in parts}
    _as_stored(by_name[Recorded.__name__])
    by_name |= {
        "Sealed": SEALED,
        "RegisterEntry": _put(EntryTold.model_json_schema(mode="serialization")),
    }
    return dict(sorted(by_name.items()))


def also(name: str, properties: Shape) -> Shape:
    """A shape by its name, of which some properties are more narrow."""
    return {"allOf": [{"$ref": HERE + name}, {"properties": properties}]}


def _put(shape: Any) -> Any:
    """The same, with personal values as they are stored, and without titles that only say the
    name of a field again."""
    if isinstance(shape, list):
        return [_put(one) for one in shape]
    if not isinstance(shape, dict):
        return shape
    if "x-personal" in shape:
        return {"$ref": f"{HERE}Sealed"}
    return {
        key: _put(value)
        for key, value in shape.items()
        if key != "title" or not isinstance(value, str)
    }


def _as_stored(recorded: Shape) -> None:
    """Without what stands in columns of the record; which fact it is, each message says."""
    recorded["properties"]["fact"] = {"type": "object"}
    for name in IN_COLUMNS:
        del recorded["properties"][name]
    recorded["additionalProperties"] = False
    recorded["required"] = [name for name in recorded["required"] if name not in IN_COLUMNS]
