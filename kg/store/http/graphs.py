"""The read side of SPARQL 1.1 Graph Store HTTP Protocol.

The default graph is identified directly (section 4.1) at its own address, and indirectly (4.2) by
`?default` or `?graph=` with that address; the named graphs of a TriG or N-Quads file by `?graph=`.
"""

from __future__ import annotations

import re
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from kg.store.http.negotiate import GRAPHS, best
from kg.store.http.paths import graph_iri
from kg.store.http.respond import Refused, body, sent, while_there
from kg.store.pool.carriers import TURTLE, Question
from kg.store.pool.current import Current

_ABSOLUTE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
READING: Final = {"Allow": "GET, HEAD, OPTIONS"}


async def indirect(request: Request) -> Response:
    """The graph that the parameters name; 404 for any other."""
    _only_reading(request)
    names = request.query_params.getlist("graph")
    default = "default" in request.query_params
    if len(names) + default != 1:
        raise Refused(400, "say which graph: ?default or ?graph=IRI, one of them")
    if default or names[0] == graph_iri(request):
        return await _graph(request, "")
    if not _ABSOLUTE.match(names[0]):
        raise Refused(400, f"a graph is named by an absolute IRI, and '{names[0]}' is none")
    return await _graph(request, names[0])


async def direct(request: Request) -> Response:
    """The default graph, in the format that the client likes best."""
    _only_reading(request)
    return await _graph(request, "")


async def _graph(request: Request, name: str) -> Response:
    await body(request)
    accept = ", ".join(request.headers.getlist("accept"))
    media = best(accept, GRAPHS) or (TURTLE if request.method == "OPTIONS" else "")
    if not media:
        raise Refused(406, f"a graph is written as {', '.join(dict.fromkeys(GRAPHS.values()))}")
    if request.method == "OPTIONS":
        return Response(status_code=204, headers=READING)
    current: Current = request.app.state.current
    question = Question(name, kind="dump", triples=media)
    return sent(await while_there(request, current.ask(question)))


def _only_reading(request: Request) -> None:
    if request.method not in ("GET", "HEAD", "OPTIONS"):
        raise Refused(405, "this graph is only read", {**READING, "Connection": "close"})
