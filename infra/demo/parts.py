"""All that is told of one member of a cast, with its days and its words filled in.

A story is told of each member on days of the member's own: counted back in weeks from the Tuesday
that the years are told up to, or days of the calendar. What is later than that Tuesday has not
happened yet and is not told. Staff work on weekdays that way.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from domain.days import Span
from infra.demo.blanks import filled
from infra.demo.cast import (
    CAST,
    STORIES,
    Chapter,
    Member,
    account_of,
    members,
    number_cited,
    remembered,
)
from infra.demo.told_of import told_of
from infra.scenarios.names import kinds_of_files, scheme_of
from infra.scenarios.reading import Written
from infra.scenarios.script import Script
from infra.scenarios.stories import load


@dataclass(frozen=True)
class Part:
    """All that is told of one member; ``files`` are its aliases with the kind of each."""

    scheme: str
    member: Member
    account: str
    script: Script
    files: dict[str, str]


def parts(scheme: str, last: date) -> list[Part]:
    """Every story of a scheme, told up to a day. Raises ScriptError."""
    return [
        _part(scheme, member, account_of(scheme, n), last)
        for n, member in enumerate(members(scheme), start=1)
    ]


def weeks_before(last: date, weeks: int) -> date:
    return Span(weeks=weeks).before(last)


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
    cited = {word: number_cited(case) for word, case in member.cites.items()}
    words = {**of_the_cast, **of_the_member, **cited, **chapter.words}

    def filled_in(file: Path) -> Written:
        return filled(remembered(file), words)

    return load(STORIES / scheme / f"{chapter.story}.yaml", days, filled_in)
