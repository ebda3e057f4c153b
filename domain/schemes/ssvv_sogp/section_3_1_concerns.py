"""3.1 Learning concerns (Verantwoordelijkheden)

- The trainer signals when a participant does not master the learning goals, and discusses it in
  good time with those concerned, such as the participant and the trainer's manager.

Telling it outside the centre: section_3_1_exceptional_cases.py.
"""

from uuid import UUID

from domain.case import Command, Facts, Law, Situation, action
from domain.days import Stated
from domain.fact import Fact
from domain.law import Refused, Remark, Rule, require, weigh
from domain.personal import Content, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.course import (
    ConcernDiscussed,
    ConcernSignalled,
    Course,
    Participant,
)
from domain.schemes.ssvv_sogp.roles import CENTRE, TRAINER
from domain.schemes.ssvv_sogp.section_3_1_participants import (
    Number,
    course_named,
    participant_of,
)
from domain.terms import Term, its_day
from domain.words import Code, Prose

AT_3_1 = section("3.1")
IN_GOOD_TIME = AT_3_1.read("T-23: 'in good time' is before the course ends")
PARTNERS = ("participant", "manager")

R_17 = Rule(
    id="R-17",
    place=AT_3_1,
    says="who does not master the goals is signalled, and it is discussed with those concerned",
)


class SignalConcern(Command):
    """Signal that a participant does not master the learning goals."""

    name = "signal-concern"
    course: Code
    participant: Number
    goals: Personal[Content, Prose]


class DiscussConcern(Command):
    """Record with whom a concern was discussed, and what was said."""

    name = "discuss-concern"
    course: Code
    participant: Number
    partner: Code | None = None
    discussed: Personal[Content, Prose]


def somebody_takes_part(at: Situation[CentreFile]) -> None:
    if not any(one.participants for one in at.file.courses.values()):
        raise Refused("no course has participants", AT_3_1)


def one_in(
    at: Situation[CentreFile], course: str, number: int
) -> tuple[Course, Participant, UUID]:
    """The course, an enrolled participant in it, and the random id of that person."""
    now = course_named(at, course, "planned", "held")
    participant = participant_of(now, number)
    if participant.standing != "enrolled" or participant.person is None:
        raise Refused(f"{number} is not enrolled in {now.matter}", AT_3_1)
    return now, participant, participant.person


@action(SignalConcern, by=TRAINER, place=AT_3_1, when=somebody_takes_part)
def signal_concern(asked: SignalConcern, at: Situation[CentreFile]) -> Facts:
    """Signal that a participant does not master the learning goals; late is remarked on."""
    course, who, person = one_in(at, asked.course, asked.participant)
    last_day = course.planned.last_day
    in_time = weigh(T_23, asked.on <= last_day, last_day=last_day)
    late = Remark(says=f"signalled after the course, which ended on {last_day}", place=T_23.place)
    return ConcernSignalled(
        matter=course.matter,
        on=asked.on,
        basis=AT_3_1,
        remarks=() if in_time else (late,),
        participant=who.number,
        discuss_by=last_day,
        goals=asked.goals.about(person),
    )


@action(DiscussConcern, by=TRAINER | CENTRE, place=AT_3_1, when=somebody_takes_part)
def discuss_concern(asked: DiscussConcern, at: Situation[CentreFile]) -> Facts:
    """Record with whom a concern was discussed: the participant, the trainer's manager."""
    course, who, person = one_in(at, asked.course, asked.participant)
    if who.concern is None:
        raise Refused(f"no concern about {who.number} waits to be discussed", AT_3_1)
    require(
        R_17,
        asked.partner in PARTNERS,
        f"say with whom it was discussed: {' or '.join(PARTNERS)}",
        partner=asked.partner,
    )
    assert asked.partner is not None  # noqa: S101  it is one of the partners
    return ConcernDiscussed(
        matter=course.matter,
        on=asked.on,
        basis=AT_3_1,
        participant=who.number,
        partner=asked.partner,
        discussed=asked.discussed.about(person),
    )


def _of_the_same(opening: Fact, later: Fact) -> bool:
    return (
        isinstance(opening, ConcernSignalled)
        and isinstance(later, ConcernDiscussed)
        and (opening.matter, opening.participant) == (later.matter, later.participant)
    )


def _end_of_the_course(fact: ConcernSignalled, _: Law) -> Stated:
    return Stated(last=fact.discuss_by, place=IN_GOOD_TIME)


T_23 = Term(
    id="T-23",
    name="the concern about a participant is discussed",
    place=IN_GOOD_TIME,
    for_whom="trainer",
    length=_end_of_the_course,
    opened_by={ConcernSignalled: its_day},
    met_by={ConcernDiscussed: its_day},
    same=_of_the_same,
    when_passed="remarked on when the course is held",
)
