"""Whether what was asked came out as expected; each expectation with its own line."""

from __future__ import annotations

from collections.abc import Iterator

from infra.scenarios.names import stored_as
from infra.scenarios.script import Step
from infra.scenarios.stage import Stage
from infra.scenarios.telling import Expectation, Happening
from infra.scenarios.words import of_name


def outcome_expected(step: Step, stage: Stage, done: Happening) -> Iterator[Expectation]:
    """Recorded or refused, as the step says; a step that says neither expects a record."""
    expect = step.text.expect
    if expect.refused is not None:
        yield from _refusal_expected(step, done)
    elif done.turned is not None:
        at = f" ({done.turned.place})" if done.turned.place else ""
        says = f"{done.action} was refused{at}: {done.turned.says}"
        yield Expectation(step.line("do"), f"{done.action} is put on record", says)
    elif expect.recorded is not None:
        kind = stage.subjects[done.file].kind
        wanted = [
            stored_as(step, stage.scheme, kind, name, "expect", "recorded", n)
            for n, name in enumerate(expect.recorded)
        ]
        came = [record.fact.stored_as for record in done.records]
        failed = "" if came == wanted else f"on record came {', '.join(map(of_name, came))}"
        says = f"on record: {', '.join(map(of_name, wanted))}"
        yield Expectation(step.line("expect", "recorded"), says, failed)


def _refusal_expected(step: Step, done: Happening) -> Iterator[Expectation]:
    wanted = step.text.expect.refused
    assert wanted is not None  # noqa: S101  asked only where a refusal is expected
    if done.turned is None:
        came = ", ".join(of_name(record.fact.stored_as) for record in done.records)
        line = step.line("expect", "refused")
        yield Expectation(line, f"{done.action} is refused", f"it was recorded: {came}")
        return
    place = done.turned.place.at if done.turned.place else ""
    for name, want, came in (
        ("place", wanted.place, place),
        ("rule", wanted.rule, done.turned.rule),
        ("saying", wanted.saying, done.turned.says),
    ):
        right = want in came if name == "saying" else want == came
        if want:
            says = f"refused, {name} {want}"
            failed = "" if right else f"the {name} is {came or 'none'}"
            yield Expectation(step.line("expect", "refused", name), says, failed)
