"""What a centre tells, and what is told about agreements that change or end (3.1, 3.2, 5.4)."""

from collections.abc import Mapping

from domain.case import CaseFile
from domain.fact import Fact, Recorded
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.agreement import (
    AgreementAmended,
    AgreementLeftUnchanged,
    AgreementTerminated,
    ChangeReported,
    RenewalDeclined,
)
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.course import ConcernReported, ConcernSignalled
from domain.schemes.ssvv_sogp.record.irregularity import IrregularityReported
from domain.schemes.ssvv_sogp.shown.step import CENTRE, SSVV
from domain.shown import Notice, Write, letter

AT_3_1, AT_3_1_3 = section("3.1"), section("3.1.3")
AT_3_2, AT_5_4 = section("3.2"), section("5.4")
WITH_THE_DECISION = AT_5_4.read("N-13: how it is told is not said; with the decision itself")
WITH_THE_CENTRE = AT_3_1.read("N-18: with the participant, or the trainer's manager")


def _amended(fact: AgreementAmended, record: Recorded, _: CaseFile[CentreFile]) -> Notice:
    says = f"after consultation the agreement is adapted from {fact.first_day}"
    return letter(record, says, WITH_THE_DECISION, sent_on=fact.on, to=CENTRE)


def _unchanged(fact: AgreementLeftUnchanged, record: Recorded, _: CaseFile[CentreFile]) -> Notice:
    says = "after consultation the agreement stays as it is, with the reason"
    return letter(record, says, WITH_THE_DECISION, sent_on=fact.on, to=CENTRE)


def _terminated(fact: AgreementTerminated, record: Recorded, _: CaseFile[CentreFile]) -> Notice:
    says = f"the agreement ends after {fact.last_day}, with the reason"
    return letter(record, says, WITH_THE_DECISION, sent_on=fact.on, to=CENTRE)


def _irregularity(fact: IrregularityReported, record: Recorded, _: CaseFile[CentreFile]) -> Notice:
    """With the report itself; about persons no more than is needed."""
    says = f"an irregularity ({fact.category}) is known as a {fact.certainty}, with the facts"
    return letter(record, says, AT_3_1_3, sent_on=fact.on, to=SSVV)


def _change(fact: ChangeReported, record: Recorded, _: CaseFile[CentreFile]) -> Notice:
    says = f"a change ({fact.change}) takes effect on {fact.effective}"
    return letter(record, says, AT_5_4, sent_on=fact.on, to=SSVV, written=False)


def _concern(fact: ConcernSignalled, record: Recorded, case: CaseFile[CentreFile]) -> Notice:
    """Discussed within the centre; the file says with whom."""
    course = case.state.courses[fact.matter]
    discussed = course.participants[fact.participant].discussed_on
    says = (
        f"participant {fact.participant} does not master the goals; it is discussed by "
        f"{fact.discuss_by}"
    )
    return letter(record, says, WITH_THE_CENTRE, sent_on=discussed, to=CENTRE, written=False)


def _reported(fact: ConcernReported, record: Recorded, _: CaseFile[CentreFile]) -> Notice:
    says = f"participant {fact.participant} does not master the goals; why it is exceptional"
    return letter(record, says, AT_3_1, sent_on=fact.on, to=fact.to, written=False)


def _declined(fact: RenewalDeclined, record: Recorded, case: CaseFile[CentreFile]) -> Notice:
    """Who does not want to renew gets in touch, whichever of the two that is."""
    to = SSVV if fact.by == "centre" else CENTRE
    says = f"no wish to renew the agreement; the parties speak about it by {fact.discuss_by}"
    discussed = case.state.agreements[fact.matter].discussed_on
    return letter(record, says, AT_3_2, sent_on=discussed, to=to, written=False)


BY_THE_CENTRE: Mapping[type[Fact], Write] = {
    AgreementAmended: _amended,
    AgreementLeftUnchanged: _unchanged,
    AgreementTerminated: _terminated,
    ChangeReported: _change,
    RenewalDeclined: _declined,
    IrregularityReported: _irregularity,
    ConcernSignalled: _concern,
    ConcernReported: _reported,
}
