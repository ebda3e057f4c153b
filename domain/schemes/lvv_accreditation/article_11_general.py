"""11. General requirements (Algemene eisen)

- (a) In Hobéon's view the training meets at least one of two criteria: it is topical
  (actualiteit), or it deepens the competences of the profile (verdieping).
- (b) It is about one or more of the three areas of the confidential adviser: receiving and
  guiding who reports; informing the organisation; advising board and management (also in 9).
- (c) It may be given live on location, digitally, or both ways (hybrid).
- (d) It is open to everyone.
"""

from domain.law import Rule, require
from domain.schemes.lvv_accreditation.act import article
from domain.schemes.lvv_accreditation.record.offer import Offer

AT_11 = article(11)
FORMS = ("on-site", "online-course", "hybrid", "e-learning")

R_18 = Rule(id="R-18", place=AT_11("a"), says="topical, or deepening the competences, or both")
R_19 = Rule(id="R-19", place=AT_11("b"), says="about one or more of the three areas")
R_20 = Rule(id="R-20", place=AT_11("c"), says="given on location, digitally, or both ways")
R_21 = Rule(id="R-21", place=AT_11("d"), says="open to everyone")


def meets_general_requirements(offer: Offer) -> None:
    """Refused when the training as described does not meet 11 (R-18 to R-21)."""
    require(
        R_18,
        offer.actuality or offer.depth,
        "the training is neither topical nor deepening; it is to be one of the two",
        actuality=offer.actuality,
        depth=offer.depth,
    )
    require(
        R_19,
        bool(offer.areas),
        "the training is about none of the three areas; it is to be about one at least",
        areas=len(set(offer.areas)),
    )
    require(
        R_20,
        offer.form in FORMS,
        f"the training is given as {offer.form}; give one of {', '.join(FORMS)}",
        form=offer.form,
    )
    require(
        R_21,
        offer.open_to_everyone,
        "the training is to be open to everyone",
        open_to_everyone=offer.open_to_everyone,
    )
