"""A change of the scheme, as one holder was told of it and took it."""

from __future__ import annotations

from typing import Literal, cast

from domain.days import Day
from domain.fact import Fact, Recorded, begun
from domain.law import Value
from domain.schemes.lvv_accreditation.record.offer import EditionId
from domain.words import Code


class SchemeChangeNotified(Fact):
    """Told in writing on this day: the edition that binds this holder from ``binds_on``."""

    stored_as = "lvv-accreditation.scheme-change-notified"
    change: Code
    edition: EditionId
    binds_on: Day


class SchemeChangeRejected(Fact):
    """The holder does not agree; the text before the change holds up to ``old_text_until``."""

    stored_as = "lvv-accreditation.scheme-change-rejected"
    notified_on: Day
    old_text_until: Day


class SchemeChangeBinding(Fact):
    stored_as = "lvv-accreditation.scheme-change-binding"


ChangeFact = SchemeChangeNotified | SchemeChangeRejected | SchemeChangeBinding


class Change(Value):
    matter: str
    change: Code
    edition: EditionId
    notified_on: Day
    binds_on: Day
    old_text_until: Day | None = None
    standing: Literal["notified", "rejected", "binding"] = "notified"


def evolve(now: Change | None, record: Recorded) -> Change:
    """The change after one fact more."""
    fact = cast(ChangeFact, record.fact)
    match fact:
        case SchemeChangeNotified():
            return Change(
                matter=fact.matter,
                change=fact.change,
                edition=fact.edition,
                notified_on=fact.on,
                binds_on=fact.binds_on,
            )
        case SchemeChangeRejected():
            update = {"standing": "rejected", "old_text_until": fact.old_text_until}
            return begun(now, fact).model_copy(update=update)
        case SchemeChangeBinding():
            return begun(now, fact).model_copy(update={"standing": "binding"})
