"""YAML as a lawyer would expect it: what is typed is what is meant, and every value has a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

Key = str | int
Path_ = tuple[Key, ...]


class ScriptError(Exception):
    """A scenario file that can't be run: which file, which line, what would be right."""

    def __init__(self, file: Path, line: int, says: str) -> None:
        super().__init__(f"{file}:{line}: {says}")
        self.file, self.line, self.says = file, line, says


@dataclass(frozen=True)
class Written:
    """What a file holds as plain values, and the line that each of them is on."""

    file: Path
    data: dict[str, Any]
    lines: dict[Path_, int] = field(default_factory=dict)

    def line(self, *path: Key) -> int:
        """The line of a value; of what it would be in, when it is not there."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def wrong(self, says: str, *path: Key) -> ScriptError:
        return ScriptError(self.file, self.line(*path), says)


class PlainYaml(yaml.SafeLoader):
    """Only true and false are yes and no, only YYYY-MM-DD is a day: ``on`` and ``no`` are words.

    YAML 1.1 reads those as booleans, 010 as eight and 12:30 as a number; nobody here means that.
    """

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        """Refuses a reference to another spot of the file: every line says what it means."""
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]  # of PyYAML
            raise yaml.composer.ComposerError(None, None, "write it out, without *names", mark)
        return super().compose_node(parent, index)


PlainYaml.yaml_implicit_resolvers = {}
for tag, pattern, starts in (
    ("bool", r"true|false", "tf"),
    ("int", r"[-+]?(?:0|[1-9][0-9]*)", "-+0123456789"),
    ("float", r"[-+]?[0-9]+\.[0-9]+", "-+0123456789"),
    ("null", r"~|null|", "~n"),
    ("timestamp", r"\d{4}-\d{2}-\d{2}", "0123456789"),
):
    PlainYaml.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), [*starts, ""]
    )


def read(file: Path) -> Written:
    """The values in a file. Raises ScriptError for what is no YAML, or says one thing twice."""
    try:
        loader = PlainYaml(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as reason:
        raise ScriptError(file, 1, f"this file can't be read: {reason}") from None
    try:
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as reason:
        mark = reason.problem_mark or reason.context_mark
        line = mark.line + 1 if mark else 1
        raise ScriptError(file, line, f"this is no YAML: {reason.problem}") from None
    if not isinstance(node, yaml.MappingNode):
        raise ScriptError(file, 1, "a scenario starts with 'scheme:', 'title:' and 'steps:'")
    written = Written(file, {})
    written.data.update(_plain(node, (), loader, written))
    return written


def _plain(node: yaml.Node, path: Path_, loader: PlainYaml, written: Written) -> Any:
    line = node.start_mark.line + 1
    written.lines.setdefault(path, line)
    if isinstance(node, yaml.MappingNode):
        return dict(_pairs(node, path, loader, written))
    if isinstance(node, yaml.SequenceNode):
        return [_plain(n, (*path, i), loader, written) for i, n in enumerate(node.value)]
    try:
        return loader.construct_object(node)
    except (ValueError, yaml.YAMLError):
        raise ScriptError(written.file, line, f"there is no such day as {node.value}") from None


def _pairs(
    node: yaml.MappingNode, path: Path_, loader: PlainYaml, written: Written
) -> Iterator[tuple[str, Any]]:
    seen: dict[str, int] = {}
    for key, value in node.value:
        line, name = key.start_mark.line + 1, str(key.value)
        if name in seen:
            says = f"'{name}' was given on line {seen[name]} already; say it once"
            raise ScriptError(written.file, line, says)
        seen[name] = line
        written.lines[(*path, name)] = line
        yield name, _plain(value, (*path, name), loader, written)
