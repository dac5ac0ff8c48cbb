import msgspec

from kg.model import Agent, Article, Reading
from kg.spark.agents import Joined, decoded

RUSSIA = Agent("RUS", "State", "Russia", iso3="RUS")
YOUSEF = Agent("person-SYR-yousef-amin", "Person", "Yousef Amin", of="SYR")
YOUSSEF = Agent("person-SYR-youssef-amin", "Person", "Youssef Amin", of="SYR")
SYRIA = Agent("SYR", "State", "Syria", iso3="SYR")


def reading(*agents: Agent) -> Reading:
    return Reading(Article("a", ""), (), (), agents)


def test_what_articles_agree_on_stays_as_the_article_has_it():
    assert Joined({}, {}).of(reading(RUSSIA)) == {"RUS": RUSSIA}


def test_what_they_do_not_agree_on_is_as_the_corpus_knows_it():
    known = Agent("RUS", "State", "Russian Federation", iso3="RUS")
    assert Joined({}, {"RUS": known}).of(reading(RUSSIA)) == {"RUS": known}


def test_a_person_of_two_keys_is_the_one_that_is_used_and_brings_its_state():
    joined = Joined({YOUSSEF.key: YOUSEF.key}, {YOUSEF.key: YOUSEF, "SYR": SYRIA})
    assert joined.of(reading(YOUSSEF)) == {YOUSEF.key: YOUSEF, "SYR": SYRIA}


def test_an_agent_is_read_back_from_its_bytes():
    assert decoded(msgspec.json.encode(YOUSEF)) == YOUSEF
