"""Repairs of contrast: who is said not to be it steps aside for who is.

'Not by Chad but by Niger', 'Niger, not Chad': whoever is ruled out hangs on the other by REPLACED,
a label that fills no role.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.knowledge.words import grammar
from kg.language.labels import NOMINAL
from kg.language.trees import REPLACED, case_of, move, raise_over

_NOMINAL = (*NOMINAL, "NUM")
_OWN = frozenset({"amod", "det", "compound", "flat", "nmod:poss", "nummod", "case", "nmod:desc"})
"""Labels of what stays with a name that steps aside; the rest belongs to the clause."""
_ROLES = frozenset({"obl", "nmod", "obj", "nsubj", "appos", "conj"})
_ENDS = ("to", "for", "into")
"""Prepositions that tell where a thing goes: never part of a name in front of them."""


def _not_but(token: Token) -> None:
    """'not by Chad but by Niger': the second takes the place of the first."""
    if token.pos_ not in _NOMINAL or not _is_ruled_out(token):
        return
    other = _behind_but(token)
    if other is not None and other.pos_ in _NOMINAL:
        put_for(token, other)
    elif token.head.pos_ in _NOMINAL and _role(token) in ("appos", "conj", "nmod"):
        token.dep_ = REPLACED  # 'Niger, not Chad'


def _but_apart(token: Token) -> None:
    """'Not Chad but Niger sent', read as two subjects; 'not to Chad but to Niger' as two ends."""
    role = _role(token)
    if token.pos_ not in _NOMINAL or role not in _ROLES or not _is_ruled_out(token):
        return
    kin = [c for c in token.head.children if c != token and _role(c) == role]
    other = next((c for c in kin if c.pos_ in _NOMINAL and case_of(c) == case_of(token)), None)
    if other is not None:
        token.head, token.dep_ = other, REPLACED
    elif role == "obl" and _is_set_off(token):
        token.dep_ = REPLACED  # 'sent, but not by Chad'


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
        elif child.dep_ == "nmod" and case_of(child) in _ENDS:
            move(child, root, "obl")  # 'by Niger to Mali'


def _is_ruled_out(token: Token) -> bool:
    """Whether 'not' stands before `token` and rules it out alone."""
    word = next((c for c in token.children if _is_not(c) and c.i < token.i), None)
    after = word.nbor().lower_ if word is not None else ""
    counted = after in grammar().counting_words and _behind_but(token) is None
    return word is not None and after not in grammar().adding_words and not counted


def _behind_but(token: Token) -> Token | None:
    """'Niger' of 'not Chad but Niger'."""
    joined = (c for c in token.children if c.dep_ == "conj")
    return next((j for j in joined if any(c.lower_ == "but" for c in j.children)), None)


def _is_not(token: Token) -> bool:
    return token.lower_ == "not" and token.dep_ in ("advmod", "neg", "cc", "cc:preconj", "det")


def _role(token: Token) -> str:
    """The label of `token` without what follows its colon: a passive subject is a subject."""
    return token.dep_.partition(":")[0]


def _is_set_off(token: Token) -> bool:
    """Whether a comma or 'but' stands before 'not'."""
    first = token.left_edge.i
    return first > 0 and token.doc[first - 1].text in (",", "but", "–", "—")


ALL = (_not_but, _but_apart)
