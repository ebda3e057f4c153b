"""21. Period in which education takes place (Periode waarbinnen PE moet plaatsvinden)

- Activities take place within the period of the certificate that was issued.
- (a) While the certificate stands suspended, activities count within the period that runs: a
  suspension does not stop the clock.

A renewed certificate has a period of its own from the day it is decided (15). What was taken
between the application and that day falls in the old period; it counts there when it was
accepted for it before the decision, and nowhere otherwise (D-19).
"""

from domain.case import Law, Situation
from domain.days import Day, Lasting, Length, Span, Stated
from domain.law import InTime, Refused, Rule, require
from domain.schemes.lvv_certification.act import IN_FORCE, section
from domain.schemes.lvv_certification.record.certificate import (
    Certificate,
    CertificateExpired,
    CertificateGranted,
    CertificateRenewed,
    CertificateSucceeded,
    CertificateWithdrawn,
    DecisionRetaken,
)
from domain.schemes.lvv_certification.record.education import ActivityRegistered
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.section_15_validity import last_valid_day
from domain.terms import Term, its_day

AT_21 = section(21)
ONE_PERIOD = AT_21.read("D-19: for the old period only what was in the dossier at the decision")
PERIOD = InTime({IN_FORCE: Lasting(span=Span(years=4), place=section(22))})

R_24 = Rule(
    id="R-24",
    place=AT_21,
    says="within the certificate period, a suspension included; never in two periods",
)


def in_a_period(at: Situation[PersonFile]) -> Certificate:
    """The certificate whose period education counts for.

    It is held, or it expired while a renewal asked for in time is still to be decided (D-11).
    """
    now = period_that_runs(at.file)
    if now is None:
        raise Refused("no certificate is held, so education has no period to count for", AT_21)
    return now


def period_that_runs(file: PersonFile) -> Certificate | None:
    """The certificate whose period education counts for, if any."""
    now = file.certificate
    return now if now is not None and (now.is_held or _awaits_renewal(now, file)) else None


def _awaits_renewal(now: Certificate, file: PersonFile) -> bool:
    asked = file.application
    return (
        now.standing == "expired"
        and asked is not None
        and asked.recertification
        and asked.is_open
        and asked.reference_date is not None
        and asked.standing != "too-late"
    )


def within_the_period(one: ActivityRegistered, certificate: Certificate, file: PersonFile) -> None:
    """Refused when a day of the activity is outside the certificate's period (R-24).

    That it no longer counts for an earlier period, in which it was, is a reading (D-19).
    """
    first, last = certificate.first_day, certificate.until
    earlier = (c for c in file.certificates.values() if c.matter != certificate.matter)
    was_in_one = any(_is_within(one, c) for c in earlier)
    rule = R_24.model_copy(update={"place": ONE_PERIOD}) if was_in_one else R_24
    require(
        rule,
        _is_within(one, certificate),
        f"the activity ran from {one.first_day} to {one.last_day}; the period that runs, that of "
        f"{certificate.matter}, is {first} to {last}",
        first_day=one.first_day,
        last_day=one.last_day,
        period_from=first,
        period_until=last,
    )


def _is_within(one: ActivityRegistered, certificate: Certificate) -> bool:
    return certificate.first_day <= one.first_day and one.last_day <= certificate.until


def _runs_again(fact: DecisionRetaken) -> Day | None:
    return None if fact.until is None else fact.on


def _four_years(fact: CertificateGranted | DecisionRetaken, law: Law) -> Length:
    if isinstance(fact, DecisionRetaken) and fact.until is not None:
        return Stated(last=fact.until, place=AT_21)
    return PERIOD.of(law.edition)


C_T11 = Term(
    id="C-T11",
    name="the period for continuing education runs",
    place=AT_21,
    for_whom="person",
    length=_four_years,
    opened_by={
        CertificateGranted: its_day,
        CertificateRenewed: its_day,
        DecisionRetaken: _runs_again,
    },
    ended_by={
        CertificateWithdrawn: its_day,
        CertificateExpired: last_valid_day,
        CertificateSucceeded: its_day,
    },
    when_passed="what is taken from now on does not count for this certificate",
)
