"""Which rules two editions hold in another version, and which one of them does not hold at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any

from domain.law import Edition, InTime, NotYetInForce, Place, Value
from domain.replay.changes import said


class RuleDiffers(Value):
    """A rule as two editions have it; nothing where an edition has it not.

    ``article`` is the first line of its article, ``rule`` what the code calls the rule there.
    """

    article: str
    rule: str
    place: Place | None
    edition: str
    recorded: Any
    other: Any


def rules_that_differ(
    articles: Iterable[ModuleType], recorded: Iterable[Edition], other: Edition
) -> tuple[RuleDiffers, ...]:
    """Against each edition on record, every rule of these articles that is not the same."""
    in_time = [*_in_time(articles)]
    return tuple(
        found
        for edition in recorded
        for article, name, rule in in_time
        for found in _compared(article, name, rule, edition, other)
    )


def _in_time(articles: Iterable[ModuleType]) -> Iterator[tuple[str, str, InTime[Any]]]:
    """Once each, where it is written: another article may import it."""
    seen: set[int] = set()
    for article in articles:
        heading = (article.__doc__ or article.__name__).strip().split("\n")[0]
        for name, value in vars(article).items():
            if isinstance(value, InTime) and id(value) not in seen:
                seen.add(id(value))
                yield heading, name.lower().replace("_", " "), value


def _compared(
    article: str, name: str, rule: InTime[Any], edition: Edition, other: Edition
) -> Iterator[RuleDiffers]:
    was, now = _version(rule, edition), _version(rule, other)
    if was != now:
        place = getattr(now if now is not None else was, "place", None)
        yield RuleDiffers(
            article=article,
            rule=name,
            place=place,
            edition=edition.id,
            recorded=said(was),
            other=said(now),
        )


def _version(rule: InTime[Any], edition: Edition) -> Any:
    try:
        return rule.of(edition)
    except NotYetInForce:
        return None
