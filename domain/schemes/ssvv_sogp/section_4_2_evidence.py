"""4.2 Trainers: what they show (Eisen aan trainers/docenten)

- A trainer has demonstrable experience in the trade of the qualifications taught; a diploma says
  nothing about that (2).
- A trainer holds a valid VOL-VCA diploma and a valid SOG-P diploma of each qualification taught,
  or something equal; and other diplomas where the WBC requires them.
"""

from typing import Literal

from domain.case import Command, Facts, Situation, action
from domain.days import Day
from domain.law import Refused, Rule, require
from domain.personal import Content, Evidence, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.trainer import (
    EquivalenceAccepted,
    Requirement,
    TrainerEvidenceAttached,
)
from domain.schemes.ssvv_sogp.roles import AUDITOR, CENTRE, SSVV
from domain.schemes.ssvv_sogp.section_2_partners import R_88
from domain.schemes.ssvv_sogp.section_4_2_trainers import a_trainer, trainer_named
from domain.words import Code, Line, Prose

AT_4_2 = section("4.2")
VOL_VCA = "vol-vca"
OF_A_QUALIFICATION = ("criteria", "field-experience", "equipment", "sogp-diploma")
"""What is asked for each qualification taught, and never serves for all."""

R_46 = Rule(
    id="R-46",
    place=AT_4_2,
    says="a trainer has demonstrable experience in the trade of each qualification taught",
)
R_50 = Rule(id="R-50", place=AT_4_2, says="a trainer holds a valid VOL-VCA diploma, or its equal")
R_52 = Rule(
    id="R-52",
    place=AT_4_2,
    says="a trainer holds the other diplomas that the WBC requires; nothing is equal to these",
)


class AttachTrainerEvidence(Command):
    """Attach evidence of one requirement; ``diploma`` is which one, when it is a diploma."""

    name = "attach-trainer-evidence"
    trainer: Code
    requirement: Requirement
    qualification: Code | None = None
    diploma: Code | None = None
    since: Day | None = None
    until: Day | None = None
    evidence: Personal[Evidence, Line]


class AcceptEquivalence(Command):
    """Take something else as equal to a diploma that a trainer must hold, with the reason."""

    name = "accept-equivalence"
    trainer: Code
    requirement: Literal["vol-vca", "sogp-diploma", "other-diploma"]
    qualification: Code | None = None
    until: Day | None = None
    because: Personal[Content, Prose]


@action(AttachTrainerEvidence, by=CENTRE, place=AT_4_2, when=a_trainer)
def attach_trainer_evidence(asked: AttachTrainerEvidence, at: Situation[CentreFile]) -> Facts:
    """Attach evidence of one requirement; good from its own day, or else from today."""
    now = trainer_named(at, asked.trainer)
    _is_of_its_kind(asked)
    return TrainerEvidenceAttached(
        matter=now.matter,
        on=asked.on,
        basis=AT_4_2,
        requirement=asked.requirement,
        qualification=asked.qualification or "",
        diploma=asked.diploma or "",
        since=asked.since or asked.on,
        until=asked.until,
        evidence=asked.evidence.about(now.person),
    )


def _is_of_its_kind(asked: AttachTrainerEvidence) -> None:
    """Experience is of a trade and no diploma; VOL-VCA is no other VCA diploma."""
    if asked.requirement == "field-experience":
        require(
            R_88,
            asked.diploma is None,
            "a diploma shows no experience; show work done in the trade",
            diploma=asked.diploma,
        )
        require(
            R_46,
            asked.qualification is not None,
            "say of which qualification the trade is; experience in one is not that in another",
            qualification=asked.qualification,
        )
    if asked.requirement == VOL_VCA:
        require(
            R_50,
            asked.diploma == VOL_VCA,
            "give a VOL-VCA diploma; whether another one is equal is for SSVV to accept",
            diploma=asked.diploma,
        )
    if asked.requirement in OF_A_QUALIFICATION and asked.qualification is None:
        raise Refused(f"{asked.requirement} is of one qualification; say which", AT_4_2)
    if asked.requirement == "other-diploma" and asked.diploma is None:
        raise Refused("say which of the diplomas that the WBC requires this is", AT_4_2)


@action(AcceptEquivalence, by=SSVV | AUDITOR, place=AT_4_2, when=a_trainer)
def accept_equivalence(asked: AcceptEquivalence, at: Situation[CentreFile]) -> Facts:
    """Take something else as equal to a VOL-VCA or SOG-P diploma, with the reason."""
    now = trainer_named(at, asked.trainer)
    require(
        R_52,
        asked.requirement != "other-diploma",
        "the text has no equal of a diploma that the WBC requires; the diploma itself is shown",
        requirement=asked.requirement,
    )
    assert asked.requirement != "other-diploma"  # noqa: S101  required in the line above
    if asked.requirement == "sogp-diploma" and asked.qualification is None:
        raise Refused("a SOG-P diploma is of one qualification; say which", AT_4_2)
    return EquivalenceAccepted(
        matter=now.matter,
        on=asked.on,
        basis=AT_4_2,
        requirement=asked.requirement,
        qualification=asked.qualification or "",
        until=asked.until,
        because=asked.because.about(now.person),
    )
