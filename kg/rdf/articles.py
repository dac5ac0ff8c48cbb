"""Articles, the stories they tell, and quotes from them, as triples."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from rdflib import DCTERMS, URIRef

from kg.model import Article, Evidence, Origin, Story
from kg.rdf import iris
from kg.rdf.terms import LABEL, TYPE, Triple, address, day, text, whole
from kg.vocabulary import SC


def article_triples(article: Article) -> Iterator[Triple]:
    """What is known about one article; its text and where it lay stay out of the graph."""
    node = iris.article(article.name)
    yield node, TYPE, SC.Article
    yield node, SC.name, text(article.name)
    yield node, LABEL, text(article.title or article.name)
    yield node, SC.sha256, text(text_digest(article))
    if article.published:
        yield node, DCTERMS.issued, day(article.published)
    if article.url:
        yield node, SC.url, address(article.url)
    for term, value in (
        (DCTERMS.title, article.title),
        (DCTERMS.publisher, article.publisher),
        (DCTERMS.language, article.language),
        (SC.publishedBasis, article.published_basis),
    ):
        if value:
            yield node, term, text(value)


def text_digest(article: Article) -> str:
    """The SHA-256 of the article's text in UTF-8, in hexadecimal."""
    return article.digest or hashlib.sha256(article.text.encode()).hexdigest()


def story_triples(story: Story) -> Iterator[Triple]:
    """One story, which articles tell it, and who put it out."""
    node = iris.story(story.id)
    yield node, TYPE, SC.Story
    for name in story.articles:
        yield iris.article(name), SC.inStory, node
    if story.publisher:
        outlet = iris.publisher(story.publisher)
        yield node, SC.publishedBy, outlet
        yield outlet, TYPE, SC.Publisher
        yield outlet, LABEL, text(story.published_by)


def origin_triples(origin: Origin, claimants: Mapping[str, str | None]) -> Iterator[Triple]:
    """One origin, who speaks there or which story it is known from, and what goes back to it.

    Only as far as that does not follow: without an origin of its own a claim goes back to its
    claimant, else to the story of its article. `claimants` tells the claimant of each claim.
    """
    told = written_origins(origin, claimants)
    if not told:
        return
    node = iris.origin(origin.id)
    yield node, TYPE, SC.Origin
    yield node, LABEL, text(origin.label)
    if origin.speaker:
        yield node, SC.speaker, iris.agent(origin.speaker)
    if origin.story:
        yield node, SC.toldIn, iris.story(origin.story)
    for identifier in told:
        yield iris.claim(identifier), SC.origin, node


def written_origins(origin: Origin, claimants: Mapping[str, str | None]) -> list[str]:
    """The claims of `origin` that are written with it, since nothing else tells that they are."""
    plain = origin.speaker if origin.id != origin.story else None
    follows = origin.speaker is not None or origin.id == origin.story
    return [c for c in origin.claims if not (follows and claimants.get(c, "") == plain)]


def quote_triples(holder: URIRef, article_name: str, words: Evidence) -> Iterator[Triple]:
    """The words of `article_name` that `holder` rests on, and where they stand.

    They are told of the holder itself; the closure makes an annotation's target of them.
    """
    yield holder, SC.inArticle, iris.article(article_name)
    yield holder, SC.quote, text(words.quote)
    yield holder, SC.quoteStart, whole(words.start)
    yield holder, SC.quoteEnd, whole(words.end)
