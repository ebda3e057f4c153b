"""Letters about objections and appeals, to the applicant and the certification body (25, 26)."""

from collections.abc import Mapping

from domain.case import CaseFile
from domain.fact import Fact, Recorded
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.objection import (
    AppealCompletionAsked,
    AppealDismissed,
    AppealRefused,
    AppealSent,
    AppealUpheld,
    CaseDataRequested,
    ObjectionRefused,
    ObjectionRejected,
    ObjectionUpheld,
    ReassessmentOrdered,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.section_25_handling import gives_appeal
from domain.schemes.lvv_certification.shown.letter import letter
from domain.schemes.lvv_certification.shown.step import BODY, PERSON
from domain.shown import Notice, Write

AT_25, AT_26 = section(25), section(26)
REFUSALS_ARE_TOLD = AT_25.read("a refusal is told by the decision that refuses")


def _refused(
    fact: ObjectionRefused | AppealRefused, record: Recorded, case: CaseFile[PersonFile]
) -> Notice:
    objection = case.state.objections.get(fact.matter)
    what = "appeal" if objection is None else "objection"
    to = "interested-party" if objection and objection.interested_party else PERSON
    says = f"the {what} is refused: {fact.ground}"
    return letter(record, says, REFUSALS_ARE_TOLD, sent_on=fact.on, to=to)


def _objection_decided(
    fact: ObjectionUpheld | ObjectionRejected, record: Recorded, case: CaseFile[PersonFile]
) -> Notice:
    objection = case.state.objections[fact.matter]
    outcome = objection.standing.replace("-", " ")
    appeal = "an appeal to the LVV board is open, up to six weeks after this letter was sent"
    says = f"the objection is {outcome}, with the reasons"
    says += f"; {appeal}" if gives_appeal(objection) else ""
    to = "interested-party" if objection.interested_party else PERSON
    return letter(record, says, AT_25, sent_on=objection.sent_on, to=to)


def _appeal_started(
    fact: AppealSent, record: Recorded, case: CaseFile[PersonFile]
) -> Notice | None:
    if case.state.appeals[fact.matter].standing == "refused":
        return None
    asked = (
        r.fact.on
        for r in case.trail
        if isinstance(r.fact, CaseDataRequested) and r.fact.matter == fact.matter
    )
    says = "an appeal was sent to the board, which asks for all data on the handling"
    return letter(record, says, AT_26, sent_on=next(asked, None), to=BODY)


def _to_be_completed(
    fact: AppealCompletionAsked, record: Recorded, _: CaseFile[PersonFile]
) -> Notice:
    says = f"the appeal refers to no place of the scheme; complete it by {fact.until}"
    return letter(record, says, fact.basis, sent_on=fact.on)


def _opinion(
    fact: AppealUpheld | AppealDismissed, record: Recorded, case: CaseFile[PersonFile]
) -> Notice:
    upheld = isinstance(fact, AppealUpheld)
    outcome = (
        "upheld: the decision is to be taken again" if upheld else "dismissed, which is final"
    )
    says = f"the opinion of the board, with its reasons: {outcome}; it may be explained by phone"
    return letter(record, says, AT_26, sent_on=case.state.appeals[fact.matter].opinion_sent_on)


def _order(fact: ReassessmentOrdered, record: Recorded, _: CaseFile[PersonFile]) -> Notice:
    says = f"the board orders decision {fact.decision} to be taken again, by the correct procedure"
    return letter(record, says, AT_26, sent_on=fact.on, to=BODY, written=False)


ABOUT_REMEDIES: Mapping[type[Fact], Write] = {
    ObjectionRefused: _refused,
    ObjectionUpheld: _objection_decided,
    ObjectionRejected: _objection_decided,
    AppealRefused: _refused,
    AppealSent: _appeal_started,
    AppealCompletionAsked: _to_be_completed,
    AppealUpheld: _opinion,
    AppealDismissed: _opinion,
    ReassessmentOrdered: _order,
}
