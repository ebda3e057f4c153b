"""Who is in the told year: every member of the cast has a story, a name and days of his own.

The stories are scenarios about Johanna de Wit; here they are told about somebody else, on days
counted back from the Tuesday that the year is told up to. Staff work on weekdays that way.
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
from infra.scenarios.names import kinds_of_files, scheme_of
from infra.scenarios.reading import read
from infra.scenarios.script import OWN_FILE, Script, Step
from infra.scenarios.stage import subject_of
from infra.scenarios.stories import load

STORIES = Path(__file__).parent / "stories"
CAST = "cast.yaml"
NAME, EMAIL = "Johanna de Wit", "johanna@example.org"
"""What a story says of the person it is about; told of a member, it is his name and address."""

remembered = cache(read)


class Member(BaseModel):
    """One of the cast; ``weeks`` are how long before the last day each day of his story is."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    story: str
    weeks: dict[str, int]
    name: str = ""
    born: date | None = None


@dataclass(frozen=True)
class Part:
    """A story as it is told of one member; ``files`` are its aliases with the kind of each."""

    scheme: str
    member: Member
    account: str
    script: Script
    files: dict[str, str]


def schemes_told() -> tuple[str, ...]:
    """The schemes that have stories here."""
    return tuple(sorted(cast.parent.name for cast in STORIES.glob(f"*/{CAST}")))


def members(scheme: str) -> list[Member]:
    """The cast of a scheme, in the order of its file. Raises pydantic's ValidationError."""
    return [Member.model_validate(one) for one in remembered(STORIES / scheme / CAST).data["cast"]]


def parts(scheme: str, last: date) -> list[Part]:
    """Every story of a scheme, told up to a day. Raises ScriptError."""
    return [
        _part(scheme, member, account_of(n), last)
        for n, member in enumerate(members(scheme), start=1)
    ]


def account_of(number: int) -> str:
    """What a member signs in as; it does not name him, for it stands in every fact he records."""
    return f"account-{number:02}"


def number_told(scheme: str, story: str) -> str:
    """The number of the case of the first member who has this story."""
    told = [member.story for member in members(scheme)]
    account = account_of(told.index(story) + 1)
    found = all_schemes()[scheme]
    kind = next(name for name, under in found.files.items() if under.kind.about_a_person)
    return subject_of(found, account, kind).number


def weeks_before(last: date, weeks: int) -> date:
    return Span(weeks=weeks).before(last)


def _part(scheme: str, member: Member, account: str, last: date) -> Part:
    days = {name: weeks_before(last, weeks) for name, weeks in member.weeks.items()}
    if member.born:
        days["born"] = member.born
    script = load(STORIES / scheme / f"{member.story}.yaml", days, remembered)
    kinds = kinds_of_files(script, scheme_of(script))
    aliases = {name: account if len(kinds) == 1 else f"{account}-{name}" for name in kinds}
    steps = tuple(_told_of(step, member, account, aliases) for step in script.steps)
    files = {aliases[name]: kind for name, kind in kinds.items()}
    return Part(scheme, member, account, replace(script, steps=steps), files)


def _told_of(step: Step, member: Member, account: str, aliases: dict[str, str]) -> Step:
    """The step with the member in the place of who the story is about."""
    text = step.text
    role, colon, who = text.who.partition(":")
    only = next(iter(aliases.values())) if len(aliases) == 1 else ""
    said = {
        "who": f"{role}{colon}{aliases.get(who, who)}",
        "in_": text.in_ if text.in_ == OWN_FILE else aliases.get(text.in_, only),
        "with_": _said(text.with_, {NAME: member.name, EMAIL: f"{account}@example.org"}),
    }
    return replace(step, text=text.model_copy(update=said))


def _said(value: Any, instead: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {name: _said(one, instead) for name, one in value.items()}
    if isinstance(value, list):
        return [_said(one, instead) for one in value]
    return instead.get(value, value) if isinstance(value, str) else value
