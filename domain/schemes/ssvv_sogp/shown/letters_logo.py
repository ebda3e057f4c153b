"""Letters about the logo, out of the scheme's own file (3.3, 3.3.1)."""

from collections.abc import Mapping

from domain.fact import Fact
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.logo import (
    ConsentGranted,
    ConsentRefused,
    ConsentRevoked,
    LiabilityNoticeSent,
    MeasureTaken,
)
from domain.schemes.ssvv_sogp.shown.step import PARTY
from domain.shown import Write, with_the_fact

AT_3_3, AT_3_3_1 = section("3.3"), section("3.3.1")


def _granted(fact: ConsentGranted) -> str:
    return f"the logo may be used from {fact.on}, within what is consented to"


def _refused(_: ConsentRefused) -> str:
    return "the logo may not be used, with the reasons"


def _revoked(fact: ConsentRevoked) -> str:
    return f"the logo may not be used any longer, from {fact.on}, with the reasons"


def _measure(_: MeasureTaken) -> str:
    return "the misuse of the logo has to stop; what SSVV does to that end"


def _liable(_: LiabilityNoticeSent) -> str:
    return "held liable for what follows from the misuse of the logo"


ABOUT_THE_LOGO: Mapping[type[Fact], Write] = {
    ConsentGranted: with_the_fact(_granted, AT_3_3, to=PARTY),
    ConsentRefused: with_the_fact(_refused, AT_3_3, to=PARTY),
    ConsentRevoked: with_the_fact(_revoked, AT_3_3, to=PARTY),
    MeasureTaken: with_the_fact(_measure, AT_3_3_1, to=PARTY),
    LiabilityNoticeSent: with_the_fact(_liable, AT_3_3_1, to=PARTY),
}
