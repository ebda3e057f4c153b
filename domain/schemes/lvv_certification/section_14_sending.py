"""14. Substantive review and decision (Inhoudelijke beoordeling en certificatiebesluit): sending

- The decision is sent to the applicant.

A granted certificate is published in the register with it: 29 says "timely" and gives no number.
The letter offers an objection only against a rejection on the substance (25, D-22).
"""

from domain.case import Command, Facts, Situation, action
from domain.law import Refused
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.application import (
    ApplicationRejected,
    DecisionSent,
    RejectedForTermOverrun,
)
from domain.schemes.lvv_certification.record.certificate import (
    CertificateGranted,
    RegisterEntryPublished,
)
from domain.schemes.lvv_certification.record.person_file import Decision, PersonFile
from domain.schemes.lvv_certification.roles import BODY
from domain.schemes.lvv_certification.section_25_objection import is_objectionable
from domain.schemes.lvv_certification.section_25_time import weeks_to_object

AT_14 = section(14)
IN_TIME = section(29).read("timely: published when the decision is sent")


class SendDecision(Command):
    """Send the decision that waits to be sent; a certificate is published with it."""

    name = "send-decision"


def to_be_sent(at: Situation[PersonFile]) -> Decision:
    """The oldest decision on an application that was not sent."""
    kinds = (ApplicationRejected, RejectedForTermOverrun, CertificateGranted)
    for one in at.file.decisions.values():
        record = at.case.fact(one.version)
        if one.sent_on is None and record is not None and isinstance(record.fact, kinds):
            return one
    raise Refused("no decision on an application waits to be sent", AT_14)


@action(SendDecision, by=BODY, place=AT_14, when=to_be_sent)
def send_decision(asked: SendDecision, at: Situation[PersonFile]) -> Facts:
    """Send the decision that waits to be sent; a certificate is published with it."""
    decision = to_be_sent(at)
    objectionable = is_objectionable(at.case.trail[decision.version - 1].fact)
    sent = DecisionSent(
        matter=decision.matter,
        on=asked.on,
        basis=AT_14,
        decision=decision.version,
        objection_open=objectionable,
        weeks_to_object=weeks_to_object(at.law) if objectionable else None,
    )
    if decision.matter not in at.file.certificates:
        return sent
    published = RegisterEntryPublished(matter=decision.matter, on=asked.on, basis=IN_TIME)
    return sent, published
