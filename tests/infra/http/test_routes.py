"""Routes that wait do so in threads of their own, and many at once."""

from __future__ import annotations

import asyncio
from contextvars import ContextVar
from threading import Barrier, current_thread

import httpx2
from fastapi import FastAPI

from infra.http.routes import Routes

MANY = 12
"""More than asyncio's own threads on a machine of two cores."""
WHO: ContextVar[str] = ContextVar("WHO", default="nobody")


def test_one_that_waits_keeps_nobody_out() -> None:
    together = Barrier(MANY, timeout=20)
    routes = Routes()

    @routes.get("/wait")
    def wait() -> str:
        together.wait()
        return current_thread().name

    names = asyncio.run(_asked(routes, "/wait", MANY))
    assert len(set(names)) == MANY
    assert all(name.startswith("answering") for name in names)


def test_what_is_noted_of_a_request_is_known_in_its_thread() -> None:
    routes = Routes()

    @routes.get("/who")
    def who() -> str:
        return WHO.get()

    async def as_somebody() -> list[str]:
        WHO.set("somebody")
        return await _asked(routes, "/who", 1)

    assert asyncio.run(as_somebody()) == ["somebody"]


async def _asked(routes: Routes, path: str, times: int) -> list[str]:
    api = FastAPI()
    api.router.routes.extend(routes.routes)
    over = httpx2.ASGITransport(app=api)
    async with httpx2.AsyncClient(transport=over, base_url="http://here") as client:
        answers = await asyncio.gather(*(client.get(path) for _ in range(times)))
    return [answer.json() for answer in answers]
