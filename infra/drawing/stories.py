"""The scenarios, told one after another: pages that a regulator can read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from domain.schemes import Scheme
from infra.scenarios.prose import told
from infra.scenarios.telling import Telling


def contents(schemes: Sequence[Scheme], tellings: Mapping[str, list[Telling]]) -> Iterator[str]:
    """What is told of every scheme, and where."""
    yield "# Scenarios"
    yield ""
    yield "Each is a file in `tests/scenarios`, played against the law by `griffie scenario run`:"
    yield "what was asked on which day, what came on record or was refused, under which place, and"
    yield "what the clerk did in between. A place with [...] behind it carries our reading of it."
    yield "To write one of your own, begin with `griffie scenario new SCHEME`."
    for scheme in schemes:
        page = f"scenarios/{scheme.id}.md"
        yield from ("", f"## [{scheme.title}]({page})", "")
        for telling in tellings[scheme.id]:
            yield f"- [{telling.title}]({page}#{_anchor(telling.title)})"


def scenarios(scheme: Scheme, tellings: Sequence[Telling]) -> Iterator[str]:
    """The page of one scheme."""
    yield f"# Scenarios: {scheme.title}"
    yield ""
    yield "How to read these, and what is told of the other schemes: [scenarios](../scenarios.md)."
    for telling in tellings:
        yield ""
        yield told(telling, heading="##").rstrip()
        yield ""
        yield f"<sub>{telling.file.parent.name}/{telling.file.name}</sub>"


def _anchor(title: str) -> str:
    """The name that a heading has in an address, as GitHub and GitLab give it."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
