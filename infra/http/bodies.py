"""What a client sends is of the right kind, not too large, and readable in one way only.

The check happens when the application asks for the body: an address that does not exist answers
404 and reads nothing, and a route without a body never receives one. The bytes are handed on as
they came; FastAPI's own reading of JSON after ours is a few microseconds of C.
"""

from typing import Literal

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from infra.http.problems import too_large, unsupported_media
from infra.http.strict_json import read_json

Media = Literal["application/json", "application/x-www-form-urlencoded"]
ONE_MIB = 1024 * 1024
_UTF_8 = frozenset({"charset=utf-8", 'charset="utf-8"'})
_WITHOUT_BODY = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


class StrictBodies:
    """ASGI middleware: bodies of one media type, of `most` bytes, and JSON without flaws.

    The application's `receive` raises ProblemError 400, 413 or 415, which its handlers answer.
    """

    def __init__(
        self, app: ASGIApp, *, media: Media = "application/json", most: int = ONE_MIB
    ) -> None:
        self._app = app
        self._media: Media = media
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] not in _WITHOUT_BODY:
            receive = _Body(scope, receive, self._media, self._most).receive
        await self._app(scope, receive, send)


class _Body:
    def __init__(self, scope: Scope, receive: Receive, media: Media, most: int) -> None:
        self._headers = Headers(scope=scope)
        self._receive = receive
        self._media = media
        self._most = most
        self._read = False

    async def receive(self) -> Message:
        """The whole body as one message, once; after that whatever the server says."""
        if self._read:
            return await self._receive()
        self._read = True
        declared = self._headers.get("content-length", "")
        if declared.isdecimal() and int(declared[:20]) > self._most:
            raise too_large(self._most)
        parts: list[bytes] = []
        size, more = 0, True
        while more:
            message = await self._receive()
            if message["type"] != "http.request":
                return message
            part = message.get("body", b"")
            if part and not size:
                self._check_kind()
            size += len(part)
            if size > self._most:
                raise too_large(self._most)
            parts.append(part)
            more = message.get("more_body", False)
        body = b"".join(parts)
        if body and self._media == "application/json":
            read_json(body)
        return {"type": "http.request", "body": body, "more_body": False}

    def _check_kind(self) -> None:
        media, *parameters = self._headers.get("content-type", "").lower().split(";")
        charsets = [p.strip() for p in parameters if p.strip().startswith("charset")]
        if media.strip() != self._media or not _UTF_8.issuperset(charsets):
            raise unsupported_media(f"Send the body as {self._media}, in UTF-8.")
        if self._headers.get("content-encoding", "identity").lower() != "identity":
            raise unsupported_media("Send the body as it is, without a Content-Encoding.")
