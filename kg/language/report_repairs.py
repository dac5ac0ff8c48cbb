"""Repairs of how a parser taught by a teacher reads, reports at the end above all."""

from __future__ import annotations

from spacy.tokens import Token

from kg.knowledge.words import grammar
from kg.language.labels import NOMINAL
from kg.language.trees import child, has_subject, move, raise_over

_PAUSES = frozenset({",", '"', "”", "''", "’"})


def _subject_of_verb(token: Token) -> None:
    """'Mali plans to leave', the name hung as a part of a compound on a finite verb."""
    verb = token.head
    finite = verb.pos_ == "VERB" and verb.tag_ in ("VBZ", "VBD", "VBP")
    if token.dep_ == "compound" and token.pos_ in NOMINAL and finite and not has_subject(verb):
        token.dep_ = "nsubj"


def _speaker_beside(token: Token) -> None:
    """'..., the army chief, General Keita, said': speaker and verb set beside each other."""
    if token.dep_ != "parataxis" or token.pos_ != "VERB" or has_subject(token):
        return
    for speaker in token.head.children:
        between = token.doc[speaker.right_edge.i + 1 : token.i]
        beside = speaker.dep_ == "parataxis" and speaker.pos_ in NOMINAL
        if beside and all(t.is_punct for t in between):
            move(speaker, token, "nsubj")
            return


def report_behind(token: Token) -> None:
    """'Mali sent troops, Egypt said': no misreading, but the rules climb from content to speaker.

    Universal Dependencies hang such a clause on its content; the rules read it as they read
    'Egypt said Mali sent troops'.
    """
    content = token.head
    if token.dep_ != "parataxis" or token.pos_ != "VERB" or content.i > token.i:
        return
    bare = child(token, "obj", "ccomp", "xcomp", "cop", "mark", "cc") is None
    first, last = token.left_edge.i, token.right_edge.i
    marked = token.doc[first].text in _PAUSES or token.doc[first - 1].text in _PAUSES
    behind = all(t.is_punct or t.is_space for t in token.doc[last + 1 : content.right_edge.i + 1])
    if bare and has_subject(token) and marked and behind:
        raise_over(token, content)
        content.dep_ = "ccomp"


def _among_things(token: Token) -> None:
    """'weighs steps, including arming Mali', the example hung on the verb, not on the things."""
    if token.dep_ != "advcl" or token.tag_ != "VBG":
        return
    given = next((c for c in token.children if c.lower_ == "including"), None)
    noun = child(token.head, "obj")
    if given is not None and noun is not None and noun.right_edge.i in (given.i - 2, given.i - 1):
        move(token, noun, "acl")


def _behind_its_noun(token: Token) -> None:
    """'the attorney general', the second word of a title read as an adjective of the first."""
    postposed = token.dep_ == "amod" and token.i == token.head.i + 1
    if postposed and token.lower_ in grammar().postposed_adjectives:
        token.dep_ = "flat"


ALL = (_subject_of_verb, _speaker_beside, report_behind, _among_things, _behind_its_noun)
