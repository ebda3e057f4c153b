"""No article in the code without tests named after it."""

import ast
import re
from pathlib import Path
from types import ModuleType

import pytest

from domain.schemes import Scheme, all_schemes

TESTS = Path(__file__).parent / "schemes"
SOURCES = [
    (scheme, article)
    for scheme in all_schemes().values()
    for under in scheme.files.values()
    for article in under.articles
]


def places(name: str) -> list[str]:
    """How a test may be named after an article: its section numbers, as they are written there.

    ``section_09_enrolment`` is told by ``test_9_...``, ``annex_4_statement`` by
    ``test_annex_4_...`` or ``test_an_4_...``.
    """
    number = re.match(r"[a-z_]+?_0*(\d+)", name)
    assert number, f"{name} is no article: its name holds no number"
    if name.startswith("annex"):
        return [f"annex_{number[1]}", f"an_{number[1]}"]
    return [number[1]]


def told(scheme: Scheme) -> dict[str, list[str]]:
    """Each test file of a scheme, with the names of its tests."""
    folder = TESTS / scheme.id.replace("-", "_")
    return {
        file.stem: [
            node.name
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
        ]
        for file in sorted(folder.rglob("test_*.py"))
    }


@pytest.mark.parametrize(
    ("scheme", "article"),
    SOURCES,
    ids=lambda one: one.id if isinstance(one, Scheme) else one.__name__.rpartition(".")[2],
)
def test_every_article_is_told(scheme: Scheme, article: ModuleType) -> None:
    name = article.__name__.rpartition(".")[2]
    files = told(scheme)
    tests = [test for found in files.values() for test in found]
    named = any(re.match(rf"test_(\w+_)?{p}(_|$)", t) for p in places(name) for t in tests)
    assert f"test_{name}" in files or named, f"no test file or function is named after {name}"
