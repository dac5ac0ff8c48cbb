"""Repairs of exceptions: who is excepted takes no part in what the others do.

'Except Chad', 'excluding those from Chad', 'apart from Chad', 'other than Chad',
'with the exception of Chad': the phrase hangs where it stood by REPLACED, which fills no role.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from kg.language.trees import REPLACED, move

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "DET")
_EXCEPT = frozenset({"except", "excepting", "save", "bar", "barring", "excluding"})
_PHRASES = (("apart", "from"), ("aside", "from"), ("other", "than"), ("except", "for"),
            ("save", "for"), ("exception", "of"))  # fmt: skip
_ADDING = frozenset({"also", "too", "as", "other", "another", "others", "additionally"})
"""Words by which 'apart from Chad' adds rather than excepts: 'Niger also signed it'."""
_EITHER_WAY = ("apart", "aside")


def _excepted(token: Token) -> None:
    """'except Chad', 'apart from Chad': the noun behind the words fills no role."""
    if token.pos_ not in _NOMINAL or token.i == token.sent.start:
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
    words = tuple(t.lower_ for t in before)
    if words in _PHRASES:
        return before[0]
    single = before[-1] if before and before[-1].lower_ in _EXCEPT else None
    return single if single is not None and single.tag_ in ("IN", "RB") else None


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
    if token.lower_ not in _EXCEPT or token.tag_ != "VBG" or token.dep_ not in ("acl", "advcl"):
        return
    if any(c.dep_ in ("mark", "case", "aux") for c in token.children):
        return
    if token.head.pos_ in _NOMINAL or token.doc[token.left_edge.i - 1].text == ",":
        token.dep_ = REPLACED
        for child in token.children:
            if child.dep_ in ("obj", "nmod", "obl"):
                child.dep_ = REPLACED


def _adds(token: Token) -> bool:
    return any(t.lower_ in _ADDING for t in token.sent if t.i > token.i)


ALL: tuple[Callable[[Token], None], ...] = (_excepted, _excluding)
