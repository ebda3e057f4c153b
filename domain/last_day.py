"""The day on which something last happened in a matter."""

from datetime import date
from typing import Any

from domain.case import CaseFile
from domain.fact import Fact


def last_day_of(case: CaseFile[Any], matter: str, *kinds: type[Fact]) -> date:
    """The day of the latest fact in the matter, out of these kinds when any are given.

    Raises ValueError when there is none.
    """
    return max(
        r.fact.on
        for r in case.trail
        if r.fact.matter == matter and (not kinds or isinstance(r.fact, kinds))
    )
