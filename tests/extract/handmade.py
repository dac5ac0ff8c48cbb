"""Articles whose parse is written by hand, read with the shipped tables and no weights.

`context(("Chad sent troops .", "NNP VBD NNS .", "1:nsubj 1:ROOT 1:obj 1:punct"))` is what the rules
have of an article of one sentence; in each sentence heads are counted from its first word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from kg.extract.context import Context, opened
from kg.extract.mentions.knowledge import Knowledge
from kg.extract.propose.lexical import LexicalReading
from kg.extract.scope.chain import Scopes
from kg.knowledge import gazetteer, lexicon
from kg.language import tree
from kg.language.lemma import lemma
from kg.language.names import NameFinder
from kg.language.tree import Token
from kg.model import Agent, Article, Claim
from tests.language.trees import tree as parsed

DAY = date(2019, 6, 14)
Sentence = tuple[str, str, str]


@cache
def known() -> Knowledge:
    """The shipped tables."""
    places = gazetteer.load()
    return Knowledge(places, NameFinder(places), lexicon.load())


def context(*sentences: Sentence, published: date | None = DAY) -> Context:
    """A context of its own, of which nothing is read yet."""
    words, tags, _ = zip(*sentences, strict=True)
    doc = parsed(" ".join(words), " ".join(tags), " ".join(_shifted(sentences)))
    for token in doc:
        token.lemma_ = lemma(token.text, token.pos_)
    article = Article("t", doc.text, published=published)
    return opened(article, tree.of(doc, known().finder.find(doc)), known(), Scopes(known().lexicon))


def _shifted(sentences: Iterable[Sentence]) -> Iterator[str]:
    """The arcs with heads counted from the first word of all."""
    before = 0
    for _, tags, arcs in sentences:
        for arc in arcs.split():
            head, _, label = arc.partition(":")
            yield f"{int(head) + before}:{label}"
        before += len(tags.split())


def word(of: Context, text: str) -> Token:
    """The one word that reads `text`."""
    (found,) = [t for t in of.tree if t.text == text]
    return found


def keys(agents: tuple[Agent, ...] | list[Agent]) -> list[str]:
    """Who they are, by key."""
    return [agent.key for agent in agents]


def claims(*sentences: Sentence) -> list[Claim]:
    """What the lexicon reads in an article of these sentences, in order."""
    return told(context(*sentences))


def told(of: Context) -> list[Claim]:
    """What the lexicon reads in it, in order."""
    return [claim for one in LexicalReading(of).run() for claim in one.claims]
