"""25. Objection (Bezwaarprocedure tegen certificatiebesluit): when it is not open

- Not against a rejection that follows from a term the applicant overran, nor against the period
  that 21 speaks of, nor against what is no negative decision.
- Late is only what came after a term that is known (C-T14).
"""

from collections.abc import Callable
from dataclasses import dataclass

from domain.case import Command, Facts, Situation, action
from domain.law import Cited, Place, Refused, weigh
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.application import RejectedForTermOverrun
from domain.schemes.lvv_certification.record.certificate import CertificateGranted
from domain.schemes.lvv_certification.record.objection import Objection, ObjectionRefused
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import BODY
from domain.schemes.lvv_certification.section_25_objection import (
    R_31,
    an_objection,
    contested_in,
    is_open,
    the_objection,
)
from domain.schemes.lvv_certification.section_25_time import C_T14, time_to_object
from domain.words import Code

AT_25 = section(25)
INTERESTED_PARTIES = AT_25.read("D-9: the body decides whether an interested party is admitted")

Asks = Callable[[Objection, Situation[PersonFile]], bool]


@dataclass(frozen=True)
class Ground:
    """A ground to refuse an objection: whether it holds, under which rule, at which place."""

    holds: Asks
    otherwise: str
    place: Place = AT_25
    rule: Cited = R_31


class RefuseObjection(Command):
    """Refuse an objection that is not open, on a listed ground."""

    name = "refuse-objection"
    objection: Code
    ground: Code


def _against_a_term_overrun(now: Objection, at: Situation[PersonFile]) -> bool:
    return isinstance(contested_in(now, at), RejectedForTermOverrun)


def _against_the_period(now: Objection, at: Situation[PersonFile]) -> bool:
    """The period of 21 is that of the certificate, set by the decision that grants it."""
    return isinstance(contested_in(now, at), CertificateGranted)


def _not_open(now: Objection, at: Situation[PersonFile]) -> bool:
    return not is_open(now, at)


def _late(now: Objection, at: Situation[PersonFile]) -> bool:
    decision = at.file.decisions.get(now.decision)
    if decision is None or decision.sent_on is None:
        return False
    last = time_to_object(decision.weeks_to_object).counted(decision.sent_on, at.law.calendar).day
    return last is not None and now.since > last


def _by_an_interested_party(now: Objection, _: Situation[PersonFile]) -> bool:
    return now.interested_party


GROUNDS = {
    "term-overrun-rejection": Ground(
        _against_a_term_overrun, "the decision is no rejection for an overrun term"
    ),
    "article-21-period": Ground(_against_the_period, "the decision sets no period of 21"),
    "not-objectionable": Ground(_not_open, "an objection to this decision is open"),
    "late": Ground(
        _late, "the objection is not late, or its term is not known", C_T14.place, C_T14
    ),
    "interested-party-not-admissible": Ground(
        _by_an_interested_party, "the objection is the applicant's own", INTERESTED_PARTIES
    ),
}


@action(RefuseObjection, by=BODY, place=AT_25, when=an_objection("filed"))
def refuse_objection(asked: RefuseObjection, at: Situation[PersonFile]) -> Facts:
    """Refuse an objection that is not open, on a ground that holds."""
    now = the_objection(at, asked.objection, "filed")
    ground = GROUNDS.get(asked.ground)
    if ground is None:
        listed = ", ".join(GROUNDS)
        raise Refused(f"{asked.ground} is no ground; give one of {listed}", AT_25, R_31.id)
    if not ground.holds(now, at):
        raise Refused(ground.otherwise, ground.place, R_31.id)
    weigh(ground.rule, False, ground=asked.ground, filed_on=now.since)
    return ObjectionRefused(
        matter=now.matter, on=asked.on, basis=ground.place, ground=asked.ground
    )
