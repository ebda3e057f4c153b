"""The scheme's own file: how long histories are kept."""

from typing import get_args

from domain.fact import Recorded
from domain.scheme_file import SchemeFile, SharedFact
from domain.scheme_file import evolve as evolve_shared


def evolve(file: SchemeFile, record: Recorded) -> SchemeFile:
    """The file with one fact more. Raises TypeError for a fact that is not of this file."""
    fact = record.fact
    if not isinstance(fact, SharedFact):
        names = ", ".join(one.stored_as for one in get_args(SharedFact))
        raise TypeError(f"{fact.stored_as} is not a fact of this file; it holds {names}")
    return evolve_shared(file, fact)
