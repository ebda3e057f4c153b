"""Real commands of an application, an agreement and a withdrawal, as they should be."""

from datetime import date
from typing import Any

from domain.fact import Fact
from domain.personal import Content, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.application import (
    ApplicationAccepted,
    AskedLine,
)
from domain.schemes.ssvv_sogp.record.centre import LineKey
from domain.schemes.ssvv_sogp.record.line import ImprovementSignalGiven
from domain.schemes.ssvv_sogp.section_3_2_contents import NamedLine
from domain.schemes.ssvv_sogp.section_5_2_1_application import LineAsked, SubmitApplication
from domain.schemes.ssvv_sogp.section_5_2_3_conclusion import ConcludeAudit
from domain.schemes.ssvv_sogp.section_5_2_4_grant import GrantRecognition
from domain.schemes.ssvv_sogp.section_5_2_5_agreement import OfferAgreement
from domain.schemes.ssvv_sogp.section_5_3_procedure import StartWithdrawal
from domain.schemes.ssvv_sogp.section_5_3_withdrawal import Withdraw
from tests.scenario import Scenario
from tests.schemes.ssvv_sogp.told import (
    AT_GELEEN,
    AT_ROTTERDAM,
    JUL_1,
    JUN_4,
    JUN_5,
    MAR_3,
    ROTTERDAM,
    VH,
    YEAR_END,
    a_recognised_centre,
    asked_line,
    given,
    submitted,
)

WHY: Personal[Content, str] = Personal("as the report says")
NOV_3, DEC_1 = date(2025, 11, 3), date(2025, 12, 1)
AT_NEW = LineKey(location=ROTTERDAM, qualification=VH)
JAN_12_26 = date(2026, 1, 12)


def line_asked(key: LineKey, **lacking: str | None) -> LineAsked:
    files: dict[str, Any] = {"lesson_plan": "plan", "material": "slides", "facility": "photos"}
    return LineAsked(
        location=key.location, qualification=key.qualification, **{**files, **lacking}
    )


def submit(*lines: LineAsked, extension: bool = False, on: date = MAR_3) -> SubmitApplication:
    return SubmitApplication(on=on, extension=extension, lines=lines)


def conclude(key: LineKey = AT_ROTTERDAM, **other: Any) -> ConcludeAudit:
    as_it_should_be = {
        "on": JUN_4,
        "application": "application-1",
        "audit": "audit-1",
        "location": key.location,
        "qualification": key.qualification,
        "positive": True,
        "reasons": WHY,
    }
    return ConcludeAudit(**{**as_it_should_be, **other})


def grant(key: LineKey = AT_ROTTERDAM, **other: Any) -> GrantRecognition:
    as_it_should_be = {
        "on": JUN_4,
        "application": "application-1",
        "location": key.location,
        "qualification": key.qualification,
        "effective": JUL_1,
    }
    return GrantRecognition(**{**as_it_should_be, **other})


def offer(**other: Any) -> OfferAgreement:
    as_it_should_be = {
        "on": JUN_5,
        "model": "agreement-2025",
        "first_day": JUL_1,
        "last_day": YEAR_END,
        "lines": (named(AT_ROTTERDAM), named(AT_GELEEN)),
        "price_list": "prices-2025",
    }
    return OfferAgreement(**{**as_it_should_be, **other})


def named(key: LineKey) -> NamedLine:
    return NamedLine(location=key.location, qualification=key.qualification)


def signal(line: str = "line-1", on: date = NOV_3) -> ImprovementSignalGiven:
    return ImprovementSignalGiven(
        matter=line,
        on=on,
        basis=section("5.3"),
        source="audit",
        reference="audit-3",
        to_improve=Personal("inspection of hoists"),
    )


def start(line: str = "line-1", on: date = NOV_3, **other: Any) -> StartWithdrawal:
    grounded = {"ground": "norms-not-met", "reference": "audit-3", **other}
    return StartWithdrawal(on=on, line=line, **grounded)


def withdraw(*lines: str, on: date = DEC_1, **other: Any) -> Withdraw:
    stated = {"first_day": on, "reasons": WHY, **other}
    return Withdraw(on=on, lines=lines or ("line-1",), **stated)


def an_extension(**lacking: str) -> tuple[Fact, ...]:
    """A recognised centre that asks for forklift trucks in Rotterdam too."""
    line: AskedLine = asked_line(AT_NEW, **lacking)
    again = {"matter": "application-2", "on": JAN_12_26, "first": False, "lines": (line,)}
    return (*a_recognised_centre, submitted.model_copy(update=again))


def an_accepted_extension() -> Scenario:
    accepted = ApplicationAccepted(matter="application-2", on=JAN_12_26, basis=section("5.2.2"))
    return given(*an_extension(), accepted)
