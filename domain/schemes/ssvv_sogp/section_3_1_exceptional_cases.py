"""3.1 Concerns told outside the centre (Verantwoordelijkheden)

- In exceptional cases it may be wanted that the centre reports a learning concern to the exam
  centre, to SSVV, or to both.
"""

from typing import Literal

from domain.case import Command, Facts, Situation, action
from domain.law import Refused, Rule, require
from domain.personal import Content, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.course import ConcernReported
from domain.schemes.ssvv_sogp.roles import CENTRE
from domain.schemes.ssvv_sogp.section_3_1_concerns import one_in, somebody_takes_part
from domain.schemes.ssvv_sogp.section_3_1_participants import Number
from domain.words import Code, Prose

AT_3_1 = section("3.1")

R_18 = Rule(
    id="R-18",
    place=AT_3_1,
    says="a concern is reported to exam centre or SSVV in exceptional cases only",
)


class ReportConcern(Command):
    """Report a concern to the exam centre or to SSVV, in an exceptional case."""

    name = "report-concern"
    course: Code
    participants: tuple[Number, ...]
    to: Literal["exam-centre", "ssvv"]
    exceptional_because: Personal[Content, Prose] | None = None


@action(ReportConcern, by=CENTRE, place=AT_3_1, when=somebody_takes_part)
def report_concern(asked: ReportConcern, at: Situation[CentreFile]) -> Facts:
    """Report the concern about one participant outside the centre, in an exceptional case."""
    because = asked.exceptional_because
    require(
        R_18,
        len(asked.participants) == 1 and because is not None,
        "report one participant at a time, and say what makes the case exceptional",
        participants=len(asked.participants),
        reasoned=because is not None,
    )
    course, who, person = one_in(at, asked.course, asked.participants[0])
    if not who.signalled:
        raise Refused(f"no concern about {who.number} was signalled", AT_3_1)
    assert because is not None  # noqa: S101  required above
    return ConcernReported(
        matter=course.matter,
        on=asked.on,
        basis=AT_3_1,
        participant=who.number,
        to=asked.to,
        exceptional_because=because.about(person),
    )
