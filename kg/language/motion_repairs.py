"""Repairs of verbs of sending and going that stand behind what was sent or went.

Headlines leave out 'were' ("Soldiers sent to Fiji"), and verbs that take no object ("A frigate
docked in Oman") look like participles. Each repair names the reading it mends.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.language import labels
from kg.language.lemma import lemma
from kg.language.trees import raise_over

_SENDING = frozenset({"send", "dispatch", "order", "rush", "fly"})
"""Verbs that mean nothing of their subject without an object: what stands before was sent."""
_MOVING = frozenset(
    {
        *("arrive", "dock", "sail", "march", "depart", "disembark", "travel", "retreat"),
        *("converge", "return", "disengage", "flee", "advance"),
    }
)
"""Verbs that are no passive participle: they take no object, or seldom one."""
_BOUND = {"headed": "head", "bound": "bind", "destined": "destine"}


def _sent(token: Token) -> None:
    """'Soldiers sent to Fiji', the verb read as active: what was sent stands before it."""
    if token.tag_ not in ("VBD", "VBN") or lemma(token.text, "VERB") not in _SENDING:
        return
    if any(c.dep_ in labels.AUXILIARY | labels.OBJECT | labels.DATIVE for c in token.children):
        return
    subjects = [c for c in token.children if c.dep_ == "nsubj" and c.i < token.i]
    many = all(c.tag_ in ("NNS", "NNPS") for c in subjects)
    aims = [c for c in token.children if c.i > token.i and _is_aim(c)]
    if subjects and many and aims:
        token.tag_, token.pos_ = "VBN", "VERB"
        for subject in subjects:
            subject.dep_ = "nsubj:pass"


def _is_aim(child: Token) -> bool:
    """'to Fiji', 'to quell riots' behind a verb of sending."""
    marks = {c.lower_ for c in child.children if c.dep_ in ("case", "mark") and c.i < child.i}
    return bool(marks & {"to", "into", "back"}) and child.dep_ in ("obl", "advcl", "xcomp")


def _docked(token: Token) -> None:
    """'A frigate docked in Oman.', the only verb read as a participle of its subject."""
    noun = token.head
    if token.dep_ != "acl" or token.tag_ != "VBN":
        return
    if lemma(token.text, "VERB") not in _MOVING:
        return
    if noun.dep_ != "ROOT" or noun.i > token.i or any(c.dep_ == "cop" for c in noun.children):
        return
    raise_over(token, noun)
    noun.dep_, token.tag_ = "nsubj", "VBD"
    for child in list(noun.children):
        if child.i > token.i or child.dep_ == "punct":
            child.head = token


def _headed(token: Token) -> None:
    """'are headed for Mali', 'were bound for Togo', the participle read as an adjective."""
    copulas = [c for c in token.children if c.dep_ == "cop"]
    if token.tag_ != "JJ" or token.lower_ not in _BOUND or not copulas:
        return
    phrases = [c for c in token.children if c.dep_ == "obl" and c.i > token.i]
    if not any(c.lower_ in ("for", "to") for p in phrases for c in p.children if c.dep_ == "case"):
        return
    token.tag_, token.pos_, token.lemma_ = "VBN", "VERB", _BOUND[token.lower_]
    for child in token.children:
        if child.dep_ == "nsubj":
            child.dep_ = "nsubj:pass"
    copulas[-1].dep_ = "aux:pass"


ALL = (_sent, _docked, _headed)
