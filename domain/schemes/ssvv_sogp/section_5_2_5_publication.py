"""5.2.5 Publication of a recognition (lijst met erkende opleiders, relevante systemen)

- After signing, SSVV takes the centre into the list of recognised centres on its website.
- The recognition is put into the relevant systems, so that exam centres can set exams ready for
  participants of the centre.

How the list reads: section_5_2_5_register.py.
"""

from domain.case import Command, Facts, Law, Situation, action
from domain.days import NotSaid
from domain.law import Refused, Rule, require
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.line import (
    Line,
    RecognitionLapsed,
    RecognitionPropagated,
    RecognitionPublished,
    RecognitionTookEffect,
    RecognitionWithdrawn,
)
from domain.schemes.ssvv_sogp.roles import SSVV
from domain.schemes.ssvv_sogp.section_3_2_signing import R_31
from domain.schemes.ssvv_sogp.standing import a_line, line_named
from domain.terms import Term, its_day
from domain.words import Code

AT_5_2_5 = section("5.2.5")

R_71 = Rule(
    id="R-71", place=AT_5_2_5, says="a centre is on the list of recognised centres after signing"
)


class PublishRecognition(Command):
    """Put a recognition on the public list of recognised centres."""

    name = "publish-recognition"
    line: Code


class PropagateRecognition(Command):
    """Put a recognition into the systems in which exam centres set exams ready."""

    name = "propagate-recognition"
    line: Code


def is_held(at: Situation[CentreFile]) -> None:
    a_line(at, "granted", "in-force")


@action(PublishRecognition, by=SSVV, place=AT_5_2_5, when=is_held)
def publish_recognition(asked: PublishRecognition, at: Situation[CentreFile]) -> Facts:
    """Put a recognition on the public list, once its agreement is signed by both."""
    line = line_named(at, asked.line, "granted", "in-force")
    signed = _signatures(line, at)
    require(
        R_71,
        signed == 2,
        "the list follows signing; centre and SSVV sign the agreement first",
        signatures=signed,
    )
    if line.published_on is not None:
        raise Refused(f"{line.matter} is on the list since {line.published_on}", AT_5_2_5)
    return RecognitionPublished(matter=line.matter, on=asked.on, basis=AT_5_2_5)


def _signatures(line: Line, at: Situation[CentreFile]) -> int:
    """How many have signed the agreement that names this recognition."""
    if line.agreement:
        return 2
    offers = [one for one in at.file.agreements.values() if line.key in one.lines]
    return max(
        (
            sum(day is not None for day in (one.signed_by_centre_on, one.signed_by_ssvv_on))
            for one in offers
        ),
        default=0,
    )


@action(PropagateRecognition, by=SSVV, place=AT_5_2_5, when=is_held)
def propagate_recognition(asked: PropagateRecognition, at: Situation[CentreFile]) -> Facts:
    """Put a recognition into the exam systems, once there is an agreement for it."""
    line = line_named(at, asked.line, "granted", "in-force")
    agreed = bool(line.agreement)
    require(
        R_31,
        agreed,
        "recognition is by agreement; it is signed by both first",
        agreed=agreed,
    )
    if line.propagated_on is not None:
        raise Refused(f"{line.matter} is in the systems since {line.propagated_on}", AT_5_2_5)
    return RecognitionPropagated(matter=line.matter, on=asked.on, basis=AT_5_2_5)


def _no_length(_: RecognitionTookEffect, __: Law) -> NotSaid:
    return NotSaid(look="after signing; the handbook gives no length", place=AT_5_2_5)


T_27 = Term(
    id="T-27",
    name="the recognition is on the list",
    place=AT_5_2_5,
    for_whom="ssvv",
    length=_no_length,
    opened_by={RecognitionTookEffect: its_day},
    met_by={RecognitionPublished: its_day},
    ended_by={RecognitionWithdrawn: its_day, RecognitionLapsed: its_day},
)
