"""Which article a node of the graph belongs to.

An article's graph holds the article, its claims and words, and their parts: what nothing but nodes
of that article refers to. Agents, events, stories and all else that many articles share belong to
none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.export.source import TYPE, Node, sc, triples

_ARTICLE: Final = sc("Article")
_IN_ARTICLE: Final = sc("inArticle")
_SHARED: Final = sc("Agent", "Event", "Story", "Origin", "Place", "Correction", "Reviewer") | {
    ox.NamedNode("http://rdfs.org/ns/void#Dataset"),
    ox.NamedNode("http://www.w3.org/ns/dcat#Dataset"),
}


def owners(graph: Path) -> Mapping[Node, Node]:
    """Node to article, for every subject that belongs to one. Holds nodes, not triples."""
    owner, shared, subjects = _told(graph)
    open_nodes = subjects - owner.keys() - shared
    referrers = _referrers(graph, open_nodes)
    while found := _parts(open_nodes, referrers, owner):
        owner |= found
        open_nodes -= found.keys()
    return owner


def _told(graph: Path) -> tuple[dict[Node, Node], set[Node], set[Node]]:
    """Nodes whose article the graph names, nodes that articles share, and all subjects."""
    owner: dict[Node, Node] = {}
    shared: set[Node] = set()
    subjects: set[Node] = set()
    for triple in triples(graph):
        subject, value = triple.subject, triple.object
        assert isinstance(subject, Node)
        subjects.add(subject)
        if triple.predicate == TYPE and value in _ARTICLE:
            owner[subject] = subject
        elif triple.predicate == TYPE and value in _SHARED:
            shared.add(subject)
        elif triple.predicate in _IN_ARTICLE and isinstance(value, Node):
            owner[subject] = value
    return (
        {node: article for node, article in owner.items() if node not in shared},
        shared,
        subjects,
    )


def _referrers(graph: Path, nodes: set[Node]) -> Mapping[Node, set[Node]]:
    found: defaultdict[Node, set[Node]] = defaultdict(set)
    for triple in triples(graph):
        if isinstance(triple.object, Node) and triple.object in nodes:
            assert isinstance(triple.subject, Node)
            found[triple.object].add(triple.subject)
    return found


def _parts(
    nodes: set[Node], referrers: Mapping[Node, set[Node]], owner: Mapping[Node, Node]
) -> dict[Node, Node]:
    found = {}
    for node in nodes & referrers.keys():
        articles = {owner.get(referrer) for referrer in referrers[node]}
        if len(articles) == 1 and (article := articles.pop()) is not None:
            found[node] = article
    return found
