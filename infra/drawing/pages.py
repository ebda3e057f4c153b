"""Every page that is drawn from the code, by its path in the repository."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from domain.schemes import Scheme, all_schemes
from infra.drawing.glossary import glossary
from infra.drawing.left import left_to_people
from infra.drawing.readings import readings
from infra.drawing.states import states
from infra.drawing.stories import contents, scenarios
from infra.drawing.terms import terms
from infra.kafka import asyncapi
from infra.scenarios.play import run
from infra.scenarios.telling import Telling

HEAD = "<!-- Drawn from the code by `griffie draw`; a test compares. Change the code instead. -->"


def drawn(repo: Path) -> dict[str, str]:
    """Each page with its text. Plays every scenario; raises ScriptError for one that can't be."""
    tellings = {scheme.id: _told(repo, scheme) for scheme in all_schemes().values()}
    schemes = list(all_schemes().values())
    pages = {
        "docs/terms.md": "\n".join(terms(schemes)),
        "docs/readings.md": "\n".join(readings(schemes)),
        "docs/scenarios.md": "\n".join(contents(schemes, tellings)),
        "docs/left-to-people.md": "\n".join(left_to_people(schemes)),
        "docs/glossary.md": "\n".join(glossary(schemes)),
    }
    for scheme in schemes:
        told_in_it = tellings[scheme.id]
        pages[f"docs/scenarios/{scheme.id}.md"] = "\n".join(scenarios(scheme, told_in_it))
        pages[f"docs/states/{scheme.id}.md"] = "\n".join(states(scheme, told_in_it))
    told = {path: f"{HEAD}\n\n{text.rstrip()}\n" for path, text in pages.items()}
    return {**told, "docs/asyncapi.yaml": asyncapi.drawn()}


def differing(pages: Mapping[str, str], repo: Path) -> list[str]:
    """The pages that are not there, or read otherwise than the code says."""
    return [path for path, text in pages.items() if _there(repo / path) != text]


def _there(page: Path) -> str | None:
    return page.read_text(encoding="utf-8") if page.is_file() else None


def _told(repo: Path, scheme: Scheme) -> list[Telling]:
    """The scenarios of a scheme, the stories they begin with first."""
    folder = repo / "tests" / "scenarios" / scheme.id
    files = sorted(folder.rglob("*.yaml"), key=lambda file: (file.parent == folder, file.name))
    return [run(file) for file in files]
