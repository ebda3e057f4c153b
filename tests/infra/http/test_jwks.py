"""Keys come from the issuer's own address, seldom, and stay when it is away for a while."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from infra.http.demo_issuer import DemoIssuer
from infra.http.jwks import GivenKeys, IssuerKeys
from infra.http.problems import ProblemError


class Issuer:
    """A real server of key sets, that counts how often it is asked."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[int, bytes, dict[str, str]]] = {}
        self.asked: list[str] = []
        issuer = self

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                issuer.asked.append(self.path)
                status, body, headers = issuer.pages.get(self.path, (404, b"", {}))
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Nothing; the test looks at `asked`."""

        self.server = HTTPServer(("127.0.0.1", 0), Answer)
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def holds(self, path: str, document: Any, status: int = 200, **headers: str) -> None:
        self.pages[path] = (status, json.dumps(document).encode(), headers)


class Seconds:
    """A monotonic clock that is moved by hand."""

    def __init__(self) -> None:
        self.at = 1000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def away() -> Iterator[Issuer]:
    issuer = Issuer()
    thread = threading.Thread(target=issuer.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield issuer
    issuer.server.shutdown()
    thread.join()
    issuer.server.server_close()


@pytest.fixture
def named(issuer: DemoIssuer) -> str:
    return str(issuer.jwks["keys"][0]["kid"])


@pytest.mark.anyio
async def test_keys_are_fetched_once_and_found_by_name(
    away: Issuer, issuer: DemoIssuer, named: str, seconds: Seconds
) -> None:
    away.holds("/jwks", issuer.jwks)
    keys = IssuerKeys("https://idp.example", f"{away.url}/jwks", seconds=seconds)
    assert await keys.key(named) is not None
    assert await keys.key(named) is not None
    assert away.asked == ["/jwks"]


@pytest.mark.anyio
async def test_the_issuer_says_itself_where_its_keys_are(
    away: Issuer, issuer: DemoIssuer, named: str
) -> None:
    away.holds("/.well-known/openid-configuration", {"jwks_uri": f"{away.url}/certs"})
    away.holds("/certs", issuer.jwks)
    assert await IssuerKeys(away.url).key(named) is not None


@pytest.mark.anyio
async def test_an_unknown_name_fetches_again_but_once_a_minute(
    away: Issuer, issuer: DemoIssuer, seconds: Seconds
) -> None:
    away.holds("/jwks", issuer.jwks)
    keys = IssuerKeys("https://idp.example", f"{away.url}/jwks", seconds=seconds)
    for _ in range(50):
        assert await keys.key("unheard-of") is None
    assert len(away.asked) == 1
    seconds.at += 60
    assert await keys.key("unheard-of") is None
    assert len(away.asked) == 2


@pytest.mark.anyio
async def test_a_withdrawn_key_is_gone_after_an_hour(
    away: Issuer, issuer: DemoIssuer, named: str, seconds: Seconds
) -> None:
    away.holds("/jwks", issuer.jwks)
    keys = IssuerKeys("https://idp.example", f"{away.url}/jwks", seconds=seconds)
    assert await keys.key(named) is not None
    away.holds("/jwks", {"keys": [{**issuer.jwks["keys"][0], "kid": "new"}]})
    seconds.at += 3601
    assert await keys.key(named) is None
    assert await keys.key("new") is not None


@pytest.mark.anyio
async def test_keys_outlive_an_absent_issuer_for_a_day(
    away: Issuer, issuer: DemoIssuer, named: str, seconds: Seconds
) -> None:
    away.holds("/jwks", issuer.jwks)
    keys = IssuerKeys("https://idp.example", f"{away.url}/jwks", seconds=seconds)
    await keys.key(named)
    away.pages.clear()
    seconds.at += 23 * 3600
    assert await keys.key(named) is not None
    seconds.at += 2 * 3600
    with pytest.raises(ProblemError) as refused:
        await keys.key(named)
    assert refused.value.status_code == 503


@pytest.mark.anyio
@pytest.mark.parametrize(
    "document", [[], "x", {}, {"keys": []}, {"keys": [{"kty": "oct", "k": "x"}]}]
)
async def test_no_usable_set_is_503(document: Any, away: Issuer) -> None:
    away.holds("/jwks", document)
    with pytest.raises(ProblemError) as refused:
        await IssuerKeys("https://idp.example", f"{away.url}/jwks").key("any")
    assert refused.value.status_code == 503
    assert refused.value.headers == {"Retry-After": "60"}


@pytest.mark.anyio
async def test_a_redirect_is_not_followed(away: Issuer, issuer: DemoIssuer, named: str) -> None:
    away.holds("/elsewhere", issuer.jwks)
    away.holds("/jwks", {}, 302, Location=f"{away.url}/elsewhere")
    with pytest.raises(ProblemError):
        await IssuerKeys("https://idp.example", f"{away.url}/jwks").key(named)
    assert away.asked == ["/jwks"]


@pytest.mark.anyio
async def test_a_set_without_end_is_not_read(away: Issuer) -> None:
    away.holds("/jwks", {"keys": [], "filling": "x" * 300_000})
    with pytest.raises(ProblemError):
        await IssuerKeys("https://idp.example", f"{away.url}/jwks").key("any")


@pytest.mark.parametrize("address", ["http://idp.example/jwks", "file:///etc/passwd", "jwks"])
def test_keys_come_over_https(address: str) -> None:
    with pytest.raises(ValueError, match="https"):
        IssuerKeys("https://idp.example", address)


def test_a_given_set_needs_a_usable_key() -> None:
    with pytest.raises(ValueError, match="no usable key"):
        GivenKeys({"keys": []})
