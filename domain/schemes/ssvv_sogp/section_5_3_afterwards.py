"""3.1.1, 5.3 After a withdrawal (Integriteit)

- A centre whose recognition was withdrawn does nothing that suggests that the recognised training
  goes on.
- Its place on the list and in the exam systems ends with it, as both began with the recognition.
"""

from datetime import date

from domain.case import Command, Facts, Situation, action
from domain.days import Day
from domain.law import Refused, Rule, require, weigh
from domain.personal import Content, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.centre import LineKey
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.line import (
    ContinuationReported,
    RecognitionRemovedFromExamSystems,
    RecognitionUnpublished,
)
from domain.schemes.ssvv_sogp.roles import ANYONE, SSVV
from domain.schemes.ssvv_sogp.section_3_2_signing import R_31
from domain.schemes.ssvv_sogp.standing import a_line, line_named
from domain.words import Code, Prose

AT_3_1_1 = section("3.1.1")
OFF_THE_LIST = section("5.2.5").read("what was published ends on the day the recognition does")

R_22 = Rule(
    id="R-22",
    place=AT_3_1_1,
    says="after a withdrawal nothing is done that suggests that recognised training goes on",
)
T_20 = Rule(
    id="T-20",
    place=AT_3_1_1.read("T-20: at once, from the day the withdrawal takes effect"),
    says="recognised training ends on the day before a withdrawal takes effect",
)


class ReportContinuation(Command):
    """Report something seen that suggests that the centre goes on after a withdrawal."""

    name = "report-continuation"
    line: Code
    seen_on: Day
    what: Personal[Content, Prose]


class EndPublication(Command):
    """Take a recognition that ended off the list and out of the exam systems."""

    name = "end-publication"
    line: Code


def recognised_on_every_day(
    at: Situation[CentreFile], location: str, qualification: str, first_day: date, last_day: date
) -> None:
    """Refused when the centre is not recognised for it there on each of these days."""
    line = at.file.line(LineKey(location=location, qualification=qualification))
    withdrawn_from = None if line is None else line.withdrawn_from
    require(
        T_20,
        withdrawn_from is None or last_day < withdrawn_from,
        f"the recognition was withdrawn from {withdrawn_from}; nothing is taught from that day",
        last_day=last_day,
        withdrawn_from=withdrawn_from,
    )
    in_force = line is not None and any(
        first <= first_day and last_day <= last for first, last in line.in_force
    )
    require(
        R_31,
        in_force,
        f"the centre is not recognised for {qualification} in {location} on each of these days",
        first_day=first_day,
        last_day=last_day,
    )


def ended(at: Situation[CentreFile]) -> None:
    a_line(at, "withdrawn", "lapsed")


@action(ReportContinuation, by=ANYONE, place=AT_3_1_1, when=ended)
def report_continuation(asked: ReportContinuation, at: Situation[CentreFile]) -> Facts:
    """Report something seen that suggests that the centre goes on; nothing follows by itself."""
    line = line_named(at, asked.line, "withdrawn")
    assert line.withdrawn_from is not None  # noqa: S101  a withdrawn line has the day
    after = asked.seen_on >= line.withdrawn_from
    if not after or asked.seen_on > asked.on:
        raise Refused(
            f"give a day from {line.withdrawn_from}, on which it was withdrawn, to {asked.on}",
            AT_3_1_1,
        )
    weigh(R_22, False, seen_on=asked.seen_on, withdrawn_from=line.withdrawn_from)
    return ContinuationReported(
        matter=line.matter, on=asked.on, basis=AT_3_1_1, seen_on=asked.seen_on, what=asked.what
    )


@action(EndPublication, by=SSVV, place=OFF_THE_LIST, when=ended)
def end_publication(asked: EndPublication, at: Situation[CentreFile]) -> Facts:
    """Take a recognition that ended off the list and out of the exam systems."""
    line = line_named(at, asked.line, "withdrawn", "lapsed")
    if line.published_on is None or line.unpublished_on is not None:
        raise Refused(f"{line.matter} is not on the list", OFF_THE_LIST)
    over = not line.is_in_force(asked.on)
    weigh(R_22, over, in_force=not over)
    if not over:
        last = line.in_force[-1][1]
        raise Refused(f"{line.matter} is recognised up to {last}", OFF_THE_LIST, R_22.id)
    unpublished = RecognitionUnpublished(matter=line.matter, on=asked.on, basis=OFF_THE_LIST)
    removed = RecognitionRemovedFromExamSystems(
        matter=line.matter, on=asked.on, basis=OFF_THE_LIST
    )
    return (unpublished, removed) if line.propagated_on else unpublished
