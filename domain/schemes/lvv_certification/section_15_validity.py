"""15. Validity of the certificate (Geldigheid certificaat)

- A certificate is valid for four years.
- Its first day is the day of the certification decision.

It ends by itself on its last day, during a suspension too (D-24): the clerk puts that on record.
"""

from datetime import date

from domain.case import Command, Facts, Law, Situation, action
from domain.days import ONE_DAY, Day, Lasting, Length, Span, Stated
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
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import CLERK
from domain.schemes.lvv_certification.section_16_lock_out import lock_out_after
from domain.schemes.lvv_certification.standing import on_record_from
from domain.terms import Term, its_day

AT_15 = section(15)
PREVAILS = AT_15.read("D-24: expiry prevails; the suspension ends with it")
VALID = InTime({IN_FORCE: Lasting(span=Span(years=4), place=AT_15)})

R_10 = Rule(
    id="R-10",
    place=AT_15,
    says="a certificate starts on the day of the decision and is valid for four years",
)


class ExpireCertificate(Command):
    """Put on record that the certificate ran out."""

    name = "expire-certificate"


def last_day(first_day: date | None, decided_on: date, law: Law) -> date:
    """The last day of a certificate. Refused when it would not start on the decision (R-10)."""
    require(
        R_10,
        first_day in (None, decided_on),
        f"a certificate decided on {decided_on} starts on that day",
        first_day=first_day,
        decided_on=decided_on,
    )
    return VALID.of(law.edition).last_day(decided_on)


def ran_out(at: Situation[PersonFile]) -> Certificate:
    """The certificate whose last day has passed."""
    held = [one for one in at.file.certificates.values() if one.is_held]
    if not held:
        raise Refused("no certificate is held", AT_15)
    if at.on <= held[0].until:
        raise Refused(f"the certificate runs to {held[0].until}", AT_15)
    return held[0]


@action(ExpireCertificate, by=CLERK, place=AT_15, when=ran_out)
def expire_certificate(_: ExpireCertificate, at: Situation[PersonFile]) -> Facts:
    """Put on record that the certificate ran out; after a late application a lock-out follows."""
    now = ran_out(at)
    on = on_record_from(at, now.matter, now.until + ONE_DAY)
    basis = PREVAILS if now.standing == "suspended" else AT_15
    expired = CertificateExpired(matter=now.matter, on=on, basis=basis)
    lock_out = lock_out_after(now, on, at)
    return (expired, lock_out) if lock_out else expired


def last_valid_day(fact: CertificateExpired) -> Day:
    """The day with which a period ended that ran no longer than the certificate."""
    return fact.on - ONE_DAY


def stands_again(fact: DecisionRetaken) -> Day | None:
    """The day from which a certificate runs again, because its withdrawal was revoked."""
    return None if fact.until is None else fact.on


def _four_years(fact: CertificateGranted | DecisionRetaken, law: Law) -> Length:
    if isinstance(fact, DecisionRetaken) and fact.until is not None:
        return Stated(last=fact.until, place=AT_15)
    return VALID.of(law.edition)


C_T04 = Term(
    id="C-T04",
    name="the certificate is valid",
    place=AT_15,
    for_whom="person",
    length=_four_years,
    opened_by={
        CertificateGranted: its_day,
        CertificateRenewed: its_day,
        DecisionRetaken: stands_again,
    },
    met_by={CertificateExpired: last_valid_day},
    ended_by={CertificateWithdrawn: its_day, CertificateSucceeded: its_day},
    then="expire-certificate",
    when_passed="the certificate expires, and after a late application a lock-out begins",
)
