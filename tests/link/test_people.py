"""One person under several spellings and titles; namesakes apart."""

from __future__ import annotations

import pytest

from kg.link.corpus import link
from kg.link.people import same_people, sounded
from kg.model import Agent
from tests.link.claims import AGENTS, claim, reading


def person(key: str, label: str, of: str | None = "ETH", kind="Person") -> Agent:
    return Agent(key, kind, label, of)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", True),
        ("Volodymyr Zelensky", "Volodimir Zelenskiy", True),
        ("Aleksey Petrov", "Alexej Petrow", True),
        ("Kim Jong Un", "Kim Jong In", False),
        ("Maria Diallo", "Mario Diallo", False),
        ("Ivan Ivanov", "Ivana Ivanova", False),
        ("Abdoulaye Diop", "Abdulaye Diop", True),
        ("Khalifa Haftar", "Halifa Haftar", True),
    ],
)
def test_what_transliterations_vary_is_one_sound(one, other, same):
    assert (sounded(one) == sounded(other)) == same


def test_spellings_of_one_state_are_one_person_and_namesakes_elsewhere_are_not():
    agents = [
        person("person-ETH-abiy-tadese", "Abiy Tadese"),
        person("person-ETH-abij-tadesse", "Abij Tadesse"),
        person("person-ERI-abiy-tadese", "Abiy Tadese", "ERI"),
        person("person-x-abiy-tadese", "Abiy Tadese", None),
    ]
    assert same_people(agents) == {"person-ETH-abiy-tadese": "person-ETH-abij-tadesse"}


def test_a_listed_person_keeps_the_key_and_two_listed_ones_stay_apart():
    made = person("person-ETH-abij-ahmed", "Abij Ahmed")
    listed = person("abiy-ahmed", "Abiy Ahmed", kind="Leader")
    other = person("abiy-ahmed-elder", "Abiy Ahmed", kind="Leader")
    assert same_people([made, listed]) == {"person-ETH-abij-ahmed": "abiy-ahmed"}
    assert same_people([made, listed, other]) == {}


def test_a_surname_goes_to_the_only_bearer_of_its_state():
    surname = person("person-ETH-tadesse", "Tadesse")
    one = person("person-ETH-abiy-tadese", "Abiy Tadese")
    two = person("person-ETH-lemma-tadese", "Lemma Tadese")
    assert same_people([surname, one]) == {"person-ETH-tadesse": "person-ETH-abiy-tadese"}
    assert same_people([surname, one, two]) == {}


def test_claims_of_two_articles_have_one_claimant_under_one_key():
    keys = "person-ETH-abiy-tadese", "person-ETH-abij-tadesse"
    people = tuple(person(k, k.partition("ETH-")[2].replace("-", " ").title()) for k in keys)
    one, two = (
        reading(name, claim(name, 0, claimant=key), text=f"Text {name}.")
        for name, key in zip("ab", keys, strict=True)
    )
    corpus = link([one, two.__class__(two.article, two.claims, (), (*AGENTS, *people)),
                   one.__class__(reading("c").article, (), (), people)])  # fmt: skip
    assert {c.claimant for c in corpus.claims} == {"person-ETH-abij-tadesse"}
    assert [c.id for c in corpus.claims] == ["a.0", "b.0"]
    assert "person-ETH-abiy-tadese" not in {agent.key for agent in corpus.agents}
    assert all(agent.kind for agent in corpus.agents)
