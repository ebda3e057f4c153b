"""16. Recertification (Hercertificering): what a late application leads to

- An application that is handed in later than four weeks before the certificate expires results
  in its expiry; for two years the person can't be certified.
- After that time the person may apply for a first certification again.

Only a late application leads to it: not who never applied, nor whose application in time was
rejected (D-5, D-6), nor a withdrawal (D-26).
"""

from domain.case import Command, Facts, Law, Situation, action
from domain.days import ONE_DAY, Day, Lasting, Span
from domain.law import InTime, Refused, Rule, require
from domain.schemes.lvv_certification.act import IN_FORCE, section
from domain.schemes.lvv_certification.record.application import RecertificationRequestedTooLate
from domain.schemes.lvv_certification.record.certificate import (
    Certificate,
    LockoutEnded,
    LockoutStarted,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import CLERK
from domain.schemes.lvv_certification.standing import on_record_from
from domain.terms import Term

AT_16 = section(16)
FROM_EXPIRY = AT_16.read("D-5, D-6: two years from the day after expiry; only when applied late")
LOCK_OUT = InTime({IN_FORCE: Lasting(span=Span(years=2), place=FROM_EXPIRY)})

R_39 = Rule(
    id="R-39",
    place=AT_16,
    says="who applies later than four weeks before expiry can't be certified for two years after",
)


class EndLockOut(Command):
    """Put on record that the lock-out is over."""

    name = "end-lock-out"


def lock_out_after(now: Certificate, on: Day, at: Situation[PersonFile]) -> LockoutStarted | None:
    """The lock-out that the expiry of a certificate leads to, when it was applied for late.

    It lasts two years from the day after the last valid day, whenever it was recorded.
    """
    applied_late = any(
        isinstance(r.fact, RecertificationRequestedTooLate)
        and now.first_day <= r.fact.on <= now.until
        for r in at.case.trail
    )
    if not applied_late:
        return None
    first_day = now.until + ONE_DAY
    return LockoutStarted(
        matter=now.matter,
        on=on,
        basis=FROM_EXPIRY,
        first_day=first_day,
        until=LOCK_OUT.of(at.law.edition).last_day(first_day),
    )


def not_locked_out(at: Situation[PersonFile]) -> None:
    """Refused while a lock-out lasts (R-39)."""
    for one in at.file.certificates.values():
        until = one.locked_out_until
        if until is not None:
            require(
                R_39,
                at.on > until,
                f"a lock-out lasts up to {until}; apply from {until + ONE_DAY}",
                locked_out_until=until,
            )


def lock_out_is_over(at: Situation[PersonFile]) -> tuple[Certificate, Day]:
    """The certificate after which a lock-out lasted, and the last day of it."""
    now = at.file.certificate
    if now is None or now.locked_out_until is None or now.lockout_ended:
        raise Refused("no lock-out lasts", AT_16)
    if at.on <= now.locked_out_until:
        raise Refused(f"the lock-out lasts up to {now.locked_out_until}", AT_16)
    return now, now.locked_out_until


@action(EndLockOut, by=CLERK, place=AT_16, when=lock_out_is_over)
def end_lock_out(_: EndLockOut, at: Situation[PersonFile]) -> Facts:
    """Put on record that the lock-out is over: a first certification can be applied for."""
    now, until = lock_out_is_over(at)
    on = on_record_from(at, now.matter, until + ONE_DAY)
    return LockoutEnded(matter=now.matter, on=on, basis=FROM_EXPIRY)


def _first_day(fact: LockoutStarted) -> Day:
    return fact.first_day


def _last_day(fact: LockoutEnded) -> Day:
    return fact.on - ONE_DAY


def _two_years(_: LockoutStarted, law: Law) -> Lasting:
    return LOCK_OUT.of(law.edition)


C_T05C = Term(
    id="C-T05c",
    name="no certification: the lock-out lasts",
    place=FROM_EXPIRY,
    for_whom="person",
    length=_two_years,
    opened_by={LockoutStarted: _first_day},
    met_by={LockoutEnded: _last_day},
    then="end-lock-out",
    when_passed="a first certification can be applied for again",
)
