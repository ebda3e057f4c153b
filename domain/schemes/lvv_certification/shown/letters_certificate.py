"""Letters about a certificate: remedy, suspension, lifting, withdrawal, renewal (16, 27, 28)."""

from collections.abc import Mapping

from domain.case import CaseFile
from domain.fact import Fact, Recorded
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.application import (
    NameCorrected,
    RecertificationRequested,
    RecertificationRequestedTooLate,
)
from domain.schemes.lvv_certification.record.certificate import (
    CertificateSuspended,
    CertificateWithdrawn,
    DecisionRetaken,
    LiftingNotified,
    RecertificationWindowOpened,
    RemedialPeriodGranted,
    SuspensionExtended,
    SuspensionLifted,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.section_25_retaking import TAKEN_AGAIN
from domain.schemes.lvv_certification.section_28_withdrawal import IN_WRITING
from domain.schemes.lvv_certification.shown.letter import decision_letter, letter
from domain.shown import Notice, Write

AT_27 = section(27)
NO_FORM = AT_27.read("how the remedial period is told is not said: with the decision itself")
LONGER = AT_27.read("an extension is told as a suspension is, in writing, by the decision itself")
TOLD_AS_DONE = section(29).read(
    "AVG 12(3), 16: what was put right is told by the correction itself"
)
REMINDER = section(16).read("our design: the holder is reminded when the window opens")


def _remedy(fact: RemedialPeriodGranted, record: Recorded, _: CaseFile[PersonFile]) -> Notice:
    says = f"what is to be remedied, and that the measures are to be handed in by {fact.until}"
    return letter(record, says, NO_FORM, sent_on=fact.on, written=False)


def _suspended(
    fact: CertificateSuspended, record: Recorded, case: CaseFile[PersonFile]
) -> Notice | None:
    says = (
        f"the certificate is suspended from {fact.first_day} up to and including {fact.until}, "
        "with the reasons; meanwhile no service contract that mentions it may be extended or "
        "renewed"
    )
    return decision_letter(record, case, says, AT_27)


def _extended(fact: SuspensionExtended, record: Recorded, _: CaseFile[PersonFile]) -> Notice:
    says = f"the suspension is extended up to and including {fact.until}, with the reasons"
    return letter(record, says, LONGER, sent_on=fact.on)


def _put_right(_: NameCorrected, record: Recorded, __: CaseFile[PersonFile]) -> Notice:
    says = "the name or birth date on file is put right, and in the register from this day on"
    return letter(record, says, TOLD_AS_DONE, sent_on=record.fact.on)


def _lifted(fact: SuspensionLifted, record: Recorded, case: CaseFile[PersonFile]) -> Notice | None:
    told = (
        r.fact.on
        for r in case.trail[record.version :]
        if isinstance(r.fact, LiftingNotified) and r.fact.matter == fact.matter
    )
    says = f"the suspension is lifted from {fact.on}; the certificate keeps its own last day"
    return letter(record, says, AT_27, sent_on=next(told, None))


def _withdrawn(
    fact: CertificateWithdrawn, record: Recorded, case: CaseFile[PersonFile]
) -> Notice | None:
    says = f"the certificate is withdrawn from {fact.first_day}, with the reasons"
    return decision_letter(record, case, says, IN_WRITING)


def _retaken(fact: DecisionRetaken, record: Recorded, case: CaseFile[PersonFile]) -> Notice | None:
    outcome = "is revoked from its first day" if fact.revoked else "stands as it was"
    says = f"the contested decision was taken again and {outcome}, with the reasons"
    return decision_letter(record, case, says, TAKEN_AGAIN)


def _window(
    fact: RecertificationWindowOpened, record: Recorded, case: CaseFile[PersonFile]
) -> Notice | None:
    """A reminder, which falls away once recertification was asked for or nothing is held."""
    asked = any(
        isinstance(r.fact, RecertificationRequested | RecertificationRequestedTooLate)
        for r in case.trail[record.version :]
    )
    if asked or not case.state.certificates[fact.matter].is_held:
        return None
    says = (
        f"recertification can be applied for up to and including {fact.latest}; who applies "
        "later can't be certified for two years after the certificate ran out"
    )
    return letter(record, says, REMINDER, sent_on=None, written=False)


ABOUT_A_CERTIFICATE: Mapping[type[Fact], Write] = {
    RemedialPeriodGranted: _remedy,
    CertificateSuspended: _suspended,
    SuspensionExtended: _extended,
    SuspensionLifted: _lifted,
    CertificateWithdrawn: _withdrawn,
    DecisionRetaken: _retaken,
    RecertificationWindowOpened: _window,
    NameCorrected: _put_right,
}
