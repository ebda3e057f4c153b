"""One request from the outside: its id, its line in the log, and its place in the metrics.

The line says which route was asked, never the path or the query: they can name a person.
"""

import re
import traceback
from collections.abc import Iterable, Mapping
from http import HTTPMethod
from time import perf_counter
from typing import Any, Protocol
from uuid import UUID, uuid4  # noqa: TID251 - this is the door

import structlog
from fastapi.routing import iter_route_contexts
from starlette.datastructures import Headers, MutableHeaders
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.contextvars import bound_contextvars

_log = structlog.get_logger("griffie.http")
_REQUEST_ID = re.compile("[0-9a-fA-F]{8}-?(?:[0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}")
_METHODS = frozenset(HTTPMethod)
NO_ROUTE = "(none)"


class Observer(Protocol):
    """Is told of every request that was answered."""

    def observe(self, method: str, route: str, status: int, seconds: float) -> None: ...


class RequestLine:
    """Outermost but for HEAD: nothing that a route raises goes past it to the server's own log.

    The messages of exceptions can hold what a client sent, so of an exception only the kind and
    the lines of our code it passed are logged, with the line that raised.
    """

    def __init__(
        self, app: ASGIApp, *, templates: Mapping[object, str], observer: Observer
    ) -> None:
        self._app = app
        self._templates = templates
        self._observer = observer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = scope["request_id"] = _request_id(Headers(scope=scope))
        status, started = 500, perf_counter()

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-Id"] = str(request_id)
            await send(message)

        with bound_contextvars(request_id=str(request_id)):
            try:
                await self._app(scope, receive, send_with_id)
            except Exception as error:
                _log.error("request crashed", **_told(error))
            finally:
                self._tell(scope, status, perf_counter() - started)

    def _tell(self, scope: Scope, status: int, seconds: float) -> None:
        asked = scope.get("asked_method", scope["method"])
        method = asked if asked in _METHODS else "OTHER"
        route = self._templates.get(scope.get("endpoint"), NO_ROUTE)
        self._observer.observe(method, route, status, seconds)
        ms = round(seconds * 1000, 1)
        _log.info("request", method=method, route=route, status=status, ms=ms)


def templates_of(routes: Iterable[BaseRoute], prefix: str = "") -> dict[object, str]:
    """Each endpoint's address as it was declared, `/cases/{number}`, after `prefix`. A mount, such
    as that of static files, has its application for an endpoint."""
    return {
        route.endpoint or route.app: f"{prefix}{route.path_format}"
        for route in iter_route_contexts(list(routes))
    }


def _request_id(headers: Headers) -> UUID:
    """The caller's, when it is a UUID or a trace id of 32 hex digits; any other could name someone
    and would end in our log."""
    asked = headers.get("x-request-id", "")
    if _REQUEST_ID.fullmatch(asked):
        return UUID(asked)
    return uuid4()


def _told(error: BaseException) -> dict[str, Any]:
    passed = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in passed[:-1] if "site-packages" not in frame.filename]
    return {
        "error": type(error).__qualname__,
        "frames": [
            f"{frame.name} {frame.filename}:{frame.lineno}" for frame in (*ours, passed[-1])
        ],
    }
