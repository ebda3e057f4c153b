"""2, 2.1 Partners, diplomas and norms (Inleiding, Preambule)

- This handbook is an inseparable part of the agreement; with the qualification documents they
  are the norms that a centre trains by (3).
- A diploma shows knowledge and skill, and nothing about experience: it is a qualification to
  start with.
- Partners subscribe to the aims of the scheme and ask the same of others, suppliers included;
  they act with integrity and demonstrably keep confidential what is confidential.
"""

from domain.case import Situation
from domain.law import Rule, require
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile

AT_2, AT_2_1, AT_3 = section("2"), section("2.1"), section("3")

R_12 = Rule(
    id="R-12",
    place=AT_3,
    says="agreement, handbook and qualification documents bind together, and are named with what "
    "is decided under them",
)
R_30 = Rule(
    id="R-30",
    place=AT_2_1,
    says="partners subscribe to the aims of the scheme, and ask that of their suppliers too",
)
R_88 = Rule(id="R-88", place=AT_2, says="a diploma says nothing about experience")


def names_its_norms(norms: tuple[str, ...], at: Situation[CentreFile]) -> None:
    """Refused when no version of the qualification documents is named beside the handbook."""
    require(
        R_12,
        bool(norms),
        "name the qualification documents that it follows, beside handbook and agreement",
        handbook=at.law.edition.id,
        documents=len(norms),
    )
