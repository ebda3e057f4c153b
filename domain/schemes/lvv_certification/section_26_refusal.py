"""26. Appeal (Beroepsprocedure tegen certificatiebesluit): when it is not open

- Not when it was sent later than six weeks after the day the rejection was sent.
- Not when no objection of the applicant was rejected before it.
- What it says is weighed in the opinion; it is never a ground to refuse it (D-29).
"""

from domain.case import Command, Facts, Situation, action
from domain.law import Cited, Refused, weigh
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.objection import AppealRefused
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import BOARD
from domain.schemes.lvv_certification.section_26_appeal import (
    C_T06,
    R_32,
    R_33,
    an_appeal,
    is_late,
    is_open,
    the_appeal,
)
from domain.words import Code

AT_26 = section(26)


class RefuseAppeal(Command):
    """Refuse an appeal: it was sent late, or no objection was rejected."""

    name = "refuse-appeal"
    appeal: Code
    ground: Code


@action(RefuseAppeal, by=BOARD, place=AT_26, when=an_appeal("filed", "incomplete"))
def refuse_appeal(asked: RefuseAppeal, at: Situation[PersonFile]) -> Facts:
    """Refuse an appeal that was sent late, or that no rejected objection went before."""
    now = the_appeal(at, asked.appeal, "filed", "incomplete")
    before = at.file.objections[now.objection]
    grounds: dict[str, tuple[bool, Cited, str]] = {
        "late": (is_late(now, at), C_T06, "the appeal was sent in time"),
        "no-objection": (not is_open(before), R_32, "an objection was rejected before it"),
    }
    if asked.ground not in grounds:
        why = f"{asked.ground} is no ground; give {' or '.join(grounds)}, or decide on the appeal"
        raise Refused(why, R_33.place, R_33.id)
    holds, rule, otherwise = grounds[asked.ground]
    if not holds:
        raise Refused(otherwise, rule.place, rule.id)
    weigh(rule, False, ground=asked.ground, sent_on=now.sent_on)
    return AppealRefused(matter=now.matter, on=asked.on, basis=rule.place, ground=asked.ground)
