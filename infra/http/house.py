"""The whole site, hung from a house: the API, the pages, and what watches over both."""

from __future__ import annotations

from fastapi import APIRouter, Depends, FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.routing import Mount
from starlette.types import ASGIApp

from infra import clock
from infra.http import (
    audits,
    case_list,
    cases,
    deadlines,
    findings,
    notices,
    register,
    replay,
    schemes,
    trail,
    worklist,
)
from infra.http.chassis import Contact, Lifespan, build_api, build_site
from infra.http.demo_issuer import DemoIssuer
from infra.http.jwks import IssuerKeys
from infra.http.observability import Metrics
from infra.http.pages import account, desk, public
from infra.http.pages.account import Personas
from infra.http.pages.failures import answer_with_pages
from infra.http.pages.rendering import HERE
from infra.http.pages.visitor import Persona
from infra.http.parts import Parts
from infra.http.routes import clean_query
from infra.http.sign_in import SignIn
from infra.http.view_figures import ViewFigures
from infra.kafka.figures import RelayFigures
from infra.main import House
from infra.store.views.reading import Views

CONTACT = Contact("The maintainers of Griffie", "https://griffie.example", "griffie@example.org")
DESCRIPTION = (
    "Case files of bodies that recognise, accredit, certify and examine: every fact on record "
    "with its basis, every term with its explanation, and the public register on any day."
)
TAGS = (
    {"name": "schemes", "description": "The regulations, and what may be asked under them"},
    {"name": "cases", "description": "Case files: facts, terms, actions"},
    {"name": "deadlines", "description": "What falls due, when, for whom, under which place"},
    {"name": "work", "description": "What is looked into, waits, or must be told"},
    {"name": "register", "description": "The public register"},
    {"name": "documentation", "description": "This description"},
)
TOKEN_MINUTES = 12 * 60


def site(
    house: House,
    *,
    personas: tuple[Persona, ...] = (),
    metrics: Metrics | None = None,
    lifespan: Lifespan | None = None,
) -> ASGIApp:
    """The site as one ASGI application."""
    views, metrics = Views(house.pool), metrics or Metrics()
    parts = Parts(house.record, views, house.clock, clock.today_in_amsterdam, house.keyring)
    head = house.record.recorder.max_notification_id
    metrics.registry.register(ViewFigures(views.progress, lambda: head() or 0))
    metrics.registry.register(RelayFigures(house.pool))
    issuer = None
    if house.settings.oidc_issuer is None:
        issuer = DemoIssuer(
            house.settings.data_dir,
            mode=house.settings.mode,
            audience=house.settings.oidc_audience,
        )
    return build_site(
        api(issuer.sign_in() if issuer else _sign_in(house), parts),
        pages=_pages(),
        page_failures=answer_with_pages,
        page_state={"parts": parts, "personas": _personas(issuer, personas)},
        checks={"record": head},
        metrics=metrics,
        lifespan=lifespan,
    )


def api(sign_in: SignIn, parts: Parts | None = None) -> FastAPI:
    """The API; without ``parts`` it can be described, but answers nothing."""
    made = build_api(
        (
            schemes.router,
            cases.router,
            trail.router,
            case_list.router,
            replay.router,
            audits.router,
            findings.router,
            worklist.router,
            notices.router,
            deadlines.router,
            register.router,
        ),
        title="Griffie",
        description=DESCRIPTION,
        contact=CONTACT,
        sign_in=sign_in,
        tags=TAGS,
    )
    made.state.parts = parts
    return made


def _sign_in(house: House) -> SignIn:
    issuer = house.settings.oidc_issuer or ""
    keys = IssuerKeys(issuer, house.settings.oidc_jwks_url)
    return SignIn(issuer=issuer, audience=house.settings.oidc_audience, keys=keys)


def _personas(issuer: DemoIssuer | None, known: tuple[Persona, ...]) -> Personas:
    if issuer is None:
        return Personas()

    def issue(persona: Persona) -> str:
        roles: dict[str, list[str]] = {}
        for scheme, role in persona.roles:
            roles.setdefault(scheme, []).append(role)
        return issuer.issue(
            persona.account, roles, organisation=persona.organisation, minutes=TOKEN_MINUTES
        )

    return Personas(known, issue)


def _pages() -> APIRouter:
    pages = APIRouter(dependencies=[Depends(clean_query)])
    for router in (public.router, desk.router, account.router):
        pages.include_router(router)
    pages.routes.append(Mount("/static", StaticFiles(directory=HERE / "static"), name="static"))
    return pages
