"""A small API on the chassis, that knows no domain: what the tests of the chassis knock on."""

from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import parse_qs
from uuid import UUID

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi import Path as InPath
from fastapi.responses import HTMLResponse
from pydantic import Field, TypeAdapter
from starlette.responses import StreamingResponse
from starlette.testclient import TestClient
from starlette.types import ASGIApp

from infra.http.chassis import Contact, build_api, build_site
from infra.http.cursors import Page, cursor_of, key_at, link_pages
from infra.http.demo_issuer import DemoIssuer
from infra.http.negotiation import CSV, Negotiated
from infra.http.observability import Check, Metrics
from infra.http.problems import conflict, not_found
from infra.http.routes import Routes
from infra.http.sign_in import MaybeSignedIn, SignedIn
from infra.http.values import (
    ApiModel,
    Cursor,
    IsoDate,
    Limit,
    Text,
    UtcMoment,
    Uuid,
    WholeNumber,
    YesNo,
)

Number = Annotated[str, InPath(pattern="^[A-Z0-9-]{1,40}$")]
COUNT = 25
samples = Routes(prefix="/samples", tags=["samples"])
traps = Routes(include_in_schema=False)
desk = APIRouter(include_in_schema=False)


class Sample(ApiModel):
    """One of each kind of value."""

    title: Annotated[str, Text(200)]
    taken_on: IsoDate
    recorded_at: UtcMoment | None = None
    ended_on: IsoDate | None = None
    amount: WholeNumber = 0
    settled: YesNo = False
    owner: Uuid | None = None
    kind: Literal["small", "large"] = "small"
    marks: list[Annotated[str, Text(20)]] = Field([], max_length=5)


class SamplePage(Page[int]):
    """A page of sample numbers."""


class Recorded(ApiModel):
    """What was recorded, by whom."""

    sample: Sample
    by: str


class Anything(ApiModel):
    """Takes whatever JSON can say."""

    value: object = None


@samples.get("")
async def list_samples(
    request: Request,
    response: Response,
    cursor: Cursor | None = None,
    limit: Limit = 10,
    on: IsoDate | None = None,
) -> SamplePage:
    """The numbers of all samples, in order."""
    (start,) = key_at(cursor, TypeAdapter(tuple[int])) if cursor else (0,)
    numbers = list(range(start + 1, min(start + limit, COUNT) + 1))
    following = cursor_of(numbers[-1]) if numbers and numbers[-1] < COUNT else None
    link_pages(request, response, following)
    return SamplePage(items=numbers, next=following)


@samples.post("", status_code=201)
async def record_sample(sample: Sample, caller: SignedIn) -> Recorded:
    """Puts a sample on record."""
    return Recorded(sample=sample, by=caller.id)


@samples.get("/{number}")
async def read_sample(number: Number, caller: MaybeSignedIn) -> dict[str, str]:
    """One sample; who asks is told, when they say so."""
    if number == "GONE":
        raise not_found("There is no such sample.")
    return {"seenBy": caller.id if caller else "anyone"}


@samples.put("/{number}", responses={409: {}})
async def replace_sample(number: Number, sample: Sample, caller: SignedIn) -> Recorded:
    """Replaces a sample."""
    if number == "SETTLED":
        raise conflict(
            "A settled sample stays as it is.",
            place="27(a)",
            reading="as read in D-12",
            rule="C-27",
            would_be_allowed=["withdraw"],
        )
    return Recorded(sample=sample, by=caller.id)


@samples.get("/{number}/lines", responses={200: {"content": {CSV: {}}}}, response_model=list[str])
async def read_lines(number: Number, wanted: Negotiated) -> Response | list[str]:
    """The lines of a sample, as JSON or as CSV."""
    return Response("line\n", media_type=CSV) if wanted == CSV else ["line"]


@traps.post("/anything")
async def take_anything(anything: Anything) -> dict[str, bool]:
    return {"taken": True}


@traps.get("/crash/{name}")
async def crash(name: str) -> None:
    raise RuntimeError(f"Mr. {name} lives at 1 Secret Street")


@traps.get("/half")
async def break_off() -> Response:
    async def lines() -> AsyncIterator[bytes]:
        yield b"one line"
        raise RuntimeError("then nothing")

    return StreamingResponse(lines())


@traps.post("/text")
async def read_text(request: Request) -> dict[str, int]:
    return {"length": len(await request.body())}


@desk.get("/")
async def front_page() -> HTMLResponse:
    return HTMLResponse("<!doctype html><title>Register</title>")


@desk.post("/search")
async def search(request: Request) -> HTMLResponse:
    parse_qs(await request.body(), strict_parsing=True)
    return HTMLResponse("<!doctype html><title>Found</title>")


def issuer_in(folder: Path) -> DemoIssuer:
    return DemoIssuer(folder, mode="test")


def sample_api(issuer: DemoIssuer) -> FastAPI:
    return build_api(
        [samples, traps],
        title="Samples",
        description="A sample of an API.",
        contact=Contact("API team", "https://example.org/issues", "api@example.org"),
        sign_in=issuer.sign_in(),
        tags=[
            {"name": "samples", "description": "Samples"},
            {"name": "documentation", "description": "About this API"},
        ],
    )


def sample_site(
    issuer: DemoIssuer,
    *,
    checks: Mapping[str, Check] | None = None,
    metrics: Metrics | None = None,
) -> ASGIApp:
    return build_site(sample_api(issuer), pages=desk, checks=checks, metrics=metrics)


def client_of(site: ASGIApp, token: str | None = None) -> TestClient:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return TestClient(site, headers=headers, follow_redirects=False)


def token_of(issuer: DemoIssuer, sub: str = "u-1", person: UUID | None = None) -> str:
    return issuer.issue(sub, {"lvv-certification": ["handler"]}, person=person)
