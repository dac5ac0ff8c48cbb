"""Role words and who plays the role, on trees by hand and the shipped tables."""

from datetime import date

import pytest

from kg.extract.mentions.offices import Offices, plural
from kg.model import Agent, Article
from tests.extract.handmade import known
from tests.extract.trees import parsed, word

MALI = Agent("MLI", "State", "Mali", iso3="MLI")
TEXT = parsed("The foreign minister met a senior official .", "DT JJ NN VBD DT JJ NN .",
              "2:det 2:amod 3:nsubj 3:ROOT 6:det 6:amod 3:obj 3:punct")  # fmt: skip


@pytest.fixture(scope="module")
def offices() -> Offices:
    article = Article(
        "t", "The foreign minister met a senior official .", published=date(2019, 6, 1)
    )
    return Offices(TEXT, article, {}, known())


def test_the_longest_role_that_ends_at_a_word(offices):
    assert offices.words(word(TEXT, "minister")) == "foreign minister"
    assert offices.words(word(TEXT, "met")) == ""


def test_a_role_may_begin_with_its_noun():
    told = parsed("The Ministry of Defence met .", "DT NNP IN NNP VBD .",
                  "1:det 4:nsubj 3:case 1:nmod 4:ROOT 4:punct")  # fmt: skip
    made = Offices(told, Article("t", "The Ministry of Defence met ."), {}, known())
    assert made.words(word(told, "Ministry")) == "ministry of defence"
    role = known().gazetteer.role("ministry of defence", None)
    names = ("ministry of defence", "defence ministry")
    assert len({made.agent(role, MALI, name).key for name in names}) == 1


def test_officials_are_people_of_a_kind_and_ministers_hold_an_office(offices):
    official, minister = word(TEXT, "official"), word(TEXT, "minister")
    assert offices.is_unnamed(official, "senior official")
    assert not offices.is_unnamed(minister, "foreign minister")


def test_who_plays_a_role_for_a_state(offices):
    tables = known().gazetteer
    role = tables.role("army", None)
    assert role is not None
    army = offices.agent(role, MALI, "army")
    assert (army.kind, army.of) == ("GovernmentBody", "MLI")
    minister = offices.agent(tables.role("foreign minister", None), MALI, "foreign minister")
    assert minister.of == "MLI" and minister.kind in ("Person", "Leader")


def test_groups_of_two_articles_are_never_one(offices):
    other = Offices(TEXT, Article("u", ""), {}, known())
    here, there = (of.unnamed("officials", None, "officials") for of in (offices, other))
    assert here.key != there.key
    assert offices.group(MALI, "officials", unaffiliated=False).of == "MLI"
    assert offices.group(MALI, "rebels", unaffiliated=True).of is None
    assert offices.unnamed("A report", None, "report").kind == "Document"


@pytest.mark.parametrize(
    ("one", "many"),
    [("ally", "allies"), ("envoy", "envoys"), ("gunman", "gunmen"), ("aide", "aides")],
)
def test_plurals_that_follow_the_rules(one, many):
    assert plural(one) == many
