"""Annex 3. Equivalent proofs (Lijst gelijkwaardige deelnamebewijzen)

- Quality certificate of Registerplein, register social work (MW), basic or plus registration:
  together with the certificate of an accredited course on working conditions (Arbo/PSA).
- Quality certificate of Registerplein, register social work, specialisation occupational social
  work (BMW): on its own.
"""

from collections.abc import Mapping

from domain.law import Edition, InTime, Rule, weigh
from domain.schemes.lvv_certification.act import IN_FORCE, annex
from domain.schemes.lvv_certification.record.application import Application, Document
from domain.schemes.lvv_certification.section_11_documents import Lack, document_lacks

AN_3 = annex(3)
REGISTERS: InTime[Mapping[str, str]] = InTime({IN_FORCE: {"mw": "arbo-psa-course", "bmw": ""}})
"""The registers of Registerplein that are listed, each with the proof it is supplemented by."""

R_07 = Rule(
    id="R-07",
    place=AN_3,
    says="a listed certificate; of the register MW only with that of an Arbo/PSA course",
)


def equivalent_lacks(
    application: Application, equivalent: Document, edition: Edition
) -> Lack | None:
    """What an equivalent proof lacks: a place on the list, use, or the proof beside it."""
    listed, register = REGISTERS.of(edition), equivalent.uploaded.in_register or "none"
    if not weigh(R_07, register in listed, register=register):
        return Lack(what=f"equivalent: register {register} is not listed", rule=R_07)
    unusable = document_lacks(application, "equivalent", R_07)
    if unusable is None and listed[register]:
        return document_lacks(application, listed[register], R_07)
    return unusable
