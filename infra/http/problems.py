"""What a refusal looks like: RFC 9457 problem details, one shape for the whole API.

A route raises; `failures` answers. The detail is a plain sentence that says what is wrong and
what would be right. It never repeats what the client sent, and never shows our insides.
"""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Literal, TypedDict, Unpack

from pydantic import Field
from starlette.exceptions import HTTPException

from infra.http.values import ApiModel

PROBLEM_JSON = "application/problem+json"

# http.HTTPStatus of 3.11 still has the phrases of RFC 2616 here; these are RFC 9110's.
_PHRASES = {413: "Content Too Large", 422: "Unprocessable Content"}


class InvalidInput(ApiModel):
    """One value that was not accepted."""

    name: str = Field(description="Where: the members from the outside in, joined by dots")
    code: str = Field(description="What kind of mistake, for programs")
    reason: str = Field(description="What is wrong and what would be right, for people")


class Problem(ApiModel):
    """RFC 9457 problem details, with what a rule of a regulation adds."""

    type: str = "about:blank"
    title: str
    status: int = Field(ge=400, le=599)
    detail: str
    instance: str | None = Field(None, description="urn:uuid of the request, as in our log")
    place: str | None = Field(None, description="Where in the regulation, as in 27(a)")
    reading: str | None = Field(None, description="How a silent text is read, when it is silent")
    rule: str | None = Field(None, description="Identifier of the rule that refused")
    would_be_allowed: list[str] | None = Field(None, description="What would be allowed instead")
    errors: list[InvalidInput] | None = Field(None, description="All values not accepted")
    current_version: int | None = Field(None, description="Version now on record")


class Extensions(TypedDict, total=False):
    """The members of a problem that only some problems have."""

    type: str
    place: str
    reading: str
    rule: str
    would_be_allowed: Sequence[str]
    errors: Sequence[InvalidInput]
    current_version: int


class ProblemError(HTTPException):
    """Raise this to answer with a problem. Without a title, it gets the status's own phrase."""

    def __init__(
        self,
        status: int,
        title: str | None,
        detail: str,
        *,
        headers: Mapping[str, str] | None = None,
        **extensions: Unpack[Extensions],
    ) -> None:
        super().__init__(status, detail, headers)
        self.title = title or phrase(status)
        self.extensions = extensions


def phrase(status: int) -> str:
    """The name of a status code (RFC 9110, 15)."""
    return _PHRASES.get(status) or HTTPStatus(status).phrase


def invalid(detail: str, *errors: InvalidInput) -> ProblemError:
    """400: the request cannot be read as what it should be."""
    if errors:
        return ProblemError(400, "Invalid input", detail, errors=errors)
    return ProblemError(400, "Invalid input", detail)


def not_signed_in(detail: str, error: Literal["invalid_token"] | None = None) -> ProblemError:
    """401, with the challenge of RFC 6750, 3 (no error code when no token was sent: 3.1)."""
    challenge = f'Bearer error="{error}"' if error else "Bearer"
    return ProblemError(401, None, detail, headers={"WWW-Authenticate": challenge})


def forbidden(detail: str, **extensions: Unpack[Extensions]) -> ProblemError:
    """403: known who asks, and they may not."""
    return ProblemError(403, None, detail, **extensions)


def not_found(detail: str) -> ProblemError:
    """404. Do not repeat the identifier: it may be somebody's."""
    return ProblemError(404, None, detail)


def no_such_case() -> ProblemError:
    """404 in the same words for a case that is not there and one that the caller may not know."""
    return not_found("There is no such case, or it is not yours to read.")


def not_acceptable(offered: Sequence[str]) -> ProblemError:
    """406: the Accept header excludes everything this address has."""
    return ProblemError(406, None, f"This address answers in {' or '.join(offered)}.")


def conflict(detail: str, **extensions: Unpack[Extensions]) -> ProblemError:
    """409: a rule refuses, or somebody else was first."""
    return ProblemError(409, None, detail, **extensions)


def version_passed(detail: str, current_version: int) -> ProblemError:
    """412: the If-Match of the request is not how things stand now."""
    return ProblemError(412, None, detail, current_version=current_version)


def too_large(most: int) -> ProblemError:
    """413. The connection is closed, so that the rest of the body is never received."""
    detail = f"The body is larger than the {most} bytes this address takes."
    return ProblemError(413, None, detail, headers={"Connection": "close"})


def unsupported_media(detail: str) -> ProblemError:
    """415: the body is of another kind than this address reads."""
    return ProblemError(415, None, detail)


def version_required(detail: str) -> ProblemError:
    """428 (RFC 6585, 3): this request needs an If-Match."""
    return ProblemError(428, None, detail)


def unavailable(
    detail: str, *, retry_after: int, **extensions: Unpack[Extensions]
) -> ProblemError:
    """503: not now; `retry_after` in seconds."""
    headers = {"Retry-After": str(retry_after)}
    return ProblemError(503, None, detail, headers=headers, **extensions)
