"""Every place that carries our reading of a silent or unclear text: what to ask its owner."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType

from domain.case import Action
from domain.law import Place, Rule
from domain.schemes import Scheme
from domain.terms import Term
from infra.drawing.tables import table


def readings(schemes: Sequence[Scheme]) -> Iterator[str]:
    """The page, for every scheme."""
    yield "# Readings"
    yield ""
    yield "Where a text is silent or unclear the code carries a reading, marked as ours wherever"
    yield "it is shown. This is the list to put before the owner of each scheme."
    for scheme in schemes:
        found = read_in(scheme)
        yield from ("", f"## {scheme.title}: for {scheme.owner}", "")
        rows = [
            (_cited(place, scheme), place.reading, ", ".join(sorted(found[place])))
            for place in sorted(found, key=lambda p: (p.text, _printed(p.at), p.reading))
        ]
        yield from table(("place", "our reading", "in"), rows)


def _cited(place: Place, scheme: Scheme) -> str:
    """The place; with the name of its text, where that is another than the scheme's own."""
    own = {edition.title for edition in scheme.editions}
    return place.at if place.text in own else f"{place.text}, {place.at}"


def _printed(at: str) -> tuple[int, str]:
    """Sections in the order of the text: 9 before 10, annexes last."""
    number = at.partition("(")[0].split()[0]
    return (int(number) if number.isdigit() else 999, at)


def read_in(scheme: Scheme) -> dict[Place, set[str]]:
    """Each place with a reading, and what rests on it: rules, terms, actions, settings, files."""
    found: dict[Place, set[str]] = defaultdict(set)
    for module in _modules(scheme):
        for place in _written_in(module):
            found[place] |= set()
        for value in vars(module).values():
            if isinstance(value, Rule | Term | Action):
                name = value.name if isinstance(value, Action) else value.id
                found[value.place].add(name)
    for setting in scheme.settings:
        found[setting.place].add(f"setting {setting.name}")
    for module in _modules(scheme):
        for place in _written_in(module):
            if not found[place]:
                found[place].add(module.__name__.rpartition(".")[2])
    return {place: users for place, users in found.items() if place.reading}


def _modules(scheme: Scheme) -> list[ModuleType]:
    """Every module in the folder of a scheme."""
    article = next(a for under in scheme.files.values() for a in under.articles)
    package = import_module(article.__name__.rpartition(".")[0])
    names = [found.name for found in walk_packages(package.__path__, f"{package.__name__}.")]
    return [package, *(import_module(name) for name in names)]


def _written_in(module: ModuleType) -> Iterator[Place]:
    """What each ``place.read("...")`` in a module's source makes, also inside its functions."""
    assert module.__file__ is not None  # noqa: S101  a module of ours is a file
    for node in ast.walk(ast.parse(Path(module.__file__).read_text(encoding="utf-8"))):
        if _is_a_reading(node):
            place = _evaluated(node, module)
            if isinstance(place, Place):
                yield place


def _is_a_reading(node: ast.AST) -> bool:
    """A reading in words of its own; one that is passed on was written down elsewhere."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "read"
        and len(node.args) == 1
        and isinstance(node.args[0], ast.Constant)
    )


def _evaluated(node: ast.AST, module: ModuleType) -> object:
    """Raises NameError for a reading on a place that only a function knows: name it above."""
    assert isinstance(node, ast.Call)  # noqa: S101  see _is_a_reading
    expression = compile(ast.Expression(node), module.__name__, "eval")
    return eval(expression, vars(module))  # noqa: S307  our own source, and no more than places
