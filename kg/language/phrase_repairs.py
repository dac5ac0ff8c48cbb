"""Repairs of noun phrases and short clauses that the parser hangs in the wrong place."""

from __future__ import annotations

from spacy.tokens import Token

from kg.knowledge.words import grammar
from kg.language import labels
from kg.language.labels import NOMINAL
from kg.language.trees import case_of, has_subject, is_last, move, set_apart

_LOOSE = frozenset({"appos", "parataxis", "conj", "dep", "vocative", "list", "dislocated"})
"""Labels of a phrase behind a comma that the parser could not place."""


def _speech_at_the_end(token: Token) -> None:
    """'P, Sudan's army chief, X, said': the phrase before 'said' read as a part of P."""
    if not _is_past(token) or has_subject(token):
        return
    speaker = _phrase_before(token)
    if speaker is None:
        return
    if token.dep_ in ("xcomp", "acl", "amod", "dep") and is_last(token):
        set_apart(token, speaker)
    elif not speaker.head.is_ancestor(token):
        move(speaker, token, "nsubj")


def _is_past(token: Token) -> bool:
    """A past form; 'alleged' at the end of a sentence may be tagged as an adjective."""
    return token.tag_ == "VBD" or (token.tag_ in ("VBN", "JJ") and token.lower_.endswith("ed"))


def _phrase_before(verb: Token) -> Token | None:
    """The loose noun phrase that ends right before `verb` and begins behind a comma."""
    first = verb.sent.start
    before = (t for t in reversed(verb.doc[first : verb.i]) if not t.is_punct)
    token = next(before, verb.doc[first])
    while token.head != token and token.dep_ not in _LOOSE | {"nsubj"}:
        token = token.head
    if token.dep_ == "appos" and token.head.dep_ in _LOOSE:
        token = token.head
    start = _start(token)
    loose = token.dep_ in _LOOSE and token.pos_ in NOMINAL and token.i < verb.i
    behind_comma = start > first and verb.doc[start - 1].text in (",", "”", '"')
    return token if loose and behind_comma else None


def _start(token: Token) -> int:
    """The first word of the phrase of `token`."""
    return next((t for t in token.subtree if not t.is_punct), token).i


def _whether(token: Token) -> None:
    """'is weighing whether to send troops': what is weighed, no circumstance."""
    marks = {c.lower_ for c in token.children}
    if token.dep_ == "advcl" and token.head.i < token.i and "whether" in marks:
        token.dep_ = "xcomp" if "to" in marks else "ccomp"


def _short_of(token: Token) -> None:
    """'stopped short of sending', the clause hung on the adverb."""
    adverb = token.head
    stops = adverb.lower_ in grammar().stopping_adverbs and adverb.dep_ in ("advmod", "xcomp")
    if token.dep_ == "advcl" and stops:
        move(token, adverb.head, "advcl")
        adverb.dep_ = "compound:prt"


def _two_subjects(token: Token) -> None:
    """ "Lithuania's neighbour Latvia has ...": a role and the name that it stands before."""
    if token.dep_ != "nsubj" or token.pos_ != "NOUN":
        return
    after = next((c for c in token.head.children if c.dep_ == "nsubj" and c.i > token.i), None)
    if after is not None and after.pos_ == "PROPN" and after.left_edge.i == token.right_edge.i + 1:
        move(after, token, "appos")


def _called_by_name(token: Token) -> None:
    """'met his Turkish counterpart, Recep Tayyip Erdogan', the name read as an address."""
    start = _start(token) if token.dep_ == "vocative" and token.pos_ == "PROPN" else 0
    if start > 1 and token.doc[start - 1].text == "," and token.doc[start - 2].pos_ == "NOUN":
        move(token, token.doc[start - 2], "appos")


def _case_inside_name(token: Token) -> None:
    """'went to Saudi Arabia', the preposition hung on the first word of the name."""
    if token.dep_ != "case" or token.tag_ == "POS":
        return
    word, noun = token.head, token.head.head
    before = word.dep_ in ("amod", "compound") and word.i < noun.i
    placed = noun.dep_ in ("obl", "nmod") or (noun.pos_ == "PROPN" and word.i + 1 == noun.i)
    if before and placed and token.i < word.i and not case_of(noun):
        move(token, noun, "case")


def _and_of_another(token: Token) -> None:
    """'Presidents X of Peru and Y of Chile met', Y joined to Peru."""
    if token.dep_ != "conj" or token.pos_ != "PROPN":
        return
    first = token.head
    while first.dep_ == "nmod" and case_of(first) == "of" and first.head.pos_ == "PROPN":
        first = first.head
    last = max([token.i, *(c.i for c in token.children if c.dep_ == "flat")])
    after = token.doc[min(last + 1, len(token.doc) - 1)]
    if first != token.head and after.lower_ == "of":
        move(token, first, "conj")
        move(after.head, token, "nmod")


def _attacks_behind_names(token: Token) -> None:
    """'killed in Boko Haram attacks on villages', the noun behind 'in' tagged as a verb."""
    if token.tag_ != "VBZ" or token.dep_ != "obl" or not case_of(token):
        return
    token.pos_, token.tag_ = "NOUN", "NNS"
    for child in token.children:
        if child.dep_ in labels.SUBJECT:
            child.dep_ = "compound"
        if child.dep_ == "obl":
            child.dep_ = "nmod"


ALL = (
    _attacks_behind_names,
    _speech_at_the_end,
    _whether,
    _short_of,
    _two_subjects,
    _and_of_another,
    _called_by_name,
    _case_inside_name,
)
