"""Nanopublications in TriG: one for each claim, small enough to be cited and passed on alone.

The assertion is the claim with its stance, never the event as a fact; the provenance is the article
and the words it was read from; the publication info is who read it and how certain that is. Its
name is that of the claim with `/nanopub` behind it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, Final, Literal, TypeAlias

import pyoxigraph as ox
from rdflib import DCTERMS, PROV, RDFS

from kg.export.head import serialize
from kg.export.partition import owners
from kg.export.source import TYPE, Node, described, in_graph, prefixes, sc

Part: TypeAlias = Literal["assertion", "provenance", "pubinfo"]
PARTS: Final[tuple[Part, ...]] = ("assertion", "provenance", "pubinfo")

NP: Final = "http://www.nanopub.org/nschema#"
_PARTS_OF: Final[Mapping[ox.NamedNode, Part]] = {
    **dict.fromkeys(sc("inArticle", "cue", "evidence", "quote", "trigger"), "provenance"),
    **dict.fromkeys(
        sc("quoteStart", "quoteEnd", "triggerStart", "triggerEnd", "timeWords"), "provenance"
    ),
    **dict.fromkeys(sc("readBy", "readOnlyBy", "certainty", "joinedBecause"), "pubinfo"),
}
"""Where a claim's own triples go; all others are what is claimed."""
_LINKS: Final = dict(zip(PARTS, ("Assertion", "Provenance", "PublicationInfo"), strict=True))
(_CLAIM,) = sc("Claim")
(_ONLY_READER,) = sc("readOnlyBy")
_READERS: Final = sc("lexicon", "taught")
_DATASET: Final = ox.NamedNode("http://www.w3.org/ns/dcat#Dataset")
_CREATOR: Final = ox.NamedNode(DCTERMS.creator)
_LABEL: Final = ox.NamedNode(RDFS.label)
_DERIVED: Final = ox.NamedNode(PROV.wasDerivedFrom)
_ATTRIBUTED: Final = ox.NamedNode(PROV.wasAttributedTo)


def write(graph: Path, out: BinaryIO) -> None:
    """Write the claims. The graph is held once: a claim's words lie elsewhere in its file."""
    said = dict(described(graph))
    owner = owners(graph)
    names = {**prefixes(graph), "np": NP}
    creators = _creators(said)
    claims = (node for node in said if _is_claim(said[node]))
    quads = (quad for claim in claims for quad in quads_of(claim, said, owner, creators))
    serialize(quads, out, ox.RdfFormat.TRIG, names)


def quads_of(
    claim: Node,
    said: Mapping[Node, list[ox.Triple]],
    owner: Mapping[Node, Node],
    creators: Sequence[Node] = (),
) -> Iterator[ox.Quad]:
    """One nanopublication: its head and its three graphs, one after the other.

    `creators` are what made the graph, as its dataset names them.
    """
    assert isinstance(claim, ox.NamedNode)
    name = ox.NamedNode(f"{claim.value}/nanopub")
    graphs = {part: ox.NamedNode(f"{name.value}#{part}") for part in PARTS}
    yield from _head(name, graphs)
    contents = _contents(claim, said, owner)
    article = owner[claim]
    readers = [t.object for t in said[claim] if t.predicate == _ONLY_READER] or _READERS
    contents["provenance"].insert(0, ox.Triple(graphs["assertion"], _DERIVED, article))
    contents["pubinfo"][:0] = [
        *(ox.Triple(name, _CREATOR, creator) for creator in creators),
        *(ox.Triple(name, _ATTRIBUTED, reader) for reader in readers),
        ox.Triple(name, _DERIVED, claim),
    ]
    for part in PARTS:
        for triple in contents[part]:
            yield in_graph(triple, graphs[part])


def _head(name: ox.NamedNode, graphs: Mapping[Part, ox.NamedNode]) -> Iterator[ox.Quad]:
    head = ox.NamedNode(f"{name.value}#Head")
    yield ox.Quad(name, TYPE, ox.NamedNode(f"{NP}Nanopublication"), head)
    for part in PARTS:
        yield ox.Quad(name, ox.NamedNode(f"{NP}has{_LINKS[part]}"), graphs[part], head)


def _contents(
    claim: Node, said: Mapping[Node, list[ox.Triple]], owner: Mapping[Node, Node]
) -> dict[Part, list[ox.Triple]]:
    """The claim's triples by part, those of its own nodes beside the triple that leads to them.

    Labels of agents and events go with the publication info, so that each can be read alone.
    """
    contents: defaultdict[Part, list[ox.Triple]] = defaultdict(list, {part: [] for part in PARTS})
    reached: dict[Node, Part] = {claim: "assertion"}
    waiting = [claim]
    while waiting:
        node = waiting.pop(0)
        for triple in said[node]:
            part = (
                _PARTS_OF.get(triple.predicate, reached[node]) if node == claim else reached[node]
            )
            contents[part].append(triple)
            value = triple.object
            if isinstance(value, Node) and value in said and value not in reached:
                if _belongs(value, claim, said, owner):
                    reached[value] = part
                    waiting.append(value)
                else:
                    reached[value] = "pubinfo"
                    contents["pubinfo"] += [t for t in said[value] if t.predicate == _LABEL]
    return contents


def _belongs(
    node: Node, claim: Node, said: Mapping[Node, list[ox.Triple]], owner: Mapping[Node, Node]
) -> bool:
    """Whether a node of the claim's article is told with the claim: all but other claims."""
    return owner.get(node) == owner[claim] and not _is_claim(said[node])


def _creators(said: Mapping[Node, list[ox.Triple]]) -> list[Node]:
    """What the datasets of the graph say they were made by."""
    told = [t for triples in said.values() if _is_a(triples, _DATASET) for t in triples]
    return [t.object for t in told if t.predicate == _CREATOR and isinstance(t.object, Node)]


def _is_claim(said: list[ox.Triple]) -> bool:
    return _is_a(said, _CLAIM)


def _is_a(said: list[ox.Triple], kind: ox.NamedNode) -> bool:
    return any(triple.predicate == TYPE and triple.object == kind for triple in said)
