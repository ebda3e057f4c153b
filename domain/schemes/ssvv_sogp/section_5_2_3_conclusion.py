"""5.2.3 Audit of an application (Audit)

- What the audit finds goes into its report (6.1.4); SSVV judges whether the findings in it were
  sufficiently followed up.
- When the audit ends positively, recognition for the specific qualification may follow.

When it is negative: section_5_2_3_rejection.py.
"""

from datetime import date

from domain.case import Command, Facts, Law, Situation, action
from domain.days import Length, NotSaid, Span, TimeToAct
from domain.law import Place, Refused, Rule, require
from domain.personal import Content, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.application import (
    Application,
    ApplicationLine,
    ApplicationSubmitted,
    ApplicationWithdrawn,
    LineGranted,
    LineRejected,
    RecognitionAuditConcluded,
)
from domain.schemes.ssvv_sogp.record.audit import Audit
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.roles import SSVV
from domain.schemes.ssvv_sogp.settings import DECISION_REMINDER_WEEKS, FOUR_EYES
from domain.schemes.ssvv_sogp.standing import an_application, application_named, audit_named
from domain.terms import Term, its_day
from domain.words import Code, Prose

AT_5_1, AT_5_2_3 = section("5.1"), section("5.2.3")
ON_LOCATION = AT_5_1.read("recognition is of a location, and so is the audit that leads to it")

R_65 = Rule(id="R-65", place=AT_5_2_3, says="recognition follows a positively finished audit only")
R_66 = Rule(
    id="R-66",
    place=section("7.2").read("A-24: the same at a new location; 5.1 grants per location"),
    says="a centre that is recognised already is audited for a new qualification too",
)


class ConcludeAudit(Command):
    """Conclude for one asked line whether its recognition audit ended positively."""

    name = "conclude-audit"
    application: Code
    audit: Code
    location: Code
    qualification: Code
    positive: bool
    reasons: Personal[Content, Prose]


def audited(at: Situation[CentreFile]) -> None:
    an_application(at, "audit-pending")


def line_of(now: Application, location: str, qualification: str) -> ApplicationLine:
    """The asked line, not decided on yet."""
    line = now.line(location, qualification)
    if line is None or line.outcome:
        open_ = [f"{one.key.qualification} at {one.key.location}" for one in now.lines]
        raise Refused(
            f"{qualification} at {location} awaits no decision; asked are {', '.join(open_)}",
            AT_5_2_3,
        )
    return line


@action(ConcludeAudit, by=SSVV, place=AT_5_2_3, when=audited)
def conclude_audit(asked: ConcludeAudit, at: Situation[CentreFile]) -> Facts:
    """Conclude for one asked line whether its recognition audit ended positively."""
    now = application_named(at, asked.application, "audit-pending")
    line_of(now, asked.location, asked.qualification)
    audit = audit_named(at, asked.audit)
    _is_its_audit(audit, asked, now)
    is_independent(at, audit)
    if asked.positive:
        require(
            R_65,
            audit.standing == "closed",
            f"an audit is positive once it is formally closed; {audit.matter} is not",
            standing=audit.standing,
            open_findings=len(audit.open_findings),
        )
    elif audit.report_sent_on is None:
        raise Refused(f"the report of {audit.matter} is sent first", AT_5_2_3)
    return RecognitionAuditConcluded(
        matter=now.matter,
        on=asked.on,
        basis=AT_5_2_3,
        audit=audit.matter,
        location=asked.location,
        qualification=asked.qualification,
        positive=asked.positive,
        reasons=asked.reasons,
    )


def _is_its_audit(audit: Audit, asked: ConcludeAudit, now: Application) -> None:
    here = audit.location == asked.location and asked.qualification in audit.qualifications
    if audit.kind != "recognition" or audit.application != now.matter or not here:
        raise Refused(
            f"{audit.matter} is no recognition audit for {asked.qualification} at "
            f"{asked.location} in {now.matter}",
            ON_LOCATION,
        )


def is_independent(at: Situation[CentreFile], audit: Audit) -> None:
    """Refused to who audited, while SSVV's policy asks for another pair of eyes."""
    if FOUR_EYES.is_on(at.law) and at.by.id in audit.auditors:
        raise Refused(f"who audited in {audit.matter} does not decide on it", FOUR_EYES.place)


NO_TERM: Place = DECISION_REMINDER_WEEKS.place


def _reminder(_: ApplicationSubmitted, law: Law) -> Length:
    weeks = DECISION_REMINDER_WEEKS.number(law)
    if weeks is None:
        return NotSaid(look="the handbook sets no time for the decision", place=NO_TERM)
    return TimeToAct(span=Span(weeks=weeks), place=NO_TERM, moves=False)


def _on_the_last_line(fact: LineGranted | LineRejected) -> date | None:
    return None if fact.undecided else fact.on


T_14 = Term(
    id="T-14",
    name="the application is decided on",
    place=NO_TERM,
    for_whom="ssvv",
    length=_reminder,
    opened_by={ApplicationSubmitted: its_day},
    met_by={LineGranted: _on_the_last_line, LineRejected: _on_the_last_line},
    ended_by={ApplicationWithdrawn: its_day},
    when_passed="a reminder; nothing is decided by it",
)
