"""5.2.3 Rejection after a negative audit (Audit)

- When the judgement is negative the application is rejected.
- In most cases the applicant is free to apply again: section_5_2_3_reapplying.py.
"""

from domain.case import Command, Facts, Situation, action
from domain.law import require
from domain.personal import Content, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.application import LineRejected
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.roles import SSVV
from domain.schemes.ssvv_sogp.section_5_2_2_outcome import R_63
from domain.schemes.ssvv_sogp.section_5_2_3_conclusion import line_of
from domain.schemes.ssvv_sogp.section_5_2_3_reapplying import R_68
from domain.schemes.ssvv_sogp.standing import application_named
from domain.words import Code, Prose

AT_5_2_3 = section("5.2.3")


class RejectLine(Command):
    """Reject one asked line after a negative audit."""

    name = "reject-line"
    application: Code
    location: Code
    qualification: Code
    reasons: Personal[Content, Prose]
    free_to_apply_again: bool = True
    why_not_free: Personal[Content, Prose] | None = None


@action(RejectLine, by=SSVV, place=AT_5_2_3)
def reject_line(asked: RejectLine, at: Situation[CentreFile]) -> Facts:
    """Reject one asked line after a negative audit."""
    now = application_named(at, asked.application)
    advised = now.standing == "withdrawal-advised"
    require(
        R_63,
        not advised,
        "an advice to withdraw rejects nothing; the application waits for the applicant",
        advised=advised,
    )
    line = line_of(now, asked.location, asked.qualification)
    negative = line.positive is False
    require(R_68, negative, "a rejection follows a negative audit", negative=negative)
    given = asked.why_not_free is not None
    require(
        R_68,
        asked.free_to_apply_again or given,
        "applying again is free, unless a reason why not is recorded; give one",
        reason_given=given,
    )
    return LineRejected(
        matter=now.matter,
        on=asked.on,
        basis=AT_5_2_3,
        location=asked.location,
        qualification=asked.qualification,
        free_to_apply_again=asked.free_to_apply_again,
        reasons=asked.reasons,
        why_not_free=None if asked.free_to_apply_again else asked.why_not_free,
        undecided=now.undecided - 1,
    )
