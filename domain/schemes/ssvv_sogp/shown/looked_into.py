"""What is being looked into: applications, recognitions under watch, audits and findings."""

from domain.case import CaseFile
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.shown.audits import audits
from domain.schemes.ssvv_sogp.shown.audits_recognition import of_a_line, of_an_application
from domain.shown import AuditStatus


def looked_into(case: CaseFile[CentreFile]) -> tuple[AuditStatus, ...]:
    """Everything in a centre's file that is being looked into, in the order of the file."""
    file = case.state
    return (
        *(one for now in file.applications.values() for one in of_an_application(now)),
        *(one for now in file.lines.values() for one in of_a_line(now)),
        *audits(case),
    )
