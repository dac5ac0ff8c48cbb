"""Repairs of clefts: 'What Chad did was to send', 'What it denies is that', 'It was not Chad that'.

What is set apart for weight comes back to where the plain sentence has it: 'Chad sent', 'it denies
that', 'Chad did not'. The words that only set it apart keep a label that fills no role.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.knowledge.words import grammar
from kg.language.labels import NOMINAL
from kg.language.lemma import lemma
from kg.language.trees import REPLACED, child, move, raise_over

_PREDICATE = ("VB", "VBG", "VBN", "VBD", "VBP")
_SUBJECTS = ("nsubj", "nsubj:outer", "nsubj:pass", "expl", "csubj", "csubj:outer")
_ASIDE = 8
"""Tokens that a remark between commas may have: 'What Chad did, officials said, was to send'."""


def _deed(token: Token) -> None:
    """'What Chad did was to send', 'All Chad has done is send': Chad sent."""
    copula = _copula(token) if token.tag_ in _PREDICATE else None
    verb = _before_remark(copula) if copula is not None else None
    if copula is None or verb is None or lemma(verb.text, "VERB") != "do":
        return
    before = token.doc[token.sent.start : verb.i]
    opening = next((t for t in before if t.lower_ in grammar().cleft_openers), None)
    if opening is None:
        return
    doer = next((t for t in token.doc[opening.i + 1 : verb.i] if _is_subject(t)), None)
    if doer is None:
        return
    move(doer, token, "nsubj")
    for word in token.doc[doer.right_edge.i + 1 : verb.i]:
        if word.dep_ in ("aux", "advmod", "neg"):
            move(word, token, word.dep_)  # 'has', 'will', 'not'
    _lay_aside(token, verb, [opening, *token.doc[copula.i : token.i]])


def _is_subject(token: Token) -> bool:
    return token.dep_ in _SUBJECTS and token.pos_ in (*NOMINAL, "NUM")


def _thing(token: Token) -> None:
    """'What Chad sent to Mali was fuel': Chad sent fuel."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return
    opening, verb = _opening(token)
    if opening is None or verb is None or child(verb, "obj", "ccomp", "xcomp") is not None:
        return
    _raise(token, verb, "obj" if child(verb, "aux:pass") is None else "nsubj:pass")
    _lay_aside(verb, opening, [c for c in token.children if c.dep_ == "cop"])


def _opening(token: Token) -> tuple[Token | None, Token | None]:
    """The 'What' that `token` is the predicate of, and the verb that hangs on it."""
    what = child(token, *_SUBJECTS)
    if what is None or what.lower_ != "what" or child(token, "cop") is None:
        return None, None
    clause = child(what, "acl:relcl")
    return what, None if clause is None or clause.lemma_ == "do" else clause


def _raise(token: Token, verb: Token, label: str) -> None:
    """Put `verb` where `token` stands, and `token` with what stands beside it below by `label`."""
    raise_over(verb, token)
    token.dep_ = label
    for word in list(token.children):
        if word.dep_ in ("parataxis", "punct", "advmod"):
            move(word, verb, word.dep_)


def _lay_aside(above: Token, first: Token, words: list[Token]) -> None:
    """Hang `first` on `above` and `words` on `first`, where they fill no role."""
    move(first, above, REPLACED)
    for word in words:
        move(word, first if word != first else above, REPLACED)


def _copula(token: Token) -> Token | None:
    """'be' right before the predicate `token`, 'to' and adverbs between allowed."""
    at = token.i - 1
    while at > 0 and (token.doc[at].lower_ == "to" or token.doc[at].pos_ == "ADV"):
        at -= 1
    copula = token.doc[max(at, 0)]
    is_inside = copula.i > token.sent.start
    return copula if is_inside and lemma(copula.text, "VERB") == "be" else None


def _before_remark(copula: Token) -> Token:
    """The word before `copula`; where a remark between commas stands there, the one before it."""
    before = copula.nbor(-1)
    if before.text != ",":
        return before
    first = max(copula.sent.start + 1, before.i - _ASIDE)
    comma = next((t for t in reversed(copula.doc[first : before.i]) if t.text == ","), None)
    return comma.nbor(-1) if comma is not None else before


ALL = (_deed, _thing)
