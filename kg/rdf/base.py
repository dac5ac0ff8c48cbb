"""Which IRIs are a corpus' own, and where they live.

Triples are made below `DATA`, and moved below the base of their corpus at the end: two graphs in
one store then share what both mean by one name (agents of the gazetteer, days, places), and never
fuse claims, events or articles that merely happen to be called alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from urllib.parse import quote, unquote

from rdflib import Literal, URIRef

from kg.errors import InputError
from kg.knowledge.rows import Table
from kg.knowledge.tables import BodyRow, LeaderRow, OrganisationRow, StateRow
from kg.rdf.iris import FOLDERS
from kg.rdf.terms import AGAIN, Triple
from kg.resources import ontology
from kg.vocabulary import DATA

CORPORA = "https://w3id.org/statecraft/corpus/"
"""Where a corpus lives that is given no base of its own, by its name."""
SHARED = frozenset({"place", "term", "timespan"})
"""Folders whose IRIs say all there is to know: equal ones mean the same in every corpus."""
AGENT, OWN_AGENT = "agent", "own"
"""Prefixes of agents: those of the gazetteer, and those that articles alone introduce."""
_SUFFIX = "-corpus"
_IRI = re.compile(r"(https?://|urn:)[^\s<>\"{}|\\^`]+")


def default_base(name: str) -> str:
    """The base of a corpus called `name`: made from the name alone."""
    safe = quote(name.strip("/"), safe="") or "corpus"
    # A name like "claim" would be taken for the folder of claims.
    return f"{CORPORA}{safe}{_SUFFIX if safe in FOLDERS else ''}/"


def checked(base: str) -> str:
    """`base` with the slash that folders are put behind; InputError where it is no such IRI."""
    found = iri(base if base.endswith("/") else f"{base}/")
    if any(f"/{folder}/" in found for folder in FOLDERS):
        rule = "a base holds no folder of the graph's own, such as /claim/"
        raise InputError(base, rule, "Call the folder otherwise.")
    return found


def iri(value: str) -> str:
    """`value`, which InputError refuses where it is no absolute IRI."""
    if not _IRI.fullmatch(value) or not value.isprintable():
        remedy = "Give one as https://example.org/my-corpus/."
        raise InputError(value, "this is no absolute IRI", remedy)
    return value


def prefixes(base: str) -> Mapping[str, str]:
    """Prefix to namespace, for the folders of a corpus at `base`; "" stands for `DATA`."""
    home = base or str(DATA)
    own = {f: f"{DATA if f in {*SHARED, AGENT} else home}{f}/" for f in FOLDERS}
    return {**own, OWN_AGENT: f"{home}{AGENT}/"} if base else own


def rebased(triples: Iterable[Triple], base: str) -> Iterator[Triple]:
    """`triples` with the corpus' own IRIs below `base`; as they are where that is ""."""
    if not base:
        yield from triples
        return
    for subject, predicate, value in triples:
        yield (
            _moved(subject, base),
            predicate,
            value if isinstance(value, Literal) else _moved(value, base),
        )


@lru_cache(maxsize=AGAIN)
def _moved(term: URIRef, base: str) -> URIRef:
    name = term.removeprefix(DATA)
    folder, _, rest = name.partition("/")
    if name == term or folder in SHARED or (folder == AGENT and unquote(rest) in _listed()):
        return term
    return URIRef(base + name) if folder in FOLDERS else term


@cache
def _listed() -> frozenset[str]:
    """The keys of the gazetteer."""
    keys = (
        Table.load(ontology("gazetteer", "states.csv"), StateRow).column("key"),
        Table.load(ontology("gazetteer", "organisations.csv"), OrganisationRow).column("key"),
        Table.load(ontology("gazetteer", "bodies.csv"), BodyRow).column("key"),
        Table.load(ontology("gazetteer", "leaders.csv"), LeaderRow).column("key"),
    )
    return frozenset().union(*keys)
