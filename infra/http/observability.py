"""Whether the process is up, whether it can do its work, and what it has been doing.

`/metrics` counts by route and status and holds nothing personal; a proxy should keep it inside.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from inspect import isawaitable

import structlog
from anyio import to_thread
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Histogram, generate_latest
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from infra.http.problems import InvalidInput, unavailable

Check = Callable[[], Awaitable[object] | object]
"""Passes when it returns; fails when it raises, returns False, or takes longer than PATIENCE."""

PATIENCE = 3.0  # seconds
_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
_log = structlog.get_logger("griffie.http")


class Metrics:
    """Counts requests and their time. Others may add to `registry`."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._requests = Histogram(
            "griffie_http_request_seconds",
            "Time from request to answer, by route and status",
            ("method", "route", "status"),
            registry=self.registry,
            buckets=_SECONDS,
        )

    def observe(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one answered request."""
        self._requests.labels(method, route, str(status)).observe(seconds)


def observability_routes(metrics: Metrics, checks: Mapping[str, Check]) -> list[Route]:
    """`/health`, `/ready` and `/metrics`."""

    async def health(_request: Request) -> Response:
        return JSONResponse({"status": "up"})

    async def ready(_request: Request) -> Response:
        passed = await asyncio.gather(*(_passes(*check) for check in checks.items()))
        failing = [name for name, good in zip(checks, passed, strict=True) if not good]
        if failing:
            raise _not_ready(failing)
        return JSONResponse({"status": "ready", "checks": list(checks)})

    async def figures(_request: Request) -> Response:
        page = await to_thread.run_sync(generate_latest, metrics.registry)
        return Response(page, headers={"Content-Type": CONTENT_TYPE_LATEST})

    return [Route("/health", health), Route("/ready", ready), Route("/metrics", figures)]


def _not_ready(failing: list[str]) -> Exception:
    errors = [
        InvalidInput(name=name, code="not_ready", reason="This check fails; our log says more.")
        for name in failing
    ]
    detail = f"Not ready: {', '.join(failing)}."
    return unavailable(detail, retry_after=5, errors=errors)


async def _passes(name: str, check: Check) -> bool:
    try:
        async with asyncio.timeout(PATIENCE):
            result = await to_thread.run_sync(check, abandon_on_cancel=True)
            if isawaitable(result):
                result = await result
    except Exception as error:
        # Only the kind: a database's words can hold its address and user.
        _log.warning("check failed", check=name, error=type(error).__qualname__)
        return False
    return result is not False
