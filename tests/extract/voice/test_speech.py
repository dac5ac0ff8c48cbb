"""Verbs of saying and their speakers, on trees by hand."""

import pytest

from kg.extract.voice.speech import Speech
from kg.knowledge import lexicon
from kg.language.tree import Tree
from tests.extract.trees import parsed, word

SAID = parsed("Chad said Mali sent arms .", "NNP VBD NNP VBD NNS .",
              "1:nsubj 1:ROOT 3:nsubj 1:ccomp 3:obj 1:punct")  # fmt: skip
BARE = parsed("The minister said .", "DT NN VBD .", "1:det 2:nsubj 2:ROOT 2:punct")
QUOTED = parsed("Keita was quoted by Sahel .", "NNP VBD VBN IN NNP .",
                "2:nsubj:pass 2:aux:pass 2:ROOT 4:case 2:obl:agent 2:punct")  # fmt: skip
SILENT = parsed("Chad declined to comment .", "NNP VBD TO VB .",
                "1:nsubj 1:ROOT 3:mark 1:xcomp 1:punct")  # fmt: skip
NEVER = parsed("Chad did not say .", "NNP VBD RB VB .", "3:nsubj 3:aux 3:advmod 3:ROOT 3:punct")


@pytest.fixture(scope="module")
def speech() -> Speech:
    return Speech(lexicon.load())


def test_saying_is_told_by_the_cues(speech):
    assert speech.is_verb(word(SAID, "said"))
    assert not speech.is_verb(word(SAID, "sent"))
    assert not speech.is_verb(word(SAID, "Chad"))


@pytest.mark.parametrize(
    ("doc", "verb", "silent"),
    [(SILENT, "declined", True), (NEVER, "say", True), (SAID, "said", False)],
)
def test_who_does_not_comment_is_silent(speech, doc, verb, silent):
    assert speech.is_silent(word(doc, verb)) == silent


def test_a_sentence_that_is_no_more_than_who_says_it(speech):
    def begins(doc: Tree) -> bool:
        return speech.begins(doc.sentences[0])

    assert begins(BARE)
    assert not begins(SAID) and not begins(SILENT)


def test_the_speaker_stands_outside_the_words_in_question(speech):
    (sentence,) = SAID.sentences
    assert speech.outside(sentence, 2, 5) == word(SAID, "Chad")
    assert speech.outside(sentence, 0, 6) is None


def test_who_is_quoted_stands_in_the_passive(speech):
    (sentence,) = QUOTED.sentences
    assert speech.outside(sentence, 5, 6) == word(QUOTED, "Keita")


PASSED_ON = (
    "Keita was {} as {} .",
    "NNP VBD VBN IN VBG .",
    "2:nsubj:pass 2:aux:pass 2:ROOT 4:mark 2:advcl 2:punct",
)


@pytest.mark.parametrize(
    ("by", "how", "speaks"),
    [
        ("quoted", "saying", True),
        ("cited", "saying", True),
        ("reported", "saying", True),
        ("quoted", "falling", False),
        ("seen", "saying", False),
    ],
)
def test_who_speaks_without_a_clause(speech, by, how, speaks):
    text, tags, arcs = PASSED_ON
    doc = parsed(text.format(by, how), tags, arcs)
    assert speech.bare(word(doc, by)) == (word(doc, "Keita") if speaks else None)
    assert speech.bare(word(BARE, "said")) == word(BARE, "minister")
    assert speech.bare(word(SAID, "said")) is None
