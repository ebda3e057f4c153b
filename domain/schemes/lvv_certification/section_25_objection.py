"""25. Objection (Bezwaarprocedure tegen certificatiebesluit): filing it, and what is open to it

- The applicant may object to a negative certification decision, to a suspension and to a
  withdrawal; not to a rejection that follows from a term the applicant overran.
- No objection is open against the period that 21 speaks of.
- Interested parties may object to decisions on applications (second paragraph), which a
  suspension or a withdrawal is not.
- How and within which time is on the website of the certification body; the text gives no term.

Time: section_25_time.py. Not open: section_25_refusal.py. Handling: section_25_handling.py.
After it: section_25_retaking.py.
"""

from collections.abc import Callable

from domain.case import Command, Facts, Situation, action
from domain.fact import Fact
from domain.law import Refused, Rule
from domain.personal import Content, Personal
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.application import ApplicationRejected
from domain.schemes.lvv_certification.record.certificate import (
    CertificateGranted,
    CertificateSuspended,
    CertificateWithdrawn,
    DecisionRetaken,
)
from domain.schemes.lvv_certification.record.objection import Objection, ObjectionFiled
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import BODY, INTERESTED, PERSON
from domain.words import Prose

AT_25 = section(25)

R_31 = Rule(
    id="R-31",
    place=AT_25,
    says="an objection is open against a negative decision, a suspension and a withdrawal; not "
    "against a rejection for an overrun term, nor against the period of 21",
)


class FileObjection(Command):
    """Object to the decision with this version in the file.

    The certification body records a letter under the day it came in, and says whether it came
    from an interested party.
    """

    name = "file-objection"
    decision: int
    interested_party: bool = False
    grounds: Personal[Content, Prose]


def a_decision_is_on_file(at: Situation[PersonFile]) -> None:
    if not at.file.decisions:
        raise Refused("no decision is on file to object to", AT_25)


@action(FileObjection, by=PERSON | INTERESTED | BODY, place=AT_25, when=a_decision_is_on_file)
def file_objection(asked: FileObjection, at: Situation[PersonFile]) -> Facts:
    """Object to a decision in this file; whether that is open is for the body to say."""
    contested = at.case.fact(asked.decision)
    if contested is None:
        raise Refused(f"the file holds no fact {asked.decision}; name a decision in it", AT_25)
    decision = at.file.decisions.get(asked.decision)
    by_letter = at.by.role in BODY and asked.interested_party
    return ObjectionFiled(
        matter=at.file.next_matter("objection"),
        on=asked.on,
        basis=AT_25,
        decision=asked.decision,
        against=contested.fact.matter,
        sent_on=decision.sent_on if decision else None,
        interested_party=at.by.role in INTERESTED or by_letter,
        grounds=asked.grounds,
    )


def the_objection(at: Situation[PersonFile], matter: str, *standings: str) -> Objection:
    """The objection of that name. Raises Refused unless it stands in one of these ways."""
    now = at.file.objections.get(matter)
    if now is None:
        on_file = ", ".join(at.file.objections) or "none is on file"
        raise Refused(f"there is no objection {matter}; give one of: {on_file}", AT_25)
    if now.standing not in standings:
        wanted = " or ".join(standings)
        raise Refused(f"{matter} stands {now.standing}, not {wanted}", AT_25)
    return now


def an_objection(*standings: str) -> Callable[[Situation[PersonFile]], None]:
    """Open while some objection in the file stands in one of these ways."""

    def guard(at: Situation[PersonFile]) -> None:
        if not any(one.standing in standings for one in at.file.objections.values()):
            raise Refused(f"no objection stands {' or '.join(standings)}", AT_25)

    return guard


def contested_in(objection: Objection, at: Situation[PersonFile]) -> Fact:
    """The fact that the objection is against."""
    return at.case.trail[objection.decision - 1].fact


def is_open(now: Objection, at: Situation[PersonFile]) -> bool:
    """Whether 25 lets this objection be handled; whether it came late is another question."""
    contested = contested_in(now, at)
    if now.interested_party:
        return _is_on_an_application(contested)
    return is_objectionable(contested) and not _was_taken_up_before(now, at)


def is_objectionable(decision: Fact) -> bool:
    """Whether 25 gives the applicant an objection against this decision."""
    if isinstance(decision, DecisionRetaken):
        return not (decision.revoked or decision.keeps_a_grant)
    return isinstance(decision, ApplicationRejected | CertificateSuspended | CertificateWithdrawn)


def _is_on_an_application(decision: Fact) -> bool:
    """Whether interested parties may object: it granted a certificate, kept that, or rejected."""
    if isinstance(decision, DecisionRetaken):
        return decision.keeps_a_grant
    return isinstance(decision, ApplicationRejected | CertificateGranted)


def _was_taken_up_before(now: Objection, at: Situation[PersonFile]) -> bool:
    """What was decided on an objection is for appeal (26), not for another objection."""
    return any(
        one.decision == now.decision
        and one.matter != now.matter
        and not one.interested_party
        and one.standing not in ("filed", "refused")
        for one in at.file.objections.values()
    )
