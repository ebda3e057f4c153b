"""26. Appeal (Beroepsprocedure tegen certificatiebesluit): the opinion of the board

- The board does not judge the assessment itself, only whether it and the objection were handled
  with care, as the framework and the procedures of the scheme require.
- Upheld: the certification body is ordered to assess again, by the correct procedure. Dismissed:
  the rejection is confirmed, and no further appeal is open.

It reaches the applicant: section_26_notice.py.
"""

from typing import Literal

from domain.case import Command, Facts, Situation, action
from domain.law import Remark, Rule, require, weigh
from domain.personal import Content, Personal
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.application import ApplicationRejected
from domain.schemes.lvv_certification.record.objection import (
    Appeal,
    AppealDismissed,
    AppealUpheld,
    ReassessmentOrdered,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import BOARD
from domain.schemes.lvv_certification.section_25_handling import had_a_hand_in
from domain.schemes.lvv_certification.section_25_objection import contested_in
from domain.schemes.lvv_certification.section_26_appeal import (
    R_33,
    PlaceInScheme,
    the_appeal,
)
from domain.schemes.lvv_certification.section_26_investigation import (
    SOD_C5,
    under_investigation,
)
from domain.schemes.lvv_certification.section_26_notice import TO_REACH_THE_APPLICANT
from domain.words import Code, Prose

AT_26 = section(26)
BY_THE_BOARD = AT_26.read("decision on doubts: the order is to take that decision again")
NOT_HELD_UP = AT_26.read(
    "by saying nothing the body holds no opinion up: from the last of the six weeks on it is given"
)
OF_PROCEDURE = ("assessed-without-care", "procedure-not-followed")

SOD_C2 = Rule(
    id="SOD-C2",
    place=AT_26.read("SOD-C2: nobody judges what he had a hand in, for whichever body he did"),
    says="an appeal is decided by somebody who had no hand in the decision nor in the objection",
)
R_35 = Rule(
    id="R-35",
    place=AT_26,
    says="an appeal that is upheld orders a new assessment and grants nothing; without such an "
    "order, or an objection upheld, nothing is decided again",
)


class DecideAppeal(Command):
    """Come to an opinion: what was found wanting, against which places of the scheme."""

    name = "decide-appeal"
    appeal: Code
    upheld: bool
    defect: Literal["none", "assessed-without-care", "procedure-not-followed", "content"]
    places: tuple[PlaceInScheme, ...] = ()
    opinion: Personal[Content, Prose]


@action(DecideAppeal, by=BOARD, place=AT_26, when=under_investigation)
def decide_appeal(asked: DecideAppeal, at: Situation[PersonFile]) -> Facts:
    """Come to an opinion on care and procedure; upheld, it orders a new assessment."""
    now = the_appeal(at, asked.appeal, "investigating")
    _had_no_hand_in_it(now, at)
    remarks = (*_the_body_was_heard(now, at), *_left_open(now))
    if not asked.upheld:
        weigh(R_33, asked.defect != "content", defect=asked.defect)
        return AppealDismissed(
            matter=now.matter,
            on=asked.on,
            basis=AT_26,
            defect=asked.defect,
            opinion=asked.opinion,
            remarks=remarks,
        )
    _of_procedure(asked)
    weigh(R_35, True, defect=asked.defect)
    return (
        AppealUpheld(
            matter=now.matter,
            on=asked.on,
            basis=AT_26,
            defect=asked.defect,
            places=asked.places,
            opinion=asked.opinion,
            remarks=remarks,
        ),
        _order(now, asked, at),
    )


def _order(now: Appeal, asked: DecideAppeal, at: Situation[PersonFile]) -> ReassessmentOrdered:
    """The order to assess again; to take a suspension or withdrawal again by a reading."""
    before = at.file.objections[now.objection]
    of_an_application = isinstance(contested_in(before, at), ApplicationRejected)
    return ReassessmentOrdered(
        matter=now.matter,
        on=asked.on,
        basis=AT_26 if of_an_application else BY_THE_BOARD,
        decision=before.decision,
    )


def _had_no_hand_in_it(now: Appeal, at: Situation[PersonFile]) -> None:
    before = at.file.objections[now.objection]
    involved = had_a_hand_in(before, at) | at.case.who_had_a_hand_in(before.matter)
    another = at.by.id not in involved
    require(SOD_C2, another, "somebody else of the board decides this appeal", another=another)


def _the_body_was_heard(now: Appeal, at: Situation[PersonFile]) -> tuple[Remark, ...]:
    """Refused before the last of the six weeks while the body owes its data or its view."""
    last = TO_REACH_THE_APPLICANT.of(at.law.edition).due(now.sent_on, at.law.calendar)
    owed = {
        "the body hands over its data first": now.data_provided,
        "the body gives its view first": now.view_given,
    }
    if at.on < last:
        for otherwise, given in owed.items():
            require(SOD_C5, given, otherwise, given=given, last_day=last)
    weigh(SOD_C5, all(owed.values()), data=now.data_provided, view=now.view_given)
    says = "decided without all that the body is to give: its data and its view"
    return () if all(owed.values()) else (Remark(says=says, place=NOT_HELD_UP),)


def _of_procedure(asked: DecideAppeal) -> None:
    require(
        R_33,
        asked.defect in OF_PROCEDURE,
        f"an appeal is upheld on {' or '.join(OF_PROCEDURE)}, never on the assessment itself",
        defect=asked.defect,
    )
    places = len(asked.places)
    require(R_33, places > 0, "name the place of the scheme that was not kept", places=places)


def _left_open(now: Appeal) -> tuple[Remark, ...]:
    """The text sets no term for an answer or a reaction, so neither can hold the opinion up."""
    left = (
        (now.question_open, "decided without the answer to the questions of the board"),
        (
            now.reaction_invited and not now.reaction_given,
            "decided without the reaction that was invited",
        ),
    )
    return tuple(Remark(says=says, place=AT_26) for is_left, says in left if is_left)
