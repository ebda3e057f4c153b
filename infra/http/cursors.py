"""Pages of a list: where the next one starts, opaque to its reader.

A cursor is the key of the last item, in base64url. It is not signed: it says where to start in a
list that the caller may read anyway. So never put in a cursor what may not stand in an address.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from typing import Generic, TypeVar
from urllib.parse import parse_qsl, quote, urlencode

from fastapi import Request, Response
from pydantic import Field, TypeAdapter, ValidationError
from pydantic_core import to_json

from infra.http.problems import InvalidInput, ProblemError, invalid
from infra.http.strict_json import read_json
from infra.http.values import ApiModel

T = TypeVar("T")
K = TypeVar("K")


class Page(ApiModel, Generic[T]):
    """A page of a list. Give it a name of its own, for the description of the API:
    `class CasePage(Page[CaseSummary])`."""

    items: list[T]
    next: str | None = Field(None, description="Cursor of the next page; null on the last")


def cursor_of(*key: object) -> str:
    """The cursor of the item with this key: anything pydantic writes as JSON."""
    return urlsafe_b64encode(to_json(key)).rstrip(b"=").decode()


def key_at(cursor: str, shape: TypeAdapter[K]) -> K:
    """The key in `cursor`, of the shape `TypeAdapter(tuple[IsoDate, Uuid])`.

    Raises ProblemError 400 for anything that is no cursor of this list. Whole numbers are within
    2^53; give other bounds in the shape.
    """
    try:
        text = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        return shape.validate_python(read_json(text))
    except (Error, ValueError, ValidationError, ProblemError):
        reason = "Send the cursor of a page of this list, as it came, or leave it out."
        error = InvalidInput(name="cursor", code="cursor", reason=reason)
        raise invalid("This is not a cursor of this list.", error) from None


def link_pages(request: Request, response: Response, next_cursor: str | None) -> None:
    """The Link header (RFC 8288): first, and next when there is one."""
    links = [f'<{_address(request, None)}>; rel="first"']
    if next_cursor is not None:
        links.append(f'<{_address(request, next_cursor)}>; rel="next"')
    response.headers["Link"] = ", ".join(links)


def _address(request: Request, cursor: str | None) -> str:
    query = [
        (name, value)
        for name, value in parse_qsl(request.url.query, keep_blank_values=True)
        if name != "cursor"
    ]
    if cursor is not None:
        query.append(("cursor", cursor))
    path = quote(request.scope["path"])
    return f"{path}?{urlencode(query)}" if query else path
