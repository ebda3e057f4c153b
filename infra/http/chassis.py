"""How the doors hang: the API under /api/v1, pages beside it, and what watches over both.

From the outside in: HEAD as GET, the request's line in the log, security headers, the site; then
for the API its version and policy, and strict bodies.
"""

import re
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import asdict, dataclass

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.responses import JSONResponse
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.types import ASGIApp

from infra.http.bodies import StrictBodies
from infra.http.failures import answer_with_problems
from infra.http.headers import API_POLICY, PAGE_POLICY, SECURITY, FixedHeaders, HeadLikeGet
from infra.http.observability import Check, Metrics, observability_routes
from infra.http.openapi import Document, describe
from infra.http.request_line import RequestLine, templates_of
from infra.http.routes import Routes
from infra.http.sign_in import SignIn

API_PATH = "/api/v1"
API_VERSION = "1.0.0"
Lifespan = Callable[[Starlette], AbstractAsyncContextManager[None]]


@dataclass(frozen=True)
class Contact:
    """Whom to ask about the API (ADR doc-openapi-contact)."""

    name: str
    url: str
    email: str


class _Api(FastAPI):
    """FastAPI with a description that is true."""

    def openapi(self) -> Document:
        return describe(self)


class _Door(Mount):
    """A mount under which any path may be asked for, one with a line end in it too."""

    def __init__(self, path: str, app: ASGIApp) -> None:
        super().__init__(path, app)
        self.path_regex = re.compile(self.path_regex.pattern, re.DOTALL)


def build_api(
    routers: Iterable[Routes],
    *,
    title: str,
    description: str,
    contact: Contact,
    sign_in: SignIn,
    version: str = API_VERSION,
    summary: str | None = None,
    tags: Iterable[Mapping[str, str]] = (),
) -> FastAPI:
    """The API itself, to be hung in a site: alone it lacks headers, HEAD and strict bodies."""
    api = _Api(
        title=title,
        version=version,
        summary=summary,
        description=description,
        contact=asdict(contact),
        license_info={"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        servers=[{"url": API_PATH, "description": "This server"}],
        root_path_in_servers=False,
        separate_input_output_schemas=False,
        openapi_tags=[dict(tag) for tag in tags] or None,
    )
    api.state.sign_in = sign_in
    answer_with_problems(api)
    for router in (_publishing, *routers):
        api.router.routes.extend(router.routes)
    return api


def build_site(
    api: FastAPI,
    *,
    pages: APIRouter | None = None,
    page_failures: Callable[[Starlette], None] = answer_with_problems,
    page_state: Mapping[str, object] | None = None,
    checks: Mapping[str, Check] | None = None,
    metrics: Metrics | None = None,
    lifespan: Lifespan | None = None,
) -> ASGIApp:
    """The whole site as one ASGI application: API, pages, `/health`, `/ready` and `/metrics`.

    `lifespan` runs once around everything. `checks` decide whether the site is ready.
    `page_failures` gives the pages their exception handlers, when problems are not for people;
    `page_state` is what they find in `request.app.state`.
    """
    metrics = metrics or Metrics()
    desk = FastAPI(openapi_url=None, redirect_slashes=False)
    desk.state.sign_in = api.state.sign_in
    for name, value in (page_state or {}).items():
        setattr(desk.state, name, value)
    page_failures(desk)
    desk.router.routes.extend(observability_routes(metrics, checks or {}))
    if pages is not None:
        desk.include_router(pages)
    versioned = FixedHeaders(StrictBodies(api), {"API-Version": api.version, **API_POLICY})
    forms = StrictBodies(desk, media="application/x-www-form-urlencoded")
    doors = [_Door(API_PATH, versioned), _Door("", forms)]
    site = Starlette(routes=doors, lifespan=lifespan or _nothing_to_start)
    answer_with_problems(site)
    guarded = FixedHeaders(site, SECURITY | PAGE_POLICY)
    templates = templates_of(api.routes, API_PATH) | templates_of(desk.routes)
    return HeadLikeGet(RequestLine(guarded, templates=templates, observer=metrics))


_publishing = Routes(tags=["documentation"])
_OPEN_TO_ALL = {"description": "Any web page may read this", "schema": {"const": "*"}}


@_publishing.get(
    "/openapi.json", responses={200: {"headers": {"Access-Control-Allow-Origin": _OPEN_TO_ALL}}}
)
async def read_open_api(request: Request) -> Response:
    """The description of this API (OpenAPI 3.1). Needs no token."""
    return JSONResponse(request.app.openapi(), headers={"Access-Control-Allow-Origin": "*"})


@asynccontextmanager
async def _nothing_to_start(_site: Starlette) -> AsyncIterator[None]:
    yield
