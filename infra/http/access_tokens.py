"""Access tokens of the one configured issuer, proven and read (RFC 8725, RFC 9068).

Roles in a token are a ceiling; what somebody may do in a case is decided in the case.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from types import MappingProxyType
from typing import Annotated, Any
from uuid import UUID

import jwt
import structlog
from jwt import PyJWK
from jwt import exceptions as tokens
from jwt.utils import base64url_decode
from pydantic import BaseModel, Field, ValidationError

from infra import clock
from infra.http.jwks import ALGORITHMS, KeySource
from infra.http.problems import not_signed_in
from infra.http.values import Text, Uuid

EVERY_SCHEME = "*"
LEEWAY = 60  # seconds that two clocks may differ
LONGEST_LIFE = 24 * 60 * 60  # seconds; an access token that lives longer is something else
_LARGEST = 8192  # characters
REMEMBERED, MOST_REMEMBERED = 60.0, 1000  # seconds; tokens
_KINDS = frozenset({"jwt", "at+jwt", "application/at+jwt"})
_REQUIRED = ["iss", "aud", "sub", "exp", "nbf", "iat"]
_log = structlog.get_logger("griffie.http")


@dataclass(frozen=True)
class Caller:
    """Somebody signed in. `id` is the token's sub; there is one issuer, so it is enough."""

    id: str
    organisation: str | None
    person: UUID | None = None
    on_behalf_of: str | None = None
    roles: Mapping[str, frozenset[str]] = field(default_factory=dict, repr=False)

    def roles_in(self, scheme: str) -> frozenset[str]:
        """The roles under `scheme`, with those that hold under every scheme."""
        nothing: frozenset[str] = frozenset()
        return self.roles.get(scheme, nothing) | self.roles.get(EVERY_SCHEME, nothing)


class _Claims(BaseModel):
    """What we read of a token; `name`, e-mail and the rest are left where they are."""

    sub: Annotated[str, Text(255)]
    iat: Annotated[float, Field(allow_inf_nan=False)]
    exp: Annotated[float, Field(allow_inf_nan=False)]
    organisation: Annotated[str, Text(255)] | None = None
    person: Uuid | None = None
    on_behalf_of: Annotated[str, Text(255)] | None = None
    griffie_roles: dict[Annotated[str, Text(100)], list[Annotated[str, Text(100)]]] = {}


@dataclass(frozen=True)
class _Proven:
    """Whose token it is, by which key, and until which moment that need not be proven again."""

    caller: Caller
    kid: str
    key: PyJWK
    until: float


class SignIn:
    """Checks tokens of `issuer` that are meant for `audience`.

    One that was proven is remembered by its digest for a minute, within its life and only while
    the issuer has the key: proving costs more than most questions do.
    """

    def __init__(self, *, issuer: str, audience: str, keys: KeySource) -> None:
        self._issuer = issuer
        self._audience = audience
        self._keys = keys
        self._proven_before: dict[bytes, _Proven] = {}

    async def caller(self, token: str) -> Caller:
        """Whose token this is. Raises ProblemError 401, and 503 when keys cannot be had."""
        digest = sha256(token.encode()).digest()
        before = self._proven_before.get(digest)
        if before is not None and await self._still_holds(before):
            return before.caller
        proven = await self._whose(token)
        self._proven_before[digest] = proven
        if len(self._proven_before) > MOST_REMEMBERED:
            del self._proven_before[next(iter(self._proven_before))]
        return proven.caller

    async def _still_holds(self, before: _Proven) -> bool:
        in_time = clock.now().timestamp() < before.until
        return in_time and await self._keys.key(before.kid) is before.key

    async def _whose(self, token: str) -> _Proven:
        try:
            key, said = await self._proven(token)
            claims = _Claims.model_validate(said)
            if claims.exp - claims.iat > LONGEST_LIFE:
                raise tokens.InvalidTokenError("lives too long")
        except (tokens.PyJWTError, ValueError, RecursionError) as error:
            _log.info("token refused", reason=type(error).__qualname__)
            raise not_signed_in(_words(error), "invalid_token") from None
        caller = Caller(
            id=claims.sub,
            organisation=claims.organisation,
            person=claims.person,
            on_behalf_of=claims.on_behalf_of,
            roles=MappingProxyType({s: frozenset(r) for s, r in claims.griffie_roles.items()}),
        )
        until = min(clock.now().timestamp() + REMEMBERED, claims.exp)
        return _Proven(caller, _header(token)["kid"], key, until)

    async def _proven(self, token: str) -> tuple[PyJWK, dict[str, Any]]:
        if len(token) > _LARGEST:
            raise tokens.DecodeError("too long")
        header = _header(token)
        if header.get("alg") not in ALGORITHMS or "crit" in header:
            raise tokens.InvalidTokenError("alg or crit")
        if str(header.get("typ", "JWT")).lower() not in _KINDS:
            raise tokens.InvalidTokenError("not an access token")
        key = await self._keys.key(header["kid"])
        if key is None:
            raise tokens.InvalidKeyError("unknown key")
        claims: dict[str, Any] = jwt.decode(
            token,
            key,
            algorithms=ALGORITHMS,
            issuer=self._issuer,
            audience=self._audience,
            leeway=LEEWAY,
            options={"require": _REQUIRED, "enforce_minimum_key_length": True},
        )
        return key, claims


def _header(token: str) -> dict[str, Any]:
    """What the token says of its key, unproven. `jwt.decode` checks the whole token again; its own
    reading of headers would do that twice."""
    header = json.loads(base64url_decode(token.partition(".")[0]))
    if not isinstance(header, dict) or not isinstance(header.get("kid"), str):
        raise tokens.InvalidTokenError("the header names no key")
    return header


def _words(error: Exception) -> str:
    match error:
        case tokens.ExpiredSignatureError():
            return "The token has expired; ask for a new one."
        case tokens.ImmatureSignatureError():
            return "The token is not valid yet."
        case tokens.InvalidAudienceError() | tokens.InvalidIssuerError():
            return "The token is of another issuer, or meant for another service."
        case tokens.MissingRequiredClaimError() | ValidationError():
            return "The token lacks a claim that is needed, or has it in another form."
    return "The token is not valid."
