"""12. Contents (Inhoud Bij- en Nascholing)

- (a) There is a description, half an A4 at least.
- (b) to (h) Argued competences, learning outcomes, a programme with time, topic, teacher, outcome
  and competence, methods, literature, a reader for participants, and the points asked for.

What an e-learning needs besides, (i) and (j): article_12_e_learning.py.
"""

from domain.law import Rule, require
from domain.schemes.lvv_accreditation.act import article
from domain.schemes.lvv_accreditation.record.offer import Offer

AT_12 = article(12)
ITEMS = {
    "description": AT_12("a"),
    "competences": AT_12("b"),
    "outcomes": AT_12("c"),
    "programme": AT_12("d"),
    "methods": AT_12("e"),
    "literature": AT_12("f"),
    "reader": AT_12("g"),
    "points": AT_12("h"),
}

R_22 = Rule(id="R-22", place=AT_12("a"), says="a description of half an A4 at least")
R_23 = Rule(id="R-23", place=AT_12, says="every item of (a) to (h) is in the dossier")


def has_its_contents(offer: Offer) -> None:
    """Refused when an item of 12(a) to (h) is not in the dossier (R-22, R-23)."""
    require(
        R_22,
        offer.description_of_half_a_page,
        "the description is shorter than half an A4; make it half an A4 at least",
        half_a_page=offer.description_of_half_a_page,
    )
    for item, place in ITEMS.items():
        require(
            R_23.model_copy(update={"place": place}),
            item in offer.items,
            f"{item} is not in the dossier; add it",
            item=item,
        )
