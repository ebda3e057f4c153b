"""6.1.1 Once a year (Planning)

- A recognised centre is normally visited once a year for a regular audit.
- Herhalingsaudit: the (yearly) audit that takes place after recognition (7.2).

"Normally" makes it no hard term, and the initiative is SSVV's: a year without one is an alert to
SSVV, of which nothing follows for the centre. It is of a recognised centre: who is recognised for
nothing any more is not visited, and is again once a recognition is put into the running agreement.
"""

from datetime import date

from domain.case import Law
from domain.days import ONE_DAY, Length, ToYearEnd
from domain.fact import Fact
from domain.law import InTime
from domain.schemes.ssvv_sogp.act import IN_FORCE, section
from domain.schemes.ssvv_sogp.record.agreement import (
    AgreementAmended,
    AgreementConcluded,
    AgreementExpired,
    AgreementTerminated,
)
from domain.schemes.ssvv_sogp.record.audit import AuditOpened
from domain.schemes.ssvv_sogp.record.line import RecognitionWithdrawn
from domain.schemes.ssvv_sogp.still_recognised import when_nothing_is_left
from domain.terms import Term, its_day

YEARLY = section("6.1.1").read(
    "A-01: in every calendar year; first in the first whole year of recognition"
)
NEXT_YEAR = InTime({IN_FORCE: ToYearEnd(years_on=1, place=YEARLY)})


def _next_year(_: Fact, law: Law) -> Length:
    return NEXT_YEAR.of(law.edition)


def the_day_before(fact: AgreementConcluded) -> date:
    """Who is recognised from 1 January is so for that whole year already."""
    return fact.first_day - ONE_DAY


def recognised_again(fact: AgreementAmended) -> date | None:
    return fact.first_day - ONE_DAY if fact.recognised_again else None


def of_a_regular_audit(fact: AuditOpened) -> date | None:
    return fact.on if fact.kind == "regular" else None


def _concerns(opening: Fact, later: Fact) -> bool:
    """Any regular audit or last withdrawal; or the end of the agreement recognition rested on.

    A successor has a term of its own, which goes on when the agreement before it ends.
    """
    if isinstance(later, AuditOpened | RecognitionWithdrawn):
        return True
    rests_on = opening.agreement if isinstance(opening, AuditOpened) else opening.matter
    return rests_on == later.matter


T_01 = Term(
    id="T-01",
    name="a regular audit in this calendar year",
    place=YEARLY,
    for_whom="ssvv",
    length=_next_year,
    opened_by={
        AgreementConcluded: the_day_before,
        AgreementAmended: recognised_again,
        AuditOpened: of_a_regular_audit,
    },
    met_by={AuditOpened: of_a_regular_audit},
    ended_by={
        AgreementExpired: its_day,
        AgreementTerminated: its_day,
        RecognitionWithdrawn: when_nothing_is_left,
    },
    same=_concerns,
    when_passed="an alert to SSVV; nothing follows for the centre",
)
