"""SPARQL 1.1 Protocol: a request becomes a question, and its answer a response.

Queries come by GET, by a POSTed form and by POST as they are (sections 2.1.1 to 2.1.3). The graph
is only read: an update is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from urllib.parse import parse_qsl, quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg.store.http import description
from kg.store.http.negotiate import GRAPHS, RESULTS, best, prefers_html
from kg.store.http.paths import EDITOR, graph_iri
from kg.store.http.respond import Refused, body, sent, while_there
from kg.store.pool.carriers import Question
from kg.store.pool.current import Current

FORM: Final = "application/x-www-form-urlencoded"
QUERY: Final = "application/sparql-query"
UPDATE: Final = "application/sparql-update"
MAX_PARAMETERS = 200

Pairs = Sequence[tuple[str, str]]


async def endpoint(request: Request) -> Response:
    """What the path of the endpoint answers; without a query, the service's description."""
    current: Current = request.app.state.current
    pairs = _parameters(request.scope["query_string"])
    if request.method == "POST":
        pairs = [*pairs, *await _posted(request)]
    else:
        await body(request)
    if any(name == "update" for name, _ in pairs):
        raise Refused(403, "this graph is only read: updates are refused")
    if request.method != "POST" and not pairs:
        return await _described(request, current)
    question = _question(request, pairs)
    return sent(await while_there(request, current.ask(question)))


def _parameters(query: bytes) -> list[tuple[str, str]]:
    """The pairs of a form or of an address."""
    try:
        text = query.decode("ascii") if query.isascii() else quote(query, safe="%&=+")
        return parse_qsl(
            text, keep_blank_values=True, errors="strict", max_num_fields=MAX_PARAMETERS
        )
    except ValueError:
        reason = f"parameters are UTF-8, percent-encoded, and at most {MAX_PARAMETERS}"
        raise Refused(400, reason) from None


async def _posted(request: Request) -> list[tuple[str, str]]:
    """What a POST holds, as pairs, whichever way it was posted."""
    content = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content == UPDATE:
        raise Refused(403, "this graph is only read: updates are refused", {"Connection": "close"})
    if content not in (FORM, QUERY):
        rule = f"a query is POSTed as {FORM} or as {QUERY}, not as '{content or 'nothing'}'"
        raise Refused(415, rule, {"Connection": "close"})
    data = await body(request)
    if content == FORM:
        return _parameters(data)
    try:
        return [("query", data.decode("utf-8"))]
    except UnicodeDecodeError:
        raise Refused(400, "a query is text in UTF-8") from None


def _question(request: Request, pairs: Pairs) -> Question:
    queries = [value for name, value in pairs if name == "query"]
    if len(queries) != 1:
        raise Refused(400, f"one parameter 'query' is wanted, and there are {len(queries)}")
    accept = ", ".join(request.headers.getlist("accept"))
    return Question(
        text=queries[0],
        rows=best(accept, RESULTS),
        triples=best(accept, GRAPHS),
        name=graph_iri(request),
        dataset=tuple(value for key, value in pairs if key == "default-graph-uri"),
        named=tuple(value for key, value in pairs if key == "named-graph-uri"),
    )


async def _described(request: Request, current: Current) -> Response:
    accept = ", ".join(request.headers.getlist("accept"))
    if prefers_html(accept):
        return RedirectResponse(EDITOR, 303, {"Vary": "Accept"})
    media = best(accept, GRAPHS)
    if not media:
        raise Refused(406, f"the description of this service is written as {', '.join(GRAPHS)}")
    keeper = await while_there(request, current.keeper())
    text = description.written(str(request.base_url), keeper.triples, keeper.named, media)
    return Response(text, headers={"Content-Type": media, "Vary": "Accept"})
