"""Thirty megabytes knock at the door of a real server, which neither reads nor keeps them."""

import asyncio
import resource
import socket
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn

from infra.http.demo_issuer import DemoIssuer
from tests.infra.http.sample import sample_site

MIB = 1024 * 1024
LINES = "POST /api/v1/anything HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"


@pytest.fixture
def address(issuer: DemoIssuer) -> Iterator[tuple[str, int]]:
    site = sample_site(issuer)
    config = uvicorn.Config(
        site, port=0, log_config=None, access_log=False, server_header=False, lifespan="on"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield server.servers[0].sockets[0].getsockname()
    server.should_exit = True
    thread.join()


def _most_memory() -> int:
    """The most this process ever held, in bytes (Linux counts in KiB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _send(address: tuple[str, int], headers: str, part: bytes, times: int) -> tuple[str, int]:
    """What the server answers, and how many of the parts it let us send."""
    with socket.create_connection(address, timeout=20) as line:
        line.sendall(f"{LINES}{headers}\r\n".encode())
        sent = 0
        try:
            for _ in range(times):
                line.sendall(part)
                sent += 1
        except OSError:
            pass  # the server has closed its side, as it should
        try:
            return line.recv(65536).decode(), sent
        except OSError:
            return "", sent


def test_thirty_megabytes_in_chunks_are_cut_off(address: tuple[str, int]) -> None:
    before = _most_memory()
    part = b"%x\r\n%s\r\n" % (MIB, b"x" * MIB)
    answer, sent = _send(address, "Transfer-Encoding: chunked\r\n", part, 30)
    assert sent < 30
    assert answer == "" or " 413 " in answer.split("\r\n")[0]
    assert _most_memory() - before < 20 * MIB


def test_thirty_announced_megabytes_are_refused_unread(address: tuple[str, int]) -> None:
    answer, _ = _send(address, f"Content-Length: {30 * MIB}\r\n", b"x", 1)
    assert " 413 " in answer.split("\r\n")[0]
    assert "application/problem+json" in answer
    assert "connection: close" in answer.lower()


def test_chunks_that_fit_are_one_body(address: tuple[str, int]) -> None:
    part = b'5\r\n{"val\r\n6\r\nue":1}\r\n0\r\n\r\n'
    answer, _ = _send(address, "Transfer-Encoding: chunked\r\n", part, 1)
    assert " 200 " in answer.split("\r\n")[0]


def test_the_server_does_not_say_what_it_is(address: tuple[str, int]) -> None:
    answer, _ = _send(address, "Content-Length: 2\r\n", b"{}", 1)
    assert "server:" not in answer.lower()


def test_a_head_over_the_wire_has_the_length_of_its_get(address: tuple[str, int]) -> None:
    async def head() -> bytes:
        reader, writer = await asyncio.open_connection(*address)
        writer.write(b"HEAD /api/v1/samples HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        answer = await reader.read()
        writer.close()
        await writer.wait_closed()
        return answer

    lines, _, content = asyncio.run(head()).partition(b"\r\n\r\n")
    assert lines.startswith(b"HTTP/1.1 200")
    assert b"content-length: 48" in lines.lower()
    assert content == b""
