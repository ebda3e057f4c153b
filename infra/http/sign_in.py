"""Who asks: the caller of a request, by the bearer token it brings (RFC 6750).

A route takes `caller: SignedIn`, or `caller: MaybeSignedIn` where nobody needs an account.
"""

from typing import Annotated

from fastapi import Depends, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from infra.http.access_tokens import Caller, SignIn
from infra.http.problems import not_signed_in

__all__ = ["Caller", "MaybeSignedIn", "SignIn", "SignedIn", "maybe_signed_in", "signed_in"]

_needed = HTTPBearer(
    scheme_name="bearer",
    bearerFormat="JWT",
    description="An access token of the configured issuer.",
    auto_error=False,
)
_welcome = HTTPBearer(scheme_name="maybeBearer", bearerFormat="JWT", auto_error=False)

_Credentials = HTTPAuthorizationCredentials | None


async def signed_in(
    request: Request, credentials: Annotated[_Credentials, Security(_needed)]
) -> Caller:
    """The caller. Raises ProblemError 401 without a good token."""
    if credentials is None:
        raise not_signed_in("Send a bearer token in the Authorization header.")
    sign_in: SignIn = request.app.state.sign_in
    return await sign_in.caller(credentials.credentials)


async def maybe_signed_in(
    request: Request, credentials: Annotated[_Credentials, Security(_welcome)]
) -> Caller | None:
    """The caller, or None when nobody says who they are. A bad token is still 401."""
    if "authorization" not in request.headers:
        return None
    return await signed_in(request, credentials)


SignedIn = Annotated[Caller, Depends(signed_in)]
MaybeSignedIn = Annotated[Caller | None, Depends(maybe_signed_in)]
