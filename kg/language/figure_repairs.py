"""Repairs of figures that the parser takes for the thing counted, or for a thing beside it.

Each names the reading it mends; `kg.language.repairs` runs them after its own.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.language import labels
from kg.language.trees import move

_NOMINAL = ("NOUN", "PROPN")
_MUCH = frozenset({"many", "much", "few", "little"})
_FOR_WHOM = frozenset({"to", "for", "from"})


def _as_many_as(token: Token) -> None:
    """'as many as 500 troops were sent', 'many' read as what was sent."""
    doc = token.doc
    if token.lower_ not in _MUCH or not 0 < token.i < token.sent.end - 2:
        return
    second, figure = doc[token.i + 1], doc[token.i + 2]
    if doc[token.i - 1].lower_ != "as" or second.lower_ != "as" or figure.pos_ != "NUM":
        return
    noun = _counted(figure)
    if noun is not None and noun.i > figure.i:
        _stand_for(noun, token)
        move(token, figure, "advmod")
        move(second, figure, "advmod")


def _range(token: Token) -> None:
    """'700 to 1,000 troops are based', 'between 700 and 1,000': the first figure read as a noun."""
    doc = token.doc
    if token.pos_ != "NUM" or token.dep_ == "nummod" or token.i + 2 >= token.sent.end:
        return
    link, figure = doc[token.i + 1], doc[token.i + 2]
    if link.lower_ not in ("to", "and", "or") or figure.pos_ != "NUM":
        return
    noun = _counted(figure)
    if noun is not None and noun.head == token and noun.i > figure.i:
        before = [c for c in token.children if c.lower_ == "between"]
        _stand_for(noun, token)
        move(token, noun, "nummod")
        move(link, figure, "cc")
        for word in before:
            move(word, token, "advmod")


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


def _counted(figure: Token) -> Token | None:
    """The noun that `figure` counts: 'troops' of '5,000 American troops'."""
    node = figure
    while node.dep_ in ("nummod", "compound", "nmod") and node.pos_ in ("NUM", "SYM"):
        node = node.head
    return node if node.pos_ in _NOMINAL else None


def _stand_for(noun: Token, figure: Token) -> None:
    """Put `noun` where `figure` stands, as the subject where a verb behind it has none."""
    if noun.dep_ in labels.SUBJECT | labels.PASSIVE_SUBJECT or noun.head != figure:
        return
    verb, label = figure.head, figure.dep_
    noun.head, noun.dep_ = (noun if verb == figure else verb), label
    subjects = labels.SUBJECT | labels.PASSIVE_SUBJECT
    lacks = not any(c.dep_ in subjects for c in verb.children)
    if label == "obl" and verb.pos_ == "VERB" and noun.i < verb.i and lacks:
        passive = any(c.dep_ == "aux:pass" for c in verb.children)
        noun.dep_ = "nsubj:pass" if passive else "nsubj"


ALL = (_as_many_as, _range, _worth)
