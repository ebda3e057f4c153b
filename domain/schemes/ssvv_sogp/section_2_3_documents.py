"""2.3 Qualification documents (Kwalificatiedocumenten SOG-P)

- What is specific to a qualification stands in its qualification document: target group, learning
  goals, facilities, exam requirements.
- While there is none, the documents that hold then apply: at least specification sheet, test
  matrix and exam conduct rules (UVE).
- Once a document is definitively laid down the older ones lapse, from its effective day; a
  transition period may be laid down, in which both may be applied.
"""

from datetime import date

from domain.case import Law
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.own_file import DOCUMENTS, Document

AT_2_3 = section("2.3")


def forerunners(qualification: str) -> str:
    """What the set of specification sheet, test matrix and UVE is called here."""
    return f"forerunners-{qualification}"


def norms_in_force(law: Law, qualification: str, day: date) -> tuple[str, ...]:
    """The documents of a qualification that may be applied on a day: one, or two in transition."""
    documents: tuple[Document, ...] = law.settings.get(DOCUMENTS, ())
    begun = sorted(
        (one.since, one.id, one.parallel_until)
        for one in documents
        if one.qualification == qualification and one.since is not None and one.since <= day
    )
    if not begun:
        return (forerunners(qualification),)
    _, latest, parallel_until = begun[-1]
    if parallel_until is None or day > parallel_until:
        return (latest,)
    before = begun[-2][1] if len(begun) > 1 else forerunners(qualification)
    return (before, latest)
