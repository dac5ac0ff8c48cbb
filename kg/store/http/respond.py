"""Answers as responses of HTTP, and requests as questions."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Mapping
from typing import Final, TypeVar

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from kg.errors import GraphError
from kg.store.pool.client import Answer

T = TypeVar("T")

CODES: Final = {
    "wrong": 400,
    "refused": 403,
    "missing": 404,
    "unacceptable": 406,
    "late": 503,
    "large": 500,
    "busy": 503,
    "lost": 500,
}
"""Status of what was not answered. 400 and 500 are those that SPARQL 1.1 Protocol, 2.1.7, names."""
MAX_BODY = 1_000_000  # bytes of a request; the longest shipped query has 5,000
BODY_SECONDS = 20.0  # in which a body must be there
_CHUNK = 1 << 16
_CHARSET: Final = {"text/csv", "text/tab-separated-values", "text/turtle"}
_RETRY: Final = {"Retry-After": "10"}
_CLOSE: Final = {"Connection": "close"}  # what was not read of the request is not waited for


class Refused(Exception):  # noqa: N818 - a response by another way
    """A request that is answered by an error: status, reason and more headers."""

    def __init__(self, status: int, reason: str, headers: Mapping[str, str] | None = None) -> None:
        self.status, self.reason, self.headers = status, reason, dict(headers or {})
        super().__init__(reason)


def refused(error: Refused) -> Response:
    """The error as a line of text."""
    return PlainTextResponse(f"{error.reason}\n", error.status, error.headers)


async def body(request: Request) -> bytes:
    """The body; Refused where it is too long, too slow, or says a length that is no number."""
    length = request.headers.get("content-length", "0")
    if not length.isdigit() or int(length) > MAX_BODY:
        raise _too_long()
    read = bytearray()
    try:
        async with asyncio.timeout(BODY_SECONDS):
            async for chunk in request.stream():
                read += chunk
                if len(read) > MAX_BODY:
                    raise _too_long()
    except TimeoutError:
        reason = f"the request's body did not come within {BODY_SECONDS:g} seconds"
        raise Refused(408, reason, _CLOSE) from None
    return bytes(read)


def _too_long() -> Refused:
    return Refused(413, f"a request has at most {MAX_BODY:,} bytes", _CLOSE)


async def while_there(request: Request, work: Awaitable[T]) -> T:
    """What `work` gives; it is cancelled when the client leaves. The body must have been read."""
    task, left = asyncio.ensure_future(work), asyncio.ensure_future(_leaves(request))
    try:
        await asyncio.wait({task, left}, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            return task.result()
        raise Refused(499, "the client has left")
    except GraphError as error:
        raise Refused(503, str(error), _RETRY) from error
    finally:
        left.cancel()
        if not task.done():
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


async def _leaves(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def sent(answer: Answer, headers: Mapping[str, str] | None = None) -> Response:
    """The answer; Refused where there is none. The file is sent as fast as the client takes it."""
    if answer.outcome.status != "answered":
        answer.file.close()
        status = answer.outcome.status
        raise Refused(CODES[status], answer.outcome.message, _RETRY if status == "busy" else {})
    media = answer.outcome.media
    more = {"Content-Length": str(answer.size), "Vary": "Accept", **(headers or {})}
    charset = "; charset=utf-8" if media in _CHARSET else ""
    return StreamingResponse(_chunks(answer), headers={**more, "Content-Type": media + charset})


async def _chunks(answer: Answer) -> AsyncIterator[bytes]:
    with answer.file as file:
        while chunk := file.read(_CHUNK):
            yield chunk
