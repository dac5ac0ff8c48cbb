"""IRIs of the graph at their path below the server: a page for people, a graph for programs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlsplit

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kg.store.http import ontology
from kg.store.http.negotiate import GRAPHS, best, prefers_html
from kg.store.http.pages import filled
from kg.store.http.paths import ENDPOINT
from kg.store.http.respond import Refused, body, sent, while_there
from kg.store.pool.carriers import Question
from kg.store.pool.current import Current
from kg.store.prefixes import PREFIXES, WELL_KNOWN

MAX_NAMING = 200  # of what points to a resource; a state may be in every claim
NT: Final = "application/n-triples"
_LABEL: Final = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
_ABOUT: Final = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
CONSTRUCT {{
  <{iri}> ?p ?o . ?o rdfs:label ?label . ?o ?part ?of . ?s ?q <{iri}> . ?s rdfs:label ?name
}} WHERE {{
  {{ <{iri}> ?p ?o OPTIONAL {{ ?o rdfs:label ?label }} }}
  UNION {{ <{iri}> ?p ?o . ?o ?part ?of FILTER NOT EXISTS {{ ?o rdfs:label ?any }} }}
  UNION {{ SELECT ?s ?q ?name WHERE {{ ?s ?q <{iri}> OPTIONAL {{ ?s rdfs:label ?name }} }}
    ORDER BY ?s ?q LIMIT {limit} }}
}}
"""

Triples = list[ox.Triple]


@dataclass(frozen=True, slots=True)
class Shown:
    """A term as a page shows it: its words, where a press leads ("" nowhere), its own parts."""

    words: str
    link: str = ""
    parts: tuple[tuple[Shown, Shown], ...] = ()


async def resource(request: Request) -> Response:
    """What the graph tells of the IRI that has this path; 404 where it tells nothing."""
    await body(request)
    current: Current = request.app.state.current
    path = request.scope["raw_path"].decode("ascii", "replace")
    accept = ", ".join(request.headers.getlist("accept"))
    if path == ontology.PATH:
        return ontology.response(accept)
    iri = await _iri(request, current, path)
    if prefers_html(accept):
        return HTMLResponse(await _page(request, current, iri), headers={"Vary": "Accept"})
    media = best(accept, GRAPHS)
    if not media:
        raise Refused(406, f"this is written as HTML, {', '.join(dict.fromkeys(GRAPHS.values()))}")
    question = Question(f"DESCRIBE <{iri}>", triples=media)
    link = {"Link": f'<{quote(iri, safe=":/#?%&=+,;@")}>; rel="describes"'}
    return sent(await while_there(request, current.ask(question)), link)


async def _iri(request: Request, current: Current, path: str) -> str:
    answer = await while_there(request, current.ask(Question(path, kind="find")))
    answer.file.close()
    if answer.outcome.status != "answered":
        raise Refused(404, "the graph tells nothing of an IRI with this path")
    return answer.outcome.message


async def _page(request: Request, current: Current, iri: str) -> str:
    sparql = _ABOUT.format(iri=iri, limit=MAX_NAMING)
    answer = await while_there(request, current.ask(Question(sparql, triples=NT)))
    if answer.outcome.status != "answered":
        sent(answer)  # raises
    with answer.file as file:
        triples = [quad.triple for quad in ox.parse(file, format=ox.RdfFormat.N_TRIPLES)]
    return filled("resource.html.j2", **_told(iri, triples))


def _told(iri: str, triples: Triples) -> dict[str, object]:
    """What the template shows: title, IRI, what is said of it and what points to it."""
    node = ox.NamedNode(iri)
    labels = {t.subject: _text(t.object) for t in triples if t.predicate == _LABEL}
    host = "/".join(iri.split("/", 3)[:3])
    said = [t for t in triples if t.subject == node]
    naming = [t for t in triples if t.object == node]

    def shown(term: object, depth: int = 1) -> Shown:
        own = [t for t in triples if t.subject == term] if term not in labels and depth else []
        parts = ((shown(t.predicate, 0), shown(t.object, 0)) for t in _sorted(own))
        return Shown(labels.get(term) or _text(term), _link(term, host), tuple(parts))  # type: ignore[call-overload]

    return {
        "title": labels.get(node, _text(node)),
        "iri": iri,
        "turtle": f"{ENDPOINT}?query={quote(f'DESCRIBE <{iri}>', safe='')}",
        "said": [(shown(t.predicate, 0), shown(t.object)) for t in _sorted(said)],
        "naming": [(shown(t.subject, 0), shown(t.predicate, 0)) for t in _sorted(naming)],
        "cut": len(naming) >= MAX_NAMING,
    }


def _sorted(triples: Iterable[ox.Triple]) -> list[ox.Triple]:
    return sorted(triples, key=lambda t: (t.predicate != _LABEL, str(t)))


def _text(term: object) -> str:
    """A literal's words, an IRI by its prefix or its last part."""
    if not isinstance(term, ox.NamedNode):
        return str(getattr(term, "value", term))
    for prefix, namespace in WELL_KNOWN.items():
        if term.value.startswith(namespace):
            return f"{prefix}:{term.value[len(namespace) :]}"
    return term.value.rstrip("/").rpartition("/")[2].rpartition("#")[2] or term.value


def _link(term: object, host: str) -> str:
    """Below this server where the IRI is of the graph's own host; only web addresses elsewhere."""
    if not isinstance(term, ox.NamedNode):
        return ""
    if term.value.startswith(f"{host}/") or term.value.startswith(PREFIXES["sc"]):
        parts = urlsplit(term.value)
        query = f"?{parts.query}" if parts.query else ""
        return parts.path + query + (f"#{parts.fragment}" if parts.fragment else "")
    return term.value if term.value.startswith(("http://", "https://")) else ""
