"""Which facts some views need not read, because nothing they show is told from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from domain.erasure import Erased
from domain.fact import Fact
from domain.schemes import Scheme
from projections.view import View


def unread(views: Sequence[View[Any]], schemes: Mapping[str, Scheme]) -> frozenset[str]:
    """The stored names of the facts that none of these views is told from.

    A name that no fact has is not among them: such a fact is read, and sets its case aside. Nor
    is an erasure, after which whatever was held in memory of a person is fetched anew.
    """
    known, read = set[str](), {Erased.stored_as}
    for scheme in schemes.values():
        for under in scheme.files.values():
            known |= _names(under.kind.facts)
            for view in views:
                told_from = view.told_from(under) if view.told_from else None
                read |= _names(under.kind.facts if told_from is None else told_from)
    return frozenset(known - read)


def _names(facts: Iterable[type[Fact]]) -> set[str]:
    return {fact.stored_as for fact in facts}
