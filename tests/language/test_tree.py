"""The frozen tree says what the `Doc` said that it was made from, and nothing changes it."""

from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.language.tree import Token, Tree, of, remembered
from tests.language.trees import find, frozen, tree

TOLD = (
    "Chad , Lima said , sent 20 old tanks . Mali denied it",
    "NNP , NNP VBD , VBD CD JJ NNS . NNP VBD PRP",
    "5:nsubj 3:punct 3:nsubj 5:parataxis 3:punct 5:ROOT 8:nummod 8:amod 5:obj 5:punct "
    "11:nsubj 11:ROOT 11:obj",
)
DOC = tree(*TOLD)
TREE = of(DOC)


TROOPS = ("Turkey sent troops", "NNP VBD NNS", "1:nsubj 1:ROOT 1:obj")


def test_every_word_stands_where_it_stood():
    for token, old in zip(TREE, DOC, strict=True):
        assert (token.i, token.idx, token.text, len(token)) == (old.i, old.idx, old.text, len(old))
        assert (token.lower, token.lemma) == (old.lower_, old.lemma_)
        assert (token.pos, token.tag, token.dep) == (old.pos_, old.tag_, old.dep_)
        assert [c.i for c in token.children] == [c.i for c in old.children]
        assert [a.i for a in token.ancestors] == [a.i for a in old.ancestors]
        assert [s.i for s in token.subtree] == [s.i for s in old.subtree]
        edges = (token.head.i, token.left_edge.i, token.right_edge.i)
        assert edges == (old.head.i, old.left_edge.i, old.right_edge.i)
        assert (token.sentence.start, token.sentence.end) == (old.sent.start, old.sent.end)


@given(st.integers(-16, 16), st.integers(-16, 16))
def test_runs_of_words_are_cut_as_spacy_cuts_them(start, end):
    mine, old = TREE[start:end], DOC[start:end]
    assert ([t.i for t in mine], mine.text) == ([t.i for t in old], old.text)
    if len(mine):
        assert (mine.root.i, mine.start_char) == (old.root.i, old.start_char)
        assert (mine.end_char, mine[-1].i, mine[:1].text) == (
            old.end_char, old[-1].i, old[:1].text
        )  # fmt: skip


def test_a_run_of_words_gives_its_words_one_by_one():
    run = TREE[4:9]
    assert [*reversed(run)] == [*run][::-1] == [run[-1], run[3], run[2], run[1], run[-5]]
    for place in (5, -6):
        with pytest.raises(IndexError):
            run[place]


def test_a_word_is_one_object_and_cannot_be_changed():
    sent = find(TREE, "sent")
    assert sent is TREE[5] is find(TREE, "tanks").head
    assert sent.is_ancestor(find(TREE, "old")) and not find(TREE, "old").is_ancestor(sent)
    with pytest.raises(FrozenInstanceError):
        sent.lemma = "give"
    with pytest.raises(FrozenInstanceError):
        TREE.text = ""


def test_a_text_without_words_has_no_sentence():
    nothing = Tree("", [], [])
    assert (len(nothing), nothing.sentences, nothing[:3].text) == (0, (), "")
    assert nothing.at(0) is None


def test_lines_end_at_breaks_and_hold_words():
    words = ["Chad", ".", "\n\n", " ", "\n", "Lima"]
    told = of(Doc(DOC.vocab, words, spaces=[False] * 6, sent_starts=[True, *[False] * 5]))
    assert [line.text for line in told.lines] == ["Chad.", "Lima"]
    assert [token.is_word for token in told] == [True, False, False, False, False, True]
    assert [token.is_break for token in told] == [False, False, True, False, True, False]


def test_neighbours_end_with_the_text():
    assert TREE[1].neighbour().text == "Lima" and TREE[1].neighbour(-1).text == "Chad"
    for word, steps in ((TREE[0], -1), (TREE[-1], 1)):
        with pytest.raises(IndexError):
            word.neighbour(steps)


def test_a_code_point_lies_in_a_word_or_behind_it():
    told = frozen("Chad sent", "NNP VBD", "1:nsubj 1:ROOT")
    assert [told.at(n).text for n in (0, 3, 4, 5, 8)] == ["Chad", "Chad", "Chad", "sent", "sent"]
    assert told.at(-1) is None and told.at(len(told.text)) is None


def test_what_is_remembered_is_asked_once_of_each_word_of_each_tree():
    asked = []

    @remembered
    def head(token: Token) -> str | None:
        asked.append(token)
        return None if token.head is token else token.head.text

    one, other = (of(tree(*TROOPS)) for _ in range(2))
    assert [head(t) for t in (*one, *one)] == ["sent", None, "sent"] * 2
    assert [head(t) for t in other] == ["sent", None, "sent"]
    assert asked == [*one, *other]
