"""Whatever goes wrong, the answer is a problem: the exception handlers of every app."""

from collections.abc import Iterator, Mapping
from http import HTTPMethod
from typing import cast

import psycopg
from eventsourcing.persistence import OperationalError
from fastapi.exceptions import RequestValidationError
from fastapi.routing import iter_route_contexts
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse

from infra.http.invalid_input import described
from infra.http.problems import PROBLEM_JSON, Problem, ProblemError, invalid, phrase, unavailable

AWAY = (psycopg.OperationalError, psycopg.InterfaceError, OperationalError)
"""What is raised, wherever the record is read or written, when it can't be reached now."""
_DETAILS = {404: "There is nothing at this address."}


def answer_with_problems(app: Starlette) -> None:
    """Give `app` the handlers, so that none of its answers is FastAPI's or Starlette's own."""
    app.add_exception_handler(ProblemError, _on_problem)
    app.add_exception_handler(HTTPException, on_http)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    app.add_exception_handler(Exception, _on_crash)
    for kind in AWAY:
        app.add_exception_handler(kind, _on_away)


def problem_response(request: Request, error: ProblemError) -> JSONResponse:
    """The answer to `error`; its instance is the request's urn, since a path may name a person."""
    problem = Problem.model_validate(
        {
            "title": error.title,
            "status": error.status_code,
            "detail": error.detail,
            "instance": _instance(request),
            **error.extensions,
        }
    )
    body = problem.model_dump(mode="json", exclude_none=True)
    return JSONResponse(body, error.status_code, error.headers, PROBLEM_JSON)


def _instance(request: Request) -> str | None:
    request_id = request.scope.get("request_id")
    return f"urn:uuid:{request_id}" if request_id else None


async def _on_problem(request: Request, error: Exception) -> JSONResponse:
    return problem_response(request, cast(ProblemError, error))


def away() -> ProblemError:
    """503: what was asked may be asked again, with the same key."""
    return unavailable("The record can't be reached now.", retry_after=2)


async def _on_away(request: Request, _error: Exception) -> JSONResponse:
    return problem_response(request, away())


async def on_http(request: Request, error: Exception) -> JSONResponse:
    error = cast(HTTPException, error)
    status, headers = error.status_code, error.headers
    if status == 405:
        headers, detail = _not_that_method(request)
    elif error.detail == phrase(status) or status == 404:
        detail = _DETAILS.get(status, f"{phrase(status)}.")
    else:
        detail = str(error.detail)
    return problem_response(request, ProblemError(status, None, detail, headers=headers))


async def _on_invalid(request: Request, error: Exception) -> JSONResponse:
    errors = described(cast(RequestValidationError, error).errors())
    count = "One value is" if len(errors) == 1 else f"{len(errors)} values are"
    return problem_response(request, invalid(f"{count} not accepted.", *errors))


async def _on_crash(request: Request, _error: Exception) -> JSONResponse:
    detail = "Something went wrong on our side. Quote the instance when you report it."
    return problem_response(request, ProblemError(500, None, detail))


def _not_that_method(request: Request) -> tuple[Mapping[str, str], str]:
    """Starlette's Allow names only the first route that matches; here are all of them."""
    allowed = sorted(set(_methods_here(request)))
    return {"Allow": ", ".join(allowed)}, f"This address takes {', '.join(allowed)}."


def _methods_here(request: Request) -> Iterator[str]:
    path = request.scope["path"].removeprefix(request.scope.get("root_path", ""))
    for route in iter_route_contexts(request.app.routes):
        if route.methods and route.path_regex.match(path):
            yield from route.methods
            if HTTPMethod.GET in route.methods:
                yield HTTPMethod.HEAD
