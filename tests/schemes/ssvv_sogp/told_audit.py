"""Real commands of an audit: from planning to its report, and what the centre answers.

The audit of the application is that of the worked timeline: held on 6 May 2025, reported on the
16th, reacted on by the 28th, closed on 4 June. The regular one is held on 22 September.
"""

from datetime import date

from domain.personal import Content, Personal
from domain.schemes.ssvv_sogp.section_6_1_1_planning import AppointTeam, PlanAudit
from domain.schemes.ssvv_sogp.section_6_1_2_agenda import AgreeAgenda
from domain.schemes.ssvv_sogp.section_6_1_3_conduct import (
    OpenAudit,
    RecordObservation,
    ShareFindings,
)
from domain.schemes.ssvv_sogp.section_6_1_3_findings import RecordFinding
from domain.schemes.ssvv_sogp.section_6_1_4_report import (
    FinaliseReport,
    RecordAuditeeRemarks,
    SendReport,
)
from domain.schemes.ssvv_sogp.section_6_1_5_follow_up import AcceptFollowUp, SubmitReaction
from tests.scenario import Scenario
from tests.schemes.ssvv_sogp.asked import asked
from tests.schemes.ssvv_sogp.told import (
    AUDITOR,
    CENTRE,
    FL,
    GELEEN,
    GM,
    JUN_4,
    MAY_6,
    MAY_16,
    SSVV,
    a_recognised_centre,
    an_open_audit,
    given,
)

SEEN: Personal[Content, str] = Personal("the inspection of the hoist has lapsed")
MAY_28, SEP_1, SEP_22 = date(2025, 5, 28), date(2025, 9, 1), date(2025, 9, 22)
OCT_1 = date(2025, 10, 1)
OTHER_AUDITOR = "auditor:b.vos"

plan = PlanAudit(on=SEP_1, location=GELEEN, planned_for=SEP_22, agreed=True)
appoint = AppointTeam(on=SEP_1, audit="audit-3", auditors=("a.mulder",))
agree = AgreeAgenda(on=SEP_1, audit="audit-3", qualifications=(FL,), agreed_with="r.kok")
open_it = OpenAudit(
    on=SEP_22,
    audit="audit-3",
    safety_gone_through=True,
    agenda_feasible=True,
    reporting_explained=True,
)


def find(
    grade: str, audit: str = "audit-1", on: date = MAY_6, qualification: str | None = GM
) -> RecordFinding:
    return RecordFinding(
        on=on, audit=audit, grade=grade, norm="4.3", qualification=qualification, what=SEEN
    )


def observe(audit: str = "audit-1", on: date = MAY_6) -> RecordObservation:
    return RecordObservation(on=on, audit=audit, norm="4.3", meets=True, what=SEEN)


def a_prepared_audit() -> Scenario:
    """A regular audit in Geleen, agreed for 22 September 2025, with team and agenda."""
    told = asked(given(*a_recognised_centre), SSVV, plan, appoint)
    return asked(told, AUDITOR, agree)


def a_regular_audit() -> Scenario:
    """The same, opened on that day."""
    return asked(a_prepared_audit(), AUDITOR, open_it)


def found(*grades: str) -> Scenario:
    """The audit of the application, open, with findings of these classes."""
    return asked(given(*an_open_audit), AUDITOR, observe(), *(find(one) for one in grades))


def shared(*grades: str) -> Scenario:
    """The same, with the provisional findings shared and the auditee heard."""
    share = ShareFindings(on=MAY_6, audit="audit-1")
    heard = RecordAuditeeRemarks(on=MAY_6, audit="audit-1", said=Personal("an honest account"))
    return asked(found(*grades), AUDITOR, share, heard)


def finalise(audit: str = "audit-1", on: date = MAY_16) -> FinaliseReport:
    return FinaliseReport(
        on=on,
        audit=audit,
        summary=Personal("see the findings"),
        persons=Personal("A. Mulder, R. Kok"),
    )


def reported(*grades: str) -> Scenario:
    """The same, with the report sent on 16 May."""
    told = asked(shared(*grades), AUDITOR, finalise())
    return asked(told, SSVV, SendReport(on=MAY_16, audit="audit-1"))


def react(finding: int, on: date = MAY_28, audit: str = "audit-1") -> SubmitReaction:
    return SubmitReaction(
        on=on, audit=audit, finding=finding, reaction=Personal("inspected again")
    )


def accept(finding: int, on: date = JUN_4, audit: str = "audit-1") -> AcceptFollowUp:
    return AcceptFollowUp(on=on, audit=audit, finding=finding)


def answered(*grades: str) -> Scenario:
    """The same, with a reaction to every finding on 28 May."""
    reactions = (react(n) for n in range(1, len(grades) + 1))
    return asked(reported(*grades), CENTRE, *reactions)


def a_major_in_geleen() -> Scenario:
    """A regular audit of a recognised centre, reported on 1 October 2025 with a major."""
    held = {"audit": "audit-3", "on": SEP_22}
    told = asked(
        a_regular_audit(),
        AUDITOR,
        observe("audit-3", SEP_22),
        find("major", "audit-3", SEP_22, FL),
        ShareFindings.model_validate(held),
        RecordAuditeeRemarks.model_validate(held),
        finalise("audit-3", OCT_1),
    )
    return asked(told, SSVV, SendReport(on=OCT_1, audit="audit-3"))
