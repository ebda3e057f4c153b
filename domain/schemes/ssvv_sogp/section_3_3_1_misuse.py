"""3.3.1 Misuse of the logo (Misbruik van het SOG-P logo)

- Misuse is: using the logo and thereby suggesting that SSVV's requirements for its SOG-P
  qualifications are met; and wrongly or misleadingly suggesting a SOG-P qualification, by
  institutions or persons with valid qualifications of another kind.
- Misuse, by organisations or persons, may lead to measures. SSVV takes the measures needed to make
  it stop, and holds who is responsible liable for its consequences.
"""

from uuid import UUID

from domain.case import Command, Facts, Situation, action
from domain.days import Day
from domain.law import Refused, Rule, weigh
from domain.personal import Content, Identity, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.logo import (
    Form,
    LiabilityNoticeSent,
    MeasureTaken,
    Misuse,
    MisuseClosed,
    MisuseDismissed,
    MisuseEstablished,
    MisuseReported,
    MisuseStopped,
)
from domain.schemes.ssvv_sogp.record.own_file import OwnFile
from domain.schemes.ssvv_sogp.roles import ANYONE, SSVV
from domain.words import Code, Line, Prose

AT_3_3_1 = section("3.3.1")

R_40 = Rule(
    id="R-40",
    place=AT_3_3_1,
    says="nobody suggests by the logo that requirements are met, or a SOG-P qualification that "
    "rests on other ones",
)


class ReportMisuse(Command):
    """Report that the logo, or the name of a qualification, is misused by somebody."""

    name = "report-misuse"
    party: UUID
    full_name: Personal[Identity, Line]
    is_a_person: bool
    seen_on: Day
    what: Personal[Content, Prose]


class EstablishMisuse(Command):
    """Establish that it is misuse, and in which of the two forms."""

    name = "establish-misuse"
    misuse: Code
    form: Form
    findings: Personal[Content, Prose]


class DismissMisuse(Command):
    """Find that it is no misuse, with reasons."""

    name = "dismiss-misuse"
    misuse: Code
    reasons: Personal[Content, Prose]


class TakeMeasure(Command):
    """Take a measure to make the misuse stop."""

    name = "take-measure"
    misuse: Code
    measure: Personal[Content, Prose]


class HoldLiable(Command):
    """Hold who is responsible liable for the consequences."""

    name = "hold-liable"
    misuse: Code


class RecordMisuseStopped(Command):
    """Record that the misuse stopped."""

    name = "record-misuse-stopped"
    misuse: Code


class CloseMisuse(Command):
    """Close the case about a misuse that stopped."""

    name = "close-misuse"
    misuse: Code


def misuse_that(at: Situation[OwnFile], matter: str, *stands: str) -> Misuse:
    """The misuse of this name, which stands so, out of these."""
    now = at.file.misuses.get(matter)
    if now is None or now.standing not in stands:
        found = [m for m, one in at.file.misuses.items() if one.standing in stands]
        named = ", ".join(found) or "there is none"
        raise Refused(f"{matter} does not stand {' or '.join(stands)}; give: {named}", AT_3_3_1)
    return now


@action(ReportMisuse, by=ANYONE, place=AT_3_3_1)
def report_misuse(asked: ReportMisuse, at: Situation[OwnFile]) -> Facts:
    """Report misuse by an organisation or a person, a recognised centre or not."""
    if asked.seen_on > asked.on:
        raise Refused(f"give the day on which it was seen, up to {asked.on}", AT_3_3_1)
    return MisuseReported(
        matter=at.file.next_matter("misuse"),
        on=asked.on,
        basis=AT_3_3_1,
        party=asked.party,
        name=asked.full_name.about(asked.party),
        is_a_person=asked.is_a_person,
        seen_on=asked.seen_on,
        what=asked.what.about(asked.party),
    )


@action(EstablishMisuse, by=SSVV, place=AT_3_3_1)
def establish_misuse(asked: EstablishMisuse, at: Situation[OwnFile]) -> Facts:
    """Establish that it is misuse, and in which of the two forms."""
    now = misuse_that(at, asked.misuse, "reported")
    weigh(R_40, False, form=asked.form)
    return MisuseEstablished(
        matter=now.matter,
        on=asked.on,
        basis=AT_3_3_1,
        form=asked.form,
        findings=asked.findings.about(now.party),
    )


@action(DismissMisuse, by=SSVV, place=AT_3_3_1)
def dismiss_misuse(asked: DismissMisuse, at: Situation[OwnFile]) -> Facts:
    """Find that it is no misuse, as when it was used with consent."""
    now = misuse_that(at, asked.misuse, "reported")
    weigh(R_40, True)
    return MisuseDismissed(
        matter=now.matter, on=asked.on, basis=AT_3_3_1, reasons=asked.reasons.about(now.party)
    )


@action(TakeMeasure, by=SSVV, place=AT_3_3_1)
def take_measure(asked: TakeMeasure, at: Situation[OwnFile]) -> Facts:
    """Take a measure to make the misuse stop; more than one may be needed."""
    now = misuse_that(at, asked.misuse, "established", "measure-running")
    return MeasureTaken(
        matter=now.matter, on=asked.on, basis=AT_3_3_1, measure=asked.measure.about(now.party)
    )


@action(HoldLiable, by=SSVV, place=AT_3_3_1)
def hold_liable(asked: HoldLiable, at: Situation[OwnFile]) -> Facts:
    """Hold who is responsible liable for the consequences."""
    now = misuse_that(at, asked.misuse, "measure-running")
    if now.held_liable_on is not None:
        raise Refused(f"who is responsible was held liable on {now.held_liable_on}", AT_3_3_1)
    return LiabilityNoticeSent(matter=now.matter, on=asked.on, basis=AT_3_3_1)


@action(RecordMisuseStopped, by=SSVV, place=AT_3_3_1)
def record_misuse_stopped(asked: RecordMisuseStopped, at: Situation[OwnFile]) -> Facts:
    """Record that the misuse stopped."""
    now = misuse_that(at, asked.misuse, "measure-running")
    return MisuseStopped(matter=now.matter, on=asked.on, basis=AT_3_3_1)


@action(CloseMisuse, by=SSVV, place=AT_3_3_1)
def close_misuse(asked: CloseMisuse, at: Situation[OwnFile]) -> Facts:
    """Close the case about a misuse that stopped."""
    now = misuse_that(at, asked.misuse, "stopped")
    return MisuseClosed(matter=now.matter, on=asked.on, basis=AT_3_3_1)
