"""12. Contents: e-learning, and what is one

- 1: an e-learning is a recorded course, taken at a moment of one's own choice; an online course
  is given live by a teacher and followed elsewhere at the same moment.
- 12(i) Contents and duration of an e-learning may be sampled (7), and a sanction imposed (8).
- 12(j) An e-learning has a test on the way, a barrier against skipping parts, and a final test.

Sampling goes with an announced interim check (B-26): article_07_interim_check.py.
"""

from domain.law import Rule, require
from domain.schemes.lvv_accreditation.act import article
from domain.schemes.lvv_accreditation.record.offer import ELearning, Offer

AT_1, AT_12 = article(1), article(12)
R_24 = Rule(
    id="R-24",
    place=AT_12("j"),
    says="an e-learning has a test on the way, no skipping, and a final test",
)
R_25 = Rule(
    id="R-25",
    place=AT_1,
    says="what is recorded and taken at one's own moment is an e-learning; what is live is not",
)


def is_what_it_is_called(offer: Offer) -> None:
    """Refused when a recorded course goes by another name, or a live one as e-learning (R-25)."""
    is_e_learning = offer.form == "e-learning"
    require(
        R_25,
        is_e_learning != offer.live,
        f"a course that is {'live' if offer.live else 'recorded'} is "
        f"{'no e-learning' if offer.live else 'an e-learning'}; it is given as {offer.form}",
        form=offer.form,
        live=offer.live,
    )


def is_not_clicked_through(offer: Offer) -> None:
    """Refused for an e-learning without one of the three features of 12(j) (R-24)."""
    if offer.form != "e-learning":
        return
    has = offer.e_learning or ELearning(interim_test=False, no_skipping=False, final_test=False)
    require(
        R_24,
        has.interim_test and has.no_skipping and has.final_test,
        "an e-learning has a test on the way, a barrier against skipping, and a final test",
        interim_test=has.interim_test,
        no_skipping=has.no_skipping,
        final_test=has.final_test,
    )
