"""16. Recertification (Hercertificering): when it is asked for

- Before the certificate expires the person shows again that the requirements are met: fills the
  file, and hands in an application for recertification.
- That application is made no earlier than one year before the certificate expires, and is handed
  in no later than four weeks before it expires.

In time is an application with a complete agreement; what the file still lacks is for the pre-check
(D-3). A suspension keeps nobody from applying (D-25). The window: section_16_window.py. What the
file holds: section_16_renewal_file.py. What is granted: section_16_renewal.py. What follows when
it came too late: section_16_lock_out.py.
"""

from domain.case import Command, Facts, Situation, action
from domain.law import Refused, require, weigh
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.application import (
    Application,
    RecertificationRequested,
    RecertificationRequestedTooLate,
)
from domain.schemes.lvv_certification.record.certificate import (
    Certificate,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import PERSON
from domain.schemes.lvv_certification.section_09_enrolment import declares_conduct
from domain.schemes.lvv_certification.section_16_lock_out import R_39
from domain.schemes.lvv_certification.section_16_window import C_T05A, EARLIEST, LATEST
from domain.schemes.lvv_certification.standing import application_that, in_force

AT_16 = section(16)


class ApplyForRecertification(Command):
    """Apply for recertification, with the declaration on the code of conduct."""

    name = "apply-for-recertification"
    declares_conduct: bool


def may_ask_again(at: Situation[PersonFile]) -> tuple[Certificate, Application]:
    """The certificate in force, and the application for its recertification."""
    now, application = in_force(at), application_that(at, AT_16, "enrolled")
    if not application.recertification:
        raise Refused("the agreement is handed in for recertification first", AT_16)
    return now, application


@action(ApplyForRecertification, by=PERSON, place=AT_16, when=may_ask_again)
def apply_for_recertification(asked: ApplyForRecertification, at: Situation[PersonFile]) -> Facts:
    """Apply for recertification; later than four weeks before expiry is too late."""
    now, application = may_ask_again(at)
    earliest = EARLIEST.of(at.law.edition).day(now.until)
    latest = LATEST.of(at.law.edition).day(now.until)
    require(
        C_T05A,
        asked.on >= earliest,
        f"recertification can be applied for from {earliest} up to {latest}; ask again then",
        earliest=earliest,
        latest=latest,
    )
    declares_conduct(asked.declares_conduct)
    if weigh(R_39, asked.on <= latest, applied_on=asked.on, latest=latest):
        return RecertificationRequested(matter=application.matter, on=asked.on, basis=AT_16)
    return RecertificationRequestedTooLate(
        matter=application.matter, on=asked.on, basis=AT_16, latest=latest
    )
