"""Playing a scenario: step by step, with the clerk in between, and what came of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic.alias_generators import to_snake

from domain.case import Action, CaseFile
from infra.scenarios.expectations import outcome_expected
from infra.scenarios.mornings import Mornings
from infra.scenarios.names import (
    actor_of,
    fields_are_known,
    file_of,
    instead,
    kinds_of_files,
    scheme_of,
    stored_as,
)
from infra.scenarios.script import Script, Step
from infra.scenarios.seen import Seen
from infra.scenarios.stage import Stage
from infra.scenarios.standings import stands_expected
from infra.scenarios.stories import load
from infra.scenarios.telling import Expectation, Happening, Telling, ToldStep


def run(file: Path) -> Telling:
    """Plays a scenario file. Raises ScriptError for a file that can't be played."""
    script = load(file)
    return Play(script).told()


class Play:
    """One scenario on its stage."""

    def __init__(self, script: Script, stage: Stage | None = None) -> None:
        self.script = script
        if not script.steps:
            raise script.written.wrong("a scenario has at least one step", "steps")
        self.stage = stage or _stage_for(script)
        self.mornings = Mornings(self.stage)
        self.seen = Seen()

    def told(self) -> Telling:
        """The whole story, told. Raises ScriptError."""
        self.seen.known(self.script, self.stage.scheme)
        steps = tuple(self._step(step) for step in self.script.steps)
        text = self.script.text
        return Telling(
            file=self.script.file,
            scheme=text.scheme,
            title=text.title,
            about=text.about.strip(),
            steps=steps,
            claims=tuple(self.seen.claims(self.script)),
            moves=tuple(self.seen.moves),
        )

    def _step(self, step: Step) -> ToldStep:
        day, stage = step.text.day, self.stage
        if day < stage.today:
            raise step.wrong(f"the clock stands at {stage.today} and does not go back", "day")
        alias = file_of(step, stage.subjects)
        clerk = tuple(self.mornings.pass_until(day))
        happening, expectations = self.played(step, alias)
        self.seen.terms(step, stage, alias)
        for one in (*clerk, *((happening,) if happening else ())):
            self.seen.happened(one, stage)
        return ToldStep(
            file=step.written.file,
            line=step.line(),
            day=day,
            earlier=step.earlier,
            says=step.text.says.strip(),
            clerk=clerk,
            happening=happening,
            expectations=expectations,
        )

    def played(self, step: Step, alias: str) -> tuple[Happening | None, tuple[Expectation, ...]]:
        """What a step asks in a file, on the day it is; and whether it came out as expected."""
        happening = self._asked(step, alias) if step.text.do else None
        return happening, tuple(self._expectations(step, alias, happening))

    def _expectations(
        self, step: Step, alias: str, done: Happening | None
    ) -> Iterator[Expectation]:
        expect = step.text.expect
        if done is not None:
            for one in outcome_expected(step, self.stage, done):
                yield replace(one, of_outcome=True)
        elif expect.recorded is not None or expect.refused is not None:
            raise step.wrong("nothing is asked here ('do'); expect how things stand", "expect")
        yield from stands_expected(step, self.stage, alias)

    def _asked(self, step: Step, alias: str) -> Happening:
        action = self._action(step, alias)
        by = actor_of(step, self.stage.scheme)
        fields_are_known(step, action)
        given = step.text.with_.items()
        data = {name: self._found(step, alias, value, name) for name, value in given}
        try:
            return self.stage.ask(alias, by, action.name, data)
        except ValidationError as refused:
            if refused.title != action.asks.__name__:
                raise
            first = refused.errors(include_url=False)[0]
            path = tuple(first["loc"])
            says = f"{action.name} takes {'.'.join(map(str, path))}: {first['msg']}"
            raise step.wrong(says, "with", *_as_written(step, path)) from None

    def _action(self, step: Step, alias: str) -> Action[Any, Any]:
        kind = self.stage.under(alias).kind
        action = kind.actions.get(step.text.do)
        if action is None:
            raise step.wrong(instead(step.text.do, kind.actions, f"action in {alias}"), "do")
        is_open = self.stage.file(alias) is not None
        if action.opens_file == is_open:
            opens = [one.name for one in kind.actions.values() if one.opens_file]
            how = "is open already" if is_open else f"is not open yet; {' or '.join(opens)} opens"
            raise step.wrong(f"the file of {alias} {how}", "do")
        return action

    def _found(self, step: Step, alias: str, value: Any, *path: str) -> Any:
        """What ``$fact name`` and ``$person name`` stand for; any other value as it is."""
        if not isinstance(value, str) or not value.startswith(("$fact ", "$person ")):
            return value
        what, _, name = value[1:].partition(" ")
        if what == "person":
            if name not in self.stage.subjects:
                raise step.wrong(instead(name, self.stage.subjects, "person"), "with", *path)
            return self.stage.subjects[name].id
        file = self.stage.file(alias)
        stored = stored_as(
            step, self.stage.scheme, self.stage.subjects[alias].kind, name, "with", *path
        )
        version = _latest(file, stored)
        if version is None:
            raise step.wrong(f"no {name} is on record in the file of {alias}", "with", *path)
        return version


def _stage_for(script: Script) -> Stage:
    scheme = scheme_of(script)
    return Stage(scheme, kinds_of_files(script, scheme), script.steps[0].text.day)


def _latest(file: CaseFile[Any] | None, stored: str) -> int | None:
    """The number, in its file, of the latest fact stored under a name."""
    trail = file.trail if file else ()
    return next((r.version for r in reversed(trail) if r.fact.stored_as == stored), None)


def _as_written(step: Step, path: tuple[Any, ...]) -> tuple[Any, ...]:
    """The path as the file spells it: fields may be written either way."""
    if path and path[0] not in step.text.with_ and to_snake(str(path[0])) in step.text.with_:
        return (to_snake(str(path[0])), *path[1:])
    return path
