"""Signing in to the demonstration, signing out, and choosing a language."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal
from urllib.parse import parse_qs

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from infra.http.pages.rendering import LANGUAGE_COOKIE, page
from infra.http.pages.visitor import COOKIE, Persona, Visitor, keep

router = APIRouter(include_in_schema=False)
A_YEAR = 365 * 24 * 3600


class Personas:
    """Whom one can be in the demonstration; nobody anywhere else."""

    def __init__(
        self, known: tuple[Persona, ...] = (), issue: Callable[[Persona], str] | None = None
    ) -> None:
        self.known, self._issue = known, issue

    def token(self, name: str) -> str | None:
        """A token of the persona with this name; nothing when there is none."""
        chosen = next((one for one in self.known if one.name == name), None)
        return self._issue(chosen) if chosen and self._issue else None


@router.get("/sign-in")
def sign_in_page(request: Request, caller: Visitor) -> HTMLResponse:
    personas: Personas = request.app.state.personas
    return page(request, "sign_in.html", personas=personas.known, caller=caller, here="/sign-in")


@router.post("/sign-in")
async def sign_in(request: Request) -> Response:
    personas: Personas = request.app.state.personas
    chosen = parse_qs((await request.body()).decode("utf-8", "replace")).get("as", [""])[0]
    token = personas.token(chosen)
    if token is None:
        return page(
            request,
            "problem.html",
            403,
            title="Forbidden",
            detail="There is nobody of that name to be here.",
        )
    response = RedirectResponse("/queue", status_code=303)
    keep(response, token, secure=request.url.scheme == "https")
    return response


@router.get("/sign-out")
def sign_out() -> Response:
    response = RedirectResponse("/", status_code=303)
    response.delete_cookie(COOKIE)
    return response


@router.get("/language/{lang}")
def choose_language(lang: Literal["nl", "en"], back: str = "/") -> Response:
    """Back to the page one came from: a path of ours, and never an address elsewhere."""
    ours = re.fullmatch(r"/([A-Za-z0-9][A-Za-z0-9/-]*)?", back)
    response = RedirectResponse(back if ours else "/", status_code=303)
    response.set_cookie(LANGUAGE_COOKIE, lang, samesite="lax", max_age=A_YEAR)
    return response
