"""Repairs of headlines, whose capitals and missing words mislead the parser.

Each names the reading it mends; `kg.language.repairs` runs them after those of clauses.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from kg.language import labels


def _talks_behind_names(token: Token) -> None:
    """'India-Nepal Talks Scheduled For Monday', the talks read as a verb."""
    if token.lower_ != "talks" or token.pos_ != "VERB":
        return
    behind = token.nbor() if token.i + 1 < token.sent.end else token
    if behind.tag_ != "VBN":
        return
    token.pos_, token.tag_, token.lemma_ = "NOUN", "NNS", "talk"
    for child in token.children:
        if child.dep_ in labels.SUBJECT:
            child.dep_ = "compound"
    if behind.head == token:
        behind.dep_ = "acl"


ALL: tuple[Callable[[Token], None], ...] = (_talks_behind_names,)
