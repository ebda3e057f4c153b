"""Which file encodes each rule and term of a scheme, and which tests show it both ways."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import domain
from domain.law import Place, Rule, Value
from domain.schemes import Scheme
from domain.terms import Term

REPO = Path(domain.__file__).parent.parent
HOW = ("passes", "refuses")
Shown = dict[tuple[str, str], list[str]]
"""From how (passes, refuses) and which rule to the tests that show it so."""


class NoTests(Exception):
    """Griffie was installed without its tests, so nothing can be said about them."""


class Covered(Value):
    """One rule or term of a scheme; no place and file when nothing encodes it."""

    id: str
    kind: str
    place: str | None
    file: str | None
    passes: tuple[str, ...]
    refuses: tuple[str, ...]
    left_to_people: str | None

    @property
    def is_covered(self) -> bool:
        """Encoded and shown both ways, or else left to people with a reason."""
        if self.left_to_people is not None:
            return self.file is None
        return bool(self.file and self.passes and self.refuses)


class Encoded(Value):
    """Where a rule or a term is written down."""

    id: str
    kind: str
    says: str
    place: Place
    file: str


def coverage(scheme: Scheme, repo: Path = REPO) -> list[Covered]:
    """Every rule and term id of a scheme, in the order of its text. Raises NoTests."""
    encoded: dict[str, list[Encoded]] = defaultdict(list)
    for one in encoded_in(scheme):
        encoded[one.id].append(one)
    shown = shown_by(scheme, repo)
    left = {one.id: one.reason for one in scheme.left_to_people}
    return [
        _covered(id_, "rule" if id_ in scheme.rule_ids else "term", encoded[id_], shown, left)
        for id_ in (*scheme.rule_ids, *scheme.term_ids)
    ]


def _covered(
    id_: str, kind: str, encoded: list[Encoded], shown: Shown, left: dict[str, str]
) -> Covered:
    first = encoded[0] if encoded else None
    return Covered(
        id=id_,
        kind=kind,
        place=str(first.place) if first else None,
        file=first.file if first else None,
        passes=tuple(sorted(shown.get(("passes", id_), ()))),
        refuses=tuple(sorted(shown.get(("refuses", id_), ()))),
        left_to_people=left.get(id_),
    )


def encoded_in(scheme: Scheme) -> Iterator[Encoded]:
    """Every rule and term, in the article that assigns it; an import elsewhere is no encoding."""
    articles = {article.__name__: article for u in scheme.files.values() for article in u.articles}
    for article in articles.values():
        for name in _assigned(article):
            value = getattr(article, name)
            if isinstance(value, Rule | Term):
                kind = "rule" if isinstance(value, Rule) else "term"
                file = str(_source(article).relative_to(REPO))
                says = value.says if isinstance(value, Rule) else value.name
                yield Encoded(id=value.id, kind=kind, says=says, place=value.place, file=file)


def _source(module: ModuleType) -> Path:
    assert module.__file__ is not None  # noqa: S101  an article is a file
    return Path(module.__file__)


def _assigned(module: ModuleType) -> Iterator[str]:
    """The names that a module's own top level assigns, in order."""
    for line in ast.parse(_source(module).read_text(encoding="utf-8")).body:
        targets = line.targets if isinstance(line, ast.Assign) else []
        if isinstance(line, ast.AnnAssign):
            targets = [line.target]
        yield from (target.id for target in targets if isinstance(target, ast.Name))


def shown_by(scheme: Scheme, repo: Path) -> Shown:
    """What the tests and the scenario files of a scheme say they show. Raises NoTests."""
    tests = repo / "tests"
    if not tests.is_dir():
        raise NoTests(
            f"there is no folder {tests}: Griffie was installed without its tests; "
            "ask this in a clone of the repository"
        )
    shown: Shown = defaultdict(list)
    folder = tests / "schemes" / scheme.id.replace("-", "_")
    for file in sorted(folder.rglob("test_*.py")):
        _add_marks(shown, file, file.relative_to(repo).as_posix())
    for file in sorted((tests / "scenarios" / scheme.id).rglob("*.yaml")):
        _add_claims(shown, file, file.relative_to(repo).as_posix())
    return shown


def _add_marks(shown: Shown, file: Path, path: str) -> None:
    """Every ``@pytest.mark.passes("R-25")`` on a test, also inside its parameters."""
    for test in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(test, ast.FunctionDef) and test.name.startswith("test_"):
            calls = [n for d in test.decorator_list for n in ast.walk(d)]
            for how, cited in _marks(calls):
                if f"{path}::{test.name}" not in shown[how, cited]:
                    shown[how, cited].append(f"{path}::{test.name}")


def _marks(nodes: list[ast.AST]) -> Iterator[tuple[str, str]]:
    for node in nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            cited = [given.value for given in node.args if isinstance(given, ast.Constant)]
            if node.func.attr in HOW:
                yield from ((node.func.attr, str(one)) for one in cited)


def _add_claims(shown: Shown, file: Path, path: str) -> None:
    """What a scenario file says it shows; running it holds the claim against what was weighed."""
    from infra.scenarios.reading import read

    claims = read(file).data.get("shows", {})
    for how in HOW:
        for cited in claims.get(how, ()):
            shown[how, cited].append(path)
