"""7(2). The duty to report (stelt hij het bestuur daarvan onverwijld op de hoogte)

- When circumstances keep the holder from meeting the criteria, or will, he tells the board at
  once. When they are temporary by nature, the board consults with him.
- An.1(b) says so too, of the certifying body or LVV: a report is in time at either address, by
  its first arrival (B-25).

What is permanent may lead to withdrawal: article_08_withdrawal.py.
"""

from typing import Literal

from domain.case import Command, Facts, Situation, action
from domain.days import Day
from domain.law import Refused, Remark, Rule, weigh
from domain.personal import Content, Evidence, Personal
from domain.schemes.lvv_accreditation.act import article
from domain.schemes.lvv_accreditation.record.compliance import (
    Deviation,
    DeviationReported,
    HolderConsulted,
)
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import BOARD, HOBEON, OFFICE, PROVIDER
from domain.schemes.lvv_accreditation.settings import AT_ONCE_FOR_A_HOLDER, at_once
from domain.schemes.lvv_accreditation.standing import in_force
from domain.words import Prose

AT_7 = article(7)
A_T13 = Rule(
    id="A-T13",
    place=AT_ONCE_FOR_A_HOLDER.place,
    says="a deviation is reported at once",
)


class ReportDeviation(Command):
    """Report what keeps the holder from meeting the criteria, and since when that is known."""

    name = "report-deviation"
    known_on: Day
    permanent: bool
    arrived_at: Literal["lvv-board", "lvv", "hobeon"] = "lvv-board"
    circumstances: Personal[Evidence, Prose]


class ConsultHolder(Command):
    """Record the consultation with the holder on what is temporary."""

    name = "consult-holder"
    agreed: Personal[Content, Prose]


@action(ReportDeviation, by=PROVIDER | HOBEON | OFFICE, place=AT_7(2), when=in_force)
def report_deviation(asked: ReportDeviation, at: Situation[TrainingFile]) -> Facts:
    """Report a deviation; one that was not reported at once is recorded with a remark."""
    in_force(at)
    if asked.known_on > asked.on:
        raise Refused(f"{asked.known_on} is after the report; give the day it was known", AT_7(2))
    length = at_once(AT_ONCE_FOR_A_HOLDER, at.law, A_T13.place)
    last = length.counted(asked.known_on, at.law.calendar).day
    assert last is not None  # noqa: S101  working days always give a day
    in_time = weigh(A_T13, asked.on <= last, known_on=asked.known_on, last_day=last)
    late = Remark(says=f"not reported at once, that is by {last}", place=A_T13.place)
    return DeviationReported(
        matter=at.file.next_matter("deviation"),
        on=asked.on,
        basis=AT_7(2),
        remarks=() if in_time else (late,),
        known_on=asked.known_on,
        permanent=asked.permanent,
        arrived_at=asked.arrived_at,
        circumstances=asked.circumstances,
    )


def temporary(at: Situation[TrainingFile]) -> Deviation:
    """The reported deviation that is temporary, on which the holder was not consulted yet."""
    found = [
        one
        for one in at.file.deviations.values()
        if one.standing == "reported" and not one.permanent
    ]
    if not found:
        raise Refused("no temporary deviation waits for consultation", AT_7(2))
    return found[0]


@action(ConsultHolder, by=BOARD, place=AT_7(2), when=temporary)
def consult_holder(asked: ConsultHolder, at: Situation[TrainingFile]) -> Facts:
    """Record the consultation of board and holder on what is temporary."""
    return HolderConsulted(
        matter=temporary(at).matter, on=asked.on, basis=AT_7(2), agreed=asked.agreed
    )
