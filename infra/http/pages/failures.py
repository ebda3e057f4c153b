"""What goes wrong on a page is told as a page; to programs, as a problem like everywhere else."""

from __future__ import annotations

from fastapi import Request
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import Response

from infra.http.failures import AWAY, answer_with_problems, away, on_http
from infra.http.pages.rendering import page
from infra.http.problems import phrase

KEPT = ("allow", "connection", "retry-after")


def answer_with_pages(app: Starlette) -> None:
    answer_with_problems(app)
    app.add_exception_handler(HTTPException, _as_page)
    for kind in AWAY:
        app.add_exception_handler(kind, _away_as_page)


async def _as_page(request: Request, error: Exception) -> Response:
    problem = await on_http(request, error)
    if "text/html" not in request.headers.get("accept", ""):
        return problem
    says = error.detail if isinstance(error, HTTPException) else ""
    told = page(
        request,
        "problem.html",
        problem.status_code,
        title=phrase(problem.status_code),
        detail=says,
    )
    told.headers.update({k: v for k, v in problem.headers.items() if k in KEPT})
    return told


async def _away_as_page(request: Request, _error: Exception) -> Response:
    return await _as_page(request, away())
