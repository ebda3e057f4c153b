"""Who may import whom: the contracts of pyproject.toml hold, and each breaks when violated."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("domain", "projections", "services", "infra")
SCHEME = "domain/schemes/lvv_certification"
MAY_IMPORT = {"pydantic", "pydantic_core"}
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"

CONTRACTS: list[str] = [
    contract["name"]
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
        "importlinter"
    ]["contracts"]
]
VIOLATIONS = [
    ("Everything points at the domain", "projections/ahead.py", "import services.casework"),
    ("Everything points at the domain", "domain/number.py", "import projections"),
    ("Nothing imports infra", "services/ahead.py", "import infra.clock"),
    ("The domain knows no tool", f"{SCHEME}/ahead.py", "import orjson"),
    (
        "No view and no service knows a door or a database",
        "services/ahead.py",
        "import psycopg",
    ),
    (
        "Schemes are written in the words of law, days and facts",
        "domain/days.py",
        "import domain.terms",
    ),
    ("Schemes are written in the words of law, days and facts", "domain/ahead.py", "import math"),
    (
        "No scheme knows another",
        "domain/schemes/ferry/__init__.py",
        "import domain.schemes.lvv_certification.act",
    ),
    (
        "History is read without the law",
        f"{SCHEME}/record/ahead.py",
        "import domain.schemes.lvv_certification.section_27_suspension",
    ),
    ("History is read without the law", f"{SCHEME}/record/ahead.py", "import domain.terms"),
]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the house that may be spoilt."""
    tree = tmp_path_factory.mktemp("house")
    for package in PACKAGES:
        ignored = shutil.ignore_patterns("__pycache__", "node_modules")
        shutil.copytree(ROOT / package, tree / package, ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", tree)
    return tree


def linted(tree: Path) -> dict[str, str]:
    """Every contract, KEPT or BROKEN."""
    ran = subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache"],
        cwd=tree,
        capture_output=True,
        text=True,
        check=False,
    )
    told = re.findall(r"^(.+) (KEPT|BROKEN)\b", ran.stdout, re.MULTILINE)
    assert told, ran.stdout + ran.stderr
    return dict(told)


def test_every_contract_is_kept(tree: Path) -> None:
    assert linted(tree) == dict.fromkeys(CONTRACTS, "KEPT")


@pytest.mark.parametrize(("contract", "module", "line"), VIOLATIONS)
def test_a_contract_breaks_when_it_is_violated(
    tree: Path, contract: str, module: str, line: str
) -> None:
    path = tree / module
    before = path.read_text(encoding="utf-8") if path.exists() else None
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{before or ''}\n{line}\n", encoding="utf-8")
    try:
        assert linted(tree)[contract] == "BROKEN"
    finally:
        if before is None:
            path.unlink()
        else:
            path.write_text(before, encoding="utf-8")


def test_each_contract_is_violated_here() -> None:
    assert {contract for contract, _, _ in VIOLATIONS} == set(CONTRACTS)


def test_the_domain_imports_the_standard_library_and_pydantic_and_nothing_else() -> None:
    graph = grimp.build_graph("domain", include_external_packages=True, cache_dir=None)
    inside = {name for name in graph.modules if name.split(".")[0] == "domain"}
    imported = {name for one in inside for name in graph.find_modules_directly_imported_by(one)}
    outside = {name.split(".")[0] for name in imported - inside}
    assert outside - sys.stdlib_module_names <= MAY_IMPORT
