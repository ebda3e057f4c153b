"""What the code leaves to people, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from domain.schemes import Scheme
from infra.drawing.tables import table


def left_to_people(schemes: Sequence[Scheme]) -> Iterator[str]:
    """The page, for every scheme."""
    yield "# What is left to people"
    yield ""
    yield "Rules and terms that the code does not decide, each with its reason. Everything else is"
    yield "encoded and shown both ways: see `griffie law SCHEME`."
    for scheme in schemes:
        yield from ("", f"## {scheme.title} ({scheme.id})", "")
        if scheme.left_to_people:
            rows = [(one.id, one.reason) for one in scheme.left_to_people]
            yield from table(("id", "because"), rows)
        else:
            count = len(scheme.rule_ids) + len(scheme.term_ids)
            yield f"Nothing: all {count} rules and terms are encoded."
