"""What an article tells follows from its content alone."""

from dataclasses import replace
from datetime import date

import pytest

from kg.link.events import taken_up
from kg.link.inside import Linking
from kg.link.recall import afresh
from kg.model import Article
from tests.link.claims import AGENTS, claim, span

CLAIMS = (
    claim("a", 0, place="Kassala"),
    claim("a", 40, place="Kassala"),
    claim("a", 80, event_class="Meeting"),
    claim("b", 0, time=span("2021-02-01")),
)
ARTICLES = {name: Article(name, "", published=date(2021, 3, 1)) for name in "ab"}


def linking(articles=ARTICLES, agents=AGENTS):
    return Linking(articles, {agent.key: agent for agent in agents}, {})


def tellings(claims=CLAIMS, **known):
    return list(linking(**known).tellings(*taken_up(claims, {})))


def told(recall=afresh):
    return list(linking().told(tellings(), recall))


def test_claims_are_gathered_article_by_article():
    found = [(one.article, [m.claim.id for m in one.members]) for one in told()]
    assert [article for article, _ in found] == ["a", "a", "b"]
    assert sorted(c for _, ids in found for c in ids) == sorted(c.id for c in CLAIMS)


def test_what_is_recalled_is_not_looked_for():
    kept = {}

    def first(what, parts, content, make):
        kept.update((content(part), make(part)) for part in parts)
        return afresh(what, parts, content, make)

    def again(what, parts, content, make):
        return [kept[content(part)] for part in parts]

    assert told(first) == told(again) == told()


@pytest.mark.parametrize(
    "known",
    [
        {"articles": {**ARTICLES, "a": Article("a", "", published=date(2021, 3, 2))}},
        {"articles": {**ARTICLES, "a": replace(ARTICLES["a"], text="It rained.")}},
        {"articles": {}},
        {"agents": [replace(agent, label="Other") for agent in AGENTS]},
        {"claims": (replace(CLAIMS[0], place=""), *CLAIMS[1:])},
        {"claims": (CLAIMS[0], replace(CLAIMS[1], about=CLAIMS[0].id), *CLAIMS[2:])},
    ],
)
def test_whatever_counts_is_content(known):
    assert tellings(**known)[0].content() != tellings()[0].content()


def test_other_articles_are_no_content():
    assert tellings(CLAIMS[:3])[0].content() == tellings()[0].content()
