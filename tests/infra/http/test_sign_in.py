"""Forged, stale and misdirected tokens open no door."""

import hmac
import json
from base64 import urlsafe_b64encode
from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from jwt.algorithms import ECAlgorithm, OKPAlgorithm, RSAAlgorithm
from starlette.testclient import TestClient
from structlog.testing import capture_logs

from infra.clock import now
from infra.http.demo_issuer import DemoIssuer
from infra.http.jwks import GivenKeys
from infra.http.problems import ProblemError
from infra.http.sign_in import Caller, SignIn

ISSUER = "https://idp.example"
KEYS: dict[str, Any] = {
    "EdDSA": Ed25519PrivateKey.generate(),
    "ES256": ec.generate_private_key(ec.SECP256R1()),
    "RS256": rsa.generate_private_key(65537, 2048),
}
OTHERS_KEY = Ed25519PrivateKey.generate()
WRITERS: dict[str, Any] = {"EdDSA": OKPAlgorithm, "ES256": ECAlgorithm, "RS256": RSAAlgorithm}
JWKS = {
    "keys": [
        {**WRITERS[alg].to_jwk(key.public_key(), as_dict=True), "kid": alg}
        for alg, key in KEYS.items()
    ]
    + [{"kty": "oct", "k": "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlYw", "kid": "oct"}]
}
RSA_PEM = KEYS["RS256"].public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def after(seconds: int) -> timedelta:
    """So long after a token is made; negative for before."""
    return timedelta(seconds=seconds)


# Moments are told from when a token is made: a long run of tests outlives any fixed one.
CLAIMS: dict[str, Any] = {
    "iss": ISSUER,
    "aud": "griffie",
    "sub": "u-1",
    "iat": timedelta(),
    "nbf": timedelta(),
    "exp": after(600),
}


def _part(value: object) -> str:
    return urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def _now_in(claims: dict[str, Any]) -> dict[str, Any]:
    second = int(now().timestamp())
    return {
        name: second + int(value.total_seconds()) if isinstance(value, timedelta) else value
        for name, value in claims.items()
        if value is not None
    }


def signed(alg: str = "EdDSA", *, key: Any = None, header: Any = None, **claims: Any) -> str:
    """A token as the issuer would make it, but for what is given; None leaves a claim out."""
    body = _now_in(CLAIMS | claims)
    return jwt.encode(body, key or KEYS[alg], algorithm=alg, headers={"kid": alg} | (header or {}))


def forged(header: dict[str, Any], secret: bytes | None = None) -> str:
    text = f"{_part(header)}.{_part(_now_in(CLAIMS))}"
    if secret is None:
        return f"{text}."
    seal = urlsafe_b64encode(hmac.digest(secret, text.encode(), sha256))
    return f"{text}.{seal.rstrip(b'=').decode()}"


async def caller_of(token: str) -> Caller:
    keys = GivenKeys(JWKS)
    return await SignIn(issuer=ISSUER, audience="griffie", keys=keys).caller(token)


ATTACKS: dict[str, Callable[[], str]] = {
    "alg none": lambda: forged({"alg": "none", "typ": "JWT", "kid": "EdDSA"}),
    "alg None, in other letters": lambda: forged({"alg": "nOnE", "kid": "EdDSA"}),
    "no alg": lambda: forged({"kid": "EdDSA"}),
    "alg is a list": lambda: forged({"alg": ["EdDSA"], "kid": "EdDSA"}),
    "HS256 with the public key": lambda: forged({"alg": "HS256", "kid": "RS256"}, RSA_PEM),
    "HS256 with an oct key": lambda: forged({"alg": "HS256", "kid": "oct"}, b"secret"),
    "RS384 is not on the list": lambda: signed(
        "RS384", key=KEYS["RS256"], header={"kid": "RS256"}
    ),
    "signed by somebody else": lambda: signed(key=OTHERS_KEY),
    "another key's name": lambda: signed(header={"kid": "ES256"}),
    "signature cut off": lambda: signed().rpartition(".")[0] + ".",
    "other claims under the signature": lambda: ".".join(
        [
            signed().split(".")[0],
            _part(_now_in(CLAIMS | {"sub": "u-2"})),
            signed().split(".")[2],
        ]
    ),
    "kid unknown": lambda: signed(header={"kid": "unheard-of"}),
    "no kid": lambda: forged({"alg": "EdDSA"}, b"x"),
    "kid is a path": lambda: signed(header={"kid": "../../etc/passwd"}),
    "kid is a number": lambda: forged({"alg": "EdDSA", "kid": 1}, b"x"),
    "jku names another set": lambda: signed(
        key=OTHERS_KEY, header={"kid": "mine", "jku": "https://evil.example/jwks"}
    ),
    "jwk brings its own key": lambda: signed(
        key=OTHERS_KEY,
        header={"jwk": OKPAlgorithm.to_jwk(OTHERS_KEY.public_key(), as_dict=True)},
    ),
    "crit, even what PyJWT knows": lambda: signed(header={"crit": ["b64"], "b64": True}),
    "crit unknown": lambda: signed(header={"crit": ["x"], "x": 1}),
    "a logout token": lambda: signed(header={"typ": "logout+jwt"}),
    "expired": lambda: signed(iat=after(-900), nbf=after(-900), exp=after(-61)),
    "not valid yet": lambda: signed(nbf=after(120)),
    "issued tomorrow": lambda: signed(iat=after(86400), exp=after(87000)),
    "another issuer": lambda: signed(iss=f"{ISSUER}/"),
    "another audience": lambda: signed(aud=["other", "service"]),
    "lives for a week": lambda: signed(exp=timedelta(seconds=7 * 86400)),
    "exp is no number": lambda: signed(exp="soon"),
    "exp is not finite": lambda: signed(exp=float("inf")),
    "sub is empty": lambda: signed(sub=""),
    "sub holds NUL": lambda: signed(sub="u\x00"),
    "person is no uuid": lambda: signed(person="somebody"),
    "roles are a list": lambda: signed(griffie_roles=["handler"]),
    "roles are a text": lambda: signed(griffie_roles={"*": "handler"}),
    "too long": lambda: signed(name="x" * 9000),
    "a deep header": lambda: f"{'W1tb' * 1500}.e30.e30",
    "no token at all": lambda: "x",
    "five parts": lambda: "a.b.c.d.e",
    "not ASCII": lambda: "é.é.é",
}


@pytest.mark.anyio
@pytest.mark.parametrize("claim", CLAIMS)
async def test_a_claim_that_is_missing_is_401(claim: str) -> None:
    left_out: dict[str, Any] = {claim: None}
    with pytest.raises(ProblemError, match="lacks a claim"):
        await caller_of(signed(**left_out))


@pytest.mark.anyio
@pytest.mark.parametrize("attack", ATTACKS)
async def test_a_bad_token_is_401(attack: str) -> None:
    with pytest.raises(ProblemError) as refused:
        await caller_of(ATTACKS[attack]())
    assert refused.value.status_code == 401
    assert refused.value.headers == {"WWW-Authenticate": 'Bearer error="invalid_token"'}


@pytest.mark.anyio
@pytest.mark.parametrize("alg", KEYS)
async def test_a_good_token_is_a_caller(alg: str) -> None:
    person = UUID(int=7)
    roles = {"lvv-certification": ["handler"], "*": ["reader"]}
    caller = await caller_of(
        signed(
            alg, griffie_roles=roles, person=str(person), organisation="LVV", name="A. de Vries"
        )
    )
    assert (caller.id, caller.organisation, caller.person) == ("u-1", "LVV", person)
    assert caller.roles_in("lvv-certification") == {"handler", "reader"}
    assert caller.roles_in("svpb-exams") == {"reader"}
    assert "handler" not in repr(caller)


@pytest.mark.anyio
@pytest.mark.parametrize(
    "claims",
    [
        {"exp": after(-30)},
        {"nbf": after(30)},
        {"iat": after(30)},
        {"aud": ["griffie", "x"]},
    ],
)
async def test_clocks_may_differ_a_little(claims: dict[str, Any]) -> None:
    assert (await caller_of(signed(**claims))).id == "u-1"


def test_no_token_is_a_challenge_without_an_error(anyone: TestClient) -> None:
    answer = anyone.put("/api/v1/samples/A", json={"title": "x", "takenOn": "2026-03-31"})
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("value", ["Basic YTpi", "Bearer", "Bearer x", "bearer é", "Bearer a b"])
def test_a_bad_authorization_is_401_even_where_nobody_needs_one(
    value: str, anyone: TestClient
) -> None:
    headers = {b"Authorization": value.encode("latin-1")}
    assert anyone.get("/api/v1/samples/A", headers=headers).status_code == 401


def test_who_signs_in_is_seen(anyone: TestClient, someone: TestClient) -> None:
    assert anyone.get("/api/v1/samples/A").json() == {"seenBy": "anyone"}
    assert someone.get("/api/v1/samples/A").json() == {"seenBy": "u-1"}


def test_neither_roles_nor_tokens_are_logged(anyone: TestClient, issuer: DemoIssuer) -> None:
    token = issuer.issue("u-1", {"*": ["secret-role"]})
    with capture_logs() as lines:
        anyone.get("/api/v1/samples/A", headers={"Authorization": f"Bearer {token}"})
        anyone.get("/api/v1/samples/A", headers={"Authorization": f"Bearer {token}x"})
    assert [line["event"] for line in lines] == ["request", "token refused", "request"]
    assert "secret-role" not in str(lines)
    assert token[:20] not in str(lines)


class Counted(GivenKeys):
    """Keys that can be taken away; ``proofs`` counts the signatures that were checked."""

    def withdraw(self, kid: str) -> None:
        del self._keys[kid]


@pytest.fixture
def proofs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    checked, decode = list[str](), jwt.decode

    def noted(token: str, *given: Any, **more: Any) -> Any:
        checked.append(token)
        return decode(token, *given, **more)

    monkeypatch.setattr("jwt.decode", noted)
    return checked


@pytest.mark.anyio
async def test_a_token_is_proven_once_a_minute_while_its_key_is_there(proofs: list[str]) -> None:
    keys = Counted(JWKS)
    sign_in, token = SignIn(issuer=ISSUER, audience="griffie", keys=keys), signed()
    first = await sign_in.caller(token)
    assert await sign_in.caller(token) is first
    assert proofs == [token]
    with pytest.raises(ProblemError):
        await sign_in.caller(token[:-2] + ("AA" if token[-2:] != "AA" else "BB"))
    keys.withdraw("EdDSA")
    with pytest.raises(ProblemError):
        await sign_in.caller(token)


@pytest.mark.anyio
async def test_a_token_is_remembered_no_longer_than_it_lives(
    proofs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in = SignIn(issuer=ISSUER, audience="griffie", keys=GivenKeys(JWKS))
    past_its_end = signed(iat=after(-100), nbf=after(-100), exp=after(-5))
    for _ in range(2):  # within the minute by which clocks may differ
        await sign_in.caller(past_its_end)
    assert proofs == 2 * [past_its_end]
    monkeypatch.setattr("infra.http.access_tokens.REMEMBERED", 0.0)
    for _ in range(2):
        await sign_in.caller(signed(sub="u-2"))
    assert len(proofs) == 4


@pytest.mark.anyio
async def test_few_tokens_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("infra.http.access_tokens.MOST_REMEMBERED", 2)
    sign_in = SignIn(issuer=ISSUER, audience="griffie", keys=GivenKeys(JWKS))
    told = [signed(sub=f"u-{n}") for n in range(4)]
    assert [(await sign_in.caller(one)).id for one in told] == ["u-0", "u-1", "u-2", "u-3"]
    assert len(sign_in._proven_before) == 2
    assert (await sign_in.caller(told[0])).id == "u-0"
