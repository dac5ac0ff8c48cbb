"""Titles and bare surnames of two articles are never one person. All is invented."""

from kg.link.corpus import link
from kg.link.unnamed import apart
from kg.model import Agent, Article, Reading
from tests.link.claims import AGENTS, claim

KENYA = Agent("KEN", "State", "Kenya", iso3="KEN")


def reading(name: str, agent: Agent, *more: Agent) -> Reading:
    said = claim(name, 0, claimant=agent.key)
    return Reading(Article(name, "Kenya denied it."), (said,), (), (agent, *more, *AGENTS, KENYA))


def secretary(article: str) -> Agent:
    return Agent(f"person-KEN-secretary-{article}", "Person", "Kenyan secretary", "KEN")


def test_an_office_without_a_name_is_nobody_across_articles():
    corpus = link([reading(name, secretary(name)) for name in ("one", "two")])
    found = [agent for agent in corpus.agents if agent.label == "Kenyan secretary"]
    assert {agent.kind for agent in found} == {"Group"}
    assert len(found) == 2
    assert len({c.claimant for c in corpus.claims}) == 2


def test_a_body_of_which_a_state_has_several_is_unnamed_and_one_of_its_kind_is_not():
    ministry = Agent("KEN-ministry", "GovernmentBody", "Kenyan ministry", "KEN")
    government = Agent("KEN-government", "GovernmentBody", "Kenyan government", "KEN")
    corpus = link([reading(name, ministry, government) for name in ("one", "two")])
    kinds = [(a.key, a.kind) for a in corpus.agents if a.label.startswith("Kenyan")]
    assert kinds == [
        ("KEN-government", "GovernmentBody"),
        ("group-one-kenyan-ministry", "Group"),
        ("group-two-kenyan-ministry", "Group"),
    ]
    assert {c.claimant for c in corpus.claims} == {key for key, kind in kinds if kind == "Group"}


def test_somebody_with_a_name_stays_one_person():
    named = Agent("person-KEN-amina-odongo", "Person", "Amina Odongo", "KEN")
    corpus = link([reading(name, named) for name in ("one", "two")])
    assert [a.kind for a in corpus.agents if a.label == "Amina Odongo"] == ["Person"]


def test_a_bare_surname_of_nobody_known_is_its_articles_own():
    corpus = link(
        reading(name, Agent("person-x-molina", "Person", "Molina")) for name in ("one", "two")
    )
    assert len({c.claimant for c in corpus.claims}) == 2
    assert sum(agent.label == "Molina" for agent in corpus.agents) == 2


def test_a_name_that_the_article_is_called_after_is_a_name():
    named = Agent("person-KEN-odongo", "Person", "Odongo", "KEN")
    assert apart(reading("odongo", named)).agents[0] == named


def test_what_belongs_to_somebody_renamed_follows():
    head = Agent("person-x-molina", "Person", "Molina")
    aides = Agent("group-one-aides", "Group", "aides", "person-x-molina")
    agents = {agent.label: agent for agent in apart(reading("one", head, aides)).agents}
    assert agents["aides"].of == agents["Molina"].key == "person-x-molina-one"


def test_setting_apart_twice_is_setting_apart_once():
    once = apart(reading("one", Agent("person-x-molina", "Person", "Molina"), secretary("one")))
    assert apart(once) == once
