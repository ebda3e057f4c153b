"""What may stand in a scenario file: the scheme, who is in it, and the steps of the story."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from infra.scenarios.reading import Key, ScriptError, Written

OWN_FILE = "scheme"
"""The alias of the scheme's own file, in every scenario."""


class Text(BaseModel):
    """A part of the file; a word that is not listed here is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class ShowsText(Text):
    """Rules and terms that the story claims to show, seen to hold and seen to fail."""

    passes: list[str] = []
    refuses: list[str] = []


class RefusedText(Text):
    place: str = ""
    rule: str = ""
    saying: str = ""


class RegisterText(Text):
    """A line of the register: its status, the date that goes with it, and the rest."""

    status: str = ""
    day: date | None = None
    name: str = ""
    note: str = ""


class TermText(Text):
    """A term: its last day, how it stands; ``named`` and ``matter`` tell it from its namesakes."""

    due: date | Literal["unknown"] | None = None
    state: Literal["running", "suspended", "met", "missed", "void", "none", ""] = ""
    named: str = ""
    matter: str = ""


class StandsText(Text):
    """How things stand at the end of the step."""

    register_: RegisterText | Literal["none"] | None = Field(default=None, alias="register")
    terms: dict[str, TermText] = {}
    open: list[str] = []
    not_open: list[str] = Field(default=[], alias="notOpen")
    standing: str = ""
    version: int | None = None


class ExpectText(Text):
    recorded: list[str] | None = None
    refused: RefusedText | None = None
    stands: StandsText | None = None


class StepText(Text):
    """A day; who asks what, with which content; what must come of it."""

    day: date
    says: str = ""
    who: str = ""
    do: str = ""
    in_: str = Field(default="", alias="in")
    with_: dict[str, Any] = Field(default={}, alias="with")
    expect: ExpectText = ExpectText()


class ScriptText(Text):
    """A whole file. ``takes`` are days with a default, which whoever begins with it may give."""

    scheme: str
    title: str
    about: str = ""
    shows: ShowsText = ShowsText()
    people: list[str] = []
    files: dict[str, str] = {}
    begins: str = ""
    given: dict[str, date] = {}
    takes: dict[str, date] = {}
    steps: list[StepText]


@dataclass(frozen=True)
class Step:
    """One step, and where it is written. ``earlier`` are the steps of a story begun with."""

    text: StepText
    written: Written
    number: int
    earlier: bool = False

    def wrong(self, says: str, *path: Key) -> ScriptError:
        return self.written.wrong(says, "steps", self.number, *path)

    def line(self, *path: Key) -> int:
        return self.written.line("steps", self.number, *path)


@dataclass(frozen=True)
class Script:
    """A scenario as it is to be run, together with the story it begins with.

    ``files`` are the aliases of case files, each with its kind; ``""`` is the kind about a person.
    """

    file: Path
    written: Written
    text: ScriptText
    files: Mapping[str, str]
    steps: tuple[Step, ...]
