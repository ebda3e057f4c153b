"""Who looks at a page: nobody, or who signed in, by a cookie that holds an access token."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from fastapi.responses import Response

from infra.http.problems import ProblemError
from infra.http.sign_in import Caller, SignIn

COOKIE = "griffie-token"


@dataclass(frozen=True)
class Persona:
    """Somebody to be in the demonstration; ``roles`` are those under every scheme told."""

    name: str
    says: str
    account: str
    organisation: str
    roles: tuple[tuple[str, str], ...]


async def visitor(request: Request) -> Caller | None:
    """Who is signed in; a token that is no longer good counts as nobody."""
    token = request.cookies.get(COOKIE)
    if not token:
        return None
    sign_in: SignIn = request.app.state.sign_in
    try:
        return await sign_in.caller(token)
    except ProblemError:
        return None


Visitor = Annotated[Caller | None, Depends(visitor)]


def keep(response: Response, token: str, *, secure: bool) -> None:
    """Keeps the token where no script reads it, and no other site sends it."""
    response.set_cookie(
        COOKIE, token, httponly=True, samesite="strict", secure=secure, max_age=12 * 3600
    )
