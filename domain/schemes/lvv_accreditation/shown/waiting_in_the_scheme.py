"""What waits for LVV in the scheme's own file: a form, the fee and points of a year, notices."""

from collections.abc import Iterator

from domain.case import CaseFile
from domain.schemes.lvv_accreditation.record.own_file import OwnFile
from domain.shown import Step, Waiting

FORM = Step("publish-form", "lvv-office", "publishes the application form")
FEE = Step("set-fee", "lvv-office", "sets the application fee of the next year")
POINTS = Step("set-congress-points", "lvv-board", "sets the points of the next congress")
TELL = Step("record-holders-notified", "lvv-office", "tells every holder of the change")


def waiting_in_the_scheme(case: CaseFile[OwnFile]) -> tuple[Waiting, ...]:
    """What LVV has to make known, in the order of the text."""
    return tuple(_everything(case))


def _everything(case: CaseFile[OwnFile]) -> Iterator[Waiting]:
    file, opened_on = case.state, case.trail[0].fact.on
    if not file.forms:
        yield FORM.waits("application-form", opened_on)
    yield FEE.waits("application-fee", file.fees[-1][0] if file.fees else opened_on)
    yield POINTS.waits("congress", file.congress[-1][0] if file.congress else opened_on)
    for matter, change in file.changes.items():
        if change.notified_on is None:
            yield TELL.waits(matter, change.adopted_on)
