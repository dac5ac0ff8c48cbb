"""Readings back from a graph: what the export holds of articles, agents and claims.

The other way about from `triples`, for whoever wants to link a part of a graph anew. Events,
stories, origins and relations are left behind, for they follow from the readings; passages that
were declined and the texts of articles are not in a graph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias, cast, get_args
from urllib.parse import unquote

import pyoxigraph as ox
from rdflib import DCTERMS, RDF, RDFS, SKOS, URIRef

from kg.model import (
    Agent,
    AgentKind,
    Article,
    Claim,
    ClaimKind,
    Evidence,
    Quantity,
    ReaderName,
    Reading,
    Story,
    Term,
    TimeSpan,
    principal,
)
from kg.rdf.load import load_triples
from kg.rdf.times import SAID, TIME
from kg.vocabulary import DATA, SC

Node: TypeAlias = Mapping[str, list[str]]
"""What is said of a node: predicate to its values, IRIs and literals as plain strings."""


class Unlinked:
    """The nodes of the Turtle file `graph`; GraphError where it is missing or no Turtle."""

    def __init__(self, graph: Path) -> None:
        self._nodes: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for subject, predicate, value in load_triples(graph):
            if isinstance(value, ox.NamedNode | ox.Literal):
                self._nodes[str(getattr(subject, "value", subject))][predicate.value].append(
                    value.value
                )
        self.base = _base(self._of_type(SC.Article))
        self._agents = {iri: self._agent(iri) for iri in self._of_type(SC.Agent)}
        self._by_key = {agent.key: agent for agent in self._agents.values()}

    def readings(self, texts: Mapping[str, str]) -> list[Reading]:
        """One reading an article, by name; `texts` gives the texts that are at hand, by name."""
        claims: dict[str, list[Claim]] = defaultdict(list)
        for iri in self._of_type(SC.Claim):
            claim = self._claim(iri)
            claims[claim.article].append(claim)
        articles = sorted(map(self._article, self._of_type(SC.Article)), key=lambda a: a.name)
        return [
            Reading(
                replace(article, text=texts.get(article.name, "")),
                tuple(sorted(claims[article.name], key=lambda c: (c.evidence.start, c.id))),
                (),
                self._named(claims[article.name]),
            )
            for article in articles
        ]

    def stories(self, names: Iterable[str]) -> tuple[Story, ...]:
        """The stories as the graph has them, of the articles called `names` alone."""
        wanted, told = set(names), defaultdict[str, list[str]](list)
        for iri in self._of_type(SC.Article):
            name = self._one(iri, SC.name)
            if name in wanted:
                told[self._one(iri, SC.inStory)].append(name)
        stories = (
            Story(_local(iri), tuple(sorted(told[iri])), *self._publisher(iri)) for iri in told
        )
        return tuple(sorted(stories, key=lambda story: story.id))

    def _publisher(self, story: str) -> tuple[str, str]:
        """Key and name of who put out a story."""
        iri = self._one(story, SC.publishedBy)
        return _local(iri), self._one(iri, RDFS.label)

    def _of_type(self, kind: URIRef) -> list[str]:
        return sorted(i for i, node in self._nodes.items() if str(kind) in node[str(RDF.type)])

    def _all(self, iri: str, term: URIRef) -> list[str]:
        return sorted(self._nodes[iri][str(term)]) if iri in self._nodes else []

    def _one(self, iri: str, term: URIRef) -> str:
        return next(iter(self._all(iri, term)), "")

    def _day(self, iri: str, term: URIRef) -> date | None:
        found = self._one(iri, term)
        return date.fromisoformat(found) if found else None

    def _article(self, iri: str) -> Article:
        return Article(
            name=self._one(iri, SC.name),
            text="",
            title=self._one(iri, DCTERMS.title),
            publisher=self._one(iri, DCTERMS.publisher),
            published=self._day(iri, DCTERMS.issued),
            published_basis=self._one(iri, SC.publishedBasis),
            language=self._one(iri, DCTERMS.language),
            url=self._one(iri, SC.url),
            digest=self._one(iri, SC.sha256),
        )

    def _agent(self, iri: str) -> Agent:
        kinds = {_local(kind) for kind in self._all(iri, RDF.type)} & {*get_args(AgentKind)}
        above = {"Person", "Organization"}
        wikidata = self._one(iri, SKOS.exactMatch)
        return Agent(
            key=self._one(iri, SC.key),
            kind=cast(AgentKind, min(kinds, key=lambda kind: (kind in above, kind))),
            label=self._one(iri, RDFS.label),
            of=self._key(self._one(iri, SC.of)),
            iso3=self._one(iri, SC.iso3) or None,
            wikidata=_local(wikidata) or None,
            terms=tuple(self._term(term) for term in self._all(iri, SC.term)),
        )

    def _term(self, iri: str) -> Term:
        of = self._key(self._one(iri, SC.of)) or ""
        return Term(self._one(iri, SC.office), of, self._day(iri, SC.firstDay),
                    self._day(iri, SC.lastDay))  # fmt: skip

    def _key(self, iri: str) -> str | None:
        return self._one(iri, SC.key) or None

    def _named(self, claims: Iterable[Claim]) -> tuple[Agent, ...]:
        wanted = {k for c in claims for k in (*c.actors, *c.recipients, *c.via, c.claimant) if k}
        found: dict[str, Agent] = {}
        while wanted:
            agent = self._by_key.get(wanted.pop())
            if agent is not None and agent.key not in found:
                found[agent.key] = agent
                wanted |= {agent.of} if agent.of else set()
        return tuple(found[key] for key in sorted(found))

    def _claim(self, iri: str) -> Claim:
        kind = _local(self._one(iri, SC.kind))
        return Claim(
            id=_local(iri),
            article=self._one(self._one(iri, SC.inArticle), SC.name),
            event_class=_local(self._one(iri, SC.eventClass)),
            actors=self._parties(iri, SC.actor, SC.actorAgent),
            recipients=self._parties(iri, SC.recipient, SC.recipientAgent),
            objects=tuple(self._all(iri, SC.object)),
            claimant=self._key(self._one(iri, SC.claimant)),
            stance=_local(self._one(iri, SC.stance)),  # type: ignore[arg-type]  # as exported
            modality=_local(self._one(iri, SC.modality)),  # type: ignore[arg-type]
            negated=self._one(iri, SC.negated) == "true",
            phase=_local(self._one(iri, SC.phase)),  # type: ignore[arg-type]
            evidence=self._quote(iri),
            trigger=self._trigger(iri),
            cue=self._one(iri, SC.cue),
            via=self._via(iri),
            quantity=self._quantity(self._one(iri, SC.quantity)),
            time=self._span(iri, TIME),
            place=self._one(self._one(iri, SC.place), RDFS.label),
            label=self._one(iri, SC.eventLabel),
            about=_local(self._one(iri, SC.takesUp)) or None,
            said=self._span(iri, SAID),
            # Linking finds out anew whose accusations are answers.
            kind=cast(ClaimKind, kind.replace("counterAccusation", "accusation")) or None,
            read_by=self._readers(iri),
            completed=tuple(
                sorted(self._key(agent) or "" for agent in self._all(iri, SC.completed))
            ),
            item=int(self._one(iri, SC.item) or 0),
            certainty=float(known) if (known := self._one(iri, SC.certainty)) else None,
        )

    def _readers(self, iri: str) -> tuple[ReaderName, ...]:
        names = tuple(_local(reader) for reader in self._all(iri, SC.readOnlyBy))
        return cast(tuple[ReaderName, ...], names) or get_args(ReaderName)

    def _parties(self, iri: str, counted: URIRef, mentioned: URIRef) -> tuple[str, ...]:
        named = [self._agents[agent].key for agent in self._all(iri, mentioned)]
        covered = {principal(key, self._by_key) for key in named}
        others = [self._agents[agent].key for agent in self._all(iri, counted)]
        return tuple(sorted({*named, *(key for key in others if key not in covered)}))

    def _via(self, iri: str) -> tuple[str, ...]:
        links = self._all(iri, SC.attribution)
        links.sort(key=lambda link: int(self._one(link, SC.position)))
        chain = [self._key(self._one(link, SC.speaker)) or "" for link in links]
        return tuple(chain[:-1] if self._one(iri, SC.claimant) else chain)

    def _quote(self, iri: str) -> Evidence:
        start, end = (int(self._one(iri, term)) for term in (SC.quoteStart, SC.quoteEnd))
        return Evidence(self._one(iri, SC.quote), start, end)

    def _trigger(self, iri: str) -> Evidence:
        words, start = self._one(iri, SC.trigger), int(self._one(iri, SC.triggerStart))
        return Evidence(words, start, start + len(words))

    def _quantity(self, iri: str) -> Quantity | None:
        if not iri:
            return None
        low, high = (self._one(iri, term) for term in (SC.low, SC.high))
        return Quantity(
            Decimal(low) if low else None,
            Decimal(high) if high else None,
            self._one(iri, SC.unit),
            self._one(iri, SC.qualifier),
            self._one(iri, SC.words),
        )

    def _span(self, iri: str, terms: tuple[URIRef, URIRef]) -> TimeSpan | None:
        days, words = (self._one(iri, term) for term in terms)
        if not days and not words:
            return None
        return TimeSpan(self._day(days, SC.firstDay), self._day(days, SC.lastDay), words)


def _base(articles: Iterable[str]) -> str:
    """Where the corpus' own IRIs live; "" where that is the place of them all."""
    homes = {iri.partition("/article/")[0] + "/" for iri in articles}
    return min(homes, default="").removeprefix(str(DATA))


def _local(iri: str) -> str:
    return unquote(iri.rpartition("#")[2].rpartition("/")[2])
