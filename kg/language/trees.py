"""Moves in a dependency tree that the repairs share."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.language import labels

REPLACED = "reparandum"
"""The label of what is said not to be so, and of words that fill no role."""


def is_universal(doc: Doc) -> bool:
    """Whether the labels of `doc` are Universal Dependencies (else they are taken as ClearNLP)."""
    return any(token.dep_ in labels.UNIVERSAL_ONLY for token in doc)


def move(token: Token, head: Token, label: str) -> None:
    """Hang `token` on `head`; nothing where that made a circle or left the sentence."""
    if head.i != token.i and not token.is_ancestor(head) and head.sent.start == token.sent.start:
        token.head = head
        token.dep_ = label


def child(token: Token, *labels: str) -> Token | None:
    """The first word right below `token` with one of the `labels`."""
    return next((c for c in token.children if c.dep_ in labels), None)


def has_subject(verb: Token) -> bool:
    """Whether a subject hangs on `verb`."""
    return any(c.dep_.startswith("nsubj") for c in verb.children)


def case_of(token: Token) -> str:
    """The words of case in front of `token`: 'to', 'out of', ''."""
    return " ".join(child.lower_ for child in token.children if child.dep_ == "case")


def raise_over(token: Token, above: Token) -> None:
    """Put `token` where its governor `above` stands, and `above` below it, label unchanged."""
    label, root = above.dep_, above.head
    token.head = token if root == above else root
    token.dep_ = label
    above.head = token


def is_last(token: Token) -> bool:
    """Whether nothing but punctuation follows `token` in its sentence."""
    return all(t.is_punct or t.is_space for t in token.doc[token.i + 1 : token.sent.end])


def set_apart(token: Token, speaker: Token) -> None:
    """Make `token` a speech verb beside the sentence, said by `speaker`."""
    root = token.sent.root
    if root in (token, speaker):
        return
    move(token, root, "parataxis")
    token.tag_, token.pos_ = "VBD", "VERB"
    token.lemma_ = "say" if token.lower_ == "said" else token.lemma_
    move(speaker, token, "nsubj")
