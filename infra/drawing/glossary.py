"""The glossary, English and Dutch, from what the code says about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from domain.schemes import Scheme
from infra.drawing.tables import table
from infra.drawing.words import HOUSE

HEADING = re.compile(r"(?:and )?([A-Z][^().]*?|[a-z][^().]*?) \(([A-Z][^()]*)\)")
"""An English heading with the Dutch one behind it, in the docstring of an article."""


def glossary(schemes: Sequence[Scheme]) -> Iterator[str]:
    """The page: the words of the house, and of every scheme."""
    yield "# Glossary"
    yield ""
    yield "One word for one thing. The code and the documentation are in English; the texts are in"
    yield "Dutch, and the word of the text stands beside ours."
    yield from ("", "## The house", "")
    yield from table(("English", "Dutch", "what it is"), HOUSE)
    for scheme in schemes:
        yield from ("", f"## {scheme.title} ({scheme.dutch})", "")
        yield from table(("English", "Dutch", "what it is"), list(_of(scheme)))


def _of(scheme: Scheme) -> Iterator[tuple[str, str, str]]:
    for role in scheme.roles.values():
        yield role.id.replace("-", " "), role.dutch, f"role: {role.says}"
    for status, dutch in scheme.statuses.items():
        yield status, dutch, "status in the register"
    for kind, under in scheme.files.items():
        for matter, dutch in under.shown.titles.items():
            yield matter.replace("-", " "), dutch, f"in a {kind} file"
    yield from _headings(scheme)


def _headings(scheme: Scheme) -> Iterator[tuple[str, str, str]]:
    """The heading of each article, as its file translates it."""
    seen: set[str] = set()
    for under in scheme.files.values():
        for article in under.articles:
            title = (article.__doc__ or "").strip().split("\n\n")[0].replace("\n", " ")
            number, _, heading = title.partition(". ")
            for english, dutch in HEADING.findall(heading):
                if dutch not in seen:
                    seen.add(dutch)
                    yield english.lower(), dutch, f"heading of {number}"
