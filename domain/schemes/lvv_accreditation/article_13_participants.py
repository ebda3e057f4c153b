"""13. Participants (Deelnemer): what is laid down beforehand

- (a) The smallest and the largest number of participants are laid down.
- (b) The workload for participants is stated.
- (c) Participants are present throughout, by an attendance list; online and hybrid too. The
  provider has a protocol for it.

Their proof of attendance: article_13_attendance.py.
"""

from domain.law import Rule, require
from domain.schemes.lvv_accreditation.act import article
from domain.schemes.lvv_accreditation.record.offer import Offer

AT_13 = article(13)
R_26 = Rule(id="R-26", place=AT_13("a"), says="smallest and largest number of participants")
R_27 = Rule(id="R-27", place=AT_13("b"), says="the workload for participants is stated")
R_28 = Rule(
    id="R-28",
    place=AT_13("c"),
    says="a proof only for who was present throughout, by an attendance list with a protocol",
)


def has_laid_down_what_participants_do(offer: Offer) -> None:
    """Refused when numbers, workload or the keeping of attendance are missing (R-26 to R-28)."""
    fewest, most = offer.fewest_participants, offer.most_participants
    require(
        R_26,
        fewest is not None and most is not None and 0 < fewest <= most,
        "lay down the smallest and the largest number of participants",
        fewest=fewest,
        most=most,
    )
    require(
        R_27,
        bool(offer.workload_minutes),
        "state the workload for participants",
        workload_minutes=offer.workload_minutes,
    )
    is_kept = offer.attendance_list and offer.attendance_protocol
    require(
        R_28,
        is_kept or offer.form == "e-learning",
        "keep an attendance list, under a protocol",
        attendance_list=offer.attendance_list,
        attendance_protocol=offer.attendance_protocol,
    )
