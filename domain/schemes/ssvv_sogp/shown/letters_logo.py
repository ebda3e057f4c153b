"""Letters about the logo, out of the scheme's own file (3.3, 3.3.1)."""

from collections.abc import Mapping

from domain.case import CaseFile
from domain.fact import Fact, Recorded
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.logo import (
    ConsentGranted,
    ConsentRefused,
    ConsentRevoked,
    LiabilityNoticeSent,
    MeasureTaken,
)
from domain.schemes.ssvv_sogp.record.own_file import OwnFile
from domain.schemes.ssvv_sogp.shown.step import PARTY
from domain.shown import Notice, Write, letter

AT_3_3, AT_3_3_1 = section("3.3"), section("3.3.1")


def _granted(fact: ConsentGranted, record: Recorded, _: CaseFile[OwnFile]) -> Notice:
    says = f"the logo may be used from {fact.on}, within what is consented to"
    return letter(record, says, AT_3_3, sent_on=fact.on, to=PARTY)


def _refused(fact: ConsentRefused, record: Recorded, _: CaseFile[OwnFile]) -> Notice:
    says = "the logo may not be used, with the reasons"
    return letter(record, says, AT_3_3, sent_on=fact.on, to=PARTY)


def _revoked(fact: ConsentRevoked, record: Recorded, _: CaseFile[OwnFile]) -> Notice:
    says = f"the logo may not be used any longer, from {fact.on}, with the reasons"
    return letter(record, says, AT_3_3, sent_on=fact.on, to=PARTY)


def _measure(fact: MeasureTaken, record: Recorded, _: CaseFile[OwnFile]) -> Notice:
    says = "the misuse of the logo has to stop; what SSVV does to that end"
    return letter(record, says, AT_3_3_1, sent_on=fact.on, to=PARTY)


def _liable(fact: LiabilityNoticeSent, record: Recorded, _: CaseFile[OwnFile]) -> Notice:
    says = "held liable for what follows from the misuse of the logo"
    return letter(record, says, AT_3_3_1, sent_on=fact.on, to=PARTY)


ABOUT_THE_LOGO: Mapping[type[Fact], Write] = {
    ConsentGranted: _granted,
    ConsentRefused: _refused,
    ConsentRevoked: _revoked,
    MeasureTaken: _measure,
    LiabilityNoticeSent: _liable,
}
