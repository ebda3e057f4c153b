"""The scenarios, told one after another: a page that a regulator can read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from domain.schemes import Scheme
from infra.scenarios.prose import told
from infra.scenarios.telling import Telling


def scenarios(schemes: Sequence[Scheme], tellings: Mapping[str, list[Telling]]) -> Iterator[str]:
    """The page, for every scheme."""
    yield "# Scenarios"
    yield ""
    yield "Each is a file in `tests/scenarios`, played against the law by `griffie scenario run`:"
    yield "what was asked on which day, what came on record or was refused, under which place, and"
    yield "what the clerk did in between. A place with [...] behind it carries our reading of it."
    yield "To write one of your own, begin with `griffie scenario new SCHEME`."
    for scheme in schemes:
        yield from ("", f"## {scheme.title}", "")
        for telling in tellings[scheme.id]:
            yield told(telling, heading="###").rstrip()
            yield ""
            yield f"<sub>{telling.file.parent.name}/{telling.file.name}</sub>"
            yield ""
