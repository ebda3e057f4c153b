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
from domain.shown import Notice, Write, letter, with_the_fact

AT_3_1, AT_3_1_3 = section("3.1"), section("3.1.3")
AT_3_2, AT_5_4 = section("3.2"), section("5.4")
DECIDED = AT_5_4.read("N-13: how it is told is not said; with the decision itself")
WITH_THE_CENTRE = AT_3_1.read("N-18: with the participant, or the trainer's manager")


def _amended(fact: AgreementAmended) -> str:
    return f"after consultation the agreement is adapted from {fact.first_day}"


def _unchanged(_: AgreementLeftUnchanged) -> str:
    return "after consultation the agreement stays as it is, with the reason"


def _terminated(fact: AgreementTerminated) -> str:
    return f"the agreement ends after {fact.last_day}, with the reason"


def _change(fact: ChangeReported) -> str:
    return f"a change ({fact.change}) takes effect on {fact.effective}"


def _irregularity(fact: IrregularityReported) -> str:
    """About persons no more than is needed."""
    return f"an irregularity ({fact.category}) is known as a {fact.certainty}, with the facts"


def _reported(fact: ConcernReported, record: Recorded, _: CaseFile[CentreFile]) -> Notice:
    says = f"participant {fact.participant} does not master the goals; why it is exceptional"
    return letter(record, says, AT_3_1, sent_on=fact.on, to=fact.to, written=False)


def _concern(fact: ConcernSignalled, record: Recorded, case: CaseFile[CentreFile]) -> Notice:
    """Discussed within the centre; the file says with whom."""
    participant = case.state.courses[fact.matter].participants[fact.participant]
    says = (
        f"participant {fact.participant} does not master the goals; it is discussed by "
        f"{fact.discuss_by}"
    )
    discussed = participant.discussed_on
    return letter(record, says, WITH_THE_CENTRE, sent_on=discussed, to=CENTRE, written=False)


def _declined(fact: RenewalDeclined, record: Recorded, case: CaseFile[CentreFile]) -> Notice:
    """Who does not want to renew gets in touch, whichever of the two that is."""
    to = SSVV if fact.by == "centre" else CENTRE
    says = f"no wish to renew the agreement; the parties speak about it by {fact.discuss_by}"
    discussed = case.state.agreements[fact.matter].discussed_on
    return letter(record, says, AT_3_2, sent_on=discussed, to=to, written=False)


BY_THE_CENTRE: Mapping[type[Fact], Write] = {
    AgreementAmended: with_the_fact(_amended, DECIDED, to=CENTRE),
    AgreementLeftUnchanged: with_the_fact(_unchanged, DECIDED, to=CENTRE),
    AgreementTerminated: with_the_fact(_terminated, DECIDED, to=CENTRE),
    ChangeReported: with_the_fact(_change, AT_5_4, to=SSVV, written=False),
    IrregularityReported: with_the_fact(_irregularity, AT_3_1_3, to=SSVV),
    RenewalDeclined: _declined,
    ConcernSignalled: _concern,
    ConcernReported: _reported,
}
