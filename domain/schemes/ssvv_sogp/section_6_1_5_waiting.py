"""6.1.4, 6.1.5 How long a reaction and its follow-up may take (Afronding en afsluiting)

- After receiving the report the centre reacts to the findings; the text gives no time for it.
- SSVV and centre stay in contact until all findings are sufficiently dealt with.

So both terms are reminders, and nothing follows when they pass.
"""

from datetime import date

from domain.case import Law
from domain.days import Length, NotSaid, Span, TimeToAct
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.audit import (
    AuditClosed,
    AuditEscalated,
    ReceiptAcknowledged,
    ReportSent,
)
from domain.schemes.ssvv_sogp.record.finding import FindingReacted
from domain.schemes.ssvv_sogp.settings import REACTION_REMINDER_DAYS
from domain.terms import Term, its_day

NO_TERM = REACTION_REMINDER_DAYS.place
UNTIL_ALL = section("6.1.5").read(
    "T-16: no end in the text but the last finding, or its escalation"
)


def _reminder(_: ReportSent, law: Law) -> Length:
    days = REACTION_REMINDER_DAYS.number(law)
    if days is None:
        return NotSaid(look="the handbook sets no time for a reaction", place=NO_TERM)
    return TimeToAct(span=Span(days=days), place=NO_TERM, moves=False)


def _open_ended(_: ReportSent, __: Law) -> Length:
    return NotSaid(look="until SSVV judges every finding sufficiently dealt with", place=UNTIL_ALL)


def on_the_last_answer(fact: FindingReacted) -> date | None:
    return None if fact.unanswered else fact.on


def with_findings(fact: ReportSent) -> date | None:
    return fact.on if fact.asks == "reaction" else None


T_15 = Term(
    id="T-15",
    name="the centre reacts to the report: to each finding, or that it was received",
    place=NO_TERM,
    for_whom="centre",
    length=_reminder,
    opened_by={ReportSent: its_day},
    met_by={FindingReacted: on_the_last_answer, ReceiptAcknowledged: its_day},
    ended_by={AuditEscalated: its_day},
    when_passed="a reminder; nothing follows from it",
)
T_16 = Term(
    id="T-16",
    name="every finding is sufficiently dealt with",
    place=UNTIL_ALL,
    for_whom="centre",
    length=_open_ended,
    opened_by={ReportSent: with_findings},
    met_by={AuditClosed: its_day},
    ended_by={AuditEscalated: its_day},
)
