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
    _talks_behind_names,
)
