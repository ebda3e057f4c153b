"""Playing a scenario: step by step, with the clerk in between, and what came of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from infra.scenarios.asking import asked
from infra.scenarios.expectations import outcome_expected
from infra.scenarios.mornings import Mornings
from infra.scenarios.names import file_of, kinds_of_files, scheme_of
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
        happening = asked(step, self.stage, alias) if step.text.do else None
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


def _stage_for(script: Script) -> Stage:
    scheme = scheme_of(script)
    return Stage(scheme, kinds_of_files(script, scheme), script.steps[0].text.day)
