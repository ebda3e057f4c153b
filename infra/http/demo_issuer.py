"""Signs access tokens for the demonstration, development and tests; never in production.

The same checks run on its tokens as on anyone's: it only stands in for the issuer.
"""

import json
import os
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4  # noqa: TID251 - tokens enter at the door

import jwt
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from jwt.algorithms import OKPAlgorithm
from jwt.utils import base64url_encode

from infra.clock import Clock, now
from infra.http.jwks import GivenKeys
from infra.http.sign_in import SignIn

ISSUER = "urn:griffie:demo-issuer"


class DemoIssuer:
    """An issuer whose Ed25519 key lies in `data_dir`, readable by its owner only.

    Raises RuntimeError in production, and when others can read the key.
    """

    def __init__(
        self, data_dir: Path, *, mode: str, audience: str = "griffie", clock: Clock = now
    ) -> None:
        if mode not in ("demo", "dev", "test"):
            raise RuntimeError(
                f"the demo issuer does not sign in {mode!r} mode; set GRIFFIE_OIDC_ISSUER"
            )
        self._key = _key_in(data_dir)
        self._audience = audience
        self._clock = clock
        self._jwk = _public(self._key)

    @property
    def jwks(self) -> dict[str, Any]:
        """The public key set (RFC 7517)."""
        return {"keys": [self._jwk]}

    def sign_in(self) -> SignIn:
        """The checks that take this issuer's tokens."""
        return SignIn(issuer=ISSUER, audience=self._audience, keys=GivenKeys(self.jwks))

    def issue(
        self,
        sub: str,
        roles: Mapping[str, Iterable[str]],
        *,
        organisation: str | None = None,
        person: UUID | None = None,
        on_behalf_of: str | None = None,
        minutes: int = 60,
    ) -> str:
        """A token for `sub`, with role names a scheme ("*" for all), good for `minutes`."""
        moment = self._clock()
        claims = {
            "iss": ISSUER,
            "aud": self._audience,
            "sub": sub,
            "iat": moment,
            "nbf": moment,
            "exp": moment + timedelta(minutes=minutes),
            "jti": str(uuid4()),
            "griffie_roles": {scheme: sorted(names) for scheme, names in roles.items()},
            "organisation": organisation,
            "person": str(person) if person else None,
            "on_behalf_of": on_behalf_of,
        }
        claims = {name: value for name, value in claims.items() if value is not None}
        header = {"kid": self._jwk["kid"], "typ": "at+jwt"}
        return jwt.encode(claims, self._key, algorithm="EdDSA", headers=header)


def _public(key: Ed25519PrivateKey) -> dict[str, Any]:
    jwk: dict[str, Any] = OKPAlgorithm.to_jwk(key.public_key(), as_dict=True)
    return {**jwk, "kid": _thumbprint(jwk), "use": "sig", "alg": "EdDSA"}


def _thumbprint(jwk: Mapping[str, Any]) -> str:
    """The name of a key that anyone can work out from it (RFC 7638)."""
    members = {name: jwk[name] for name in ("crv", "kty", "x")}
    text = json.dumps(members, sort_keys=True, separators=(",", ":"))
    return base64url_encode(sha256(text.encode()).digest()).decode()


def _key_in(data_dir: Path) -> Ed25519PrivateKey:
    path = data_dir / "demo-issuer.pem"
    if not path.exists():
        _make(path)
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise RuntimeError("demo-issuer.pem can be read by others; make it mode 0600")
    key = load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise RuntimeError("demo-issuer.pem is not an Ed25519 key; remove it to get a new one")
    return key


def _make(path: Path) -> None:
    """Written whole under another name first: of two that make a key at once, one wins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    pem = Ed25519PrivateKey.generate().private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    )
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(pem)
    with suppress(FileExistsError):
        path.hardlink_to(draft)
    draft.unlink()
