"""A letter about one fact of a file."""

from collections.abc import Callable
from datetime import date
from typing import Any

from domain.case import CaseFile
from domain.fact import Recorded
from domain.law import Place
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.shown.step import CENTRE
from domain.shown import Notice

Write = Callable[[Any, Recorded, CaseFile[CentreFile]], Notice | None]
"""From a fact, its record and the file as it stands to the letter it calls for, if any."""


def letter(
    record: Recorded,
    says: str,
    place: Place,
    *,
    sent_on: date | None,
    to: str = CENTRE,
    written: bool = True,
) -> Notice:
    """What must be told because of this fact, since its day."""
    fact = record.fact
    return Notice(
        key=f"{fact.matter}.{record.version}.{to}",
        matter=fact.matter,
        to=to,
        says=says,
        since=fact.on,
        written=written,
        sent_on=sent_on,
        place=place,
    )
