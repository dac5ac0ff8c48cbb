"""Whom marked words name: the head's own agents, whom it belongs to, else a name inside."""

import pytest

from kg.extract.propose.naming import Naming, heads
from tests.extract.contexts import context, run
from tests.language.trees import frozen

ARTICLE = (
    "Malian soldiers shelled the Chadian town of Tine. Kenya’s army and Ugandan troops met the "
    "Peruvian foreign minister in Lima. Fighters from Niger fled to Bolivia’s capital. "
    "Unnamed gunmen robbed a shop. Analysts said so. It rained on the hills."
)
REBELS = "Togolese rebels attacked a base near Accra. The rebels fled."


@pytest.fixture(scope="module")
def article():
    return context(ARTICLE)


def named(article, words, role="actors"):
    start, end = run(article, words)
    found = getattr(Naming(article), role)([t for t in article.tree[start:end] if not t.is_space])
    return [agent.principal for agent in found]


@pytest.mark.parametrize(
    ("words", "role", "whom"),
    [
        ("Malian soldiers", "actors", ["MLI"]),
        ("Malian soldiers", "recipients", ["MLI"]),
        ("Kenya’s army", "actors", ["KEN"]),
        ("Kenya’s army and Ugandan troops", "actors", ["KEN", "UGA"]),
        ("army", "actors", ["KEN"]),
        ("Ugandan troops", "actors", ["UGA"]),
        ("Peruvian foreign minister", "recipients", ["PER"]),
        ("Chadian town of Tine", "recipients", ["TCD"]),
        ("Lima", "recipients", ["PER"]),
        ("Bolivia’s capital", "recipients", ["BOL"]),
        ("Fighters from Niger", "actors", ["NER"]),
        ("hills", "actors", []),
        ("hills", "recipients", []),
    ],
)
def test_words_name_whom_they_are_of(article, words, role, whom):
    assert named(article, words, role) == whom


def test_what_names_nobody_does_not_act():
    read = context("Documents showed that Kenya had left.")
    words = read.tree[slice(*run(read, "Documents"))]
    assert Naming(read).actors(words) == ()


def test_a_band_is_nobodys_state():
    read = context(REBELS)
    (band,) = Naming(read).actors(read.tree[slice(*run(read, "Togolese rebels"))])
    assert band.principal != "TGO"
    (again,) = Naming(read).actors(read.tree[slice(*run(read, "The rebels"))])
    assert again == band


def test_only_what_is_joined_within_the_run_counts(article):
    assert named(article, "Kenya’s army and") == ["KEN"]


def test_nobody_is_named_twice():
    read = context("Peru’s army and Peru’s navy left Chile.")
    assert named(read, "Peru’s army and Peru’s navy") == ["PER", "PER"]
    agents = Naming(read).recipients(read.tree[slice(*run(read, "Peru’s army and Peru’s navy"))])
    assert len({agent.key for agent in agents}) == 2
    twice = context("Peru and Peru left Chile.")
    assert named(twice, "Peru and Peru") == ["PER"]


def test_a_name_is_found_inside_where_the_head_names_nobody():
    read = context("The road to Lima was shelled.")
    assert named(read, "The road to Lima", "recipients") == ["PER"]


def test_what_names_nobody_is_whose_it_is():
    read = context("Chad said that its villages had burned.")
    assert named(read, "its villages", "recipients") == ["TCD"]


def test_a_person_who_is_hit_stands_for_his_state():
    read = context("Togo sanctioned Malian spokesman Amadou Diarra on Monday.")
    words = read.tree[slice(*run(read, "Malian spokesman Amadou Diarra"))]
    assert [a.key for a in Naming(read).recipients(words)] == ["MLI"]
    assert [a.kind for a in Naming(read).actors(words)] == ["Person"]


def test_no_words_name_nobody(article):
    naming = Naming(article)
    assert naming.actors([]) == naming.recipients([]) == ()


def test_heads_hang_on_no_other_word_of_the_run():
    doc = frozen(
        "Togo and Benin sent guards to Niger .",
        "NNP CC NNP VBD NNS IN NNP .",
        "3:nsubj 2:cc 0:conj 3:ROOT 3:obj 6:case 3:obl 3:punct",
    )
    assert [t.text for t in heads(doc[0:3])] == ["Togo"]
    assert [t.text for t in heads(doc[1:3])] == ["Benin"]
    assert [t.text for t in heads(doc[4:7])] == ["guards", "Niger"]
    assert [t.text for t in heads(doc[0:8])] == ["sent"]
    assert heads([]) == []
