"""Where things lie on the server."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request

PAGE: Final = "/"
ENDPOINT: Final = "/sparql"
EDITOR: Final = "/editor"
GRAPH: Final = "/graph"
STORE: Final = "/store"
STATIC: Final = "/static"


def graph_iri(request: Request) -> str:
    """The IRI that the graph has on this server."""
    return str(request.base_url).rstrip("/") + GRAPH
