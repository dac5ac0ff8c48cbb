"""The web server: uvicorn, with patience that ends for clients that send or read slowly."""

from __future__ import annotations

import asyncio
import logging
import resource
from collections.abc import Callable
from typing import Final

import h11
import uvicorn
from starlette.applications import Starlette
from uvicorn.protocols.http.h11_impl import H11Protocol

from kg.store.http.middleware import line

HEAD_SECONDS = 15.0  # in which the head of a request must be there
READ_SECONDS = 30.0  # without a byte taken, after which a client that reads no more is left
MAX_HEAD = 1 << 17  # bytes; a query of 100 kB fits into an address
MAX_CONNECTIONS = 1_000  # beyond them 503 is answered
_FILES = 8_192  # open files wanted: a connection and an answer each, with room


class Patient(H11Protocol):
    """HTTP/1.1 to one client. `log` takes a line for what is no HTTP at all."""

    log: Callable[[str], None]

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """The client has come: its request is waited for."""
        super().connection_made(transport)
        self._waits: asyncio.TimerHandle | None = None
        self._stuck: asyncio.TimerHandle | None = None
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Some of a request; the time for its head runs from the first byte of it."""
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE:
            self._end_wait()
        elif self._waits is None:
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """The client has gone."""
        self._end_wait()
        self.resume_writing()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """The client does not read as fast as it is written to."""
        super().pause_writing()
        if self._stuck is None:
            self._stuck = self.loop.call_later(READ_SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        """It reads again."""
        if self._stuck:
            self._stuck.cancel()
            self._stuck = None
        super().resume_writing()

    def send_400_response(self, msg: str) -> None:
        """What came is no HTTP."""
        self._end_wait()
        host = self.client[0] if self.client else "-"
        type(self).log(line(host, "-", 400, len(msg)))
        super().send_400_response(msg)

    def _wait(self) -> None:
        self._waits = self.loop.call_later(HEAD_SECONDS, self._too_slow)

    def _end_wait(self) -> None:
        if self._waits:
            self._waits.cancel()
            self._waits = None

    def _too_slow(self) -> None:
        if not self.transport.is_closing():
            self.transport.abort()


def server(app: Starlette, host: str, port: int, log: Callable[[str], None]) -> uvicorn.Server:
    """The server, not yet running: `run()` serves until interrupted.

    `log` takes a line for each request that is no HTTP. Running, it raises SystemExit where the
    address cannot be taken.
    """
    _more_files()
    logging.getLogger("uvicorn").setLevel(logging.ERROR)  # requests are logged here
    protocol: Final = type("Logged", (Patient,), {"log": staticmethod(log)})
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        http=protocol,
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        limit_concurrency=MAX_CONNECTIONS,
        h11_max_incomplete_event_size=MAX_HEAD,
        timeout_graceful_shutdown=2,
    )
    return uvicorn.Server(config)


def _more_files() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _FILES if hard == resource.RLIM_INFINITY else min(_FILES, hard)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
