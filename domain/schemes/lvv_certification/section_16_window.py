"""16. Recertification (Hercertificering): the window in which it is asked for

- No earlier than one year before the certificate expires.
- Handed in no later than four weeks before it expires.

Both are counted back from the last valid day and never move (C3, C5).
"""

from datetime import date

from domain.case import Command, Facts, Law, Situation, action
from domain.days import Counted, CountedBack, Day, Length, Span, Stated
from domain.law import InTime, Refused, Value
from domain.legal_calendar import LegalCalendar
from domain.schemes.lvv_certification.act import EDITION, IN_FORCE, section
from domain.schemes.lvv_certification.record.application import (
    ApplicationWithdrawn,
    RecertificationRequested,
    RecertificationRequestedTooLate,
)
from domain.schemes.lvv_certification.record.certificate import (
    Certificate,
    CertificateExpired,
    CertificateGranted,
    CertificateRenewed,
    CertificateSucceeded,
    CertificateWithdrawn,
    DecisionRetaken,
    RecertificationWindowOpened,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import CLERK
from domain.schemes.lvv_certification.section_15_validity import stands_again
from domain.schemes.lvv_certification.standing import in_force, on_record_from
from domain.terms import Term, its_day

AT_16 = section(16)
EARLIEST = InTime({IN_FORCE: CountedBack(span=Span(years=1), place=AT_16)})
LATEST = InTime({IN_FORCE: CountedBack(span=Span(weeks=4), place=AT_16)})


class OpenRecertificationWindow(Command):
    """Put on record that recertification can be applied for, and until when."""

    name = "open-recertification-window"


def window_is_due(at: Situation[PersonFile]) -> tuple[Certificate, date]:
    """The certificate of which the last year has begun, and the first day of that year."""
    now = in_force(at)
    earliest = EARLIEST.of(at.law.edition).day(now.until)
    if now.window_open:
        raise Refused("the window for recertification is open already", AT_16)
    if at.on < earliest:
        raise Refused(f"the window for recertification opens on {earliest}", AT_16)
    return now, earliest


@action(OpenRecertificationWindow, by=CLERK, place=AT_16, when=window_is_due)
def open_window(_: OpenRecertificationWindow, at: Situation[PersonFile]) -> Facts:
    """Put on record that recertification can be applied for, and until when."""
    now, earliest = window_is_due(at)
    return RecertificationWindowOpened(
        matter=now.matter,
        on=on_record_from(at, now.matter, earliest),
        basis=AT_16,
        latest=LATEST.of(at.law.edition).day(now.until),
    )


class BeforeExpiry(Value):
    """So long before the last valid day of a certificate, from whatever day it is looked at."""

    until: Day
    back: CountedBack

    def counted(self, _: date, calendar: LegalCalendar, /) -> Counted:
        return self.back.counted(self.until, calendar)


def _last_valid_day(fact: CertificateGranted | DecisionRetaken) -> Day:
    assert fact.until is not None  # noqa: S101  opens a term only when it gives that day
    return fact.until


def _before_its_window(fact: DecisionRetaken) -> Day | None:
    """The day from which a certificate runs again, if its window can't have opened yet."""
    if fact.until is None or fact.on >= EARLIEST.of(EDITION).day(fact.until):
        return None
    return fact.on


def _a_year_before(fact: CertificateGranted | DecisionRetaken, law: Law) -> BeforeExpiry:
    return BeforeExpiry(until=_last_valid_day(fact), back=EARLIEST.of(law.edition))


def _can_be_asked_again(fact: ApplicationWithdrawn) -> Day | None:
    return fact.on if fact.apply_by else None


def _four_weeks_before(
    fact: CertificateGranted | DecisionRetaken | ApplicationWithdrawn, law: Law
) -> Length:
    if isinstance(fact, ApplicationWithdrawn):
        return Stated(last=fact.apply_by or fact.on, place=AT_16)
    return BeforeExpiry(until=_last_valid_day(fact), back=LATEST.of(law.edition))


C_T05A = Term(
    id="C-T05a",
    name="the window for recertification opens",
    place=AT_16,
    for_whom="person",
    length=_a_year_before,
    opened_by={
        CertificateGranted: its_day,
        CertificateRenewed: its_day,
        DecisionRetaken: _before_its_window,
    },
    met_by={RecertificationWindowOpened: its_day},
    ended_by={
        CertificateWithdrawn: its_day,
        CertificateSucceeded: its_day,
        CertificateExpired: its_day,
    },
    then="open-recertification-window",
    when_passed="recertification can be applied for",
    on_the_day=True,
)
C_T05B = Term(
    id="C-T05b",
    name="recertification is applied for",
    lapses=True,
    place=AT_16,
    for_whom="person",
    length=_four_weeks_before,
    opened_by={
        CertificateGranted: its_day,
        CertificateRenewed: its_day,
        DecisionRetaken: stands_again,
        ApplicationWithdrawn: _can_be_asked_again,
    },
    met_by={
        RecertificationRequested: its_day,
        RecertificationRequestedTooLate: its_day,
        CertificateExpired: its_day,
    },
    ended_by={CertificateWithdrawn: its_day, CertificateSucceeded: its_day},
    when_passed="the certificate runs out; an application after this day leads to a lock-out",
    whole_file=True,
)
