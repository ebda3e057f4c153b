"""What was seen while a scenario ran: rules that held or failed, matters that moved on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from domain.case import CaseFile
from domain.schemes import Scheme
from infra.scenarios.names import instead
from infra.scenarios.script import Script, Step
from infra.scenarios.stage import Stage
from infra.scenarios.standings import term_meant
from infra.scenarios.telling import Expectation, Happening, Move


class Seen:
    """A story may claim to show a rule only when the rule was really weighed in it."""

    def __init__(self) -> None:
        self._shown: set[tuple[str, str]] = set()
        self.moves: list[Move] = []

    def known(self, script: Script, scheme: Scheme) -> None:
        """Raises ScriptError when the script claims a rule or term that the scheme has not."""
        ids = (*scheme.rule_ids, *scheme.term_ids)
        for how, claimed in _claimed(script):
            for n, claim in enumerate(claimed):
                if claim not in ids:
                    says = instead(claim, ids, "rule or term")
                    raise script.written.wrong(says, "shows", how, n)

    def happened(self, done: Happening, stage: Stage) -> None:
        self._shown.update(("passes" if c.holds else "refuses", c.rule) for c in done.checks)
        if done.turned is not None:
            self._shown.add(("refuses", done.turned.rule))
        self.moves += _moves(done, stage)

    def terms(self, step: Step, stage: Stage, alias: str) -> None:
        """A term shows itself where the script expects how it stands."""
        stands = step.text.expect.stands
        for name, wanted in stands.terms.items() if stands else ():
            if term := term_meant(stage, alias, name, wanted):
                lost = term.state(stage.today) in ("missed", "void")
                self._shown.add(("refuses" if lost else "passes", name))

    def claims(self, script: Script) -> Iterator[Expectation]:
        """Each rule that the script says it shows, and whether it did."""
        for how, claimed in _claimed(script):
            for n, claim in enumerate(claimed):
                held = "hold" if how == "passes" else "fail"
                failed = "" if (how, claim) in self._shown else f"nothing here made {claim} {held}"
                line = script.written.line("shows", how, n)
                yield Expectation(line, f"{claim} is shown to {held}", failed)


def _claimed(script: Script) -> tuple[tuple[str, list[str]], ...]:
    shows = script.text.shows
    return ("passes", shows.passes), ("refuses", shows.refuses)


def _moves(done: Happening, stage: Stage) -> Iterator[Move]:
    """Where each fact took its matter: from which standing to which."""
    file = stage.file(done.file)
    kind = stage.under(done.file).kind
    for record in done.records:
        matter = record.fact.matter
        before = kind.as_of(file, None, record.version - 1) if file else None
        after = kind.as_of(file, None, record.version) if file else None
        stands = standing_of(after, matter)
        if stands:
            yield Move(
                kind=matter.rpartition("-")[0],
                before=standing_of(before, matter),
                action=done.action,
                after=stands,
                place=record.fact.basis.at,
            )


def standing_of(file: CaseFile[Any] | None, matter: str) -> str:
    """How a matter of a file stands, in the file's own word; nothing for what has no standing."""
    if file is None:
        return ""
    for held in vars(file.state).values():
        if isinstance(held, Mapping) and matter in held:
            return str(getattr(held[matter], "standing", ""))
    return ""
