"""What waits for LVV in the scheme's own file: a form, the fee and points of a year, notices."""

from collections.abc import Iterator
from datetime import date

from domain.case import CaseFile
from domain.schemes.lvv_accreditation.record.own_file import OwnFile
from domain.shown import Step, Waiting

FORM = Step("publish-form", "lvv-office", "publishes the application form")
TELL = Step("record-holders-notified", "lvv-office", "tells every holder of the change")


def waiting_in_the_scheme(case: CaseFile[OwnFile]) -> tuple[Waiting, ...]:
    """What LVV has to make known, in the order of the text."""
    return tuple(_everything(case))


def _everything(case: CaseFile[OwnFile]) -> Iterator[Waiting]:
    file, opened_on = case.state, case.trail[0].fact.on
    if not file.forms:
        yield FORM.waits("application-form", opened_on)
    year, since = _next_year_of(file.fees, opened_on)
    fee = Step("set-fee", "lvv-office", f"sets the application fee of {year}")
    yield fee.waits("application-fee", since)
    year, since = _next_year_of(file.congress, opened_on)
    points = Step("set-congress-points", "lvv-board", f"sets the points of the congress of {year}")
    yield points.waits("congress", since)
    for matter, change in file.changes.items():
        if change.notified_on is None:
            yield TELL.waits(matter, change.adopted_on)


def _next_year_of(yearly: tuple[tuple[date, int, int], ...], opened_on: date) -> tuple[int, date]:
    """The year that is not set yet, and the day from which it waits.

    That of a year can be set in the year before (3(2), 14(b)); when it already is, the one after
    waits from the next New Year.
    """
    if not yearly:
        return opened_on.year, opened_on
    year = max(of for _, of, _ in yearly) + 1
    return year, max(yearly[-1][0], date(year - 1, 1, 1))
