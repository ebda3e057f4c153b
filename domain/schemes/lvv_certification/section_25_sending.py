"""25. Objection (Bezwaarprocedure tegen certificatiebesluit): what was decided again is sent

- A suspension or a withdrawal that was kept is open to another objection, from that day on; what
  was revoked is not, nor is a grant that was kept.
"""

from domain.case import Command, Facts, Situation, action
from domain.law import Refused
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.application import DecisionSent
from domain.schemes.lvv_certification.record.certificate import DecisionRetaken
from domain.schemes.lvv_certification.record.person_file import Decision, PersonFile
from domain.schemes.lvv_certification.roles import BODY
from domain.schemes.lvv_certification.section_25_objection import is_objectionable
from domain.schemes.lvv_certification.section_25_retaking import TAKEN_AGAIN
from domain.schemes.lvv_certification.section_25_time import weeks_to_object

AT_25 = section(25)


class SendRetakenDecision(Command):
    """Send the decision that was taken again; a measure that was kept is open to objection."""

    name = "send-retaken-decision"
    decision: int


def to_be_sent(at: Situation[PersonFile]) -> None:
    if not any(_is_to_be_sent(one) for one in at.file.decisions.values()):
        raise Refused("no decision that was taken again waits to be sent", AT_25)


def _is_to_be_sent(decision: Decision | None) -> bool:
    return (
        decision is not None
        and decision.stored_as == DecisionRetaken.stored_as
        and decision.sent_on is None
    )


@action(SendRetakenDecision, by=BODY, place=TAKEN_AGAIN, when=to_be_sent)
def send_retaken_decision(asked: SendRetakenDecision, at: Situation[PersonFile]) -> Facts:
    """Send the decision that was taken again; the time to object runs from this day."""
    if not _is_to_be_sent(at.file.decisions.get(asked.decision)):
        raise Refused(f"{asked.decision} is no decision taken again that waits to be sent", AT_25)
    taken = at.case.trail[asked.decision - 1].fact
    objectionable = is_objectionable(taken)
    return DecisionSent(
        matter=taken.matter,
        on=asked.on,
        basis=TAKEN_AGAIN,
        decision=asked.decision,
        objection_open=objectionable,
        weeks_to_object=weeks_to_object(at.law) if objectionable else None,
    )
