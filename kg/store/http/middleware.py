"""What every request passes through: its Host is checked, its answer guarded and logged."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "[::1]"})
MAX_TARGET = 8_000  # characters of an address that a line of the log repeats
_HOST: Final = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::\d{1,5})?")
_ODD: Final = re.compile(r'[\x00-\x1f\x7f-\uffff"\\]')
_POLICY: Final = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
)


class Guard:
    """Answers only to hosts that it may be called by; headers keep browsers from guessing.

    `hosts` empty takes any name. On loopback it must not: a page elsewhere could let its own name
    point here, and read the graph by it.
    """

    def __init__(self, app: ASGIApp, hosts: frozenset[str]) -> None:
        self._app, self._hosts = app, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI has it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        found = _HOST.fullmatch(Headers(scope=scope).get("host", ""))
        if not found or (self._hosts and found[1].lower() not in self._hosts):
            reason = "this server is not called by the name in Host\n"
            await PlainTextResponse(reason, 400, {"Connection": "close"})(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["X-Content-Type-Options"] = "nosniff"
                if scope["path"] != "/":  # the page has a stricter policy of its own
                    headers["Content-Security-Policy"] = _POLICY
            await send(message)

        await self._app(scope, receive, guarded)


class CommonLog:
    """A line for each request in the common log format, given to `log`."""

    def __init__(self, app: ASGIApp, log: Callable[[str], None]) -> None:
        self._app, self._log = app, log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI has it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status, size = 500, 0

        async def counted(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)
            if message["type"] == "http.response.body" and scope["method"] != "HEAD":
                size += len(message.get("body", b""))

        try:
            await self._app(scope, receive, counted)
        finally:
            target = scope["raw_path"] + (b"?" if scope["query_string"] else b"")
            address = (target + scope["query_string"]).decode("latin-1")[:MAX_TARGET]
            request = f"{scope['method']} {address} HTTP/{scope['http_version']}"
            self._log(line((scope.get("client") or ("-",))[0], request, status, size))


def line(host: str, request: str, status: int, size: int) -> str:
    """A line in the common log format, at this moment; nothing in `request` ends or forges it."""
    when = datetime.now().astimezone().strftime("%d/%b/%Y:%H:%M:%S %z")
    safe = _ODD.sub(lambda odd: f"\\x{ord(odd[0]):02x}", request)
    return f'{host} - - [{when}] "{safe}" {status} {size or "-"}'
