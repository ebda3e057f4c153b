"""Sections 3 and 5 (Afdeling 3 en 5). The criteria, gone through in the order of the text

- 4(2) speaks of the criteria of Section 3; what a training must be is in articles 11 to 15.
"""

from domain.law import Refused
from domain.schemes.lvv_accreditation.article_03_documents import R_06
from domain.schemes.lvv_accreditation.article_11_general import meets_general_requirements
from domain.schemes.lvv_accreditation.article_12_contents import has_its_contents
from domain.schemes.lvv_accreditation.article_12_e_learning import (
    is_not_clicked_through,
    is_what_it_is_called,
)
from domain.schemes.lvv_accreditation.article_13_participants import (
    has_laid_down_what_participants_do,
)
from domain.schemes.lvv_accreditation.article_14_points import points_are_hours
from domain.schemes.lvv_accreditation.article_15_teacher import teachers_are_fit
from domain.schemes.lvv_accreditation.record.offer import Offer


def meets_the_criteria(offer: Offer | None) -> None:
    """Refused at the first criterion of articles 11 to 15 that the description does not meet."""
    if offer is None:
        raise Refused("no documents were delivered; there is nothing to go by", R_06.place)
    meets_general_requirements(offer)
    is_what_it_is_called(offer)
    has_its_contents(offer)
    is_not_clicked_through(offer)
    has_laid_down_what_participants_do(offer)
    points_are_hours(offer)
    teachers_are_fit(offer.teachers)
