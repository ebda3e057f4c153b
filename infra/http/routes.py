"""The routes of the API: looked through in one row, and answered in one turn of a thread.

FastAPI's price is by the piece. A router that is included is looked into twice for each request;
an endpoint without ``async`` goes to a thread, comes back, and goes again to have its answer
looked at; and each dependency is solved anew. So routes hang in the API itself, an endpoint that
waits for the database has one turn, and what holds for every request is asked before the rest.
What is validated, and by what, stays FastAPI's.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from functools import partial, wraps
from inspect import iscoroutinefunction
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.routing import APIRoute
from pydantic.alias_generators import to_camel

from infra.http.negotiation import chosen, offered_by
from infra.http.problems import invalid

AT_ONCE = 40
"""Requests that may wait for the database, as Starlette has it; asyncio's own threads would be six
on two cores, and six that hang would keep everybody out."""
_answering = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="answering")


class Routes(APIRouter):
    """Routes to hang in the API as they are: ``api.router.routes.extend(these.routes)``."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(route_class=_Route, generate_unique_id_function=_operation_id, **rest)


class _Route(APIRoute):
    """A query without U+0000, and a client that takes what is offered; or else 400 and 406."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **rest: Any) -> None:
        waits = not iscoroutinefunction(endpoint)
        super().__init__(path, _in_a_thread(endpoint) if waits else endpoint, **rest)

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        answered, offered = super().get_route_handler(), offered_by(self)

        async def if_sound(request: Request) -> Response:
            await clean_query(request)
            chosen(request, offered)
            return await answered(request)

        return if_sound


async def clean_query(request: Request) -> None:
    """Raises ProblemError 400 for a query that PostgreSQL could not take."""
    query = request.scope["query_string"]
    if b"%00" in query or b"\x00" in query:
        raise invalid("The query holds the character U+0000.")


def _in_a_thread(endpoint: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(endpoint)
    async def answered(**given: Any) -> Any:
        call = partial(copy_context().run, endpoint, **given)
        return await asyncio.get_running_loop().run_in_executor(_answering, call)

    return answered


def _operation_id(route: APIRoute) -> str:
    return to_camel(route.name)
