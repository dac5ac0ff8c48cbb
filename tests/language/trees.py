"""Hand-built `Doc`s: a sentence, its tags, and for each token its head and label.

`tree("Turkey sent troops", "NNP VBD NNS", "1:nsubj 1:ROOT 1:obj")` has token 1 as its root.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

import spacy
from spacy.tokens import Doc, Token

from kg.language import tree as carrier
from kg.language.tree import Tree, of

Word = TypeVar("Word", Token, carrier.Token)

_VOCAB = spacy.blank("en").vocab  # a bare Vocab knows no lower case
_POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "CD": "NUM", "JJ": "ADJ",
    "VB": "VERB", "VBD": "VERB", "VBZ": "VERB", "VBP": "VERB", "VBN": "VERB", "VBG": "VERB",
    "MD": "AUX", "IN": "ADP", "TO": "PART", "POS": "PART", "RP": "ADP", "RB": "ADV", "WRB": "ADV",
    "DT": "DET", "PRP": "PRON", "PRP$": "PRON", "WDT": "PRON", "WP": "PRON", "CC": "CCONJ",
    ".": "PUNCT", ",": "PUNCT", "$": "SYM", ":": "PUNCT", "``": "PUNCT", "''": "PUNCT",
}  # fmt: skip
_AUXILIARY = {"aux", "aux:pass", "auxpass", "cop"}
_LEMMAS = {
    "was": "be", "were": "be", "is": "be", "are": "be", "been": "be", "being": "be",
    "has": "have", "had": "have", "having": "have", "did": "do", "got": "get",
}  # fmt: skip


def tree(text: str, tags: str, arcs: str) -> Doc:
    words, fine = text.split(), tags.split()
    heads, labels = zip(*(arc.split(":", 1) for arc in arcs.split()), strict=True)
    assert len(words) == len(fine) == len(heads), (len(words), len(fine), len(heads))
    return Doc(
        _VOCAB,
        words=words,
        tags=fine,
        pos=[_pos(tag, label) for tag, label in zip(fine, labels, strict=True)],
        lemmas=[_LEMMAS.get(word.lower(), word.lower()) for word in words],
        heads=[int(head) for head in heads],
        deps=list(labels),
    )


def frozen(text: str, tags: str, arcs: str) -> Tree:
    """The same as the rules read it."""
    return of(tree(text, tags, arcs))


def _pos(tag: str, label: str) -> str:
    if label in _AUXILIARY and tag != "TO":
        return "AUX"
    if label == "mark" and tag == "IN":
        return "SCONJ"
    return _POS[tag]


@dataclass(frozen=True)
class Sentence:
    """One sentence in both schemes: Universal Dependencies, and the labels of ClearNLP."""

    text: str
    tags: str
    universal: str
    clear: str

    def doc(self, scheme: str) -> Doc:
        return tree(self.text, self.tags, getattr(self, scheme))

    def tree(self, scheme: str) -> Tree:
        return of(self.doc(scheme))


def find(doc: Iterable[Word], word: str) -> Word:
    """The one token of `doc` that is spelt `word`; its first where there are more."""
    return next(token for token in doc if token.text == word)


def arcs(doc: Doc) -> list[tuple[str, str, str]]:
    return [(token.text, token.dep_, token.head.text) for token in doc]
