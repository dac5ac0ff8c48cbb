"""Trees by hand, one line each, with the lemmas that the pipeline gives.

`parsed("Chad sent troops", "NNP VBD NNS", "1:nsubj 1:ROOT 1:obj")` has word 1 as its root.
"""

from __future__ import annotations

from kg.language.lemma import lemma
from kg.language.tree import Token, Tree, of
from tests.language.trees import tree


def parsed(text: str, tags: str, arcs: str) -> Tree:
    """A sentence, its tags, and for each word its head and label."""
    doc = tree(text, tags, arcs)
    for token in doc:
        token.lemma_ = lemma(token.text, token.pos_)
    return of(doc)


def word(parse: Tree, text: str) -> Token:
    """The one word of `parse` that reads `text`."""
    (found,) = [t for t in parse if t.text == text]
    return found
