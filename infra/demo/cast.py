"""Who and what is in the told years: every member of a cast has stories, a name and days.

A story is told of each member on days of the member's own: counted back in weeks from the Tuesday
that the years are told up to, or days of the calendar. What is later than that Tuesday has not
happened yet and is not told. Staff work on weekdays that way.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from domain.days import Span
from domain.schemes import all_schemes
from infra.demo.blanks import filled
from infra.demo.told_of import told_of
from infra.scenarios.names import kinds_of_files, scheme_of
from infra.scenarios.reading import Written, read
from infra.scenarios.script import Script
from infra.scenarios.stage import subject_of
from infra.scenarios.stories import load

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


@dataclass(frozen=True)
class Part:
    """All that is told of one member; ``files`` are its aliases with the kind of each."""

    scheme: str
    member: Member
    account: str
    script: Script
    files: dict[str, str]


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


def parts(scheme: str, last: date) -> list[Part]:
    """Every story of a scheme, told up to a day. Raises ScriptError."""
    return [
        _part(scheme, member, account_of(scheme, n), last)
        for n, member in enumerate(members(scheme), start=1)
    ]


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


def _cited(case: str) -> str:
    scheme, _, name = case.partition("/")
    return _number(scheme, [member.name for member in members(scheme)].index(name) + 1)


def weeks_before(last: date, weeks: int) -> date:
    return Span(weeks=weeks).before(last)


def _stories(member: Member) -> tuple[str, ...]:
    return (member.story, *(chapter.story for chapter in member.then))


def _part(scheme: str, member: Member, account: str, last: date) -> Part:
    chapters = [_script(scheme, member, one, account, last) for one in (member, *member.then)]
    script = chapters[0]
    kinds = kinds_of_files(script, scheme_of(script))
    aliases = {name: account if len(kinds) == 1 else f"{account}-{name}" for name in kinds}
    steps = [
        told_of(step, member.name, account, aliases)
        for chapter in chapters
        for step in chapter.steps
        if step.text.day <= last
    ]
    steps.sort(key=lambda step: step.text.day)
    files = {aliases[name]: kind for name, kind in kinds.items()}
    return Part(scheme, member, account, replace(script, steps=tuple(steps)), files)


def _script(scheme: str, member: Member, chapter: Chapter, account: str, last: date) -> Script:
    days = {name: weeks_before(last, weeks) for name, weeks in chapter.weeks.items()}
    days |= chapter.days | ({"born": member.born} if member.born else {})
    of_the_cast = remembered(STORIES / scheme / CAST).data.get("words", {})
    of_the_member = {"name": member.name, "account": account, **member.words}
    cited = {word: _cited(case) for word, case in member.cites.items()}
    words = {**of_the_cast, **of_the_member, **cited, **chapter.words}

    def filled_in(file: Path) -> Written:
        return filled(remembered(file), words)

    return load(STORIES / scheme / f"{chapter.story}.yaml", days, filled_in)
