"""A corpus cut into portions, each of one article."""

from dataclasses import replace

from kg.corpus.cache.portions import portions
from kg.model import Agent
from tests.rdf.corpus import BORDER, CORPUS, DENIED, SAID, SANCTIONS

PARTS = {part.articles[0].name: part for part in portions(CORPUS)}


def test_each_claim_is_in_the_portion_of_its_article():
    assert [*PARTS] == [BORDER.name, SANCTIONS.name]
    for name, part in PARTS.items():
        assert part.claims == tuple(c for c in CORPUS.claims if c.article == name) != ()


def test_texts_are_left_out_and_told_by_their_digest():
    (article,) = PARTS[BORDER.name].articles
    assert article.text == "" and len(article.digest) == 64
    other = replace(CORPUS, articles=(replace(BORDER, text="Other words."), SANCTIONS))
    assert next(portions(other)).articles[0].digest != article.digest


def test_only_agents_that_are_named_come_with_it_and_whom_they_belong_to():
    keys = {agent.key for agent in PARTS[BORDER.name].agents}
    assert {"ERI", "ETH", "group/ETH/officials", "isaias-afwerki", "NOR"} <= keys
    assert "fjord-times-analysts" not in keys


def test_an_agent_that_nobody_names_has_a_portion_without_article():
    more = replace(CORPUS, agents=(*CORPUS.agents, Agent("x", "State", "X")))
    *_, rest = portions(more)
    assert (rest.articles, rest.claims) == ((), ())
    assert [agent.key for agent in rest.agents] == ["x"]


def test_an_event_keeps_its_first_claim_and_those_of_the_article():
    shared = replace(CORPUS.events[0], claims=(SAID.id, "c5f0e5", DENIED.id), joined=("p", "q"))
    parts = list(portions(replace(CORPUS, events=(shared,))))
    told = [[(e.claims, e.joined) for e in part.events] for part in parts]
    assert told == [[((SAID.id, DENIED.id), ("q",))], [((SAID.id, "c5f0e5"), ("p",))]]


def test_another_article_changes_no_portion_of_this_one():
    alone = replace(CORPUS, articles=(BORDER,))
    assert next(portions(alone)) == PARTS[BORDER.name]
