"""One article to its claims: read by the lexicon and by the taught reader, joined, written."""

from __future__ import annotations

from dataclasses import replace

from kg.extract import passes
from kg.extract.context import Context, opened
from kg.extract.mentions.knowledge import Knowledge
from kg.extract.propose.network import Network
from kg.extract.scope.chain import Scopes
from kg.knowledge import gazetteer
from kg.knowledge import lexicon as lexicons
from kg.language import tree
from kg.language.names import NameFinder
from kg.language.pipeline import Pipeline
from kg.model import Article, Reading, with_owners


class Reader:
    """Reads articles with one pipeline; build it once, it keeps gazetteer, lexicon and weights.

    `network` is that of the taught reader; None reads by the lexicon alone.
    """

    def __init__(self, pipeline: Pipeline, network: Network | None) -> None:
        self._pipeline, self._network = pipeline, network
        self._lexicon = lexicons.load()
        places = gazetteer.load()
        self._known = Knowledge(places, NameFinder(places), self._lexicon)
        self._scopes = Scopes(self._lexicon)

    def context(self, article: Article) -> Context:
        """The parse and the agents of `article`, before anything is read of it."""
        with passes.timed(passes.PARSE):
            doc = self._pipeline.parse(article.text)
            parsed = tree.of(doc, self._known.finder.find(doc))
        with passes.timed(passes.MENTIONS):
            return opened(article, parsed, self._known, self._scopes)

    def read(self, article: Article) -> Reading:
        """All claims of `article`, in order of the text, with what was declined and every agent."""
        found = passes.read(passes.State(self.context(article)), self._network)
        item = found.context.agents.stories.item
        claims = tuple(replace(c, item=item(c.trigger.start)) for c in found.claims)
        named = {k for c in claims for k in (*c.actors, *c.recipients, *c.via, c.claimant)}
        agents = with_owners(named, found.context.agents.seen)
        return Reading(article, claims, found.declined, agents)
