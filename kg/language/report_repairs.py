"""Mends of what a parser taught by a teacher reads in its own way, reports at the end above all."""

from __future__ import annotations

from spacy.tokens import Token

from kg.language.trees import child, has_subject, move, raise_over

_NOMINAL = ("NOUN", "PROPN", "PRON")
_POSTPOSED = frozenset({"general", "elect", "designate", "emeritus"})
_PAUSES = frozenset({",", '"', "”", "''", "’"})


def _subject_of_verb(token: Token) -> None:
    """'Mali plans to leave', the name hung as a part of a compound on a finite verb."""
    if token.dep_ != "compound" or token.pos_ not in _NOMINAL:
        return
    verb = token.head
    finite = verb.pos_ == "VERB" and verb.tag_ in ("VBZ", "VBD", "VBP")
    if not finite or token.i > verb.i:
        return
    if not has_subject(verb):
        token.dep_ = "nsubj"


def _speaker_beside(token: Token) -> None:
    """'..., the army chief, General Keita, said': speaker and verb set beside each other."""
    if token.dep_ != "parataxis" or token.pos_ != "VERB" or has_subject(token):
        return
    for speaker in token.head.children:
        beside = speaker.dep_ == "parataxis" and speaker.pos_ in _NOMINAL and speaker.i < token.i
        if beside and all(t.is_punct for t in token.doc[speaker.right_edge.i + 1 : token.i]):
            move(speaker, token, "nsubj")
            return


def report_behind(token: Token) -> None:
    """'Mali sent troops, Egypt said': no misreading, but the rules climb from content to speaker.

    The training text hangs such a clause on its content, as the guidelines of Universal
    Dependencies do; the rules read it as they read 'Egypt said Mali sent troops'.
    """
    if token.dep_ != "parataxis" or token.pos_ != "VERB":
        return
    content = token.head
    if content.i > token.i:
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
    verb = token.head
    given = [c for c in token.children if c.lower_ == "including" and c.dep_ in ("mark", "case")]
    if not given or given[0].i < verb.i:
        return
    comma = token.doc[given[0].i - 1]
    for noun in verb.children:
        if noun.dep_ == "obj" and comma.text == "," and noun.right_edge.i in (comma.i - 1, comma.i):
            move(token, noun, "acl")
            return


def _behind_its_noun(token: Token) -> None:
    """'the attorney general', the second word of a title read as an adjective of the first."""
    if token.dep_ == "amod" and token.lower_ in _POSTPOSED and token.i == token.head.i + 1:
        token.dep_ = "flat"


def _quoted_as_saying(token: Token) -> None:
    """'"We go", X was quoted by Y as saying': beside what is said, as all reports behind it."""
    if token.dep_ != "ccomp":
        return
    quoted = token.head
    if quoted.lower_ != "quoted" or token.i > quoted.i:
        return
    if any(c.dep_ == "advcl" and c.lower_ == "saying" for c in quoted.children):
        raise_over(token, quoted)
        quoted.dep_ = "ccomp"


ALL = (
    _subject_of_verb,
    _speaker_beside,
    report_behind,
    _among_things,
    _behind_its_noun,
    _quoted_as_saying,
)
