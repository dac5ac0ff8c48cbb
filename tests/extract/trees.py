"""Trees by hand as the pipeline hands them on: with lemmas by part of speech."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.language.lemma import lemma
from tests.language.trees import tree


def parsed(text: str, tags: str, arcs: str) -> Doc:
    """A tree of `tests.language.trees`, its words with the lemmas that the pipeline gives."""
    doc = tree(text, tags, arcs)
    for token in doc:
        token.lemma_ = lemma(token.text, token.pos_)
    return doc


def word(doc: Doc, text: str) -> Token:
    """The one token of `doc` that reads `text`."""
    (found,) = [t for t in doc if t.text == text]
    return found
