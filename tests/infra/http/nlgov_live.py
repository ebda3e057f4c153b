"""The NLGov REST API Design Rules 2.2 that show at the doors an OpenAPI document describes.

Each yields what breaks it, in words. The client should be signed in.

    assert list(rule(client, document)) == []
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from starlette.testclient import TestClient

from infra.http.openapi import operations
from tests.infra.http.nlgov import PROBLEM, Document

LiveRule = Callable[[TestClient, Document], Iterator[str]]

SECURITY_HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": "frame-ancestors 'none'",
    "strict-transport-security": "max-age=",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}


def live_no_trailing_slash(client: TestClient, document: Document) -> Iterator[str]:
    for path, _, _ in operations(document):
        answer = client.get(f"{_filled(document, path)}/")
        if answer.status_code != 404:
            yield f"{path}/ answers {answer.status_code}, not 404"


def live_publish_openapi(client: TestClient, document: Document) -> Iterator[str]:
    headers = {"Authorization": "", "Origin": "https://example.org"}
    answer = client.get(_filled(document, "/openapi.json"), headers=headers)
    if answer.status_code != 200 or answer.json() != document:
        yield "/openapi.json is not this description"
    if answer.headers.get("access-control-allow-origin") != "*":
        yield "/openapi.json may not be read by any web page"


def live_version_and_security_headers(client: TestClient, document: Document) -> Iterator[str]:
    for path in [*document["paths"], "/there-is-no-such-address"]:
        answer = client.get(_filled(document, path))
        if answer.headers.get("api-version") != document["info"]["version"]:
            yield f"{path} ({answer.status_code}) lacks API-Version"
        for name, value in SECURITY_HEADERS.items():
            if value not in answer.headers.get(name, ""):
                yield f"{path} ({answer.status_code}) lacks {name} with {value}"
        if "server" in answer.headers or "x-powered-by" in answer.headers:
            yield f"{path} tells what it is made of"


def live_http_methods(client: TestClient, document: Document) -> Iterator[str]:
    for path, item in document["paths"].items():
        allowed = {method.upper() for method in item}
        allowed |= {"HEAD"} if "GET" in allowed else set()
        for method in {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"} - allowed:
            answer = client.request(method, _filled(document, path))
            told = set(answer.headers.get("allow", "").split(", "))
            if answer.status_code != 405 or told != allowed:
                yield f"{method} {path}: {answer.status_code}, Allow {sorted(told)}"
        if "GET" in allowed:
            yield from _head_differs(client, _filled(document, path))


def live_problem_details(client: TestClient, document: Document) -> Iterator[str]:
    answer = client.get(_filled(document, "/there-is-no-such-address"))
    if answer.headers["content-type"] != PROBLEM or answer.json().get("status") != 404:
        yield "404 is not a problem"


def live_invalid_input(client: TestClient, document: Document) -> Iterator[str]:
    """A list is no body of ours, and xml is no media type of ours."""
    for path, method, operation in operations(document):
        address = _filled(document, path)
        if "requestBody" in operation:
            for media, status in (("application/json", 400), ("application/xml", 415)):
                headers = {"Content-Type": media}
                answer = client.request(method, address, headers=headers, content=b"[1]")
                yield from _expects(status, answer, path)
        elif method == "get":
            xml = {"Accept": "application/xml"}
            yield from _expects(406, client.get(address, headers=xml), path)


def _expects(status: int, answer: Any, path: str) -> Iterator[str]:
    if answer.status_code != status or answer.headers.get("content-type") != PROBLEM:
        yield f"{path} answers {answer.status_code}, not a problem with {status}"


def _head_differs(client: TestClient, address: str) -> Iterator[str]:
    get, head = client.get(address), client.head(address)
    if (head.status_code, head.content) != (get.status_code, b""):
        yield f"HEAD {address} answers {head.status_code}, GET {get.status_code}"


def _filled(document: Document, path: str) -> str:
    return str(document["servers"][0]["url"]) + re.sub("[{][^}]+[}]", "X", path)


LIVE_RULES: tuple[LiveRule, ...] = (
    live_no_trailing_slash,
    live_publish_openapi,
    live_version_and_security_headers,
    live_http_methods,
    live_problem_details,
    live_invalid_input,
)
