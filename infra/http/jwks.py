"""The public keys that access tokens are signed with (RFC 7517), and nothing a token says itself.

A key is found by its kid in the issuer's own set; the headers jku, x5u, x5c and jwk are not read.
"""

import asyncio
import json
from collections.abc import Callable, Mapping
from time import monotonic
from typing import Any, Protocol
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, build_opener

import structlog
from jwt import PyJWK, PyJWKSet
from jwt.exceptions import PyJWTError

from infra.http.problems import unavailable

ALGORITHMS = ("RS256", "ES256", "EdDSA")
_HOUR = 3600.0
_A_MINUTE = 60.0
_LARGEST_SET = 256 * 1024
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_log = structlog.get_logger("griffie.http")


class KeySource(Protocol):
    """Where keys come from."""

    async def key(self, kid: str) -> PyJWK | None:
        """The signing key of that name; None when the issuer has none."""
        ...


class GivenKeys:
    """A key set at hand, as of the demo issuer. Raises ValueError when it has no usable key."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._keys = _signing_keys(document)

    async def key(self, kid: str) -> PyJWK | None:
        """The signing key of that name."""
        return self._keys.get(kid)


class IssuerKeys:
    """The key set of an issuer, fetched when needed and kept for an hour.

    An unknown kid makes it fetch again, once a minute at most, so that a stream of bad tokens is
    no stream of fetches. While the issuer is away, keys once fetched stay good for a day, so
    that its restart is not ours. Without `jwks_url`, the issuer's discovery document names it.
    Raises ValueError when an address is not https (plain http on loopback only).
    """

    def __init__(
        self,
        issuer: str,
        jwks_url: str | None = None,
        *,
        seconds: Callable[[], float] = monotonic,
        timeout: float = 5.0,
    ) -> None:
        self._discovery = f"{issuer.rstrip('/')}/.well-known/openid-configuration"
        self._jwks_url = jwks_url
        _check_address(jwks_url or self._discovery)
        self._seconds = seconds
        self._timeout = timeout
        self._keys: dict[str, PyJWK] = {}
        self._fetched_at = self._tried_at = float("-inf")
        self._one_at_a_time = asyncio.Lock()

    async def key(self, kid: str) -> PyJWK | None:
        """The signing key of that name. Raises ProblemError 503 when no keys can be had."""
        if kid not in self._keys or self._age() > _HOUR:
            async with self._one_at_a_time:
                if self._seconds() - self._tried_at >= _A_MINUTE:
                    await self._fetch()
        if self._age() > 24 * _HOUR:
            raise unavailable("The keys to check tokens with cannot be had.", retry_after=60)
        return self._keys.get(kid)

    def _age(self) -> float:
        return self._seconds() - self._fetched_at

    async def _fetch(self) -> None:
        self._tried_at = self._seconds()
        try:
            self._keys = _signing_keys(await asyncio.to_thread(self._download))
        except (OSError, ValueError) as error:
            _log.warning("issuer keys not fetched", error=type(error).__qualname__)
        else:
            self._fetched_at = self._seconds()

    def _download(self) -> Mapping[str, Any]:
        if self._jwks_url is None:
            found = str(_read(self._discovery, self._timeout).get("jwks_uri"))
            _check_address(found)
            self._jwks_url = found
        return _read(self._jwks_url, self._timeout)


class _NoRedirect(HTTPRedirectHandler):
    """An issuer's keys are where it says they are, and not where another host sends us."""

    def redirect_request(self, *_: object) -> None:
        return None


_opener = build_opener(_NoRedirect)


def _read(address: str, timeout: float) -> Mapping[str, Any]:
    with _opener.open(address, timeout=timeout) as answer:
        body = answer.read(_LARGEST_SET + 1)
    if len(body) > _LARGEST_SET:
        raise ValueError("the key set is too large")
    document = json.loads(body)
    if not isinstance(document, dict):
        raise ValueError("the key set is not a JSON object")
    return document


def _check_address(address: str) -> None:
    parts = urlsplit(address)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        raise ValueError("the issuer's keys are fetched over https only (http on loopback)")


def _signing_keys(document: Mapping[str, Any]) -> dict[str, PyJWK]:
    try:
        keys = PyJWKSet(document.get("keys", [])).keys
    except PyJWTError as error:
        raise ValueError(f"no usable key: {type(error).__qualname__}") from None
    return {
        key.key_id: key
        for key in keys
        if key.key_id and key.public_key_use in (None, "sig") and key.algorithm_name in ALGORITHMS
    }
