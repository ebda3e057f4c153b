"""A step, told of a member of the cast instead of Johanna de Wit, whom the stories are about."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from infra.scenarios.script import OWN_FILE, Step

NAME, EMAIL = "Johanna de Wit", "johanna@example.org"
"""What a story says of the person it is about; told of a member, it is his name and address."""


def told_of(step: Step, name: str, account: str, aliases: dict[str, str]) -> Step:
    """The step with the member in the place of who or what the story is about."""
    text = step.text
    role, colon, who = text.who.partition(":")
    by, at, organisation = who.partition("@")
    only = next(iter(aliases.values())) if len(aliases) == 1 else ""
    said = {
        "who": f"{role}{colon}{aliases.get(by, by)}{at}{organisation}",
        "in_": text.in_ if text.in_ == OWN_FILE else aliases.get(text.in_, only),
        "with_": _said(text.with_, {NAME: name, EMAIL: f"{account}@example.org"}),
    }
    return replace(step, text=text.model_copy(update=said))


def _said(value: Any, instead: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {name: _said(one, instead) for name, one in value.items()}
    if isinstance(value, list):
        return [_said(one, instead) for one in value]
    return instead.get(value, value) if isinstance(value, str) else value
