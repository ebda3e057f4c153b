"""How an action reads on the wire, with the JSON Schema of what it takes."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from domain.case import Action
from infra.http.told.places import PlaceTold, place_told
from infra.http.values import ApiModel, Json


class ActionTold(ApiModel):
    """Something that may be asked in a case file."""

    name: str
    says: str
    by: list[str]
    place: PlaceTold
    opens_case: bool
    content_schema: Json = Field(description="JSON Schema of `data`")


def action_told(action: Action[Any, Any]) -> ActionTold:
    schema: Json = _untitled(action.asks.model_json_schema(by_alias=True))
    schema["required"] = [name for name in schema.get("required", []) if name != "on"]
    return ActionTold(
        name=action.name,
        says=action.says,
        by=sorted(action.by),
        place=place_told(action.place),
        opens_case=action.opens_file,
        content_schema=schema,
    )


def _untitled(schema: Any) -> Any:
    """Without the titles that pydantic makes of names: they say nothing a name does not."""
    if isinstance(schema, list):
        return [_untitled(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {k: v for k, v in schema.items() if k != "title" or not isinstance(v, str)}
    return {name: _untitled(value) for name, value in kept.items()}
