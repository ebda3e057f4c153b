"""A value that may be null, described so that a reader still sees what it is otherwise."""

from typing import Any


def flatten_nullable(node: Any) -> None:
    """anyOf [X, null] becomes type [X, null], so that a date that may be absent still reads as a
    date (ADR date-time/format looks at `format`)."""
    if isinstance(node, list):
        for item in node:
            flatten_nullable(item)
    elif isinstance(node, dict):
        options = node.get("anyOf", [])
        kinds = [option for option in options if option != {"type": "null"}]
        if len(options) == 2 and len(kinds) == 1 and isinstance(kinds[0].get("type"), str):
            del node["anyOf"]
            node.update({**kinds[0], "type": [kinds[0]["type"], "null"]})
        for value in node.values():
            flatten_nullable(value)
