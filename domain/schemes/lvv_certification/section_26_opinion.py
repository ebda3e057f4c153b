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
from domain.schemes.lvv_certification.record.objection import (
    Appeal,
    AppealDismissed,
    AppealUpheld,
    ReassessmentOrdered,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import BOARD
from domain.schemes.lvv_certification.section_26_appeal import (
    R_33,
    PlaceInScheme,
    the_appeal,
)
from domain.schemes.lvv_certification.section_26_investigation import (
    SOD_C5,
    under_investigation,
)
from domain.words import Code, Prose

AT_26 = section(26)
OF_PROCEDURE = ("assessed-without-care", "procedure-not-followed")

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
    _the_body_was_heard(now)
    if not asked.upheld:
        weigh(R_33, asked.defect != "content", defect=asked.defect)
        return AppealDismissed(
            matter=now.matter,
            on=asked.on,
            basis=AT_26,
            defect=asked.defect,
            opinion=asked.opinion,
            remarks=_left_open(now),
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
            remarks=_left_open(now),
        ),
        ReassessmentOrdered(
            matter=now.matter,
            on=asked.on,
            basis=AT_26,
            decision=at.file.objections[now.objection].decision,
        ),
    )


def _the_body_was_heard(now: Appeal) -> None:
    provided, viewed = now.data_provided, now.view_given
    require(SOD_C5, provided, "the body hands over its data first", data_provided=provided)
    require(SOD_C5, viewed, "the body gives its view first", view_given=viewed)


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
