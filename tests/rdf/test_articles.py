from dataclasses import replace

from rdflib import DCTERMS, RDF, RDFS

from kg.model import Article, Origin
from kg.rdf import iris
from kg.rdf.articles import (
    article_triples,
    origin_triples,
    quote_triples,
    story_triples,
    text_digest,
)
from kg.vocabulary import SC
from tests.rdf.corpus import BORDER, CORPUS, SAID


def said(triples, term) -> list[str]:
    return [str(o) for _, p, o in triples if p == term]


def test_an_article_says_what_is_known_of_it_and_nothing_of_its_text_or_place():
    found = list(article_triples(BORDER))
    assert {s for s, *_ in found} == {iris.article(BORDER.name)}
    assert said(found, DCTERMS.issued) == ["2021-03-02"]
    assert said(found, DCTERMS.publisher) == ["Nordic Wire"]
    told = " ".join(str(o) for *_, o in found)
    assert "troops to Tigray" not in told and BORDER.source not in told


def test_what_is_not_known_is_left_out_and_a_name_stands_for_a_title():
    found = list(article_triples(Article("bare", "Words.", language="")))
    assert {p for _, p, _ in found} == {RDF.type, SC.name, RDFS.label, SC.sha256}
    assert said(found, RDFS.label) == ["bare"]


def test_a_digest_that_came_with_it_goes_before_its_text():
    assert text_digest(replace(BORDER, digest="abc")) == "abc"
    assert text_digest(BORDER) != text_digest(replace(BORDER, text="Other words."))


def test_a_story_names_its_articles_and_its_publisher_where_there_is_one():
    (story,) = CORPUS.stories
    found = list(story_triples(story))
    assert len([s for s, p, _ in found if p == SC.inStory]) == 2
    assert "Delta Press" in said(found, RDFS.label)
    assert said(story_triples(replace(story, publisher="")), SC.publishedBy) == []


def test_an_origin_is_written_where_it_does_not_follow():
    speaks = Origin("ERI", "Eritrea", ("a", "b"), speaker="ERI")
    found = list(origin_triples(speaks, {"a": "ERI", "b": None}))
    assert [s for s, p, _ in found if p == SC.origin] == [iris.claim("b")]
    assert list(origin_triples(speaks, {"a": "ERI", "b": "ERI"})) == []
    own = Origin("s1", "the article in its own voice", ("a",), story="s1")
    assert list(origin_triples(own, {"a": None})) == []


def test_words_are_told_with_article_and_offsets():
    found = list(quote_triples(iris.claim("x"), BORDER.name, SAID.evidence))
    assert said(found, SC.quote) == [SAID.evidence.quote]
    assert said(found, SC.quoteStart) + said(found, SC.quoteEnd) == [
        str(SAID.evidence.start), str(SAID.evidence.end),
    ]  # fmt: skip
