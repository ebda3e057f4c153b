"""What the law and the record refuse, as problems: 409 with the place, 412, 404, 403."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from pydantic import ValidationError
from pydantic.alias_generators import to_camel

from domain.decide import NotAllowed
from domain.law import Refused
from infra.http.problems import (
    InvalidInput,
    ProblemError,
    conflict,
    forbidden,
    invalid,
    no_such_case,
    version_passed,
)
from infra.store.keyring import KeyDestroyed
from services.commands import FileMoved, NotOnFile, OnFileAlready, RepeatedOtherwise


def _nothing() -> Sequence[str]:
    return ()


@contextmanager
def as_problems(would_be_allowed: Callable[[], Sequence[str]] = _nothing) -> Iterator[None]:
    """Turns what decisions and the record raise into problems.

    ``would_be_allowed`` is asked only once something was refused: it weighs every action.
    """
    try:
        yield
    except Refused as refusal:
        raise refused(refusal, would_be_allowed()) from None
    except NotAllowed as error:
        raise forbidden(str(error)) from None
    except ValidationError as error:
        raise _invalid(error) from None
    except NotOnFile:
        raise no_such_case() from None
    except FileMoved as error:
        raise version_passed(str(error), current_version=error.version) from None
    except OnFileAlready as error:
        raise conflict(str(error), would_be_allowed=[f"/cases/{error.number}"]) from None
    except RepeatedOtherwise:
        raise conflict("This Idempotency-Key was used for another request.") from None
    except KeyDestroyed:
        raise conflict(
            "What was kept about this person was erased; nothing personal can be added."
        ) from None


def refused(refusal: Refused, would_be_allowed: Sequence[str]) -> ProblemError:
    """409 with the place of the rule, its reading, and what would be allowed instead."""
    return ProblemError(
        409,
        "The text does not allow this",
        refusal.reason,
        type="/problems/refused",
        place=f"{refusal.place.text}, {refusal.place.at}",
        reading=refusal.place.reading,
        rule=refusal.rule,
        would_be_allowed=list(would_be_allowed),
    )


def _invalid(error: ValidationError) -> ProblemError:
    """400, every value at once; never with the value itself."""
    errors = [
        InvalidInput(
            name=".".join(["data", *(to_camel(str(part)) for part in one["loc"])]),
            code=one["type"],
            reason=one["msg"].removeprefix("Value error, "),
        )
        for one in error.errors(include_url=False, include_context=False, include_input=False)
    ]
    return invalid("The content of the action does not fit; see errors.", *errors)
