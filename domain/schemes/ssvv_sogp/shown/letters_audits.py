"""Letters about audits: the appointment, the report, what more is asked, the closing (6.1)."""

from collections.abc import Mapping
from datetime import date

from domain.case import CaseFile
from domain.fact import Fact, Recorded
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.audit import AuditClosed, AuditPlanned, ReportFinalised
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.finding import FollowUpRequested
from domain.schemes.ssvv_sogp.shown.step import CENTRE
from domain.shown import Notice, Write, letter

BY_APPOINTMENT = section("6.1.1").read("N-03: with the appointment itself")
AT_6_1_4, AT_6_1_5 = section("6.1.4"), section("6.1.5")


def _planned(fact: AuditPlanned, record: Recorded, _: CaseFile[CentreFile]) -> Notice:
    says = f"the {fact.kind} audit is on {fact.planned_for}, at {fact.location}"
    return letter(record, says, BY_APPOINTMENT, sent_on=fact.on, written=False, to=CENTRE)


def _report(fact: ReportFinalised, record: Recorded, case: CaseFile[CentreFile]) -> Notice:
    """What it holds is a minimum (6.1.4); what it asks depends on whether there are findings."""
    audit = case.state.audits[fact.matter]
    asks = (
        "a reaction to each finding"
        if audit.findings
        else "that its receipt is acknowledged, for there are no findings"
    )
    says = (
        "the audit report: findings, remarks of the auditee, what was observed and whether it "
        f"meets the norms, and the persons involved; SSVV asks {asks}"
    )
    return letter(record, says, AT_6_1_4, sent_on=audit.report_sent_on, to=CENTRE)


def _more(fact: FollowUpRequested, record: Recorded, _: CaseFile[CentreFile]) -> Notice:
    says = f"what is still lacking about finding {fact.finding}"
    return letter(record, says, AT_6_1_5, sent_on=fact.on, to=CENTRE)


def _closed(fact: AuditClosed, record: Recorded, case: CaseFile[CentreFile]) -> Notice:
    confirmed: date | None = case.state.audits[fact.matter].confirmed_on
    says = f"the audit was formally closed on {fact.on}"
    return letter(record, says, AT_6_1_5, sent_on=confirmed, to=CENTRE)


ABOUT_AUDITS: Mapping[type[Fact], Write] = {
    AuditPlanned: _planned,
    ReportFinalised: _report,
    FollowUpRequested: _more,
    AuditClosed: _closed,
}
