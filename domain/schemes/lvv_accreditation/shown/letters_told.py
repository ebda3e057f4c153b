"""Letters that go out with the fact itself: the fact is that somebody was told."""

from collections.abc import Callable, Mapping
from typing import Any

from domain.fact import Fact
from domain.law import Place
from domain.schemes.lvv_accreditation.act import EDITION, annex, article
from domain.schemes.lvv_accreditation.annex_clause_6_response import (
    TO_HAVE_EFFECT,
    TO_RESPOND,
)
from domain.schemes.lvv_accreditation.record.application import (
    ApplicationStopped,
    FoundIncomplete,
    RenewalAnnounced,
)
from domain.schemes.lvv_accreditation.record.audit import NonconformityRecorded
from domain.schemes.lvv_accreditation.record.change import SchemeChangeNotified
from domain.schemes.lvv_accreditation.record.check import CheckAnnounced, CheckReported
from domain.schemes.lvv_accreditation.record.compliance import (
    ConditionsNotified,
    DeviationReported,
)
from domain.schemes.lvv_accreditation.record.investigation import FurtherDocumentsRequested


def _incomplete(fact: FoundIncomplete) -> str:
    by = f" by {fact.supplement_by}" if fact.supplement_by else ""
    return (
        f"the application lacks: {', '.join(fact.lacking)}; supplement it{by}, once: after that "
        "it is stopped, and nothing is paid back"
    )


def _stopped(fact: ApplicationStopped) -> str:
    lacking = ", ".join(fact.lacking)
    return f"the application is stopped; it lacks: {lacking}; go on after the second invoice"


def _further(fact: FurtherDocumentsRequested) -> str:
    return f"deliver the documents that are asked for by {fact.by}; later ones are left out"


def _renewal(fact: RenewalAnnounced) -> str:
    return f"the accreditation ends after {fact.until}; an investigation for renewal is held"


def _deviation(fact: DeviationReported) -> str:
    return f"circumstances that are {'permanent' if fact.permanent else 'temporary'} are reported"


def _check(fact: CheckAnnounced) -> str:
    samples = "; an e-learning is sampled" if fact.samples_e_learning else ""
    return f"an interim check begins on {fact.starts_on}, at the holder's cost{samples}"


def _reported(fact: CheckReported) -> str:
    return f"the report on the interim check, with {fact.advice or 'no'} advice"


def _wanting(fact: NonconformityRecorded) -> str:
    last = fact.last_audit_day
    if last is None:
        return "something is found wanting; it is improved and verified before the audit closes"
    respond, effect = TO_RESPOND.of(EDITION).span, TO_HAVE_EFFECT.of(EDITION).span
    return (
        f"something is found wanting; respond by {respond.after(last)}, and show by "
        f"{effect.after(last)} that the measures have effect (or the next working day)"
    )


def _conditions(fact: ConditionsNotified) -> str:
    return f"conditions were adapted; carry them through by {fact.implement_by}"


def _change(fact: SchemeChangeNotified) -> str:
    return (
        f"the scheme is changed and binds from {fact.binds_on}; who does not agree stays on the "
        "old text for a year after this notice at most, and then applies anew"
    )


TOLD_BY_THE_FACT: Mapping[type[Fact], tuple[str, Callable[[Any], str], Place]] = {
    FoundIncomplete: ("provider", _incomplete, article(3)(4)),
    ApplicationStopped: ("provider", _stopped, article(3)(4)),
    FurtherDocumentsRequested: ("provider", _further, article(4)(3)),
    RenewalAnnounced: ("provider", _renewal, article(6)(2)),
    DeviationReported: ("lvv-board", _deviation, article(7)(2)),
    CheckAnnounced: ("provider", _check, article(7)(5)),
    CheckReported: ("lvv-board", _reported, article(7)(6)),
    NonconformityRecorded: ("provider", _wanting, annex(6)("b")),
    ConditionsNotified: ("provider", _conditions, article(7)(3)),
    SchemeChangeNotified: ("provider", _change, annex(4)("a")),
}
