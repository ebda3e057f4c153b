"""The values of a file, understood as a script; what is not, told with its line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from infra.scenarios.reading import Key, Written
from infra.scenarios.script import (
    ExpectText,
    RefusedText,
    RegisterText,
    ScriptText,
    ShowsText,
    StandsText,
    StepText,
    TermText,
    Text,
)


def understood(written: Written, data: Mapping[str, Any]) -> ScriptText:
    """The file's values as a script. Raises ScriptError at the line of the first that is wrong."""
    try:
        return ScriptText.model_validate(data)
    except ValidationError as refused:
        first = refused.errors(include_url=False)[0]
        path = tuple(p for p in first["loc"] if not _is_a_branch(p))
        raise written.wrong(_said(first["type"], first["msg"], path), *path) from None


def _is_a_branch(part: Key) -> bool:
    """What pydantic adds to a path to name one side of a choice; it is not in the file."""
    name = str(part)
    return name.startswith(("literal[", "date")) or name.endswith("Text")


def _said(kind: str, message: str, path: tuple[Key, ...]) -> str:
    last = path[-1] if path else ""
    if kind == "extra_forbidden":
        return f"'{last}' is not known here; {_known_at(path[:-1])}"
    if kind == "missing":
        return f"'{last}' is missing"
    return f"'{last}': {message[0].lower()}{message[1:]}"


def _known_at(path: tuple[Key, ...]) -> str:
    """The words that may stand at a path, for a word that may not."""
    at: type[Text] = ScriptText
    parts: dict[str, type[Text]] = {
        "shows": ShowsText,
        "steps": StepText,
        "expect": ExpectText,
        "refused": RefusedText,
        "stands": StandsText,
        "register": RegisterText,
        "terms": TermText,
    }
    for part in path:
        at = parts.get(str(part), at)
    words = [field.alias or name for name, field in at.model_fields.items()]
    return f"give one of {', '.join(words)}"
