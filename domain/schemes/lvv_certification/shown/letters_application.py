"""Letters about an application: what the file lacks, and the decision (13, 14, 25)."""

from collections.abc import Mapping

from domain.case import CaseFile
from domain.fact import Fact, Recorded
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.application import (
    ApplicationRejected,
    FoundIncomplete,
    RejectedForTermOverrun,
)
from domain.schemes.lvv_certification.record.certificate import (
    CertificateGranted,
    CertificateRenewed,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.shown.letter import (
    NO_OBJECTION,
    decision_letter,
    letter,
)
from domain.shown import Notice, Write

AT_13, AT_14 = section(13), section(14)
LATE_IS_FINAL = section(25).read("D-22: no objection against a rejection for an overrun term")


def _incomplete(fact: FoundIncomplete, record: Recorded, _: CaseFile[PersonFile]) -> Notice:
    lacking = ", ".join(fact.lacking)
    says = (
        f"the file is not complete or usable; it lacks: {lacking}; supplement it within two "
        f"weeks, by {fact.supplement_by}; after that it may be rejected, and {NO_OBJECTION}"
    )
    return letter(record, says, AT_13, sent_on=fact.sent_on)


def _granted(
    fact: CertificateGranted, record: Recorded, case: CaseFile[PersonFile]
) -> Notice | None:
    says = f"the certificate is granted, from {fact.on} up to and including {fact.until}"
    return decision_letter(record, case, says, AT_14)


def _rejected(
    _: ApplicationRejected, record: Recorded, case: CaseFile[PersonFile]
) -> Notice | None:
    says = "the application is rejected, with an explanation"
    return decision_letter(record, case, says, AT_14)


def _overrun(
    _: RejectedForTermOverrun, record: Recorded, case: CaseFile[PersonFile]
) -> Notice | None:
    says = f"the application is rejected, for a term was overrun; {NO_OBJECTION}"
    return decision_letter(record, case, says, LATE_IS_FINAL)


ABOUT_AN_APPLICATION: Mapping[type[Fact], Write] = {
    FoundIncomplete: _incomplete,
    CertificateGranted: _granted,
    CertificateRenewed: _granted,
    ApplicationRejected: _rejected,
    RejectedForTermOverrun: _overrun,
}
