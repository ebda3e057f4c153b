"""An.6(b). Response times: the two clocks of a holder

- Within 4 weeks of the audit he responds to what was found wanting; within 3 months of the last
  audit day the measures demonstrably have effect.

An applicant's improvements go by the 16 weeks of (a) (B-14).
"""

from datetime import date

from domain.case import Law
from domain.days import Span, TimeToAct
from domain.fact import Fact
from domain.law import InTime
from domain.schemes.lvv_accreditation.act import IN_FORCE, annex
from domain.schemes.lvv_accreditation.record.accreditation import (
    AccreditationExpired,
    AccreditationWithdrawn,
    OldTextEnded,
)
from domain.schemes.lvv_accreditation.record.audit import (
    ImprovementVerified,
    NonconformityAnswered,
    NonconformityRecorded,
)
from domain.terms import Term, its_day

AN_6 = annex(6)
FROM_THE_LAST_DAY = AN_6("b").read("B-13: after the audit is after its last day")
TO_RESPOND = InTime({IN_FORCE: TimeToAct(span=Span(weeks=4), place=FROM_THE_LAST_DAY, moves=True)})
TO_HAVE_EFFECT = InTime({IN_FORCE: TimeToAct(span=Span(months=3), place=AN_6("b"), moves=True)})
NO_LONGER_A_HOLDER = (AccreditationWithdrawn, AccreditationExpired, OldTextEnded)


def _last_audit_day(fact: NonconformityRecorded) -> date | None:
    return fact.last_audit_day


def _same_finding(opening: Fact, later: Fact) -> bool:
    """The same finding of the same audit, or the end of the accreditation."""
    if isinstance(later, NO_LONGER_A_HOLDER):
        return True
    one, other = getattr(opening, "finding", None), getattr(later, "finding", None)
    return (opening.matter, one) == (later.matter, other)


def _four_weeks(_: NonconformityRecorded, law: Law) -> TimeToAct:
    return TO_RESPOND.of(law.edition)


def _three_months(_: NonconformityRecorded, law: Law) -> TimeToAct:
    return TO_HAVE_EFFECT.of(law.edition)


A_T10 = Term(
    id="A-T10",
    name="the holder responds to what was found wanting",
    place=FROM_THE_LAST_DAY,
    for_whom="provider",
    length=_four_weeks,
    opened_by={NonconformityRecorded: _last_audit_day},
    met_by={NonconformityAnswered: its_day},
    ended_by=dict.fromkeys(NO_LONGER_A_HOLDER, its_day),
    same=_same_finding,
    when_passed="an alarm for LVV: An.6(b) speaks of sanctions",
)
A_T11 = Term(
    id="A-T11",
    name="the measures demonstrably have effect",
    place=AN_6("b"),
    for_whom="provider",
    length=_three_months,
    opened_by={NonconformityRecorded: _last_audit_day},
    met_by={ImprovementVerified: its_day},
    ended_by=dict.fromkeys(NO_LONGER_A_HOLDER, its_day),
    same=_same_finding,
    when_passed="an alarm for LVV: An.6(b) speaks of sanctions",
)
