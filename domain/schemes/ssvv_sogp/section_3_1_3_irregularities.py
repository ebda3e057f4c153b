"""3.1.3 Irregularities (Onregelmatigheden)

- The centre has an active policy to prevent and to notice irregularities in the widest sense.
- It always reports irregularities, suspicions or indications of fraud to SSVV: for instance forged
  documents, theft, extortion, bribery, counterfeiting, swindling, identity fraud.

What SSVV does with a report: section_3_1_3_handling.py.
"""

from domain.case import Command, Facts, Situation, action
from domain.days import Day, WorkingDays
from domain.law import Refused, Remark, Rule, weigh
from domain.personal import Content, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.irregularity import (
    Category,
    Certainty,
    IrregularityReported,
    ReportingDutyBreached,
)
from domain.schemes.ssvv_sogp.roles import CENTRE, SSVV
from domain.schemes.ssvv_sogp.settings import IRREGULARITY_WORKING_DAYS
from domain.words import Code, Prose

AT_3_1_3 = section("3.1.3")

R_28 = Rule(
    id="R-28", place=AT_3_1_3, says="an active policy to prevent and notice irregularities"
)
R_29 = Rule(
    id="R-29",
    place=AT_3_1_3,
    says="every irregularity, suspicion or indication of fraud is reported to SSVV",
)
T_21 = Rule(
    id="T-21",
    place=IRREGULARITY_WORKING_DAYS.place,
    says="an irregularity is reported once it is known",
)


class ReportIrregularity(Command):
    """Report an irregularity, a suspicion or an indication, known since a day."""

    name = "report-irregularity"
    category: Category
    certainty: Certainty
    known_on: Day
    what: Personal[Content, Prose]


class RecordReportingBreach(Command):
    """Record that the centre had known of an irregularity and kept it to itself."""

    name = "record-reporting-breach"
    known_on: Day
    learned_from: Code
    what: Personal[Content, Prose]


def _is_past(known_on: Day, on: Day) -> None:
    if known_on > on:
        raise Refused(f"give the day since when it is known: {on} or before", AT_3_1_3)


@action(ReportIrregularity, by=CENTRE, place=AT_3_1_3)
def report_irregularity(asked: ReportIrregularity, at: Situation[CentreFile]) -> Facts:
    """Report an irregularity, a suspicion or an indication; late is remarked on."""
    _is_past(asked.known_on, asked.on)
    weigh(R_29, True, category=asked.category, certainty=asked.certainty)
    days = IRREGULARITY_WORKING_DAYS.number(at.law)
    due = (
        WorkingDays(days=days, place=T_21.place).counted(asked.known_on, at.law.calendar).day
        if days is not None
        else None
    )
    in_time = weigh(T_21, due is None or asked.on <= due, known_on=asked.known_on, due=due)
    late = Remark(says=f"reported after {due}", place=T_21.place)
    return IrregularityReported(
        matter=at.file.next_matter("irregularity"),
        on=asked.on,
        basis=AT_3_1_3,
        remarks=() if in_time else (late,),
        category=asked.category,
        certainty=asked.certainty,
        known_on=asked.known_on,
        what=asked.what,
    )


@action(RecordReportingBreach, by=SSVV, place=AT_3_1_3)
def record_reporting_breach(asked: RecordReportingBreach, at: Situation[CentreFile]) -> Facts:
    """Record that the centre had known of an irregularity and kept it to itself."""
    _is_past(asked.known_on, asked.on)
    weigh(R_29, False, known_on=asked.known_on)
    return ReportingDutyBreached(
        matter=at.file.next_matter("irregularity"),
        on=asked.on,
        basis=AT_3_1_3,
        known_on=asked.known_on,
        learned_from=asked.learned_from,
        what=asked.what,
    )
