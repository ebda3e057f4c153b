"""Serving a house: uvicorn on a socket of ours, work beside it in threads, and a clean end."""

from __future__ import annotations

import asyncio
import errno
import signal
import socket
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress

import psycopg
import structlog
import uvicorn
from starlette.applications import Starlette
from starlette.types import ASGIApp

from infra.http.chassis import Lifespan
from infra.http.house import site
from infra.http.pages.visitor import Persona
from infra.main import House
from infra.store.embedded import NotStarted

log = structlog.get_logger()

Work = Callable[[threading.Event], None]
"""Runs in a thread of its own until the event is set."""

LOOK_AGAIN = 1.0  # seconds between looks at whether the embedded server is there
TO_FINISH = 10  # seconds for requests under way, and for work beside them
ENDING = (signal.SIGINT, signal.SIGTERM)


class CannotListen(Exception):
    """This address can't be served at; the message says why and what to give instead."""


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens; port 0 takes a free one. Raises CannotListen."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        says = {
            errno.EADDRINUSE: f"port {port} is in use; give another one with --port",
            errno.EACCES: f"port {port} is not for this account; give one above 1023 with --port",
            errno.EADDRNOTAVAIL: f"{host} is no address of this machine; give one with --host",
        }
        unknown = f"{host} can't be listened on; give another one with --host"
        raise CannotListen(says.get(error.errno or 0, unknown)) from None


def address(listener: socket.socket) -> str:
    """Where a socket on this machine is reached by a browser."""
    host, port = listener.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared only
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def serve(
    house: House,
    listener: socket.socket,
    *,
    personas: tuple[Persona, ...] = (),
    beside: Sequence[Work] = (),
) -> None:
    """Serves the site until SIGINT or SIGTERM, then finishes what is under way.

    Call it from the main thread: the embedded server's life is tied to that.
    """
    app = site(house, personas=personas, lifespan=_lifespan(house))
    server = uvicorn.Server(_config(app))
    with _signals_end_it_once(), _working(beside):
        server.run(sockets=[listener])


def _config(app: ASGIApp) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        loop="uvloop",
        http="httptools",
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=TO_FINISH,
    )


@contextmanager
def _signals_end_it_once() -> Iterator[None]:
    """uvicorn raises what ended it once more when it is done; by then nobody needs to know."""
    before = {number: signal.signal(number, lambda *_: None) for number in ENDING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _working(beside: Sequence[Work]) -> Iterator[None]:
    """Work in threads, told to stop at the end; one that hangs does not hold up the end."""
    stop = threading.Event()
    threads = [threading.Thread(target=work, args=[stop], daemon=True) for work in beside]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join(TO_FINISH)


def _lifespan(house: House) -> Lifespan:
    @asynccontextmanager
    async def lifespan(_site: Starlette) -> AsyncIterator[None]:
        watch = asyncio.create_task(_keep_alive(house))
        try:
            yield
        finally:
            watch.cancel()
            with suppress(asyncio.CancelledError):
                await watch

    return lifespan


async def _keep_alive(house: House) -> None:
    """Starts the embedded server again when it, or the process that owned it, went away.

    The loop waits meanwhile: it runs in the main thread, and without a database nothing else
    could be answered. Connections to the server that is gone are let go of.
    """
    databases = house.databases
    while databases.server is not None:
        await asyncio.sleep(LOOK_AGAIN)
        if await asyncio.to_thread(_answers, databases.record):
            continue
        try:
            databases.server.start()
        except NotStarted as error:
            log.error("the embedded database does not start", reason=str(error))
            continue
        await asyncio.to_thread(house.pool.check)
        log.warning("the embedded database was started again")


def _answers(dsn: str) -> bool:
    try:
        psycopg.connect(dsn, connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True
