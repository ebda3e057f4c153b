"""15. Teacher (Docent)

- (a) The teacher has at least the level of higher professional education (HBO).
- (b) Training experience is shown by the CV that was handed in, or by registration with CRKBO.
- (c) The teacher can see the role of a confidential adviser from the inside.
"""

from collections.abc import Iterable

from domain.law import Rule, require
from domain.schemes.lvv_accreditation.act import article
from domain.schemes.lvv_accreditation.record.offer import Teacher

AT_15 = article(15)
SHOWN_BY = ("cv", "crkbo")
R_34 = Rule(
    id="R-34",
    place=AT_15,
    says="HBO level, training experience by CV or CRKBO, and a view of the role",
)


def is_fit(one: Teacher) -> bool:
    """Whether a teacher meets (a), (b) and (c)."""
    return one.hbo_level and one.experience in SHOWN_BY and one.sees_the_role


def teachers_are_fit(teachers: Iterable[Teacher]) -> None:
    """Refused when there is no teacher, or one that does not meet 15 (R-34)."""
    named = tuple(teachers)
    require(R_34, bool(named), "no teacher is named; name one at least", teachers=0)
    for one in named:
        require(
            R_34,
            is_fit(one),
            f"teacher {one.teacher} does not meet 15: HBO level, experience by cv or crkbo, and "
            "a view of the role",
            hbo_level=one.hbo_level,
            experience=one.experience,
            sees_the_role=one.sees_the_role,
        )
