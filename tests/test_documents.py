"""The documents keep what they promise: whole, linked, and true to the files beside them."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

HOUSE = Path(__file__).parent.parent
DECISIONS = sorted((HOUSE / "docs/adr").glob("[0-9]*.md"))
PARTS = ["Context", "Decision", "Consequences", "Alternatives", "References"]

FENCE = re.compile(r"^```.*?^```", re.M | re.S)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
REQUIREMENT = re.compile(r"^([A-Za-z0-9_.-]+)", re.M)

# In parts, so that this file passes its own test.
REGISTRIES = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("crates", "io"),
        ("proxy", "golang", "org"),
        ("repo1", "maven", "org"),
        ("repo", "maven", "apache", "org"),
        ("deb", "debian", "org"),
    )
]
DEVELOPERS = re.compile(r"(?<![\w.~-])/(?:work|home/[a-z]\w*|root|Users/\w+)/|\b[A-Z]:\\Users\\")


def _house(*patterns: str) -> list[Path]:
    """Every file of ours by git's own word: tracked, or new and not ignored."""
    asked = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", *patterns]
    listed = subprocess.run(asked, cwd=HOUSE, check=True, capture_output=True).stdout.decode()
    paths = {HOUSE / name for name in listed.split("\0") if name}
    return sorted(path for path in paths if path.is_file())


def _name(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


DOCUMENTS = _house("*.md")


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.stem)
def test_a_decision_has_its_five_parts_and_a_sentence_to_quote(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert re.findall(r"^## (.+)$", text, re.M) == PARTS
    assert text.startswith(f"# {page.name[:4]} "), "the title begins with the number of the page"
    assert re.search(r"^## Decision\n\n\*\*[^*]+[.]\*\*$", text, re.M), "one bold sentence"


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.stem)
def test_a_decision_is_one_page(page: Path) -> None:
    assert len(page.read_text(encoding="utf-8").splitlines()) <= 75


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [int(page.name[:4]) for page in DECISIONS] == list(range(1, len(DECISIONS) + 1))


def test_the_index_lists_every_decision_by_its_title() -> None:
    index = (HOUSE / "docs/adr/README.md").read_text(encoding="utf-8")
    titles = {page.name: page.read_text(encoding="utf-8").split("\n")[0][2:] for page in DECISIONS}
    listed = re.findall(r"^- \[(.+)\]\((.+)\)$", index, re.M)
    assert listed == [(title, name) for name, title in titles.items()]


@pytest.mark.parametrize("page", DOCUMENTS, ids=_name)
def test_every_link_leads_somewhere(page: Path) -> None:
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    targets = [target.partition("#")[0] for target in LINK.findall(text) if ":" not in target]
    assert [target for target in targets if target and not (page.parent / target).exists()] == []


@pytest.mark.parametrize(
    ("heading", "listed_in"),
    [("To run", "requirements.in"), ("To check", "requirements-dev.in")],
)
def test_every_dependency_has_its_reason_and_every_reason_its_dependency(
    heading: str, listed_in: str
) -> None:
    page = (HOUSE / "docs/dependencies.md").read_text(encoding="utf-8")
    section = page.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| `([^`]+)` \|(.+)\|$", section, re.M)
    required = REQUIREMENT.findall((HOUSE / listed_in).read_text(encoding="utf-8"))
    assert [name for name, _ in rows] == [name for name in required if not name.startswith("-")]
    for name, cells in rows:
        assert all(cell.strip() for cell in cells.split("|")), f"{name} has an empty cell"


def test_publiccode_has_what_the_standard_asks() -> None:
    """publiccode.yml 0.5: the mandatory keys, and the lengths of the descriptions."""
    told = yaml.safe_load((HOUSE / "publiccode.yml").read_text(encoding="utf-8"))
    assert told["publiccodeYmlVersion"] == "0.5"
    for key in ("name", "url", "platforms", "categories", "developmentStatus", "softwareType"):
        assert told[key], f"{key} is missing"
    assert told["legal"]["license"] == "EUPL-1.2"
    assert told["maintenance"]["type"] in ("internal", "community")
    assert all(contact["name"] for contact in told["maintenance"]["contacts"])
    assert told["localisation"]["localisationReady"] in (True, False)
    assert set(told["localisation"]["availableLanguages"]) == set(told["description"])
    for described in told["description"].values():
        assert 0 < len(described["shortDescription"]) <= 150
        assert 150 <= len(described["longDescription"]) <= 10_000
        assert described["features"]


def test_the_changelog_tells_of_law_apart() -> None:
    text = (HOUSE / "CHANGELOG.md").read_text(encoding="utf-8")
    unreleased = text.split("\n## [Unreleased]\n")[1].split("\n## ")[0]
    assert {"Added", "Law"} <= {*re.findall(r"^### (.+)$", unreleased, re.M)}


@pytest.mark.parametrize(
    "named",
    [
        "see https://" + REGISTRIES[0] + "/simple",
        "in /" + "work/main/domain",
        "in /" + "home/someone/griffie",
        "in C:" + "\\Users\\someone",
    ],
)
def test_a_name_that_binds_to_one_machine_is_seen(named: str) -> None:
    assert list(_binding(named))


@pytest.mark.parametrize(
    "named", ["the framework/main", "one.home/" + "root/x", "/homes/x", "the root/"]
)
def test_other_words_are_left_alone(named: str) -> None:
    assert list(_binding(named)) == []


def test_no_file_names_a_registry_or_a_developers_machine() -> None:
    found = {_name(path): [*_binding(text)] for path, text in _texts()}
    assert {name: names for name, names in found.items() if names} == {}


def _binding(text: str) -> Iterator[str]:
    yield from (host for host in REGISTRIES if host in text)
    yield from DEVELOPERS.findall(text)


def _texts() -> Iterator[tuple[Path, str]]:
    """Every text file of ours; what is no UTF-8 is no text."""
    for path in _house():
        try:
            yield path, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def test_history_is_read_without_the_law() -> None:
    """docs/adr/0005: facts, states and evolve of a scheme know no article and no decision."""
    records = list((HOUSE / "domain/schemes").glob("*/record/*.py"))
    assert records
    found = {_name(path): sorted(_law_in(path)) for path in records}
    assert {name: names for name, names in found.items() if names} == {}


def _law_in(path: Path) -> set[str]:
    """The modules a file imports that are law: an article, a setting, a decision."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imports = {
        node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)
    } | {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    of_schemes = {name for name in imports if name.startswith("domain.schemes")}
    return {name for name in of_schemes if ".record" not in name} | (imports & {"domain.decide"})
