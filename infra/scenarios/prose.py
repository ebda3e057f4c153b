"""A scenario told in words: what happened on which day, why, and whether it was as expected."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from textwrap import fill

from domain.law import Check
from infra.scenarios.telling import Expectation, Happening, Telling, ToldStep
from infra.scenarios.words import of_actor, of_day, of_name, of_place, of_value, outcome_of

WIDTH = 99


def told(telling: Telling, heading: str = "#") -> str:
    """The whole story as Markdown, which reads as well on a screen."""
    lines = [f"{heading} {telling.title}", ""]
    if telling.about:
        lines += [fill(" ".join(telling.about.split()), WIDTH), ""]
    earlier = [step for step in telling.steps if step.earlier]
    if earlier:
        lines += [f"What went before ({earlier[-1].file.stem.replace('-', ' ')}):", ""]
        lines += _in_short(earlier)
        lines.append("")
    for step in telling.steps:
        if not step.earlier:
            lines += [*_told_step(step), ""]
    if telling.claims:
        lines += [*_claimed(telling), ""]
    return "\n".join(lines)


def _claimed(telling: Telling) -> Iterator[str]:
    """What the story showed in one line, and each claim that it did not make good."""
    shown = [claim.says for claim in telling.claims if not claim.failed]
    if shown:
        yield f"- ✓ {'; '.join(shown)}"
    yield from (_expected(claim, telling.file.name) for claim in telling.claims if claim.failed)


def verdict(telling: Telling) -> str:
    """The last line of a run: it held, or how many expectations did not."""
    missed = len(telling.failures)
    if not missed:
        count = sum(len(s.expectations) for s in telling.steps) + len(telling.claims)
        return f"{telling.file}: as expected ({count} expectations held)"
    return f"{telling.file}: {missed} expectation{'s' * (missed > 1)} failed"


def failures(telling: Telling) -> list[str]:
    """Each expectation that did not hold, with its file and line."""
    return [f"{file}:{e.line}: expected {e.says}; {e.failed}" for file, e in telling.failures]


def _in_short(steps: list[ToldStep]) -> Iterator[str]:
    """What went before: a line a day, and whatever failed."""
    done = [happening for step in steps for happening in _happenings(step)]
    for day, same in groupby(done, key=lambda happening: happening.day):
        came = [name for happening in same for name in _came(happening)]
        yield f"- {of_day(day)}: {', '.join(_counted(came))}"
    for step in steps:
        yield from (_expected(e, step.file.name) for e in step.expectations if e.failed)


def _came(done: Happening) -> list[str]:
    return [of_name(r.fact.stored_as) for r in done.records] or [_turned(done)]


def _counted(names: list[str]) -> Iterator[str]:
    for name, same in groupby(names):
        times = len(list(same))
        yield f"{name} ({times} times)" if times > 1 else name


def _happenings(step: ToldStep) -> tuple[Happening, ...]:
    return (*step.clerk, *((step.happening,) if step.happening else ()))


def _told_step(step: ToldStep) -> Iterator[str]:
    for done in step.clerk:
        yield from (*_told_happening(done), "")
    if step.says:
        yield from (fill(" ".join(step.says.split()), WIDTH), "")
    if step.happening:
        yield from _told_happening(step.happening)
    else:
        yield f"**{of_day(step.day)}** How it stands:"
    for one in step.expectations:
        # What came on record or was refused is told already.
        if one.failed or not one.of_outcome:
            yield _expected(one, step.file.name)


def _told_happening(done: Happening) -> Iterator[str]:
    why = f", because {done.term}" if done.term else ""
    yield f"**{of_day(done.day)}** {of_actor(done.by)}{why}. {done.says}"
    for record in done.records:
        fact = record.fact
        says = outcome_of(fact)
        yield (
            f"- on record: {of_name(fact.stored_as)} ({fact.matter}), under "
            + of_place(fact.basis)
            + (f": {says}" if says else "")
        )
        yield from (f"  - remark: {one.says} ({of_place(one.place)})" for one in fact.remarks)
    if done.turned:
        yield f"- {_turned(done)}"
    yield from _weighed(done.checks)


def _turned(done: Happening) -> str:
    turned = done.turned
    assert turned is not None  # noqa: S101  asked only where nothing came on record
    if turned.place is None:
        return f"not allowed: {turned.says}"
    rule = f"{turned.rule}, " if turned.rule else ""
    return f"refused ({rule}{of_place(turned.place)}): {turned.says}"


def _weighed(checks: tuple[Check, ...]) -> Iterator[str]:
    """Each rule once, with all it was given; what failed and yet went on record says so."""
    for (rule, holds), same in groupby(checks, key=lambda c: (c.rule, c.holds)):
        group = list(same)
        given = {n: v for check in group for n, v in check.given.items() if v is not None}
        said = ", ".join(f"{n.replace('_', ' ')} {of_value(v)}" for n, v in given.items())
        place = of_place(group[0].place)
        verb = "holds" if holds else "does not hold"
        yield f"- weighed: {rule} {verb} ({place})" + (f": {said}" if said else "")


def _expected(one: Expectation, file: str) -> str:
    if one.failed:
        return f"- ✗ **expected {one.says}; {one.failed}** ({file}:{one.line})"
    return f"- ✓ {one.says}"
