"""Who asks: the caller of a request, by the bearer token it brings (RFC 6750).

A route takes `caller: SignedIn`, or `caller: MaybeSignedIn` where nobody needs an account.
"""

from typing import Annotated

from fastapi import Request, Security
from fastapi.openapi.models import HTTPBearer
from fastapi.security.base import SecurityBase
from fastapi.security.utils import get_authorization_scheme_param

from infra.http.access_tokens import Caller, SignIn
from infra.http.problems import not_signed_in

__all__ = ["Caller", "MaybeSignedIn", "SignIn", "SignedIn"]


class _Bearer(SecurityBase):
    """Reads the header itself: FastAPI's own would be one more thing to ask for each request."""

    scheme_name = "bearer"
    model = HTTPBearer(bearerFormat="JWT", description="An access token of the configured issuer.")

    async def __call__(self, request: Request) -> Caller:
        """The caller. Raises ProblemError 401 without a good token."""
        return await _signed_in(request)


class _MaybeBearer(SecurityBase):
    scheme_name = "maybeBearer"
    model = HTTPBearer(bearerFormat="JWT")

    async def __call__(self, request: Request) -> Caller | None:
        """The caller, or None when nobody says who they are. A bad token is still 401."""
        return await _signed_in(request) if "authorization" in request.headers else None


async def _signed_in(request: Request) -> Caller:
    scheme, token = get_authorization_scheme_param(request.headers.get("authorization"))
    if scheme.lower() != "bearer" or not token:
        raise not_signed_in("Send a bearer token in the Authorization header.")
    sign_in: SignIn = request.app.state.sign_in
    return await sign_in.caller(token)


SignedIn = Annotated[Caller, Security(_Bearer())]
MaybeSignedIn = Annotated[Caller | None, Security(_MaybeBearer())]
