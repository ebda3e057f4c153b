"""Whether a file stands as expected: its register line, its terms, what can be asked of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from domain.case import Situation
from domain.decide import open_actions
from domain.shown import RegisterLine
from domain.terms import TermStanding
from infra.scenarios.names import actor_of, instead
from infra.scenarios.script import RegisterText, StandsText, Step, TermText
from infra.scenarios.stage import Stage
from infra.scenarios.telling import Expectation
from infra.scenarios.words import of_day


def stands_expected(step: Step, stage: Stage, alias: str) -> Iterator[Expectation]:
    """How the file stands at the end of the step."""
    wanted = step.text.expect.stands
    if wanted is None:
        return
    at = ("expect", "stands")
    if wanted.register_ is not None:
        yield _register_expected(step, stage, alias, wanted.register_)
    for name, term in wanted.terms.items():
        if name not in stage.scheme.term_ids:
            raise step.wrong(instead(name, stage.scheme.term_ids, "term"), *at, "terms", name)
        found = term_meant(stage, alias, name, term)
        yield _term_expected(step.line(*at, "terms", name), name, term, found, stage.today)
    yield from _actions_expected(step, stage, alias, wanted)
    file = stage.file(alias)
    for name, want, came in (
        ("standing", wanted.standing, stage.under(alias).shown.standing(file) if file else ""),
        ("version", wanted.version, file.version if file else 0),
    ):
        if want not in (None, ""):
            failed = "" if want == came else f"the {name} is {came or 'none'}"
            yield Expectation(step.line(*at, name), f"{name}: {want}", failed)


def _register_expected(
    step: Step, stage: Stage, alias: str, wanted: RegisterText | str
) -> Expectation:
    line = step.line("expect", "stands", "register")
    shown = _register_on(stage, alias, step.text.day)
    if isinstance(wanted, str):
        failed = f"the register says {_line(shown[-1])}" if shown else ""
        return Expectation(line, "nothing in the register", failed)
    says = f"the register says {wanted.status}" + (f" {of_day(wanted.day)}" if wanted.day else "")
    if not shown:
        return Expectation(line, says, "the register says nothing")
    came = shown[-1]
    name = came.name.shown() if came.name else ""
    pairs = (
        (wanted.status, came.status),
        (wanted.day, came.day),
        (wanted.name, name),
        (wanted.note, came.note),
    )
    right = all(want == has for want, has in pairs if want)
    return Expectation(line, says, "" if right else f"the register says {_line(came)}")


def _register_on(stage: Stage, alias: str, day: date) -> list[RegisterLine]:
    file = stage.file(alias)
    lines = stage.under(alias).shown.register(file) if file else ()
    return [li for li in lines if li.since <= day and (li.until is None or day <= li.until)]


def _line(line: RegisterLine) -> str:
    day = f", {line.day_means} {of_day(line.day)}" if line.day else ""
    return f"{line.status}{day}" + (f" ({line.note})" if line.note else "")


def term_meant(stage: Stage, alias: str, name: str, wanted: TermText) -> TermStanding | None:
    """The latest term with this id, and with the name and matter that are wanted."""
    found = [
        term
        for term in stage.terms(alias)
        if term.term == name and wanted.named in term.name and wanted.matter in ("", term.matter)
    ]
    return found[-1] if found else None


def _term_expected(
    line: int, name: str, wanted: TermText, term: TermStanding | None, today: date
) -> Expectation:
    if wanted.state == "none":
        return Expectation(line, f"{name} does not run", f"{name} was opened" if term else "")
    says = f"{name} {wanted.state}".strip() + (f", {of_due(wanted.due)}" if wanted.due else "")
    if term is None:
        return Expectation(line, says, f"nothing opened {name}")
    state, due = term.state(today), None if wanted.due == "unknown" else wanted.due
    right = wanted.state in ("", state) and (wanted.due is None or due == term.due)
    return Expectation(line, says, "" if right else f"{name} is {state}, {of_due(term.due)}")


def of_due(due: date | str | None) -> str:
    return f"due {of_day(due)}" if isinstance(due, date) else "due on a day that is unknown"


def _actions_expected(
    step: Step, stage: Stage, alias: str, wanted: StandsText
) -> Iterator[Expectation]:
    file = stage.file(alias)
    if not wanted.open and not wanted.not_open:
        return
    by = actor_of(step, stage.scheme)
    law = stage.record.law(stage.scheme.id, step.text.day)
    kind = stage.under(alias).kind
    now: set[str] = set()
    if file is not None:
        at = Situation(file, by, step.text.day, law)
        now = {action.name for action in open_actions(kind, at)}
    for key, names, expected in (("open", wanted.open, True), ("notOpen", wanted.not_open, False)):
        for n, name in enumerate(names):
            path = ("expect", "stands", key, n)
            if name not in kind.actions:
                raise step.wrong(instead(name, kind.actions, "action"), *path)
            is_open = name in now
            says = f"{name} is {'' if expected else 'not '}open to {by.role}"
            failed = "" if is_open == expected else f"it is {'' if is_open else 'not '}open"
            yield Expectation(step.line(*path), says, failed)
