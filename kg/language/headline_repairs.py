"""Repairs of headlines, whose capitals and missing words mislead the parser.

Each names the reading it mends; `kg.language.repairs` runs them after those of clauses.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from kg.language import labels
from kg.language.lemma import lemma
from kg.language.trees import move

_TELLING = frozenset(
    {"say", "deny", "claim", "confirm", "admit", "fear", "insist", "allege", "warn"}
)
"""Verbs behind which headlines leave out 'that'."""
_FINITE = ("VBP", "VBZ", "VBD", "MD")


def _finite_without_that(token: Token) -> None:
    """'Chad Denies Troops Have Left Mali', the troops read as what is denied."""
    verb = token.head
    if token.dep_ != "xcomp" or token.i < verb.i or lemma(verb.text, "VERB") not in _TELLING:
        return
    finite = next((c for c in token.children if c.dep_ in labels.AUXILIARY), None)
    if finite is None or finite.tag_ not in _FINITE or finite.i > token.i:
        return
    token.dep_ = "ccomp"
    for child in list(verb.children):
        if child.dep_ == "obj" and verb.i < child.i < finite.i:
            _subject(child, token)
        elif child.dep_ == "obl" and child.i > token.i:
            move(child, token, "obl")


def _past_without_that(token: Token) -> None:
    """'Chad Denies Its Troops Crossed Into Mali', the verb read as a participle."""
    noun, verb = token.head, token.head.head
    if token.dep_ != "acl" or token.tag_ != "VBN" or noun.dep_ != "obj" or token.i < noun.i:
        return
    if lemma(verb.text, "VERB") not in _TELLING or not _is_titled(token):
        return
    if any(c.lower_ == "by" for t in token.children for c in t.children):
        return
    move(token, verb, "ccomp")
    if token.head == verb:
        token.tag_ = "VBD"
        move(noun, token, "nsubj")


def _talks_behind_names(token: Token) -> None:
    """'India-Nepal Talks Scheduled For Monday', the talks read as a verb."""
    behind = token.nbor() if token.i + 1 < token.sent.end else token
    if token.lower_ != "talks" or token.pos_ != "VERB" or behind.tag_ != "VBN":
        return
    token.pos_, token.tag_, token.lemma_ = "NOUN", "NNS", "talk"
    for child in token.children:
        if child.dep_ in labels.SUBJECT:
            child.dep_ = "compound"
    if behind.head == token:
        behind.dep_ = "acl"


def _subject(noun: Token, verb: Token) -> None:
    passive = any(c.dep_ == "aux:pass" for c in verb.children)
    move(noun, verb, "nsubj:pass" if passive else "nsubj")


def _is_titled(token: Token) -> bool:
    """Whether the line is a headline whose words begin with capitals."""
    words = [t for t in token.sent if t.is_alpha and len(t) > 3]
    return bool(words) and all(t.text[0].isupper() for t in words)


ALL: tuple[Callable[[Token], None], ...] = (
    _finite_without_that,
    _past_without_that,
    _talks_behind_names,
)
