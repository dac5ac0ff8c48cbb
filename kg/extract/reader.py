"""One article to its claims: read by the lexicon and by the taught reader, joined, written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.extract.agree.agree import Agreement, Joined
from kg.extract.context import Context
from kg.extract.mentions.knowledge import Knowledge
from kg.extract.propose import features, taught
from kg.extract.propose.declined import declined_sentences
from kg.extract.propose.lexical import ASKED, LexicalReading, Refused, Told
from kg.extract.propose.network import Network
from kg.extract.propose.proposal import Proposal
from kg.extract.scope.chain import Scopes
from kg.knowledge import gazetteer
from kg.knowledge import lexicon as lexicons
from kg.language import verbal
from kg.language.names import NameFinder
from kg.language.pipeline import Pipeline
from kg.model import Article, Claim, Reading, with_owners


class Reader:
    """Reads articles with one pipeline; build it once, it keeps gazetteer, lexicon and weights.

    `network` is that of the taught reader; None reads by the lexicon alone.
    """

    def __init__(self, pipeline: Pipeline, network: Network | None) -> None:
        self._pipeline, self._network = pipeline, network
        self._lexicon = lexicons.load()
        places = gazetteer.load()
        self._known = Knowledge(places, NameFinder(pipeline.nlp, places), self._lexicon)
        self._scopes = Scopes(self._lexicon)

    def context(self, article: Article) -> Context:
        """The parse and the agents of `article`, before anything is read of it."""
        doc = self._pipeline.parse(article.text)
        return Context(article, doc, self._known, self._scopes)

    def read(self, article: Article) -> Reading:
        """All claims of `article`, in order of the text, with what was declined and every agent."""
        context = self.context(article)
        lexical = LexicalReading(context)
        joined = self._joined(context, lexical.run(), lexical.repeated())
        claims = tuple(sorted(joined.claims, key=_order))
        refused = (*lexical.refused, *joined.refused)
        declined = tuple(declined_sentences(context, claims, refused))
        named = {k for c in claims for k in (*c.actors, *c.recipients, *c.via, c.claimant)}
        return Reading(article, claims, declined, with_owners(named, context.agents.seen))

    def _joined(self, context: Context, told: list[Told], repeated: set[int]) -> Joined:
        if self._network is None:
            return Joined(tuple(c for one in told for c in one.claims), ())
        sheet = features.sheet(context, once(one.proposal for one in told))
        asked = frozenset(one.proposal.trigger for one in told)
        marks = list(self._network.marks(sheet, asked))
        found = [p for p in taught.proposals(sheet, marks) if p.trigger not in repeated]
        questions = {p.trigger for p in found if verbal.is_asked(context.doc[p.trigger])}
        by_token = {sheet.tokens[mark.trigger]: mark for mark in marks}
        agreement = Agreement(context, self._network.card, by_token)
        joined = agreement.join(told, [p for p in found if p.trigger not in questions])
        asked_about = (Refused(context.doc[i], ASKED) for i in sorted(questions))
        return Joined(joined.claims, (*joined.refused, *asked_about))


def once(found: Iterable[Proposal]) -> Iterator[Proposal]:
    """The first proposal of each trigger and class: a headline is read twice."""
    seen: set[tuple[int, str]] = set()
    for proposal in found:
        place = (proposal.trigger, proposal.event_class)
        if place not in seen:
            seen.add(place)
            yield proposal


def _order(claim: Claim) -> tuple[int, int, str]:
    return (claim.evidence.start, claim.evidence.end, claim.id)
