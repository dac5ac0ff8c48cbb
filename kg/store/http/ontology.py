"""The ontology at the path of its terms' IRIs: a list for people, the file for programs."""

from __future__ import annotations

import io
from functools import cache
from typing import Final
from urllib.parse import urlsplit

import pyoxigraph as ox
from starlette.responses import HTMLResponse, Response

from kg import resources
from kg.store.http.negotiate import GRAPHS, best, prefers_html
from kg.store.http.pages import filled
from kg.store.http.respond import Refused
from kg.store.prefixes import PREFIXES

PATH: Final = urlsplit(PREFIXES["sc"]).path
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_VARY: Final = {"Vary": "Accept"}


def response(accept: str) -> Response:
    """The ontology in the format that the client likes best; Refused where it takes none."""
    if prefers_html(accept):
        return HTMLResponse(_page(), headers=_VARY)
    media = best(accept, GRAPHS)
    if not media:
        raise Refused(406, f"the ontology is written as HTML, {', '.join(GRAPHS)}")
    return Response(_written(media), headers={"Content-Type": media, **_VARY})


@cache
def _triples() -> tuple[ox.Triple, ...]:
    path = resources.ontology("statecraft.ttl")
    return tuple(quad.triple for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))


@cache
def _written(media: str) -> bytes:
    out = io.BytesIO()
    form = ox.RdfFormat.from_media_type(media)
    prefixes = {} if form == ox.RdfFormat.JSON_LD else PREFIXES
    ox.serialize(_triples(), out, format=form, prefixes=prefixes)
    return out.getvalue()


@cache
def _page() -> str:
    terms: dict[str, dict[str, str]] = {}
    for triple in _triples():
        subject, value = triple.subject, triple.object
        if isinstance(subject, ox.NamedNode) and subject.value.startswith(PREFIXES["sc"]):
            term = terms.setdefault(subject.value[len(PREFIXES["sc"]) :], {})
            if isinstance(value, ox.Literal) and value.language in (None, "en"):
                term.setdefault(triple.predicate.value, value.value)
    told = [
        (name, term.get(f"{_RDFS}label", name), term.get(f"{_SKOS}definition", ""))
        for name, term in sorted(terms.items())
        if name
    ]
    return filled("ontology.html.j2", terms=told, iri=PREFIXES["sc"].removesuffix("#"))
