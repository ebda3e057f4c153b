"""12-13. Assessment in two phases (Beoordeling), and the pre-check (Vooronderzoek)

- Assessment has two phases: the pre-check and the substantive review.
- The pre-check looks first whether the file is complete and what is in it usable.
- When it is not, the applicant is told so in writing and gets time to supplement it.

Both hold for recertification too (D-2, D-3). The time to supplement: section_13_supplement.py.
"""

from domain.case import Command, Facts, Law, Situation, action
from domain.law import Refused
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.application import (
    Application,
    DossierAccepted,
    FoundIncomplete,
    PreCheckStarted,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import BODY
from domain.schemes.lvv_certification.section_11_documents import Lack, in_pre_check
from domain.schemes.lvv_certification.section_11_file import first_file_lacks
from domain.schemes.lvv_certification.section_13_supplement import TO_SUPPLEMENT, under_13
from domain.schemes.lvv_certification.section_16_renewal_file import renewal_file_lacks
from domain.schemes.lvv_certification.standing import application_that

AT_13 = section(13)


class StartPreCheck(Command):
    """Start the pre-check of a file whose assessment was asked for."""

    name = "start-pre-check"


class FindIncomplete(Command):
    """Tell the applicant in writing, on this day, what the file lacks."""

    name = "find-incomplete"


class AcceptDossier(Command):
    """Accept the file as complete and usable; the substantive review follows."""

    name = "accept-dossier"


def requested(at: Situation[PersonFile]) -> Application:
    """The application whose assessment was asked for."""
    return application_that(at, AT_13, "requested")


@action(StartPreCheck, by=BODY, place=AT_13, when=requested)
def start_pre_check(asked: StartPreCheck, at: Situation[PersonFile]) -> Facts:
    """Start the pre-check of a file whose assessment was asked for."""
    application = requested(at)
    return PreCheckStarted(matter=application.matter, on=asked.on, basis=under_13(application))


@action(FindIncomplete, by=BODY, place=AT_13, when=in_pre_check)
def find_incomplete(asked: FindIncomplete, at: Situation[PersonFile]) -> Facts:
    """Tell the applicant in writing what the file lacks; two weeks to supplement it."""
    application = in_pre_check(at)
    if unjudged := [d.number for d in application.documents if d.usable is None]:
        raise Refused(f"document {unjudged[0]} is judged first", AT_13)
    lacking = lacks(application, at.file, at.law)
    if not lacking:
        raise Refused("the file is complete and usable; accept it", AT_13)
    return FoundIncomplete(
        matter=application.matter,
        on=asked.on,
        basis=under_13(application),
        lacking=tuple(lack.what for lack in lacking),
        sent_on=asked.on,
        supplement_by=TO_SUPPLEMENT.of(at.law.edition).due(asked.on, at.law.calendar),
    )


@action(AcceptDossier, by=BODY, place=AT_13, when=in_pre_check)
def accept_dossier(asked: AcceptDossier, at: Situation[PersonFile]) -> Facts:
    """Accept the file: complete, each needed document usable and young enough."""
    application = in_pre_check(at)
    if lacking := lacks(application, at.file, at.law):
        first, told = lacking[0].rule, "; ".join(lack.what for lack in lacking)
        raise Refused(f"the file lacks: {told}", first.place, first.id)
    return DossierAccepted(matter=application.matter, on=asked.on, basis=under_13(application))


def lacks(application: Application, file: PersonFile, law: Law) -> tuple[Lack, ...]:
    """Everything that the file of an application lacks, or holds and can't be used."""
    of_file = renewal_file_lacks if application.recertification else first_file_lacks
    return of_file(application, file, law)
