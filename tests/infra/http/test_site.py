"""What every answer of the site has in common, and what the site says about itself."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import UUID

import pytest
from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles
from starlette.applications import Starlette
from starlette.testclient import TestClient
from structlog.testing import capture_logs

from infra.http.chassis import build_site
from infra.http.demo_issuer import DemoIssuer
from infra.http.observability import Metrics
from tests.infra.http.sample import client_of, sample_api, sample_site

PAGES = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


@pytest.mark.parametrize("path", ["/", "/health", "/nowhere", "/api/v1"])
def test_a_page_has_its_policy_and_no_api_version(path: str, anyone: TestClient) -> None:
    answer = anyone.get(path)
    assert answer.headers["content-security-policy"] == PAGES
    assert answer.headers["x-frame-options"] == "DENY"
    assert "api-version" not in answer.headers


def test_the_api_has_a_stricter_policy(anyone: TestClient) -> None:
    policy = anyone.get("/api/v1/samples").headers["content-security-policy"]
    assert policy == "default-src 'none'; frame-ancestors 'none'"


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("DELETE", "/api/v1/samples", "GET, HEAD, POST"),
        ("PATCH", "/api/v1/samples/A", "GET, HEAD, PUT"),
        ("GET", "/api/v1/anything", "POST"),
        ("HEAD", "/api/v1/anything", "POST"),
        ("TRACE", "/api/v1/samples", "GET, HEAD, POST"),
        ("BREW", "/api/v1/samples", "GET, HEAD, POST"),
        ("POST", "/health", "GET, HEAD"),
        ("POST", "/", "GET, HEAD"),
    ],
)
def test_405_names_every_method(method: str, path: str, allowed: str, anyone: TestClient) -> None:
    answer = anyone.request(method, path)
    assert (answer.status_code, answer.headers["allow"]) == (405, allowed)


@pytest.mark.parametrize("path", ["/", "/health", "/ready", "/metrics", "/api/v1/samples"])
def test_head_is_get_without_content(path: str, anyone: TestClient) -> None:
    head = anyone.head(path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-type"] == anyone.get(path).headers["content-type"]


@pytest.mark.parametrize("path", ["/health/", "/search/", "/api/v1/", "/api/v1/samples/A/"])
def test_a_trailing_slash_is_404(path: str, anyone: TestClient) -> None:
    answer = anyone.get(path)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("123e4567-e89b-42d3-a456-426614174000", True),
        ("4BF92F3577B34DA6A3CE929D0E0E4736", True),
        ("123456782", False),
        ("Jansen", False),
        ("x" * 5000, False),
        ("123e4567-e89b-42d3-a456-426614174000 DROP", False),
    ],
)
def test_a_request_id_is_kept_when_it_can_name_nobody(
    asked: str, kept: bool, anyone: TestClient
) -> None:
    given = anyone.get("/health", headers={"X-Request-Id": asked}).headers["x-request-id"]
    assert str(UUID(given)) == given
    assert (kept and UUID(asked) == UUID(given)) or (not kept and given != asked)


def test_the_log_tells_the_route_and_never_the_path(anyone: TestClient) -> None:
    with capture_logs() as lines:
        anyone.head("/api/v1/samples/JANSEN-1970?x=Jansen")
        anyone.get("/api/v1/JANSEN-1970")
        anyone.request("JANSEN", "/api/v1/samples")
    assert [(line["method"], line["route"], line["status"]) for line in lines] == [
        ("HEAD", "/api/v1/samples/{number}", 200),
        ("GET", "(none)", 404),
        ("OTHER", "/api/v1/samples", 405),
    ]
    assert "JANSEN" not in str(lines).upper()


def test_static_files_are_one_route_and_keep_their_own_caching(
    issuer: DemoIssuer, tmp_path: Path
) -> None:
    (tmp_path / "site.css").write_text("body {}")
    pages = APIRouter()
    pages.mount("/static", StaticFiles(directory=tmp_path))

    @pages.get("/cached")
    async def cached() -> Response:
        return Response("x", headers={"Cache-Control": "max-age=60"})

    with client_of(build_site(sample_api(issuer), pages=pages)) as client:
        with capture_logs() as lines:
            assert client.get("/static/site.css").headers["content-type"].startswith("text/css")
        assert client.get("/cached").headers.get_list("cache-control") == ["max-age=60"]
    assert lines[0]["route"] == "/static/{path}"


def test_pages_may_tell_people_in_their_own_way(issuer: DemoIssuer) -> None:
    async def lost(_request: Request, _error: Exception) -> Response:
        return HTMLResponse("<!doctype html><title>Not here</title>", 404)

    def in_html(app: Starlette) -> None:
        app.add_exception_handler(404, lost)

    site = build_site(sample_api(issuer), page_failures=in_html)
    with client_of(site) as client:
        assert "Not here" in client.get("/nowhere").text
        assert client.get("/api/v1/nowhere").json()["status"] == 404


def test_ready_names_the_check_that_fails(issuer: DemoIssuer) -> None:
    async def fails() -> None:
        await asyncio.sleep(0)
        raise OSError("postgresql://griffie:secret@db")

    checks = {"record": lambda: None, "views": fails, "clerk": lambda: False}
    with client_of(sample_site(issuer, checks=checks)) as client, capture_logs() as lines:
        answer = client.get("/ready")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert answer.json()["detail"] == "Not ready: views, clerk."
    assert [error["name"] for error in answer.json()["errors"]] == ["views", "clerk"]
    assert "secret" not in answer.text + str(lines)


def test_a_check_that_hangs_fails(issuer: DemoIssuer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("infra.http.observability.PATIENCE", 0.05)
    checks = {"slow": lambda: time.sleep(0.5), "well": lambda: True}
    with client_of(sample_site(issuer, checks=checks)) as client:
        assert client.get("/ready").json()["detail"] == "Not ready: slow."
        assert client.get("/health").json() == {"status": "up"}


def test_the_metrics_count_by_route_and_status(issuer: DemoIssuer) -> None:
    metrics = Metrics()
    with client_of(sample_site(issuer, metrics=metrics)) as client:
        for path in ("A", "B", "GONE"):
            client.get(f"/api/v1/samples/{path}")
        client.request("JANSEN", "/api/v1/samples/JANSEN")
        page = client.get("/metrics").text
    count = "griffie_http_request_seconds_count"
    labels = {"method": "GET", "route": "/api/v1/samples/{number}", "status": "200"}
    assert metrics.registry.get_sample_value(count, labels) == 2
    assert metrics.registry.get_sample_value(count, labels | {"status": "404"}) == 1
    assert 'route="/api/v1/samples/{number}"' in page
    assert "JANSEN" not in page


def test_the_lifespan_runs_once_around_the_site(issuer: DemoIssuer) -> None:
    told: list[str] = []

    @asynccontextmanager
    async def lifespan(_site: Starlette) -> AsyncIterator[None]:
        told.append("up")
        yield
        told.append("down")

    with client_of(build_site(sample_api(issuer), lifespan=lifespan)) as client:
        assert client.get("/health").status_code == 200
        assert client.get("/").status_code == 404
    assert told == ["up", "down"]
