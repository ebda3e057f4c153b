"""Facts that many of these scenarios start from. The dates are those of the worked timeline.

A centre with two locations applies on 3 March 2025 for gas measurement in Rotterdam and flange
work in Geleen, is audited on 6 May, recognised from 1 July and under agreement to the end of 2026.
"""

from datetime import date
from uuid import UUID

from domain.fact import Fact
from domain.personal import Personal
from domain.schemes import all_schemes
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.agreement import (
    AgreementConcluded,
    AgreementOffered,
    AgreementSigned,
)
from domain.schemes.ssvv_sogp.record.application import (
    ApplicationAccepted,
    ApplicationSubmitted,
    AskedLine,
    AssessorAssigned,
    CompletenessAssessed,
    LineContentAssessed,
    LineGranted,
    OrganisationAssessed,
    RecognitionAuditConcluded,
    RecognitionAuditScheduled,
)
from domain.schemes.ssvv_sogp.record.audit import (
    AuditAgendaAgreed,
    AuditClosed,
    AuditOpened,
    AuditPlanned,
    AuditTeamAppointed,
    FindingsShared,
    ReceiptAcknowledged,
    ReportFinalised,
    ReportSent,
)
from domain.schemes.ssvv_sogp.record.centre import (
    CentreFileOpened,
    CompanyDataEstablished,
    LineKey,
    LocationNamed,
    ResponsibleNamed,
)
from domain.schemes.ssvv_sogp.record.line import (
    RecognitionGranted,
    RecognitionNoticeSent,
    RecognitionPublished,
    RecognitionTookEffect,
)
from domain.schemes.ssvv_sogp.record.trainer import TrainerAssessed, TrainerRegistered
from domain.schemes.ssvv_sogp.section_3_2_signing import BY_AGREEMENT
from tests.scenario import Scenario

SCHEME = all_schemes()["ssvv-sogp"]
CENTRE = "centre:opleider"
RESPONSIBLE = "sogp-responsible:r.kok"
AUDITOR = "auditor:a.mulder"
SSVV = "ssvv:s.bos"
CLERK = "clerk:clerk"
given = Scenario(SCHEME, "centre").given
given_scheme = Scenario(SCHEME, "scheme").given

GM, FL, VH = "gm-1", "fl-1", "mw-vh"
ROTTERDAM, GELEEN = "rotterdam", "geleen"
AT_ROTTERDAM = LineKey(location=ROTTERDAM, qualification=GM)
AT_GELEEN = LineKey(location=GELEEN, qualification=FL)
MAR_3, APR_8, MAY_6, MAY_16 = (
    date(2025, 3, 3),
    date(2025, 4, 8),
    date(2025, 5, 6),
    date(2025, 5, 16),
)
JUN_4, JUN_5, JUN_16, JUN_20 = (
    date(2025, 6, 4),
    date(2025, 6, 5),
    date(2025, 6, 16),
    date(2025, 6, 20),
)
JUL_1, YEAR_END = date(2025, 7, 1), date(2026, 12, 31)

opened = CentreFileOpened(
    matter="centre",
    on=MAR_3,
    basis=section("5.2.1"),
    name="Veilig Vakwerk Opleidingen",
    contact_person=Personal("Iris Kok"),
    contact=Personal("iris@example.org"),
)
company = CompanyDataEstablished(
    matter="centre",
    on=MAR_3,
    basis=section("5.2.5"),
    kvk="12345678",
    legal_form="legal-person",
    liable=True,
    country="NL",
    address="Havenstraat 1, Rotterdam",
    representatives=Personal("J. Kok"),
)
rotterdam = LocationNamed(
    matter="centre",
    on=MAR_3,
    basis=section("3"),
    location=ROTTERDAM,
    name="Oefenterrein Rotterdam",
    address="Havenstraat 1, Rotterdam",
    country="NL",
)
geleen = rotterdam.model_copy(
    update={"location": GELEEN, "name": "Oefenterrein Geleen", "address": "Mijnweg 2, Geleen"}
)
responsible = ResponsibleNamed(
    matter="centre", on=MAR_3, basis=section("6.1.2"), account="r.kok", name=Personal("R. Kok")
)
employed_trainer: tuple[Fact, ...] = (
    TrainerRegistered(
        matter="trainer-1",
        on=MAR_3,
        basis=section("4.2"),
        person=UUID(int=41),
        name=Personal("T. Visser", UUID(int=41)),
        employed=True,
        account="t.visser",
    ),
    *(
        TrainerAssessed(
            matter="trainer-1",
            on=MAR_3,
            basis=section("4.2"),
            qualification=qualification,
            norms=(f"forerunners-{qualification}",),
            lacking=(),
        )
        for qualification in (GM, FL)
    ),
)
a_centre: tuple[Fact, ...] = (
    opened,
    company,
    rotterdam,
    geleen,
    responsible,
    *employed_trainer,
)


def asked_line(key: LineKey, **lacking: str) -> AskedLine:
    """A line with plan, material and facility, unless a reference is given as empty."""
    files = {"lesson_plan": "plan", "material": "slides", "facility": "photos", **lacking}
    return AskedLine(
        location=key.location, qualification=key.qualification, catalogue="handbook-4", **files
    )


submitted = ApplicationSubmitted(
    matter="application-1",
    on=MAR_3,
    basis=section("5.2.1"),
    first=True,
    contact_person_given=True,
    lines=(asked_line(AT_ROTTERDAM), asked_line(AT_GELEEN)),
    experience=Personal("six years of safety training"),
)
assigned = AssessorAssigned(
    matter="application-1", on=MAR_3, basis=section("5.2.2"), assessor="a.mulder"
)
complete = CompletenessAssessed(
    matter="application-1", on=APR_8, basis=section("5.2.2"), lacking=()
)
content = tuple(
    LineContentAssessed(
        matter="application-1",
        on=APR_8,
        basis=section("5.2.2"),
        location=key.location,
        qualification=key.qualification,
        matches=True,
        norms=(f"forerunners-{key.qualification}",),
        findings=Personal("plan, material and facility fit"),
    )
    for key in (AT_ROTTERDAM, AT_GELEEN)
)
organisation = OrganisationAssessed(
    matter="application-1",
    on=APR_8,
    basis=section("5.2.2"),
    meets=True,
    findings=Personal("ISO 9001 and internal audits"),
)
accepted = ApplicationAccepted(matter="application-1", on=APR_8, basis=section("5.2.2"))
an_accepted_application: tuple[Fact, ...] = (
    *a_centre,
    submitted,
    assigned,
    complete,
    *content,
    organisation,
    accepted,
)
planned = AuditPlanned(
    matter="audit-1",
    on=APR_8,
    basis=section("6.1.1"),
    kind="recognition",
    location=ROTTERDAM,
    planned_for=MAY_6,
    application="application-1",
)
scheduled = RecognitionAuditScheduled(
    matter="application-1", on=APR_8, basis=section("5.2.2"), audit="audit-1"
)
team = AuditTeamAppointed(
    matter="audit-1", on=APR_8, basis=section("6.1.1"), auditors=("a.mulder",)
)
agenda = AuditAgendaAgreed(
    matter="audit-1",
    on=APR_8,
    basis=section("6.1.2"),
    qualifications=(GM,),
    topics=(),
    agreed_with="r.kok",
)
audit_opened = AuditOpened(
    matter="audit-1",
    on=MAY_6,
    basis=section("6.1.3"),
    kind="recognition",
    safety_gone_through=True,
    agenda_feasible=True,
    reporting_explained=True,
)
an_open_audit: tuple[Fact, ...] = (
    *an_accepted_application,
    planned,
    scheduled,
    team,
    agenda,
    audit_opened,
)
shared = FindingsShared(matter="audit-1", on=MAY_6, basis=section("6.1.3"), findings=0)
finalised = ReportFinalised(
    matter="audit-1",
    on=MAY_16,
    basis=section("6.1.4"),
    summary=Personal("all norms met"),
    observations=1,
    persons=Personal("A. Mulder, R. Kok"),
)
report_sent = ReportSent(
    matter="audit-1", on=MAY_16, basis=section("6.1.4"), asks="acknowledgement", grades={}
)
acknowledged = ReceiptAcknowledged(matter="audit-1", on=MAY_16, basis=section("6.1.4"))
closed = AuditClosed(matter="audit-1", on=JUN_4, basis=section("6.1.5"))
the_other_audit: tuple[Fact, ...] = tuple(
    fact.model_copy(update={"matter": "audit-2", **other})
    for fact, other in (
        (planned, {"location": GELEEN}),
        (team, {}),
        (agenda, {"qualifications": (FL,)}),
        (audit_opened, {}),
        (shared, {}),
        (finalised, {}),
        (report_sent, {}),
        (acknowledged, {}),
        (closed, {}),
    )
)
"""The same in Geleen, for a recognition is of one location."""
a_closed_audit: tuple[Fact, ...] = (
    *an_open_audit,
    shared,
    finalised,
    report_sent,
    acknowledged,
    closed,
    scheduled.model_copy(update={"on": APR_8, "audit": "audit-2"}),
    *the_other_audit,
)
AUDIT_OF = {AT_ROTTERDAM: "audit-1", AT_GELEEN: "audit-2"}
positive = tuple(
    RecognitionAuditConcluded(
        matter="application-1",
        on=JUN_4,
        basis=section("5.2.3"),
        audit=AUDIT_OF[key],
        location=key.location,
        qualification=key.qualification,
        positive=True,
        reasons=Personal("all norms met"),
    )
    for key in (AT_ROTTERDAM, AT_GELEEN)
)


def granted(matter: str, key: LineKey) -> tuple[Fact, ...]:
    """A recognition of the first application, from 1 July, and its official notice."""
    return (
        RecognitionGranted(
            matter=matter,
            on=JUN_4,
            basis=section("5.2.4"),
            location=key.location,
            qualification=key.qualification,
            catalogue="handbook-4",
            application="application-1",
            audit=AUDIT_OF[key],
            norms=(f"forerunners-{key.qualification}",),
            effective=JUL_1,
        ),
        LineGranted(
            matter="application-1",
            on=JUN_4,
            basis=section("5.2.4"),
            location=key.location,
            qualification=key.qualification,
            line=matter,
        ),
        RecognitionNoticeSent(matter=matter, on=JUN_4, basis=section("5.2.4"), effective=JUL_1),
    )


two_granted: tuple[Fact, ...] = (
    *a_closed_audit,
    *positive,
    *granted("line-1", AT_ROTTERDAM),
    *granted("line-2", AT_GELEEN),
)
offered = AgreementOffered(
    matter="agreement-1",
    on=JUN_5,
    basis=section("5.2.5"),
    model="agreement-2025",
    first_day=JUL_1,
    last_day=YEAR_END,
    lines=(AT_ROTTERDAM, AT_GELEEN),
    kvk="12345678",
    price_list="prices-2025",
)
signed_by_centre = AgreementSigned(
    matter="agreement-1", on=JUN_16, basis=section("3.2"), by="centre"
)
signed_by_ssvv = AgreementSigned(matter="agreement-1", on=JUN_20, basis=section("3.2"), by="ssvv")
concluded = AgreementConcluded(
    matter="agreement-1", on=JUN_20, basis=section("3.2"), first_day=JUL_1, last_day=YEAR_END
)
took_effect = tuple(
    RecognitionTookEffect(
        matter=matter,
        on=JUN_20,
        basis=BY_AGREEMENT,
        agreement="agreement-1",
        first_day=JUL_1,
        last_day=YEAR_END,
    )
    for matter in ("line-1", "line-2")
)
published = tuple(
    RecognitionPublished(matter=matter, on=JUN_20, basis=section("5.2.5"))
    for matter in ("line-1", "line-2")
)
a_recognised_centre: tuple[Fact, ...] = (
    *two_granted,
    offered,
    signed_by_centre,
    signed_by_ssvv,
    concluded,
    *took_effect,
    *published,
)
"""Recognised from 1 July 2025 to 31 December 2026 for GM-1 in Rotterdam and FL-1 in Geleen."""
