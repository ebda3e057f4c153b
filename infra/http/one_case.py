"""One case over HTTP: whether the caller may read it, and as it stood when."""

from __future__ import annotations

from typing import Any

from domain.case import CaseFile
from infra.http.mandate import require_file
from infra.http.parts import Parts
from infra.http.problems import not_found
from infra.http.queries import AsOf
from infra.http.refusals import as_problems
from infra.http.sign_in import Caller


def file_of(house: Parts, caller: Caller, number: str) -> CaseFile[Any]:
    """Raises ProblemError 404 for a case that is not there, and for who may not know it is."""
    with as_problems():
        file = house.casework.file(number)
    require_file(caller, file)
    return file


def stood(house: Parts, file: CaseFile[Any], as_of: AsOf) -> CaseFile[Any]:
    """What all three ways to say when leave of a file; 404 when that is nothing."""
    kind = house.casework.under(file).kind
    then: CaseFile[Any] | None = file
    if as_of.version is not None:
        then = kind.as_of(file, None, as_of.version)
    if then is not None and (as_of.on is not None or as_of.known_at is not None):
        then = kind.as_of(then, as_of.on, as_of.known_at)
    if then is None:
        raise not_found("There was no such case yet.")
    return then
