"""14. Points (Toekenning PE-punten)

- (a) A half-day (dagdeel) has three hours at most. The hours of presence, physically or online,
  count; 1 and 9: one hour is one point.
- (c) Hours of study and homework do not count.

Nobody is present at an e-learning: the time that the provider states counts (B-17), and may be
sampled. These are the points of the training, not of one person's presence. The yearly points
of the congress, (b): article_14_congress.py.
"""

from domain.law import Rule, require
from domain.schemes.lvv_accreditation.act import article
from domain.schemes.lvv_accreditation.record.offer import Offer

AT_14 = article(14)
HALF_DAY, HOUR = 180, 60
"""Minutes in a half-day at most, and in an hour."""

CAPPED = AT_14("a").read("B-29: three points a half-day at most, also when it took longer")
WHOLE = AT_14("a").read("B-17: of an e-learning the stated time counts; a part of an hour none")

R_30 = Rule(id="R-30", place=CAPPED, says="three points at most for a half-day")
R_31 = Rule(id="R-31", place=AT_14("a"), says="one point for an hour of presence, and no more")
R_33 = Rule(id="R-33", place=AT_14("c"), says="no points for study or homework")


def counting_minutes(offer: Offer) -> int:
    """The minutes that count for points: of presence, three hours a half-day at most."""
    if offer.form == "e-learning":
        return offer.stated_minutes
    return sum(min(one, HALF_DAY) for one in offer.half_days)


def points_are_hours(offer: Offer) -> None:
    """Refused when more points are asked for than 14 gives (R-30, R-31, R-33)."""
    asked, minutes = offer.points, counting_minutes(offer)
    is_e_learning = offer.form == "e-learning"
    most = minutes // HOUR if is_e_learning else len(offer.half_days) * HALF_DAY // HOUR
    require(
        R_30,
        asked <= most,
        f"{asked} points for {len(offer.half_days)} half-days; three each is {most} at most",
        points=asked,
        half_days=len(offer.half_days),
    )
    with_homework = minutes + offer.homework_minutes
    require(
        R_33,
        not minutes < asked * HOUR <= with_homework,
        f"homework gives no points; the rest of the training gives {minutes // HOUR}",
        points=asked,
        homework_minutes=offer.homework_minutes,
    )
    rule = R_31.model_copy(update={"place": WHOLE}) if is_e_learning else R_31
    require(
        rule,
        0 < asked * HOUR <= minutes,
        f"{asked} points for {minutes} minutes; an hour is a point, so {minutes // HOUR} at most",
        points=asked,
        minutes=minutes,
    )
