"""25. Objection (Bezwaarprocedure tegen certificatiebesluit): the time to object and to decide

- The text refers to the website of the certification body and gives no term, neither to object
  nor to decide on an objection: each is unknown until the scheme's own file decides it. What
  was known when a decision was sent holds for that decision, whatever is decided later.
"""

from domain.case import Law, Setting
from domain.days import Day, Length, NotSaid, Span, TimeToAct
from domain.fact import Fact
from domain.schemes.lvv_certification.record.application import DecisionSent
from domain.schemes.lvv_certification.record.certificate import (
    SuspensionNotified,
    WithdrawalNotified,
)
from domain.schemes.lvv_certification.record.objection import (
    ObjectionFiled,
    ObjectionRefused,
    ObjectionRejected,
    ObjectionUpheld,
)
from domain.schemes.lvv_certification.settings import OBJECTION_DECISION_WEEKS, OBJECTION_WEEKS
from domain.terms import Term, its_day

Sent = DecisionSent | SuspensionNotified | WithdrawalNotified


def weeks_to_object(law: Law) -> int | None:
    """How long a letter that is sent under this law gives; nothing while that is not known."""
    return OBJECTION_WEEKS.number(law)


def time_to_object(weeks: int | None) -> Length:
    """So many weeks from the day the decision was sent; a term of the person, so it moves."""
    return _weeks(weeks, OBJECTION_WEEKS, moves=True)


def _as_the_letter_gave(sent: Sent, _: Law) -> Length:
    return time_to_object(sent.weeks_to_object)


def _time_to_decide(_: ObjectionFiled, law: Law) -> Length:
    setting = OBJECTION_DECISION_WEEKS
    return _weeks(setting.number(law), setting, moves=False)


def _weeks(weeks: int | None, setting: Setting, *, moves: bool) -> Length:
    if weeks is None:
        return NotSaid(look="look on the website of the certification body", place=setting.place)
    return TimeToAct(span=Span(weeks=weeks), place=setting.place, moves=moves)


def _if_objectionable(fact: DecisionSent) -> Day | None:
    return fact.on if fact.objection_open else None


def _if_the_persons(fact: ObjectionFiled) -> Day | None:
    return None if fact.interested_party else fact.on


def _is_against_what_was_sent(sent: Fact, later: Fact) -> bool:
    if not isinstance(later, ObjectionFiled):
        return False
    return (later.against, later.sent_on) == (sent.matter, sent.on)


C_T14 = Term(
    id="C-T14",
    name="an objection is filed",
    lapses=True,
    place=OBJECTION_WEEKS.place,
    for_whom="person",
    length=_as_the_letter_gave,
    opened_by={
        DecisionSent: _if_objectionable,
        SuspensionNotified: its_day,
        WithdrawalNotified: its_day,
    },
    met_by={ObjectionFiled: _if_the_persons},
    same=_is_against_what_was_sent,
    when_passed="an objection that comes later may be refused as late",
)
C_T16 = Term(
    id="C-T16",
    name="a decision on the objection",
    place=OBJECTION_DECISION_WEEKS.place,
    for_whom="certification-body",
    length=_time_to_decide,
    opened_by={ObjectionFiled: its_day},
    met_by={ObjectionUpheld: its_day, ObjectionRejected: its_day, ObjectionRefused: its_day},
    when_passed="an alarm, no more: no decision is deemed to have been taken",
)
