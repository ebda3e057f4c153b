"""29. Public register (Openbaar register): from when to when an entry reads so

A reading is what the public could read on a day. It starts when the decision was sent or made
known, or on the later day on which it takes effect; it ends the day before the next one, or on
the last valid day. Where 29 is silent:

- After expiry the entry is gone, for expired is no status (D-7); a withdrawn one stays.
- A suspension that ran out reads so until it is lifted or the certificate is withdrawn.
- A renewed certificate is a new entry; the old one ends the day before the new one can be read.
"""

from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Literal

from domain.case import CaseFile
from domain.days import ONE_DAY
from domain.fact import Fact
from domain.schemes.lvv_certification.record.certificate import (
    CertificateGranted,
    CertificateSucceeded,
    RegisterEntryPublished,
    RegisterStatusChanged,
    SuspensionExtended,
    SuspensionLifted,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile


@dataclass(frozen=True)
class Reading:
    """How an entry reads from one legal day to another, both included.

    ``ran_out`` says that the last day of the suspension is behind and the withdrawal procedure
    runs; ``lifted`` that it does not, though the lifting is still to be made known; ``again`` that
    it was put back to this by a lifting or a revocation.
    """

    status: Literal["valid", "suspended", "withdrawn"]
    day: date
    since: date
    until: date | None = None
    ran_out: bool = False
    lifted: bool = False
    again: bool = False


def readings(case: CaseFile[PersonFile], granted: CertificateGranted) -> tuple[Reading, ...]:
    """How the entry of this certificate reads, oldest first; nothing before it was published."""
    facts = [r.fact for r in case.trail if r.fact.matter == granted.matter]
    published = _published(case, granted.matter)
    if published is None:
        return ()
    told = [Reading("valid", granted.until, since=published)]
    for fact in facts:
        told = _told(told, fact)
    return _ended([part for one in _in_turn(told) for part in _split(one)], case, granted)


def _published(case: CaseFile[PersonFile], certificate: str) -> date | None:
    return next(
        (
            r.fact.on
            for r in case.trail
            if isinstance(r.fact, RegisterEntryPublished) and r.fact.matter == certificate
        ),
        None,
    )


def _told(told: list[Reading], fact: Fact) -> list[Reading]:
    """What the register says, after one fact more. A later word takes the place of what it
    overtakes before that could be read."""
    now, first = told[-1], told[0].since
    match fact:
        case RegisterStatusChanged():
            since = max(first, fact.on, fact.first_day)
            new = Reading(fact.status, fact.day, since, again=fact.status == "valid")
        case SuspensionExtended() if now.status == "suspended":
            new = replace(now, day=fact.until, since=max(now.since, fact.on))
        case SuspensionLifted() if now.status == "suspended":
            new = replace(now, lifted=True, since=max(now.since, fact.on))
        case _:
            return told
    kept = [one for one in told if one.since < new.since]
    return kept if kept and _reads_the_same(kept[-1], new) else [*kept, new]


def _reads_the_same(one: Reading, other: Reading) -> bool:
    return (one.status, one.day, one.lifted) == (other.status, other.day, other.lifted)


def _in_turn(told: list[Reading]) -> list[Reading]:
    """Every reading up to the day before the next."""
    ended = [replace(one, until=after.since - ONE_DAY) for one, after in pairwise(told)]
    return [*ended, told[-1]]


def _split(one: Reading) -> list[Reading]:
    """A suspension that was not lifted reads otherwise from the day after its last."""
    after = one.day + ONE_DAY
    if one.status != "suspended" or one.lifted or (one.until and one.until < after):
        return [one]
    ran_out = replace(one, since=max(one.since, after), ran_out=True)
    return [ran_out] if one.since >= after else [replace(one, until=one.day), ran_out]


def _ended(
    parts: list[Reading], case: CaseFile[PersonFile], granted: CertificateGranted
) -> tuple[Reading, ...]:
    """Nothing reads on after the certificate, except that it was withdrawn."""
    last = _last_day(case, granted)
    ended = [
        one if one.status == "withdrawn" else replace(one, until=min(one.until or last, last))
        for one in parts
    ]
    return tuple(one for one in ended if one.until is None or one.since <= one.until)


def _last_day(case: CaseFile[PersonFile], granted: CertificateGranted) -> date:
    """The last valid day, or the day before the certificate that took its place was published."""
    for record in case.trail:
        fact = record.fact
        if isinstance(fact, CertificateSucceeded) and fact.matter == granted.matter:
            successor = _published(case, fact.by_certificate)
            return min(granted.until, successor - ONE_DAY) if successor else granted.until
    return granted.until
