"""27. Suspension (Schorsing van het certificaat): how long it runs, and longer

- A suspension runs for the period it states.
- In exceptional cases it may be extended by six months.
"""

from collections.abc import Mapping

from domain.case import Command, Facts, Law, Situation, action
from domain.days import ONE_DAY, Day, Lasting, Span, Stated
from domain.fact import Fact
from domain.law import InTime, Rule, require
from domain.personal import Content, Personal
from domain.schemes.lvv_certification.act import IN_FORCE, section
from domain.schemes.lvv_certification.record.certificate import (
    CertificateExpired,
    CertificateSuspended,
    CertificateWithdrawn,
    DecisionRetaken,
    SuspensionExtended,
    SuspensionLifted,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import BODY
from domain.schemes.lvv_certification.section_15_validity import last_valid_day
from domain.schemes.lvv_certification.standing import suspended
from domain.terms import Term, WhichDay, its_day
from domain.words import Prose

AT_27 = section(27)
EXTENDED_ONCE = AT_27.read("D-12: once, six months at most")
EXTENSION = InTime({IN_FORCE: Lasting(span=Span(months=6), place=EXTENDED_ONCE)})

R_26 = Rule(
    id="R-26",
    place=EXTENDED_ONCE,
    says="extended only in an exceptional case, once, by six months at most",
)


class ExtendSuspension(Command):
    """Extend the suspension in an exceptional case."""

    name = "extend-suspension"
    until: Day
    because: Personal[Content, Prose]


@action(ExtendSuspension, by=BODY, place=EXTENDED_ONCE, when=suspended)
def extend_suspension(asked: ExtendSuspension, at: Situation[PersonFile]) -> Facts:
    """Extend the suspension in an exceptional case, once."""
    now, suspension = suspended(at)
    last = EXTENSION.of(at.law.edition).last_day(suspension.until + ONE_DAY)
    require(R_26, not suspension.extended, "a suspension is extended once", extended=True)
    in_time = asked.on <= suspension.until
    require(R_26, in_time, f"the suspension ran out on {suspension.until}", until=suspension.until)
    require(
        R_26,
        suspension.until < asked.until <= last,
        f"the extension runs to {last} at most",
        until=asked.until,
        last_allowed=last,
    )
    return SuspensionExtended(
        matter=now.matter, on=asked.on, basis=R_26.place, until=asked.until, because=asked.because
    )


def _stated(fact: CertificateSuspended | SuspensionExtended, _: Law) -> Stated:
    return Stated(last=fact.until, place=AT_27)


def _if_revoked(fact: DecisionRetaken) -> Day | None:
    return fact.on if fact.revoked else None


ENDS_A_SUSPENSION: Mapping[type[Fact], WhichDay] = {
    CertificateWithdrawn: its_day,
    CertificateExpired: last_valid_day,
    DecisionRetaken: _if_revoked,
}
"""A suspension to the last day of the certificate ends with it: expiry prevails (D-24)."""


def _its_first_day(fact: CertificateSuspended) -> Day:
    return fact.first_day


C_T08 = Term(
    id="C-T08",
    name="the suspension ends",
    place=AT_27,
    for_whom="certification-body",
    length=_stated,
    opened_by={CertificateSuspended: _its_first_day},
    met_by={SuspensionLifted: its_day},
    ended_by={**ENDS_A_SUSPENSION, SuspensionExtended: its_day},
    then="open-withdrawal-procedure",
    when_passed="the withdrawal procedure opens; the decision is left to the certification body",
)
C_T09 = Term(
    id="C-T09",
    name="the extended suspension ends",
    place=EXTENDED_ONCE,
    for_whom="certification-body",
    length=_stated,
    opened_by={SuspensionExtended: its_day},
    met_by={SuspensionLifted: its_day},
    ended_by=ENDS_A_SUSPENSION,
    then="open-withdrawal-procedure",
    when_passed="the withdrawal procedure opens; a second extension is not open",
)
