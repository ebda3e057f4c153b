"""3.1 Safety (Verantwoordelijkheden)

- The centre meets the general duties of safety and working conditions: a current risk assessment
  (RI&E), an emergency organisation (BHV) that demonstrably works, with regular drills, and
  inspection of equipment.
- It sees to the safety and health of participants and others: safe aids, the right personal
  protection, rules that everybody keeps.
"""

from domain.case import Law
from domain.days import Day, Length, NotSaid, Span, Stated, TimeToAct
from domain.fact import Fact
from domain.law import Rule
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.line import RecognitionWithdrawn
from domain.schemes.ssvv_sogp.record.requirement import EvidenceFiled
from domain.schemes.ssvv_sogp.settings import DRILL_MONTHS
from domain.schemes.ssvv_sogp.still_recognised import when_nothing_is_left
from domain.terms import Term

AT_3_1 = section("3.1")
SAFETY = "safety-duties"
CURRENT = ("drill", "risk-assessment", "inspection")
"""Kinds of evidence that the text asks to be current, or to come back regularly."""

R_13 = Rule(
    id="R-13",
    place=AT_3_1,
    says="current risk assessment, an emergency organisation that drills, inspected equipment",
)
R_14 = Rule(
    id="R-14",
    place=AT_3_1,
    says="safe aids, the right personal protection, and safety rules that all present keep",
)


def _to_be_current(fact: EvidenceFiled) -> Day | None:
    return fact.dated if fact.requirement == SAFETY and fact.kind in CURRENT else None


def _good_for(fact: EvidenceFiled, law: Law) -> Length:
    """To its own last day, or for so many months as policy says."""
    if fact.until is not None:
        return Stated(last=fact.until, place=AT_3_1)
    months = DRILL_MONTHS.number(law)
    if months is None:
        return NotSaid(look="'current' and 'regular' have no length", place=AT_3_1)
    return TimeToAct(span=Span(months=months), place=DRILL_MONTHS.place, moves=False)


def _renews(opening: Fact, later: Fact) -> bool:
    """Later evidence of the same kind, of the same location and qualification.

    Or that the centre is recognised for nothing any more: these are duties of who is.
    """
    if isinstance(later, RecognitionWithdrawn):
        return True
    return (
        isinstance(opening, EvidenceFiled)
        and isinstance(later, EvidenceFiled)
        and (opening.requirement, opening.kind, opening.location, opening.qualification)
        == (later.requirement, later.kind, later.location, later.qualification)
        and later.dated > opening.dated
    )


T_26 = Term(
    id="T-26",
    name="drills, risk assessment and inspections are current",
    place=DRILL_MONTHS.place,
    for_whom="centre",
    length=_good_for,
    opened_by={EvidenceFiled: _to_be_current},
    met_by={EvidenceFiled: _to_be_current},
    ended_by={RecognitionWithdrawn: when_nothing_is_left},
    same=_renews,
    when_passed="to be looked into in an audit",
)
