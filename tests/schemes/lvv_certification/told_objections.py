"""Facts and accounts that the scenarios of 25 and 26 start from."""

from dataclasses import replace
from datetime import date

from domain.personal import Content, Personal
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.application import (
    AgreementSubmitted,
    ApplicationRejected,
    AssessmentRecorded,
    AssessmentRequested,
    DecisionSent,
    DossierAccepted,
    PreCheckStarted,
    RejectedForTermOverrun,
)
from domain.schemes.lvv_certification.record.certificate import (
    RegisterStatusChanged,
    SuspensionNotified,
    WithdrawalNotified,
)
from domain.schemes.lvv_certification.section_25_handling import (
    AssignObjectionHandler,
    DecideObjection,
    SendObjectionDecision,
)
from domain.schemes.lvv_certification.section_25_objection import FileObjection
from domain.schemes.lvv_certification.section_26_answers import (
    ProvideCaseData,
    SubmitView,
)
from domain.schemes.lvv_certification.section_26_appeal import SendAppeal
from domain.schemes.lvv_certification.section_26_investigation import (
    RequestCaseData,
)
from domain.schemes.lvv_certification.section_26_opinion import DecideAppeal
from tests.scenario import Scenario
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import BODY, PERSON, given, granted, opened, suspended

ASSESSOR, GRANTER = "certification-body:a.vos", "certification-body:g.jansen"
OTHER, THIRD = "certification-body:h.visser", "certification-body:k.dekker"
BOARD, SECRETARIAT = "lvv-board:b.meijer", "lvv-secretariat:s.kok"
INTERESTED = "interested-party:employer"
WHY: Personal[Content, str] = Personal("nobody asked me to supplement anything")
APPLICATION = "application-1"

notified = SuspensionNotified(matter="certificate-1", on=date(2026, 5, 15), basis=section(27))
in_register = RegisterStatusChanged(
    matter="certificate-1",
    on=date(2026, 5, 15),
    basis=section(29)("c"),
    status="suspended",
    first_day=date(2026, 5, 15),
    day=date(2026, 11, 14),
)
on_hold = given(
    opened, (granted, GRANTER), (suspended, BODY), (notified, BODY), (in_register, BODY)
)
"""A certificate that was suspended by the fact with version 3, and that was made known."""
SUSPENSION = 3

applied = given(
    opened,
    (
        AgreementSubmitted(
            matter=APPLICATION, on=date(2026, 3, 2), basis=section(9), recertification=False
        ),
        PERSON,
    ),
    (AssessmentRequested(matter=APPLICATION, on=date(2026, 3, 2), basis=section(11)), PERSON),
    (PreCheckStarted(matter=APPLICATION, on=date(2026, 3, 9), basis=section(12)), THIRD),
)
_assessed = applied.given(
    (DossierAccepted(matter=APPLICATION, on=date(2026, 3, 30), basis=section(13)), THIRD),
    (
        AssessmentRecorded(
            matter=APPLICATION,
            on=date(2026, 4, 13),
            basis=section(14),
            meets=False,
            findings=Personal("the hours of intervision were not shown"),
        ),
        ASSESSOR,
    ),
)
turned_down = _assessed.given(
    (
        ApplicationRejected(
            matter=APPLICATION, on=date(2026, 4, 15), basis=section(14), explanation=WHY
        ),
        BODY,
    ),
    (
        DecisionSent(
            matter=APPLICATION,
            on=date(2026, 4, 16),
            basis=section(14),
            decision=7,
            objection_open=True,
        ),
        BODY,
    ),
)
"""An application that was rejected by the fact with version 7, and sent."""
REJECTION = 7
overran = applied.given(
    (
        RejectedForTermOverrun(matter=APPLICATION, on=date(2026, 4, 15), basis=section(13)),
        BODY,
    ),
    (
        DecisionSent(matter=APPLICATION, on=date(2026, 4, 15), basis=section(14), decision=5),
        BODY,
    ),
)
"""An application that was rejected by the fact with version 5, for an overrun term."""
OVERRUN = 5


def sent_with(told: Scenario, weeks: int) -> Scenario:
    """The same, every letter on a decision sent while the term to object was so many weeks."""
    sent = (DecisionSent, SuspensionNotified, WithdrawalNotified)
    history = tuple(
        replace(record, fact=record.fact.model_copy(update={"weeks_to_object": weeks}))
        if isinstance(record.fact, sent)
        else record
        for record in told.history
    )
    return replace(told, history=history)


def object_to(decision: int, on: date = date(2026, 5, 20)) -> FileObjection:
    return FileObjection(on=on, decision=decision, grounds=WHY)


def assign(handler: str, on: date = date(2026, 5, 21)) -> AssignObjectionHandler:
    account = handler.partition(":")[2]
    return AssignObjectionHandler(on=on, objection="objection-1", handler=account)


def decide(outcome: str, on: date = date(2026, 6, 1)) -> DecideObjection:
    return DecideObjection.model_validate(
        {"on": on, "objection": "objection-1", "outcome": outcome, "reasons": WHY}
    )


def objected(told: Scenario, decision: int, outcome: str) -> Scenario:
    """Objected to by the person, and decided on by somebody independent on 1 June 2026."""
    told = asked(told, PERSON, object_to(decision))
    return asked(told, OTHER, assign(OTHER), decide(outcome))


def told_of_it(told: Scenario, decision: int, outcome: str) -> Scenario:
    """The same, and sent on Tuesday 2 June 2026."""
    sent = SendObjectionDecision(on=date(2026, 6, 2), objection="objection-1")
    return asked(objected(told, decision, outcome), OTHER, sent)


def appeal(
    sent_on: date = date(2026, 7, 10), *cites: str, on: date = date(2026, 7, 10)
) -> SendAppeal:
    return SendAppeal(
        on=max(on, sent_on), objection="objection-1", sent_on=sent_on, cites=cites, defects=WHY
    )


def investigated(told: Scenario) -> Scenario:
    """The board took up the appeal of 10 July; the body handed over its data, gave its view."""
    told = asked(told, PERSON, appeal(date(2026, 7, 10), "13"))
    told = asked(told, BOARD, RequestCaseData(on=date(2026, 7, 13), appeal="appeal-1"))
    return asked(
        told,
        OTHER,
        ProvideCaseData(on=date(2026, 7, 15), appeal="appeal-1"),
        SubmitView(on=date(2026, 7, 20), appeal="appeal-1", view=WHY),
    )


def opinion(upheld: bool, defect: str, *places: str) -> DecideAppeal:
    return DecideAppeal.model_validate(
        {
            "on": date(2026, 8, 10),
            "appeal": "appeal-1",
            "upheld": upheld,
            "defect": defect,
            "places": places,
            "opinion": WHY,
        }
    )
