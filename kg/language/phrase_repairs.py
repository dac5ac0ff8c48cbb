"""Repairs of noun phrases and short clauses that the parser hangs in the wrong place.

Each names the reading it mends; `kg.language.repairs` runs them after its own.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.language import labels
from kg.language.trees import case_of, has_subject, is_last, move, set_apart

_NOMINAL = ("NOUN", "PROPN", "PRON")
_LOOSE = frozenset({"appos", "parataxis", "conj", "dep", "vocative", "list", "dislocated"})
"""Labels of a phrase behind a comma that the parser could not place."""
_SHORT = frozenset({"short", "away", "back", "off", "clear"})


def _speech_at_the_end(token: Token) -> None:
    """'P, Sudan's army chief, X, said': the phrase before 'said' read as a part of P."""
    if not _is_past(token) or has_subject(token):
        return
    speaker = _phrase_before(token)
    if speaker is None or speaker.head == token:
        return
    below = speaker.head.is_ancestor(token)
    beside = token.dep_ in ("xcomp", "acl", "amod", "dep") or (token.dep_ == "conj" and below)
    if beside and is_last(token):
        set_apart(token, speaker)
    elif not below:
        move(speaker, token, "nsubj")


def _is_past(token: Token) -> bool:
    """A past form; 'alleged' at the end of a sentence may be tagged as an adjective."""
    return token.tag_ == "VBD" or (token.tag_ in ("VBN", "JJ") and token.lower_.endswith("ed"))


def _phrase_before(verb: Token) -> Token | None:
    """The loose noun phrase that ends right before `verb` and begins behind a comma."""
    end, first = verb.i - 1, verb.sent.start
    while end > first and verb.doc[end].is_punct:
        end -= 1
    token = verb.doc[end]
    while token.head != token and token.dep_ not in _LOOSE | {"nsubj"}:
        token = token.head
    outer = token.head
    if outer.dep_ in _LOOSE and token.dep_ == "appos" and outer.right_edge.i >= end:
        token = outer
    start = next((t for t in token.subtree if not t.is_punct), token).i
    loose = token.dep_ in _LOOSE and token.pos_ in _NOMINAL and token.i < verb.i
    behind_comma = start > first and verb.doc[start - 1].text in (",", "”", '"')
    return token if loose and behind_comma else None


def _whether(token: Token) -> None:
    """'is weighing whether to send troops': what is weighed, no circumstance."""
    if token.dep_ != "advcl" or token.head.i > token.i:
        return
    if any(c.dep_ == "mark" and c.lower_ == "whether" for c in token.children):
        token.dep_ = "xcomp" if any(c.lower_ == "to" for c in token.children) else "ccomp"


def _short_of(token: Token) -> None:
    """'stopped short of sending', the clause hung on the adverb."""
    if token.dep_ != "advcl":
        return
    adverb = token.head
    if adverb.lower_ not in _SHORT or adverb.dep_ not in ("advmod", "xcomp"):
        return
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
    if token.dep_ != "vocative" or token.pos_ != "PROPN":
        return
    start = next((t for t in token.subtree if not t.is_punct), token).i
    if start < 2 or token.doc[start - 1].text != ",":
        return
    noun = token.doc[start - 2]
    if noun.pos_ == "NOUN" and not case_of(token):
        move(token, noun, "appos")


def _case_inside_name(token: Token) -> None:
    """'went to Saudi Arabia', the preposition hung on the first word of the name."""
    if token.dep_ != "case" or token.tag_ == "POS":
        return
    word, noun = token.head, token.head.head
    before = word.dep_ in ("amod", "compound") and token.i < word.i < noun.i
    placed = noun.dep_ in ("obl", "nmod") or (noun.pos_ == "PROPN" and word.i + 1 == noun.i)
    if before and placed and not case_of(noun):
        move(token, noun, "case")


def _figure_of(token: Token) -> None:
    """'a unit of 2,200 marines was sent': 'of' hung on the figure, 'marines' on the verb."""
    if token.dep_ != "case" or token.lower_ != "of" or not token.i:
        return
    figure = token.head
    if figure.dep_ != "nummod":
        return
    noun, before = figure.head, token.doc[token.i - 1]
    if noun.i < figure.i or before.pos_ not in _NOMINAL:
        return
    host = before.head if before.dep_ in ("compound", "flat") else before
    move(noun, host, "nmod")
    if noun.head == host:
        move(token, noun, "case")


def _and_of_another(token: Token) -> None:
    """'Presidents X of Peru and Y of Chile met', Y joined to Peru."""
    if token.dep_ != "conj" or token.pos_ != "PROPN":
        return
    first = token.head
    while first.dep_ == "nmod" and case_of(first) == "of" and first.head.pos_ == "PROPN":
        first = first.head
    flat = [c.i for c in token.children if c.dep_ == "flat" and c.i > token.i]
    after = token.doc[min(max([token.i, *flat]) + 1, len(token.doc) - 1)]
    if first != token.head and after.lower_ == "of" and after.dep_ == "case":
        move(token, first, "conj")
        move(after.head, token, "nmod")


def talks_behind_names(token: Token) -> None:
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


ALL = (
    _speech_at_the_end,
    _whether,
    _short_of,
    _two_subjects,
    _and_of_another,
    _called_by_name,
    _figure_of,
    _case_inside_name,
)
