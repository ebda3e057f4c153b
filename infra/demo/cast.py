"""Who and what is in the told years: every member of a cast has stories, a name and days."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from domain.schemes import all_schemes
from infra.scenarios.reading import read
from infra.scenarios.stage import subject_of

STORIES = Path(__file__).parent / "stories"
CAST, MEMBERS = "cast.yaml", "members"

remembered = cache(read)


class Chapter(BaseModel):
    """A story, as it is told of somebody or something.

    Each day of the story is so many ``weeks`` before the last day, or one of ``days``; ``words``
    fill its blanks.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    story: str
    weeks: dict[str, int] = {}
    days: dict[str, date] = {}
    words: dict[str, Any] = {}


class Member(Chapter):
    """One of the cast: a person, a centre, a training; ``then`` are the chapters after the first.

    Words of a member hold in every chapter, and so does ``<name>``; those of the whole cast hold
    for every member that gives no other. ``cites`` are words for the number of a case of another
    cast, given as ``scheme/name``.
    """

    name: str = ""
    born: date | None = None
    cites: dict[str, str] = {}
    then: list[Chapter] = []


def schemes_told() -> tuple[str, ...]:
    """The schemes that have stories here."""
    return tuple(sorted(cast.parent.name for cast in STORIES.glob(f"*/{CAST}")))


@cache
def members(scheme: str) -> tuple[Member, ...]:
    """The cast of a scheme, in the order of its file. Raises pydantic's ValidationError."""
    return tuple(_member(scheme, one) for one in remembered(STORIES / scheme / CAST).data["cast"])


def _member(scheme: str, entry: dict[str, Any] | str) -> Member:
    """As the cast has it, or in a file of its own that the cast names."""
    if isinstance(entry, str):
        entry = remembered(STORIES / scheme / MEMBERS / f"{entry}.yaml").data
    return Member.model_validate(entry)


def account_of(scheme: str, number: int) -> str:
    """What a member signs in as; it does not name him, for it stands in every fact he records."""
    called = remembered(STORIES / scheme / CAST).data.get("called", "account")
    return f"{called}-{number:02}"


def number_told(scheme: str, story: str) -> str:
    """The number of the case of the first member who has this story."""
    told = [story in _stories(member) for member in members(scheme)]
    return _number(scheme, told.index(True) + 1)


def _number(scheme: str, number: int) -> str:
    account, found = account_of(scheme, number), all_schemes()[scheme]
    kind = next(name for name in found.files if name != found.own_file)
    return subject_of(found, account, kind).number


def number_cited(case: str) -> str:
    """The number of a case of another cast, given as ``scheme/name``."""
    scheme, _, name = case.partition("/")
    return _number(scheme, [member.name for member in members(scheme)].index(name) + 1)


def _stories(member: Member) -> tuple[str, ...]:
    return (member.story, *(chapter.story for chapter in member.then))
