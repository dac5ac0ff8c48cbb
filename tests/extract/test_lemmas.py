"""What a verb is called in the lexicon: with its noun, with its particle, by its lemma."""

from kg.extract.lemmas import cues_of, joined_of, lemma_of, names_of, phrase_of
from kg.knowledge import lexicon
from kg.language.tree import of
from tests.extract.trees import parsed, word
from tests.language.trees import tree

CALLED_OFF = parsed(
    "Mali called off the raid .", "NNP VBD RP DT NN .",
    "1:nsubj 1:ROOT 1:compound:prt 4:det 1:obj 1:punct",
)  # fmt: skip
ON_HOLD = parsed(
    "Chad put the sanctions on hold .", "NNP VBD DT NNS IN NN .",
    "1:nsubj 1:ROOT 3:det 1:obj 5:case 1:obl 1:punct",
)  # fmt: skip
RULED_OUT = parsed(
    "Mali ruled out a raid .", "NNP VBD RP DT NN .",
    "1:nsubj 1:ROOT 1:compound:prt 4:det 1:obj 1:punct",
)  # fmt: skip
CLAIMED_BACK = parsed("Mali claimed back a raid .", "NNP VBD RP DT NN .",
                      "1:nsubj 1:ROOT 1:compound:prt 4:det 1:obj 1:punct")  # fmt: skip
IDIOMS = {"put": {"put on hold"}, "call": {"call off", "call it quits"}}


def test_a_lemma_is_in_small_letters_and_never_empty():
    doc = tree("Troops WENT", "NNS VBD", "1:nsubj 1:ROOT")
    doc[1].lemma_ = ""
    assert [lemma_of(t) for t in of(doc)] == ["troops", "went"]


def test_a_particle_belongs_to_the_verb():
    assert phrase_of(CALLED_OFF[1]) == "call off"
    assert phrase_of(ON_HOLD[1]) == "put"


def test_the_most_special_name_comes_first():
    assert names_of(ON_HOLD[1], IDIOMS) == ("put on hold", "put")
    assert names_of(CALLED_OFF[1], IDIOMS) == ("call off", "call")


def test_a_phrase_that_the_lexicon_lacks_is_no_name():
    assert names_of(ON_HOLD[1], {"put": {"put on ice"}}) == ("put",)
    assert names_of(ON_HOLD[1], {}) == ("put",)


def test_with_its_particle_a_verb_has_other_cues():
    words = lexicon.load()
    assert words.cue("rule out", "verbs") and words.cue("put", "verbs") == ()
    assert words.cue("rule", "verbs") != words.cue("rule out", "verbs")
    assert cues_of(RULED_OUT[1], words) == [*words.cue("rule out", "verbs")]
    assert cues_of(CLAIMED_BACK[1], words) == [*words.cue("claim", "verbs")]  # no cue together
    assert cues_of(ON_HOLD[1], words) == []


def test_a_word_split_at_its_hyphen_is_joined():
    text = "The cease - fire held"
    doc = parsed(text, "DT NN : NN VBD", "3:det 3:compound 3:punct 4:nsubj 4:ROOT")
    assert joined_of(word(doc, "fire")) == ""  # written apart
    assert joined_of(doc[0]) == ""
