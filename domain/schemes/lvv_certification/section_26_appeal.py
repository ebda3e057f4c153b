"""26. Appeal (Beroepsprocedure tegen certificatiebesluit): sending it, and taking it up

- The applicant may appeal to the LVV board against a decision to which he objected and where the
  certification body rejected the objection.
- He sends the appeal within six weeks of the day the rejection was sent.
- It says, short and clear and with specific references to the scheme, which defects there were.

Not open: section_26_refusal.py. The board looks into it: section_26_investigation.py.
"""

from collections.abc import Callable
from datetime import date
from typing import Annotated

from pydantic import StringConstraints

from domain.case import Command, Facts, Situation, action
from domain.days import Day, Span, TimeToAct
from domain.fact import Fact
from domain.law import InTime, Refused, Rule
from domain.personal import Content, Personal
from domain.schemes.lvv_certification.act import IN_FORCE, section
from domain.schemes.lvv_certification.record.application import ApplicationRejected
from domain.schemes.lvv_certification.record.objection import (
    Appeal,
    AppealSent,
    Objection,
    ObjectionDecisionSent,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import BOARD, PERSON, SECRETARIAT
from domain.schemes.lvv_certification.section_25_handling import gives_appeal
from domain.schemes.lvv_certification.section_25_objection import contested_in
from domain.terms import Term
from domain.words import Code, Prose

AT_26 = section(26)
TO_APPEAL = InTime({IN_FORCE: TimeToAct(span=Span(weeks=6), place=AT_26, moves=True)})

IN_PART = AT_26.read("D-27: also for the part that was rejected when it was upheld in part")
OF_A_MEASURE = AT_26.read("D-18: also after an objection to a suspension or a withdrawal")
OF_A_MEASURE_IN_PART = AT_26.read(
    "D-18, D-27: also for the rejected part of an objection to a suspension or a withdrawal"
)

R_32 = Rule(
    id="R-32",
    place=AT_26,
    says="an appeal is open only after the applicant's objection was rejected",
)
R_33 = Rule(
    id="R-33",
    place=AT_26,
    says="an appeal is about care and procedure; the assessment itself is not judged again",
)

PlaceInScheme = Annotated[
    str,
    StringConstraints(pattern=r"^([1-9]|[12][0-9]|3[0-3]|An\.[1-4])(\([a-g]\))?$"),
]
"""A section of the scheme or an annex, as printed: ``13``, ``27(a)``, ``An.3``."""


class SendAppeal(Command):
    """Appeal to the board against the outcome of an objection.

    ``sent_on`` is the day it was sent, which counts; the day of the command is the day it is
    put on file. ``cites`` are the places of the scheme that it refers to.
    """

    name = "send-appeal"
    objection: Code
    sent_on: Day
    cites: tuple[PlaceInScheme, ...] = ()
    defects: Personal[Content, Prose]


def an_objection_is_on_file(at: Situation[PersonFile]) -> None:
    if not at.file.objections:
        raise Refused("no objection is on file to appeal after", R_32.place, R_32.id)


@action(SendAppeal, by=PERSON | BOARD | SECRETARIAT, place=AT_26, when=an_objection_is_on_file)
def send_appeal(asked: SendAppeal, at: Situation[PersonFile]) -> Facts:
    """Appeal to the board; whether it is late or open at all is for the board to say."""
    if asked.objection not in at.file.objections:
        on_file = ", ".join(at.file.objections)
        why = f"there is no objection {asked.objection}; give one of: {on_file}"
        raise Refused(why, R_32.place, R_32.id)
    not_after(asked.sent_on, asked.on)
    _not_appealed_before(asked.objection, at)
    return AppealSent(
        matter=at.file.next_matter("appeal"),
        on=asked.on,
        basis=AT_26,
        objection=asked.objection,
        sent_on=asked.sent_on,
        cites=asked.cites,
        defects=asked.defects,
    )


def _not_appealed_before(objection: str, at: Situation[PersonFile]) -> None:
    for one in at.file.appeals.values():
        if one.objection == objection and one.standing != "refused":
            why = f"{one.matter} is the appeal after {objection}; no further appeal is open"
            raise Refused(why, AT_26)


def not_after(sent_on: date, on: date) -> None:
    """What is put on file was sent that day or before. Raises Refused otherwise."""
    if sent_on > on:
        raise Refused(f"it was sent on {sent_on}, after the day it is put on file, {on}", AT_26)


def an_appeal(*standings: str) -> Callable[[Situation[PersonFile]], None]:
    """Open while some appeal in the file stands in one of these ways."""

    def guard(at: Situation[PersonFile]) -> None:
        if not any(one.standing in standings for one in at.file.appeals.values()):
            raise Refused(f"no appeal stands {' or '.join(standings)}", AT_26)

    return guard


def the_appeal(at: Situation[PersonFile], matter: str, *standings: str) -> Appeal:
    """The appeal of that name. Raises Refused unless it stands in one of these ways."""
    now = at.file.appeals.get(matter)
    if now is None:
        on_file = ", ".join(at.file.appeals) or "none is on file"
        raise Refused(f"there is no appeal {matter}; give one of: {on_file}", AT_26)
    if now.standing not in standings:
        wanted = " or ".join(standings)
        raise Refused(f"{matter} stands {now.standing}, not {wanted}", AT_26)
    return now


def is_open(objection: Objection) -> bool:
    """Whether 26 gives an appeal after this objection: rejected, and the decision sent."""
    return gives_appeal(objection) and objection.sent_on is not None


def open_under(objection: Objection, at: Situation[PersonFile]) -> Rule:
    """R-32, at the place that opens an appeal after this objection: the text, or a reading."""
    in_part = objection.standing == "upheld-in-part"
    place = IN_PART if in_part else AT_26
    if not isinstance(contested_in(objection, at), ApplicationRejected):
        place = OF_A_MEASURE_IN_PART if in_part else OF_A_MEASURE
    return R_32.model_copy(update={"place": place})


def last_day_to_appeal(appeal: Appeal, at: Situation[PersonFile]) -> date | None:
    """The last day to send it; nothing while no decision on the objection was sent."""
    sent_on = at.file.objections[appeal.objection].sent_on
    if sent_on is None:
        return None
    return TO_APPEAL.of(at.law.edition).due(sent_on, at.law.calendar)


def is_late(appeal: Appeal, at: Situation[PersonFile]) -> bool:
    """Whether it was sent after its last day; what counts is the day it was sent."""
    last = last_day_to_appeal(appeal, at)
    return last is not None and appeal.sent_on > last


def _if_appeal_is_open(fact: ObjectionDecisionSent) -> Day | None:
    return fact.on if fact.appeal_open else None


def _the_day_it_was_sent(fact: AppealSent) -> Day:
    return fact.sent_on


def _is_after_this_objection(sent: Fact, later: Fact) -> bool:
    return isinstance(later, AppealSent) and later.objection == sent.matter


C_T06 = Term(
    id="C-T06",
    name="an appeal is sent",
    lapses=True,
    place=AT_26.read("D-10: from the day the decision on the objection was sent"),
    for_whom="person",
    length=lambda _, law: TO_APPEAL.of(law.edition),
    opened_by={ObjectionDecisionSent: _if_appeal_is_open},
    met_by={AppealSent: _the_day_it_was_sent},
    same=_is_after_this_objection,
    when_passed="an appeal that is sent later is refused by the board",
)
