"""An.1. Obligations of applicant and holder (Verplichtingen Keurmerkaanvrager en -houder)

- (a) Gives the certifying body all information, asked for or not. (b) Keeps the criteria, and
  reports deviations at once. (c) Uses the mark so that its scope is not misunderstood.
- (d) Ends the use of the mark when it ran out or the right was withdrawn, by the board or by
  binding advice of the disputes committee. (e) Cooperates with checks without reserve.
- (f) Indemnifies LVV. (g) Makes no report of an investigation or check public, unless with prior
  consent in writing of the certifying body. (h) Cooperates in settling disputes ("article 9",
  which is An.8).

An applicant undertakes all of it with the application (R-38); (c) is in annex_clause_2_mark.py.
"""

from domain.case import Command, Facts, Situation, action
from domain.law import Refused, Rule, require
from domain.schemes.lvv_accreditation.act import annex
from domain.schemes.lvv_accreditation.record.accreditation import Accreditation, MarkUseStopped
from domain.schemes.lvv_accreditation.record.compliance import (
    DisclosureConsented,
    ReportDisclosed,
)
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import HOBEON, PROVIDER
from domain.words import Code

AN_1 = annex(1)
R_36 = Rule(
    id="R-36",
    place=AN_1,
    says="no report made public without consent, no misleading scope, use ends with the right",
)


class ConsentToDisclosure(Command):
    """Consent in writing to the holder making a report public, by the matter it is about."""

    name = "consent-to-disclosure"
    report: Code


class DiscloseReport(Command):
    """Record that the provider makes a report public."""

    name = "disclose-report"
    report: Code


class StopMarkUse(Command):
    """Record that the holder ended the use of the mark."""

    name = "stop-mark-use"


def reports(at: Situation[TrainingFile]) -> list[str]:
    """The matters on which Hobéon has reported. Refused when there are none."""
    file = at.file
    found = [m for m, one in file.applications.items() if one.positive is not None]
    found += [m for m, one in file.checks.items() if one.standing in ("reported", "closed")]
    if not found:
        raise Refused("no report of an investigation or check is on file", AN_1("g"))
    return found


def _the_report(at: Situation[TrainingFile], matter: str) -> str:
    found = reports(at)
    if matter not in found:
        raise Refused(f"{matter} has no report; give one of {', '.join(found)}", AN_1("g"))
    return matter


@action(ConsentToDisclosure, by=HOBEON, place=AN_1("g"), when=reports)
def consent_to_disclosure(asked: ConsentToDisclosure, at: Situation[TrainingFile]) -> Facts:
    """Consent, beforehand and in writing, to making a report public."""
    report = _the_report(at, asked.report)
    return DisclosureConsented(matter="disclosure", on=asked.on, basis=AN_1("g"), report=report)


@action(DiscloseReport, by=PROVIDER, place=AN_1("g"), when=reports)
def disclose_report(asked: DiscloseReport, at: Situation[TrainingFile]) -> Facts:
    """Record that the provider makes a report public, with the consent that was given."""
    report = _the_report(at, asked.report)
    consented = report in at.file.may_be_disclosed
    require(
        R_36.model_copy(update={"place": AN_1("g")}),
        consented,
        f"Hobéon has not consented to making the report of {report} public; ask it first",
        consented=consented,
    )
    return ReportDisclosed(matter="disclosure", on=asked.on, basis=AN_1("g"), report=report)


def ended(at: Situation[TrainingFile]) -> Accreditation:
    """The accreditation that ended, of which the use of the mark is not known to have."""
    now = at.file.accreditation
    if now is None or now.held_on(at.on):
        raise Refused("no accreditation has ended", AN_1("d"))
    if now.mark_use_stopped_on is not None:
        raise Refused(f"the use of the mark ended on {now.mark_use_stopped_on}", AN_1("d"))
    return now


@action(StopMarkUse, by=PROVIDER, place=AN_1("d"), when=ended)
def stop_mark_use(asked: StopMarkUse, at: Situation[TrainingFile]) -> Facts:
    """Record that the holder ended the use of the mark, as he must."""
    return MarkUseStopped(matter=ended(at).matter, on=asked.on, basis=AN_1("d"))
