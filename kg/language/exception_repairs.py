"""Repairs of exceptions: who is excepted takes no part in what the others do.

'Except Chad', 'excluding those from Chad', 'apart from Chad', 'other than Chad',
'with the exception of Chad': the phrase hangs where it stood by REPLACED, which fills no role.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.knowledge.words import grammar
from kg.language.labels import NOMINAL, PHRASES
from kg.language.trees import REPLACED, move

_EITHER_WAY = ("apart", "aside")


def _excepted(token: Token) -> None:
    """'except Chad', 'apart from Chad': the noun behind the words fills no role."""
    if token.pos_ not in PHRASES or token.i == token.sent.start:
        return
    first = _first_word(token)
    if first is None or (first.lower_ in _EITHER_WAY and _adds(token)):
        return
    if token.dep_.startswith("nsubj"):
        _leave_subject(token, first)
    elif token.dep_ in ("obl", "nmod", "obj"):
        token.dep_ = REPLACED


def _first_word(token: Token) -> Token | None:
    """The word that excepts the phrase of `token`; None where it is not excepted."""
    before = [t for t in token.doc[token.sent.start : _edge(token)]][-2:]
    if " ".join(t.lower_ for t in before) in grammar().excepting_phrases:
        return before[0]
    single = next(reversed(before), None)
    excepts = single is not None and single.lower_ in grammar().excepting_words
    return single if excepts and single is not None and single.tag_ in ("IN", "RB") else None


def _edge(token: Token) -> int:
    """Where the phrase of `token` begins, its preposition left out."""
    own = [c for c in token.children if c.dep_ not in ("case", "mark", "cc", "punct", "advmod")]
    return min([token.i, *(c.left_edge.i for c in own if c.i < token.i)])


def _leave_subject(token: Token, first: Token) -> None:
    """'those other than Chad met', the name read as the subject: the verb has another before it."""
    verb = token.head
    if any(c.dep_.startswith("nsubj") and c.i < first.i for c in verb.children):
        for mark in [c for c in verb.children if c.dep_ == "mark" and first.i <= c.i < token.i]:
            move(mark, token, "case")
        token.dep_ = REPLACED


def _excluding(token: Token) -> None:
    """'excluding those from Chad', 'barring Chad': a participle that stands for 'without'."""
    clause = token.tag_ == "VBG" and token.dep_ in ("acl", "advcl")
    if not clause or token.lower_ not in grammar().excepting_words:
        return
    if any(c.dep_ in ("mark", "case", "aux") for c in token.children):
        return
    if token.head.pos_ in NOMINAL or token.doc[token.left_edge.i - 1].text == ",":
        for word in (token, *(c for c in token.children if c.dep_ in ("obj", "nmod", "obl"))):
            word.dep_ = REPLACED


def _adds(token: Token) -> bool:
    return any(t.lower_ in grammar().further_words for t in token.sent if t.i > token.i)


ALL = (_excepted, _excluding)
