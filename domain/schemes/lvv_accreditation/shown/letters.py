"""What must be told to whom: every fact that calls for a letter (7 of the analysis)."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from domain.case import CaseFile
from domain.fact import Fact, Recorded
from domain.law import Place
from domain.schemes.lvv_accreditation.act import annex, article
from domain.schemes.lvv_accreditation.article_05_sending import TOLD
from domain.schemes.lvv_accreditation.record.accreditation import (
    AccreditationGranted,
    AccreditationRenewed,
    AccreditationWithdrawn,
    CertificateIssued,
    FineImposed,
    WithdrawalNotified,
    WithdrawalPublished,
)
from domain.schemes.lvv_accreditation.record.application import (
    AdviceGiven,
    AdviceReceived,
    ApplicationRejected,
    DecisionSent,
)
from domain.schemes.lvv_accreditation.record.own_file import (
    HoldersNotified,
    OwnFile,
    SchemeChanged,
)
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.shown.letters_told import TOLD_BY_THE_FACT
from domain.shown import Notice, letter

AGAINST_IT = "; an objection is open (An.8(a)), and a dispute (An.8(b))"
ALSO_FURTHER = "; an additional investigation may be asked of Hobéon (5(2))"


def _granted(fact: AccreditationGranted | AccreditationRenewed) -> str:
    return f"the accreditation holds up to and including {fact.until}; with the certificate"


def _rejected(fact: ApplicationRejected) -> str:
    further = ALSO_FURTHER if fact.curable else ""
    return f"the application is rejected, with its reasons{further}{AGAINST_IT}"


def _withdrawn(fact: AccreditationWithdrawn) -> str:
    return f"the right to carry the mark ended on {fact.on}, with the reasons{AGAINST_IT}"


Letter = tuple[str, Callable[[Any], str], Place, type[Fact], bool]
"""To whom, what it says, where it rests, the fact that shows it was sent, in writing or not."""

LETTERS: Mapping[type[Fact], tuple[Letter, ...]] = {
    AdviceGiven: (
        (
            "lvv-board",
            lambda _: "the report and binding advice",
            article(4)(1),
            AdviceReceived,
            True,
        ),
    ),
    AccreditationGranted: (("provider", _granted, article(5)(1), CertificateIssued, True),),
    AccreditationRenewed: (("provider", _granted, article(6)(3), CertificateIssued, True),),
    ApplicationRejected: (("provider", _rejected, TOLD, DecisionSent, True),),
    FineImposed: (("provider", lambda _: f"a fine{AGAINST_IT}", TOLD, DecisionSent, True),),
    AccreditationWithdrawn: (
        ("provider", _withdrawn, annex(7)("c"), WithdrawalNotified, True),
        ("public", lambda _: "the mark was withdrawn", annex(7)("c"), WithdrawalPublished, False),
    ),
}


def letters(case: CaseFile[TrainingFile]) -> tuple[Notice, ...]:
    """Every letter that the facts of a training's file call for, oldest first, sent or not."""
    return tuple(notice for record in case.trail for notice in _about(record, case))


def _about(record: Recorded, case: CaseFile[TrainingFile]) -> list[Notice]:
    fact = record.fact
    if type(fact) in TOLD_BY_THE_FACT:
        to, says, place = TOLD_BY_THE_FACT[type(fact)]
        return [letter(record, says(fact), place, sent_on=fact.on, to=to)]
    return [
        letter(
            record,
            says(fact),
            place,
            sent_on=_sent_on(record, sent, case.trail),
            to=to,
            written=written,
        )
        for to, says, place, sent, written in LETTERS.get(type(fact), ())
    ]


def _sent_on(record: Recorded, sent: type[Fact], trail: tuple[Recorded, ...]) -> date | None:
    """The day of the first fact after it in its matter that shows it was sent."""
    for later in trail:
        fact = later.fact
        if later.version <= record.version or not isinstance(fact, sent):
            continue
        if isinstance(fact, DecisionSent) and fact.decision != record.version:
            continue
        if fact.matter == record.fact.matter:
            return fact.on
    return None


def letters_of_the_scheme(case: CaseFile[OwnFile]) -> tuple[Notice, ...]:
    """What LVV makes known to all holders: that the scheme was changed."""
    return tuple(
        letter(
            record,
            f"the scheme is changed; it binds from {record.fact.binds_from} at the earliest, and "
            "who does not agree stays on the old text for a year at most",
            annex(4)("a"),
            sent_on=_sent_on(record, HoldersNotified, case.trail),
            to="provider",
        )
        for record in case.trail
        if isinstance(record.fact, SchemeChanged)
    )
