"""Repairs of contrast: who is said not to be it steps aside for who is.

'Not by Chad but by Niger', 'Niger, not Chad', 'Niger rather than Chad': whoever is ruled out hangs
on the other by REPLACED, a label that fills no role.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from spacy.tokens import Token

from kg.language.trees import REPLACED, case_of, move, raise_over

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
_NOT_ALONE = frozenset({"only", "just", "merely", "simply", "solely", "alone", "least", "even"})
"""Words behind 'not' that add rather than rule out: 'not only Chad but Niger'."""
_COUNTING = frozenset({"a", "all", "any", "one", "every", "each", "many", "much", "enough", "more",
                       "less", "fewer", "yet", "always", "both"})  # fmt: skip
"""Words behind 'not' that count: 'not a single soldier' is none, 'not all states' are some."""
_RATHER = frozenset({"rather than", "instead of", "as opposed to", "not"})
_OWN = frozenset({"amod", "det", "compound", "flat", "nmod:poss", "nummod", "case", "nmod:desc"})
"""Labels of what stays with a name that steps aside; the rest belongs to the clause."""
_ROLES = (
    "obl",
    "obl:agent",
    "nmod",
    "obj",
    "nsubj",
    "nsubj:pass",
    "appos",
    "conj",
    "nmod:unmarked",
)
_ENDS = frozenset({"to", "for", "into"})
"""Prepositions that tell where a thing goes: never part of a name in front of them."""


def _not_but(token: Token) -> None:
    """'not by Chad but by Niger': the second takes the place of the first."""
    if token.pos_ not in _NOMINAL or not _is_ruled_out(token):
        return
    other = next((c for c in token.children if c.dep_ == "conj" and _has(c, "but")), None)
    if other is not None and other.pos_ in _NOMINAL:
        put_for(token, other)
    elif token.head.pos_ in _NOMINAL and token.dep_ in ("appos", "conj", "nmod", "nmod:unmarked"):
        token.dep_ = REPLACED  # 'Niger, not Chad'


def _but_apart(token: Token) -> None:
    """'Not Chad but Niger sent', read as two subjects; 'not to Chad but to Niger' as two ends."""
    if token.pos_ not in _NOMINAL or token.dep_ not in _ROLES or not _is_ruled_out(token):
        return
    kin = [c for c in token.head.children if c != token and c.dep_.split(":")[0] in _kin(token)]
    other = next((c for c in kin if c.pos_ in _NOMINAL and case_of(c) == case_of(token)), None)
    if other is not None:
        token.head, token.dep_ = other, REPLACED
    elif token.dep_.startswith("obl") and _is_set_off(token):
        token.dep_ = REPLACED  # 'sent, but not by Chad'


def _not_only(token: Token) -> None:
    """'not only Chad but Niger' are both: 'but' joins them as 'and' does."""
    if token.dep_ != "conj" or token.pos_ not in _NOMINAL:
        return
    word = next((c for c in token.children if c.dep_ == "cc" and c.lower_ == "but"), None)
    if word is None:
        return
    before = [
        t.lower_
        for t in token.doc[max(token.sent.start, token.head.left_edge.i - 2) : token.head.i]
    ]
    if any(a == "not" and b in _NOT_ALONE for a, b in pairwise(before)):
        move(word, token.head, "cc")


def _rather_than(token: Token) -> None:
    """'Niger rather than Chad', 'Niger and not Chad': the second is no party."""
    if token.dep_ not in ("conj", "nmod") or token.pos_ not in _NOMINAL:
        return
    if token.head.pos_ in _NOMINAL and _joint(token) in _RATHER:
        token.dep_ = REPLACED


def put_for(token: Token, other: Token) -> None:
    """Put `other` where `token` stands, with what belongs to the clause, and `token` aside."""
    root = token.head
    if not case_of(other):
        for case in [c for c in token.children if c.dep_ == "case"]:
            case.head = other
    raise_over(other, token)
    token.dep_ = REPLACED
    for child in list(token.children):
        if child.dep_ not in _OWN and not _is_not(child):
            move(child, other, child.dep_)
    for child in list(other.children):
        if child.dep_ == "cc":
            child.dep_ = REPLACED
        elif child.dep_ == "nmod" and case_of(child) in _ENDS and root != token:
            move(child, root, "obl")  # 'by Niger to Mali'


def _is_ruled_out(token: Token) -> bool:
    """Whether 'not' stands right before the phrase of `token` and rules it out alone."""
    word = next((c for c in token.children if _is_not(c) and c.i < token.i), None)
    if word is None or word.i + 1 >= len(token.doc):
        return False
    after = token.doc[word.i + 1]
    edge = min((c.i for c in token.children if c.dep_ in _OWN), default=token.i)
    return word.i < max(edge, word.i + 1) and after.lower_ not in _NOT_ALONE | (
        frozenset() if _has_but(token) else _COUNTING
    )


def _has_but(token: Token) -> bool:
    return any(c.dep_ == "conj" and _has(c, "but") for c in token.children)


def _is_not(token: Token) -> bool:
    return token.lower_ == "not" and token.dep_ in ("advmod", "neg", "cc", "cc:preconj", "det")


def _has(token: Token, word: str) -> bool:
    return any(c.dep_ == "cc" and c.lower_ == word for c in token.children)


def _joint(token: Token) -> str:
    """The words that join `token` to the name before it: 'and', 'rather than'."""
    for child in token.children:
        if child.dep_ in ("cc", "case") and child.i < token.i:
            words = [child, *(f for f in child.children if f.dep_ == "fixed")]
            return " ".join(w.lower_ for w in words)
    return ""


def _kin(token: Token) -> tuple[str, ...]:
    """The labels that fill the same role as `token` does."""
    return ("nsubj",) if token.dep_.startswith("nsubj") else (token.dep_.split(":")[0],)


def _is_set_off(token: Token) -> bool:
    """Whether a comma or 'but' stands before 'not'."""
    first = token.left_edge.i
    return first > 0 and token.doc[first - 1].text in (",", "but", "–", "—")


ALL: tuple[Callable[[Token], None], ...] = (_not_but, _but_apart, _not_only, _rather_than)
