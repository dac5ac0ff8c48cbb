"""Which paragraphs are one story, on lines and parties by hand."""

from kg.extract.mentions.paragraphs import Stories
from kg.language.tree import Tree
from kg.model import Agent
from tests.extract.voice.docs import lines

ITEM = "{}/NNP sent/VBD arms/NNS to/IN {}/NNP ./."
PAIRS = (("Chad", "Mali"), ("Peru", "Chile"), ("Oman", "Yemen"), ("Togo", "Benin"))


def stories(doc: Tree) -> Stories:
    """Every word with a capital is a state of its name."""
    named = {t.i: Agent(t.text, "State", t.text) for t in doc if t.text.istitle()}
    return Stories(doc, named)


def test_a_report_on_two_states_is_one_story():
    doc = lines(*(ITEM.format("Chad", "Mali") for _ in range(4)))
    of = stories(doc)
    assert of.item(0) == 0
    assert of.same(0, doc[len(doc) - 1].idx)


def test_items_on_others_are_stories_of_their_own():
    doc = lines(*(ITEM.format(*pair) for pair in PAIRS))
    of = stories(doc)
    starts = [t.idx for t in doc if t.text in {one for one, _ in PAIRS}]
    assert [of.item(start) for start in starts] == [1, 2, 3, 4]
    assert not of.same(starts[0], starts[1]) and of.same(starts[0], starts[0] + 9)


def test_what_leans_on_the_item_before_belongs_to_it():
    first, *rest = (ITEM.format(*pair) for pair in PAIRS)
    doc = lines(first, "It/PRP denied/VBD this/DT ./.", *rest)
    of = stories(doc)
    leaning = next(t.idx for t in doc if t.text == "It")
    assert of.same(0, leaning)
    assert of.item(doc[len(doc) - 1].idx) == 4


def test_a_text_of_nothing_has_no_items():
    assert stories(lines("./.")).item(0) == 0
