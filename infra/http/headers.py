"""Headers that every answer carries, and HEAD wherever GET is (pure ASGI; NLGov ADR 2.2).

An answer that sets a header itself keeps its own value, so a static file may be cached.
"""

from collections.abc import Mapping

from starlette.types import ASGIApp, Message, Receive, Scope, Send

SECURITY = {
    "Cache-Control": "no-store",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
}
API_POLICY = {"Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'"}
PAGE_POLICY = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
}


class FixedHeaders:
    """Adds `headers` to every answer that does not set them itself, errors included."""

    def __init__(self, app: ASGIApp, headers: Mapping[str, str]) -> None:
        self._app = app
        self._headers = [
            (name.lower().encode("latin-1"), value.encode("latin-1"))
            for name, value in headers.items()
        ]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = list(message.get("headers", ()))
                names = {name.lower() for name, _ in given}
                added = [header for header in self._headers if header[0] not in names]
                message = {**message, "headers": given + added}
            await send(message)

        await self._app(scope, receive, send_with_headers)


class HeadLikeGet:
    """Answers HEAD as GET would, without the content (RFC 9110, 9.3.2).

    The scope goes on as a copy: the server itself must still see HEAD. The method that was asked
    for stays in `scope["asked_method"]`.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return

        async def send_without_content(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        as_get = {**scope, "method": "GET", "asked_method": "HEAD"}
        await self._app(as_get, receive, send_without_content)
