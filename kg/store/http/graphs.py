"""The read side of SPARQL 1.1 Graph Store HTTP Protocol.

The graph is identified directly (section 4.1) at its own address, and indirectly (4.2) by
`?default` or `?graph=` with that address.
"""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from kg.store.http.negotiate import GRAPHS, best
from kg.store.http.paths import graph_iri
from kg.store.http.respond import Refused, body, sent, while_there
from kg.store.pool.carriers import TURTLE, Question
from kg.store.pool.current import Current

READING: Final = {"Allow": "GET, HEAD, OPTIONS"}


async def indirect(request: Request) -> Response:
    """The graph that the parameters name; 404 for any other."""
    _only_reading(request)
    names = request.query_params.getlist("graph")
    default = "default" in request.query_params
    if len(names) + default != 1:
        raise Refused(400, "say which graph: ?default or ?graph=IRI, one of them")
    if names and names[0] != graph_iri(request):
        reason = f"there is no graph {names[0]} here; the only one is {graph_iri(request)}"
        raise Refused(404, reason)
    return await direct(request)


async def direct(request: Request) -> Response:
    """The graph, in the format that the client likes best."""
    _only_reading(request)
    await body(request)
    accept = ", ".join(request.headers.getlist("accept"))
    media = best(accept, GRAPHS) or (TURTLE if request.method == "OPTIONS" else "")
    if not media:
        raise Refused(406, f"a graph is written as {', '.join(dict.fromkeys(GRAPHS.values()))}")
    if request.method == "OPTIONS":
        return Response(status_code=204, headers=READING)
    current: Current = request.app.state.current
    question = Question(kind="dump", triples=media)
    return sent(await while_there(request, current.ask(question)))


def _only_reading(request: Request) -> None:
    if request.method not in ("GET", "HEAD", "OPTIONS"):
        raise Refused(405, "this graph is only read", {**READING, "Connection": "close"})
