"""What waits for whom: for every open matter the action that is expected next."""

from collections.abc import Iterator

from domain.case import CaseFile
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.shown.waiting_audits import (
    of_a_signal,
    of_an_audit,
    of_an_irregularity,
)
from domain.schemes.ssvv_sogp.shown.waiting_recognition import (
    of_a_line,
    of_an_agreement,
    of_an_application,
)
from domain.shown import Waiting


def waiting(case: CaseFile[CentreFile]) -> tuple[Waiting, ...]:
    """Everything in a centre's file that waits for somebody, in the order of the file."""
    return tuple(dict.fromkeys(_everything(case.state)))


def _everything(file: CentreFile) -> Iterator[Waiting]:
    for application in file.applications.values():
        yield from of_an_application(file, application)
    for line in file.lines.values():
        yield from of_a_line(file, line)
    for agreement in file.agreements.values():
        yield from of_an_agreement(agreement)
    for audit in file.audits.values():
        yield from of_an_audit(audit)
    for signal in file.signals.values():
        yield from of_a_signal(signal)
    for irregularity in file.irregularities.values():
        yield from of_an_irregularity(irregularity)
