"""11. The file (Vullen van het beoordelingsdossier): what every document must be like

- Each document is a pdf file of its own, no combined documents.
- It can be read without turning the screen; it is legible; it is in Dutch or English.

Section 16 asks the same of the file for recertification. What must be in a file:
section_11_file.py and section_16_renewal_file.py.
"""

from typing import Literal

from domain.case import Command, Facts, Situation, action
from domain.law import Place, Refused, Rule, Value, weigh
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.application import (
    Application,
    Document,
    DocumentJudged,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import BODY
from domain.schemes.lvv_certification.standing import application_that
from domain.words import Code

AT_11, AT_13, AT_16 = section(11), section(13), section(16)
LANGUAGES = ("nl", "en")

Kind = Literal[
    "vog",
    "exam-diploma",
    "basic-course",
    "equivalent",
    "arbo-psa-course",
    "membership",
    "course-proof",
    "intervision-proof",
    "extra-activity-statement",
]

R_03 = Rule(
    id="R-03",
    place=AT_11,
    says="each document a pdf of its own, upright, legible, in Dutch or English",
)


class Lack(Value):
    """What a file lacks, in our own words without a name in it, and the rule that asks for it."""

    what: str
    rule: Rule


class JudgeDocument(Command):
    """Judge one document; ``language`` is a code of ISO 639-1.

    ``in_force`` is whether what it shows still holds, such as a membership with its number.
    """

    name = "judge-document"
    document: int
    separate_pdf: bool
    upright: bool
    legible: bool
    language: Code
    in_force: bool = True


def of_the_file(application: Application) -> Place:
    """Where the text asks this file of the applicant: 11, or 16 for recertification."""
    return AT_16 if application.recertification else AT_11


def in_pre_check(at: Situation[PersonFile]) -> Application:
    """The application whose file is in the pre-check."""
    return application_that(at, AT_13, "pre-check")


@action(JudgeDocument, by=BODY, place=AT_11, when=in_pre_check)
def judge_document(asked: JudgeDocument, at: Situation[PersonFile]) -> Facts:
    """Judge whether a document can be used."""
    application = in_pre_check(at)
    if application.document(asked.document) is None:
        number = len(application.documents)
        why = f"there is no document {asked.document}; {number} were handed in"
        raise Refused(why, of_the_file(application))
    defects = _defects(asked)
    rule = R_03.model_copy(update={"place": of_the_file(application)})
    can_be_read = not set(defects) - {NOT_IN_FORCE}
    weigh(rule, can_be_read, document=asked.document, language=asked.language)
    return DocumentJudged(
        matter=application.matter,
        on=asked.on,
        basis=of_the_file(application),
        document=asked.document,
        usable=not defects,
        defects=defects,
    )


NOT_IN_FORCE = "not in force"


def _defects(asked: JudgeDocument) -> tuple[str, ...]:
    is_so = {
        "not a pdf of its own": asked.separate_pdf,
        "not upright": asked.upright,
        "not legible": asked.legible,
        "not in Dutch or English": asked.language in LANGUAGES,
        NOT_IN_FORCE: asked.in_force,
    }
    return tuple(defect for defect, good in is_so.items() if not good)


def handed_in(application: Application, kind: str) -> Document | None:
    """The document of a kind that counts: the last one found usable, or else the last one."""
    of_kind = [one for one in application.documents if one.uploaded.kind == kind]
    usable = [one for one in of_kind if one.usable]
    return next(reversed(usable or of_kind), None)


def document_lacks(application: Application, kind: str, rule: Rule) -> Lack | None:
    """What is lacking of the document of a kind: the document itself, a judgement, its use."""
    one = handed_in(application, kind)
    if weigh(rule, one is not None and one.usable is True, document=kind):
        return None
    if one is None:
        return Lack(what=kind, rule=rule)
    why = "not judged yet" if one.usable is None else ", ".join(one.defects)
    return Lack(what=f"{kind}: {why}", rule=rule)
