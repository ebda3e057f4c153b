"""16. Recertification (Hercertificering): what a complete file holds

- (a) a VOG, screening profile 75, not older than one year; (b) copies of proofs of participation
  (BNS) given by the trainer; (c) copies of proofs of intervision given by the organiser, on the
  form of LVV; (e) copies of proofs of extra activities, on the form of the certification body
  (annex 4); (f) the certification agreement; (g) a valid membership of LVV (number).

The letters of the text skip (d). The diploma and the basic course are shown once (D-4). Whether
the hours suffice is weighed when the certificate is granted (22).
"""

from collections.abc import Callable

from domain.case import Law
from domain.law import Rule, weigh
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.application import Application, DocumentUploaded
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.section_11_documents import (
    Kind,
    Lack,
    document_lacks,
    handed_in,
)
from domain.schemes.lvv_certification.section_11_file import vog_lacks

AT_16 = section(16)

R_05 = Rule(
    id="R-05",
    place=AT_16,
    says="a file for recertification holds a VOG, proofs of education and a valid membership",
)


def renewal_file_lacks(application: Application, file: PersonFile, law: Law) -> tuple[Lack, ...]:
    """Everything that a file for recertification lacks, or holds and can't be used."""
    lacks = (
        vog_lacks(application, file, _at("a"), law),
        document_lacks(application, "course-proof", _at("b")),
        _form_lacks(application, "intervision-proof", _at("c"), _on_lvv_form),
        _form_lacks(application, "extra-activity-statement", _at("e"), _on_cb_form),
        document_lacks(application, "membership", _at("g")),
    )
    return tuple(lack for lack in lacks if lack is not None)


def _at(letter: str) -> Rule:
    return R_05.model_copy(update={"place": AT_16(letter)})


def _on_lvv_form(one: DocumentUploaded) -> bool:
    return one.on_lvv_form is True


def _on_cb_form(one: DocumentUploaded) -> bool:
    return one.on_cb_form is True


def _form_lacks(
    application: Application,
    kind: Kind,
    rule: Rule,
    is_on_form: Callable[[DocumentUploaded], bool],
) -> Lack | None:
    one, lack = handed_in(application, kind), document_lacks(application, kind, rule)
    if one is None or lack is not None:
        return lack
    if weigh(rule, is_on_form(one.uploaded), document=kind, on_form=is_on_form(one.uploaded)):
        return None
    return Lack(what=f"{kind}: not on the form", rule=rule)
