"""5. Sending a decision (reading: a decision is told to whom it is about, with its reasons)

- The text has the certificate given with a grant, and a withdrawal told in writing. How a
  rejection or a fine is told it does not say: they are sent, with what can be done against them.
"""

from domain.case import Command, Facts, Situation, action
from domain.fact import Recorded
from domain.law import Refused
from domain.schemes.lvv_accreditation.act import article
from domain.schemes.lvv_accreditation.record.accreditation import FineImposed
from domain.schemes.lvv_accreditation.record.application import ApplicationRejected, DecisionSent
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import BOARD, OFFICE

TOLD = article(5).read("a decision against the provider is sent to him, with its reasons")
TO_BE_SENT = (ApplicationRejected, FineImposed)


class SendDecision(Command):
    """Send the provider a rejection or a fine, with its reasons."""

    name = "send-decision"


def unsent(trail: tuple[Recorded, ...]) -> list[Recorded]:
    """The decisions against the provider that were not sent yet, oldest first."""
    sent = {r.fact.decision for r in trail if isinstance(r.fact, DecisionSent)}
    return [r for r in trail if isinstance(r.fact, TO_BE_SENT) and r.version not in sent]


def something_to_send(at: Situation[TrainingFile]) -> Recorded:
    """The oldest decision that is still to be sent."""
    waiting = unsent(at.case.trail)
    if not waiting:
        raise Refused("no decision waits to be sent", TOLD)
    return waiting[0]


@action(SendDecision, by=OFFICE | BOARD, place=TOLD, when=something_to_send)
def send_decision(asked: SendDecision, at: Situation[TrainingFile]) -> Facts:
    """Send the provider the oldest decision that was not sent yet."""
    decision = something_to_send(at)
    return DecisionSent(
        matter=decision.fact.matter, on=asked.on, basis=TOLD, decision=decision.version
    )
