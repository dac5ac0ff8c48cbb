"""Which time belongs to an event, and which to the saying of it, on trees by hand."""

from datetime import date

import pytest

from kg.extract.measure.timing import Timing
from kg.extract.scope.scope import Scope
from kg.knowledge import lexicon
from kg.language.times import find_times
from kg.language.tree import Tree
from tests.extract.trees import parsed, word

PUBLISHED = date(2019, 6, 14)
SENTENCES = {
    "Chad sent troops on Monday .": (
        "NNP VBD NNS IN NNP .", "1:nsubj 1:ROOT 1:obj 4:case 1:obl 1:punct"),
    "Chad said on Monday that Mali sent troops in June .": (
        "NNP VBD IN NNP IN NNP VBD NNS IN NNP .",
        "1:nsubj 1:ROOT 3:case 1:obl 6:mark 6:nsubj 1:ccomp 6:obj 9:case 6:obl 1:punct"),
    "Chad on Monday sent troops .": (
        "NNP IN NNP VBD NNS .", "3:nsubj 2:case 0:nmod 3:ROOT 3:obj 3:punct"),
    "Rebels who led the June 7 attacks died in a strike .": (
        "NNS WP VBD DT NNP CD NNS VBD IN DT NN .",
        "7:nsubj 2:nsubj 0:acl:relcl 6:det 6:compound 4:nummod 2:obj 7:ROOT 10:case 10:det 2:obl"
        " 7:punct"),
    "Chad sent troops .": ("NNP VBD NNS .", "1:nsubj 1:ROOT 1:obj 1:punct"),
}  # fmt: skip


def timing(text: str) -> tuple[Tree, Timing]:
    doc = parsed(text, *SENTENCES[text])
    return doc, Timing(doc, find_times(doc.text, PUBLISHED), lexicon.load())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chad sent troops on Monday .", "on Monday"),
        ("Chad on Monday sent troops .", "on Monday"),
        ("Chad said on Monday that Mali sent troops in June .", "in June"),
        ("Chad sent troops .", None),
    ],
)
def test_the_time_of_an_event(text, words):
    doc, of = timing(text)
    said = tuple(t for t in doc if t.text == "said")
    scope = Scope(speakers=(doc[0],) if said else (), cues=said)
    found = of.of(word(doc, "sent"), scope, [word(doc, "troops")])
    assert (found.words if found is not None else None) == words


def test_the_day_of_one_deed_is_not_that_of_another():
    doc, of = timing("Rebels who led the June 7 attacks died in a strike .")
    assert of.of(word(doc, "strike"), Scope(), []) is None
    found = of.of(word(doc, "attacks"), Scope(), [])
    assert found is not None and found.start == date(2019, 6, 7)


def test_the_time_of_saying_so():
    doc, of = timing("Chad said on Monday that Mali sent troops in June .")
    scope = Scope(speakers=(word(doc, "Chad"),), cues=(word(doc, "said"),))
    found = of.said(word(doc, "sent"), scope, [word(doc, "troops")])
    assert found is not None
    assert (found.words, found.start) == ("on Monday", date(2019, 6, 10))


def test_who_does_not_speak_says_nothing_on_a_day():
    doc, of = timing("Chad sent troops on Monday .")
    assert of.said(word(doc, "sent"), Scope(), []) is None
