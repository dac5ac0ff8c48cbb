"""Who is told of in an article, by the words that stand for him."""

from kg.extract.agree.cast import Cast
from kg.extract.propose import features
from tests.extract.contexts import context


def cast(text: str) -> Cast:
    of = context(text)
    return Cast(of, features.sheet(of, []))


def texts(of: Cast, key: str) -> list[str]:
    return [of.sheet.texts[word] for word in of.words[key]]


def test_who_acts_for_a_state_stands_for_it():
    of = cast("Peru's army left Chile. It had stayed for years, the Peruvian president said.")
    assert "CHL" in of.words
    assert {"army", "president"} <= {*texts(of, "PER")}


def test_who_has_most_words_leads():
    of = cast("Peru sent troops. Chile protested. Peru denied it.")
    assert of.leading == {"PER"}
    assert of.total == sum(map(len, of.words.values()))


def test_the_opening_and_the_headline_are_told_apart():
    of = cast("Peru warns Chile\n\nLima spoke first. Then came a reply. Togo was silent.")
    assert of.announced == {"PER", "CHL"}
    assert "TGO" not in of.opening


def test_the_nearest_word_gives_the_agent():
    of = cast("The Peruvian army left. Peru said so.")
    near = of.sheet.texts.index("left")
    agent, word = of.agent("PER", near)
    assert of.sheet.texts[word or 0] == "army"
    assert agent.of == "PER"


def test_who_has_no_word_is_himself():
    of = cast("Peru sent troops to Chile.")
    of.context.agents.belonging(of.context.tree[2])
    agent, word = of.agent("PER", 0)
    assert agent.key == "PER"
    assert word == 0


def test_an_empty_article_has_nobody():
    of = cast("It rained.")
    assert of.leading == frozenset()
    assert of.total >= 1
