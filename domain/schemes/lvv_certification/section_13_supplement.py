"""13. Pre-check (Vooronderzoek): two weeks to supplement the file

- Who was told in writing that the file is not complete or usable gets two weeks to supplement it.

The text names no consequence; 25 presupposes a rejection for the term that the applicant overran,
against which no objection is open. The certification body gives it, never the clerk.
"""

from domain.case import Command, Facts, Law, Situation, action
from domain.days import Day, Span, TimeToAct
from domain.law import InTime, Place, Refused, require, weigh
from domain.schemes.lvv_certification.act import IN_FORCE, section
from domain.schemes.lvv_certification.record.application import (
    Application,
    ApplicationWithdrawn,
    DocumentUploaded,
    FoundIncomplete,
    RejectedForTermOverrun,
    Supplemented,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import BODY, PERSON
from domain.schemes.lvv_certification.section_16_lock_out import R_39
from domain.schemes.lvv_certification.standing import application_that
from domain.terms import Term, its_day

AT_13 = section(13)
FROM_SENDING = AT_13.read("D-1: two weeks from the day the notice was sent")
AGAIN_TOO = AT_13.read(
    "D-2, D-3: 12 to 14 hold for recertification too; what its file lacks is supplemented"
)
OVERRUN = AT_13.read("C-T03: no consequence is named here; 25 presupposes this rejection")
TO_SUPPLEMENT = InTime({IN_FORCE: TimeToAct(span=Span(weeks=2), place=FROM_SENDING, moves=True)})


def under_13(application: Application) -> Place:
    """The pre-check of a first file is in the text; that of a later one is a reading."""
    return AGAIN_TOO if application.recertification else AT_13


class SupplementDossier(Command):
    """Say that the file is supplemented with what was lacking."""

    name = "supplement-dossier"


class RejectForTermOverrun(Command):
    """Reject the application because the applicant overran a term."""

    name = "reject-for-term-overrun"


def to_be_supplemented(at: Situation[PersonFile]) -> Application:
    """The application whose file waits to be supplemented."""
    return application_that(at, AT_13, "awaiting-supplement")


def overrunning(at: Situation[PersonFile]) -> Application:
    """The application that came too late, or whose file waits to be supplemented."""
    return application_that(at, OVERRUN, "too-late", "awaiting-supplement")


@action(SupplementDossier, by=PERSON, place=AT_13, when=to_be_supplemented)
def supplement_dossier(asked: SupplementDossier, at: Situation[PersonFile]) -> Facts:
    """Say, within the two weeks, that the file is supplemented."""
    application = to_be_supplemented(at)
    by = application.supplement_by
    in_time = by is not None and asked.on <= by
    require(C_T03, in_time, f"the file could be supplemented until {by}", supplement_by=by)
    latest = [r.fact for r in at.case.trail if r.fact.matter == application.matter][-1]
    if not isinstance(latest, DocumentUploaded):
        raise Refused("hand in what was lacking first", AT_13)
    return Supplemented(matter=application.matter, on=asked.on, basis=under_13(application))


@action(RejectForTermOverrun, by=BODY, place=OVERRUN, when=overrunning)
def reject_for_term_overrun(asked: RejectForTermOverrun, at: Situation[PersonFile]) -> Facts:
    """Reject the application because the applicant overran a term; no objection is open."""
    application = overrunning(at)
    if application.standing == "too-late":
        weigh(R_39, False, applied_on=application.reference_date)
        return RejectedForTermOverrun(matter=application.matter, on=asked.on, basis=R_39.place)
    by = application.supplement_by
    overrun = by is not None and asked.on > by
    require(C_T03, overrun, f"the applicant has until {by} to supplement", supplement_by=by)
    return RejectedForTermOverrun(matter=application.matter, on=asked.on, basis=OVERRUN)


def _two_weeks(_: FoundIncomplete, law: Law) -> TimeToAct:
    return TO_SUPPLEMENT.of(law.edition)


def _sent(fact: FoundIncomplete) -> Day:
    return fact.sent_on


C_T03 = Term(
    id="C-T03",
    name="the file is supplemented",
    place=FROM_SENDING,
    for_whom="person",
    length=_two_weeks,
    opened_by={FoundIncomplete: _sent},
    met_by={Supplemented: its_day, RejectedForTermOverrun: its_day},
    ended_by={ApplicationWithdrawn: its_day},
    when_passed="the certification body may reject for the overrun term; no objection is open",
)
