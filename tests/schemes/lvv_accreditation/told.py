"""Facts that many of these scenarios start from. The dates are those of the worked examples."""

from datetime import date

from domain.case import Law
from domain.fact import Fact
from domain.personal import Content, Evidence, Personal
from domain.schemes import all_schemes
from domain.schemes.lvv_accreditation.act import EDITION, annex, article
from domain.schemes.lvv_accreditation.article_03_documents import REQUIRED
from domain.schemes.lvv_accreditation.record.accreditation import (
    AccreditationGranted,
    AccreditationRenewed,
    CertificateIssued,
)
from domain.schemes.lvv_accreditation.record.application import (
    AdviceGiven,
    AdviceReceived,
    ApplicationForwarded,
    ApplicationGranted,
    ApplicationSubmitted,
    FeeInvoiced,
    FeePaid,
    FileOpened,
    RenewalAnnounced,
)
from domain.schemes.lvv_accreditation.record.check import (
    CheckAnnounced,
    CheckReported,
    CheckStarted,
)
from domain.schemes.lvv_accreditation.record.investigation import (
    AssessmentRecorded,
    Capacity,
    DocumentsDelivered,
)
from domain.schemes.lvv_accreditation.record.offer import Offer, Teacher
from domain.schemes.lvv_accreditation.record.own_file import (
    CHANGES,
    CONDITIONS,
    FEES,
    FORMS,
    SchemeChange,
)
from tests.scenario import Given, Scenario

SCHEME = all_schemes()["lvv-accreditation"]
PROVIDER, OFFICE = "provider:academy", "lvv-office:j.smit"
BOARD, HOBEON = "lvv-board:a.jansen", "hobeon:h.mulder"
AUDITOR, EXPERT = "quality-auditor:q.bos", "content-expert:e.vos"
CLERK = "clerk:clerk"
WHY: Personal[Content, str] = Personal("as the letter says")
PROOF: Personal[Evidence, str] = Personal("annexed")

CHANGE = SchemeChange(
    matter="change-1",
    adopted_on=date(2026, 8, 31),
    edition="lvv-accreditation@2027",
    binds_from=date(2027, 3, 1),
)
LAW = Law(
    edition=EDITION,
    settings={
        FORMS: ("form-2026",),
        FEES: {2026: 95_000},
        CHANGES: {"change-1": CHANGE},
        CONDITIONS: ("conditions-1",),
    },
)
given = Scenario(SCHEME, "training", law=LAW).given
given_plainly = Scenario(SCHEME, "training").given
given_scheme = Scenario(SCHEME, "scheme").given

TEACHER = Teacher(teacher="teacher-1", hbo_level=True, experience="cv", sees_the_role=True)
OFFER = Offer(
    form="on-site",
    live=True,
    actuality=False,
    depth=True,
    areas=(2,),
    open_to_everyone=True,
    description_of_half_a_page=True,
    items=REQUIRED,
    half_days=(180, 180),
    homework_minutes=120,
    points=6,
    fewest_participants=6,
    most_participants=14,
    workload_minutes=480,
    attendance_list=True,
    attendance_protocol=True,
    teachers=(TEACHER,),
)


def offer(**otherwise: object) -> Offer:
    """The training as described, with something described otherwise."""
    return Offer.model_validate({**OFFER.model_dump(), **otherwise})


opened = FileOpened(
    matter="file",
    on=date(2026, 1, 5),
    basis=article(3)(1),
    title="Dealing with a whistleblower",
    provider=Personal("Academy for Confidential Advice BV"),
)
submitted = ApplicationSubmitted(
    matter="application-1",
    on=date(2026, 1, 7),
    basis=article(3)(2),
    form="form-2026",
    regulations_accepted=True,
)
invoiced = FeeInvoiced(
    matter="application-1", on=date(2026, 1, 7), basis=article(3)(2), cents=95_000, year=2026
)
paid = FeePaid(matter="application-1", on=date(2026, 1, 9), basis=article(3)(2))
forwarded = ApplicationForwarded(matter="application-1", on=date(2026, 1, 12), basis=article(4)(1))
WITH_HOBEON: tuple[Given, ...] = (
    (opened, PROVIDER),
    (submitted, PROVIDER),
    (invoiced, OFFICE),
    (paid, OFFICE),
    (forwarded, BOARD),
)


def delivered(
    described: Offer = OFFER, on: date = date(2026, 1, 20), matter: str = "application-1"
) -> tuple[Fact, str]:
    fact = DocumentsDelivered(matter=matter, on=on, basis=article(4)(2), offer=described)
    return fact, PROVIDER


def assessed(
    capacity: Capacity, by: str, on: date = date(2026, 2, 2), matter: str = "application-1"
) -> tuple[Fact, str]:
    fact = AssessmentRecorded(
        matter=matter, on=on, basis=article(10), capacity=capacity, meets=True, findings=WHY
    )
    return fact, by


ASSESSED: tuple[Given, ...] = (
    *WITH_HOBEON,
    delivered(),
    assessed("quality", AUDITOR),
    assessed("content", EXPERT),
)


def advised(positive: bool = True) -> AdviceGiven:
    return AdviceGiven(
        matter="application-1",
        on=date(2026, 2, 9),
        basis=article(4)(1),
        positive=positive,
        report=WHY,
    )


received = AdviceReceived(matter="application-1", on=date(2026, 2, 11), basis=article(4)(1))
TO_BE_DECIDED: tuple[Given, ...] = (*ASSESSED, (advised(), HOBEON), (received, BOARD))
ADVISED_AGAINST: tuple[Given, ...] = (*ASSESSED, (advised(False), HOBEON), (received, BOARD))

MAR_4, END = date(2026, 3, 4), date(2030, 3, 3)
application_granted = ApplicationGranted(
    matter="application-1", on=MAR_4, basis=article(5)(1), accreditation="accreditation-1"
)
granted = AccreditationGranted(
    matter="accreditation-1",
    on=MAR_4,
    basis=article(5)(1),
    application="application-1",
    until=END,
)
issued = CertificateIssued(
    matter="accreditation-1",
    on=date(2026, 3, 6),
    basis=article(5)(1),
    certificate="LVV-BNS-2026-0041",
    title="Dealing with a whistleblower",
    points=6,
)
ACCREDITED: tuple[Given, ...] = (
    *TO_BE_DECIDED,
    (application_granted, BOARD),
    (granted, BOARD),
    (issued, BOARD),
)

FEB_1, AFTER, END_AGAIN = date(2030, 2, 1), date(2030, 3, 4), date(2034, 3, 3)
renewal_announced = RenewalAnnounced(
    matter="renewal-1",
    on=date(2029, 11, 3),
    basis=article(6)(2),
    accreditation="accreditation-1",
    until=END,
)
renewed = AccreditationRenewed(
    matter="accreditation-1",
    on=FEB_1,
    basis=article(6)(1),
    renewal="renewal-1",
    first_day=AFTER,
    until=END_AGAIN,
)
issued_again = issued.model_copy(
    update={"on": FEB_1, "certificate": "LVV-BNS-2030-0007", "points": 3}
)


def renewed_with(described: Offer) -> tuple[Given, ...]:
    """A renewal on this description, decided a month before the old period ends."""
    renewal_granted = application_granted.model_copy(update={"matter": "renewal-1", "on": FEB_1})
    return (
        *ACCREDITED,
        (renewal_announced, HOBEON),
        delivered(described, on=date(2029, 11, 20), matter="renewal-1"),
        (renewal_granted, BOARD),
        (renewed, BOARD),
    )


RENEWED: tuple[Given, ...] = (
    *renewed_with(offer(form="hybrid", half_days=(180,), points=3)),
    (issued_again, BOARD),
)

announced = CheckAnnounced(
    matter="check-1",
    on=date(2028, 4, 29),
    basis=article(7)(5),
    starts_on=date(2028, 6, 29),
)
begun = CheckStarted(matter="check-1", on=date(2028, 6, 29), basis=article(7)(5))
IN_CHECK: tuple[Given, ...] = (*ACCREDITED, (announced, HOBEON), (begun, HOBEON))


def reported(advice: str | None) -> tuple[Fact, str]:
    fact = CheckReported.model_validate(
        {
            "matter": "check-1",
            "on": date(2028, 8, 1),
            "basis": article(7)(6),
            "advice": advice,
            "report": WHY,
        }
    )
    return fact, HOBEON


AN_7 = annex(7)
