"""Repairs of sums that the parser takes for a second thing given.

Each names the reading it mends; `kg.language.repairs` runs them after its own.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.language import labels
from kg.language.trees import move

_NOMINAL = ("NOUN", "PROPN")
_FOR_WHOM = frozenset({"to", "for", "from"})


def _worth(token: Token) -> None:
    """'gave equipment worth $5 million to X', the sum read as a second thing given."""
    price, verb = token.head, token.head.head
    if token.lower_ != "worth" or token.dep_ != "amod" or token.i <= token.sent.start:
        return
    noun = token.doc[token.i - 1]
    beside = noun.pos_ in _NOMINAL and noun.head == verb and price.dep_ in labels.OBJECT
    if not beside or noun.dep_ not in labels.OBJECT:
        return
    for child in list(price.children):
        cases = {c.lower_ for c in child.children if c.dep_ == "case"}
        if child.dep_ == "nmod" and child.i > price.i and cases & _FOR_WHOM:
            move(child, verb, "obl")
    move(price, noun, "nmod")


ALL = (_worth,)
