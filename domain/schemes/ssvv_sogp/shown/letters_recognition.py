"""Letters about applications, recognitions and agreements (3.2, 5)."""

from collections.abc import Mapping

from domain.case import CaseFile
from domain.fact import Fact, Recorded
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.agreement import AgreementOffered
from domain.schemes.ssvv_sogp.record.application import (
    ApplicationAccepted,
    LineRejected,
    ResubmissionOffered,
    WithdrawalAdvised,
)
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.line import (
    ImprovementSignalGiven,
    RecognitionGranted,
    RecognitionWithdrawn,
)
from domain.schemes.ssvv_sogp.shown.step import CENTRE
from domain.shown import Notice, Write, letter

AT_3_2, AT_5_2_4, AT_5_2_5 = section("3.2"), section("5.2.4"), section("5.2.5")
AT_5_2_2 = section("5.2.2").read("how an outcome is told is not said: with the outcome itself")
AT_5_2_3 = section("5.2.3").read("how a rejection is told is not said: with the decision itself")
AT_5_3 = section("5.3")


def _accepted(_: ApplicationAccepted, record: Recorded, __: CaseFile[CentreFile]) -> Notice:
    says = "the application is accepted; a recognition audit is planned in consultation"
    return letter(record, says, AT_5_2_2, sent_on=record.fact.on, to=CENTRE)


def _resubmission(_: ResubmissionOffered, record: Recorded, __: CaseFile[CentreFile]) -> Notice:
    says = "the application is not accepted, with the reasons; it can be handed in again"
    return letter(record, says, AT_5_2_2, sent_on=record.fact.on, to=CENTRE)


def _advice(_: WithdrawalAdvised, record: Recorded, __: CaseFile[CentreFile]) -> Notice:
    says = "the application is not accepted, with the reasons; the advice is to withdraw it"
    return letter(record, says, AT_5_2_2, sent_on=record.fact.on, to=CENTRE)


def _rejected(fact: LineRejected, record: Recorded, _: CaseFile[CentreFile]) -> Notice:
    again = "free to apply again" if fact.free_to_apply_again else "not free to apply again"
    says = (
        f"{fact.qualification} at {fact.location} is rejected, with the reasons; the centre is "
        f"{again}"
    )
    return letter(record, says, AT_5_2_3, sent_on=fact.on, to=CENTRE)


def _granted(
    fact: RecognitionGranted, record: Recorded, case: CaseFile[CentreFile]
) -> Notice | None:
    """The official notice; it falls away when the recognition ended before it was sent."""
    line = case.state.lines[fact.matter]
    if line.notice_sent_on is None and not line.is_held:
        return None
    says = (
        f"the centre is recognised for {fact.qualification} at {fact.location} from "
        f"{fact.effective}"
    )
    return letter(record, says, AT_5_2_4, sent_on=line.notice_sent_on, to=CENTRE)


def _offered(fact: AgreementOffered, record: Recorded, _: CaseFile[CentreFile]) -> Notice:
    """With the offer itself: the agreement is what is sent."""
    prices = f", with price list {fact.price_list}" if fact.price_list else ""
    says = (
        f"the standard agreement {fact.model}, from {fact.first_day} up to and including "
        f"{fact.last_day}{prices}"
    )
    return letter(
        record, says, AT_3_2 if fact.successor_of else AT_5_2_5, sent_on=fact.on, to=CENTRE
    )


def _signal(_: ImprovementSignalGiven, record: Recorded, __: CaseFile[CentreFile]) -> Notice:
    says = "what must improve, and that recognition may be withdrawn if it does not"
    return letter(record, says, AT_5_3, sent_on=record.fact.on, to=CENTRE)


def _withdrawn(fact: RecognitionWithdrawn, record: Recorded, case: CaseFile[CentreFile]) -> Notice:
    line = case.state.lines[fact.matter]
    says = (
        f"the recognition for {line.key.qualification} at {line.key.location} is withdrawn from "
        f"{fact.first_day}, with the ground; nothing suggests from that day that it goes on"
    )
    return letter(record, says, AT_5_3, sent_on=line.confirmed_on, to=CENTRE)


ABOUT_RECOGNITION: Mapping[type[Fact], Write] = {
    ApplicationAccepted: _accepted,
    ResubmissionOffered: _resubmission,
    WithdrawalAdvised: _advice,
    LineRejected: _rejected,
    RecognitionGranted: _granted,
    AgreementOffered: _offered,
    ImprovementSignalGiven: _signal,
    RecognitionWithdrawn: _withdrawn,
}
