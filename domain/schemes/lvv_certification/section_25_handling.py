"""25. Objection (Bezwaarprocedure tegen certificatiebesluit): handling and deciding it

- The certification body handles the objection and decides on it; an effective way of doing so
  protects against its own errors, omissions and unreasonable conduct.
- Whoever had a hand in the contested decision has none in the objection (SOD-C3, a reading).
- An objection does not suspend the effect of the decision (D-13).
"""

from typing import Literal

from domain.case import Command, Facts, Situation, action
from domain.fact import Fact
from domain.law import Refused, Rule, require
from domain.personal import Content, Personal
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.certificate import (
    CertificateGranted,
    DecisionRetaken,
)
from domain.schemes.lvv_certification.record.objection import (
    Objection,
    ObjectionDecisionSent,
    ObjectionHandlerAssigned,
    ObjectionRejected,
    ObjectionUpheld,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import BODY
from domain.schemes.lvv_certification.section_25_objection import (
    R_31,
    an_objection,
    contested_in,
    is_open,
    the_objection,
)
from domain.words import Code, Line, Prose

AT_25 = section(25)
SOD_C3 = Rule(
    id="SOD-C3",
    place=AT_25.read("SOD-C3: who had a hand in a decision does not judge the objection to it"),
    says="the objection is decided by its handler, who had no hand in the contested decision",
)
REJECTED = ("rejected", "upheld-in-part")
DECIDED = ("upheld", *REJECTED)


class AssignObjectionHandler(Command):
    """Assign the account of somebody independent to handle the objection, or another one."""

    name = "assign-objection-handler"
    objection: Code
    handler: Line


class DecideObjection(Command):
    """Decide on the objection, with reasons."""

    name = "decide-objection"
    objection: Code
    outcome: Literal["upheld", "upheld-in-part", "rejected"]
    reasons: Personal[Content, Prose]


class SendObjectionDecision(Command):
    """Send the decision on the objection; the time to appeal runs from this day."""

    name = "send-objection-decision"
    objection: Code


def had_a_hand_in(objection: Objection, at: Situation[PersonFile]) -> frozenset[str]:
    """Every account that recorded in the contested matter, from its opening to the decision."""
    contested = contested_in(objection, at)
    matters = {contested.matter}
    if isinstance(contested, CertificateGranted) or _keeps_a_grant(contested):
        matters.add(at.file.certificates[contested.matter].application)
    before = at.case.trail[: objection.decision]
    return frozenset(record.by.id for record in before if record.fact.matter in matters)


def _keeps_a_grant(contested: Fact) -> bool:
    return isinstance(contested, DecisionRetaken) and contested.keeps_a_grant


@action(AssignObjectionHandler, by=BODY, place=AT_25, when=an_objection("filed", "handling"))
def assign_objection_handler(asked: AssignObjectionHandler, at: Situation[PersonFile]) -> Facts:
    """Assign somebody independent to handle the objection."""
    now = the_objection(at, asked.objection, "filed", "handling")
    require(
        R_31,
        is_open(now, at),
        "no objection is open here; refuse it with the ground that holds",
        decision=now.decision,
    )
    independent = asked.handler not in had_a_hand_in(now, at)
    require(
        SOD_C3,
        independent,
        "this account had a hand in the contested decision; assign another one",
        independent=independent,
    )
    return ObjectionHandlerAssigned(
        matter=now.matter, on=asked.on, basis=SOD_C3.place, handler=asked.handler
    )


@action(DecideObjection, by=BODY, place=AT_25, when=an_objection("handling"))
def decide_objection(asked: DecideObjection, at: Situation[PersonFile]) -> Facts:
    """Decide on the objection, with reasons; only its handler does."""
    now = the_objection(at, asked.objection, "handling")
    is_handler = at.by.id == now.handler
    require(SOD_C3, is_handler, "only the assigned handler decides", is_handler=is_handler)
    require(R_31, True, "", outcome=asked.outcome)
    if asked.outcome == "rejected":
        return ObjectionRejected(
            matter=now.matter, on=asked.on, basis=AT_25, reasons=asked.reasons
        )
    return ObjectionUpheld(
        matter=now.matter,
        on=asked.on,
        basis=AT_25,
        in_part=asked.outcome == "upheld-in-part",
        reasons=asked.reasons,
    )


def decided_and_not_sent(at: Situation[PersonFile]) -> None:
    an_objection(*DECIDED)(at)
    decided = [one for one in at.file.objections.values() if one.standing in DECIDED]
    if all(one.sent_on for one in decided):
        raise Refused("every decision on an objection was sent", AT_25)


@action(SendObjectionDecision, by=BODY, place=AT_25, when=decided_and_not_sent)
def send_objection_decision(asked: SendObjectionDecision, at: Situation[PersonFile]) -> Facts:
    """Send the decision on the objection; the time to appeal runs from this day."""
    now = the_objection(at, asked.objection, *DECIDED)
    if now.sent_on is not None:
        raise Refused(f"this decision was sent on {now.sent_on}", AT_25)
    return ObjectionDecisionSent(
        matter=now.matter, on=asked.on, basis=section(26), appeal_open=gives_appeal(now)
    )


def gives_appeal(objection: Objection) -> bool:
    """Whether 26 gives the applicant an appeal after this objection (D-27: also in part)."""
    return objection.standing in REJECTED and not objection.interested_party
