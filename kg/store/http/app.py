"""The application: what each path answers, and what every request passes through."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kg.store import named
from kg.store.http import graphs, protocol, resources
from kg.store.http.middleware import CommonLog, Guard
from kg.store.http.pages import filled
from kg.store.http.paths import EDITOR, ENDPOINT, GRAPH, PAGE, STATIC, STORE
from kg.store.http.respond import Refused, refused
from kg.store.pool.carriers import Limits
from kg.store.pool.current import Current

SLOTS = 16
"""Queries that work at once, long ones apart; twice as many took no less time on two cores."""
_HERE: Final = Path(__file__).parent
_INTERNAL: Final = frozenset({"network", "network-agents"})  # what the page is drawn from
_WRITING: Final = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "DELETE", "PATCH"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What is served and to whom.

    `graph` is a Turtle, TriG or N-Quads file, `page` the HTML of `/`. `hosts` are the names that
    Host may give, none for any; `origins` those pages elsewhere that may ask (CORS).
    """

    graph: Path
    page: Path
    limits: Limits = field(default_factory=Limits)
    hosts: frozenset[str] = frozenset()
    origins: tuple[str, ...] = ()


def application(settings: Settings, log: Callable[[str], None]) -> Starlette:
    """The application that serves by these settings; `log` takes a line a request."""
    current = Current(settings.graph, settings.limits, SLOTS)

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        await current.close()

    app = Starlette(
        routes=_routes(),
        middleware=_middleware(settings, log),
        exception_handlers={Refused: _refused},
        lifespan=lifespan,
    )
    app.state.current, app.state.page = current, settings.page
    return app


def _routes() -> list[Route | Mount]:
    return [
        Route(PAGE, _page),
        Route(EDITOR, _editor),
        Route(ENDPOINT, protocol.endpoint, methods=["GET", "HEAD", "POST"]),
        Route(GRAPH, graphs.direct, methods=_WRITING),
        Route(STORE, graphs.indirect, methods=_WRITING),
        Mount(STATIC, StaticFiles(directory=_HERE / "static")),
        Route("/{path:path}", resources.resource),
    ]


def _middleware(settings: Settings, log: Callable[[str], None]) -> list[Middleware]:
    chain = [Middleware(CommonLog, log=log), Middleware(Guard, hosts=settings.hosts)]
    if settings.origins:
        origins = list(settings.origins)
        cors = Middleware(CORSMiddleware, allow_origins=origins, allow_methods=["GET", "POST"])
        chain.append(cors)
    return chain


async def _page(request: Request) -> Response:
    page: Path = request.app.state.page
    if not page.is_file():
        return HTMLResponse(filled("nopage.html.j2", name=page.name), 404)
    return FileResponse(page.resolve(), media_type="text/html")


async def _editor(_: Request) -> Response:
    queries = [query for query in named.catalogue() if query.name not in _INTERNAL]
    return HTMLResponse(filled("editor.html.j2", queries=queries))


async def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)
    return refused(error)
