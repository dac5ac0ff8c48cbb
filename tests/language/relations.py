"""Relations of own, hand-checked news sentences, and how many of them a parse has right.

A line of relations.tsv: the sentence, a tab, then `head dependent kind` triples. Kinds: s subject,
o object or receiver without preposition, c clause (complement, adverbial, relative), r noun behind
a preposition that belongs to the verb, j conjunct, a apposition or title, n noun under a noun.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc, Token

KINDS = {
    "s": ("nsubj", "csubj"),
    "o": ("obj", "iobj"),
    "c": ("ccomp", "xcomp", "acl", "advcl", "csubj"),
    "r": ("obl",),
    "j": ("conj",),
    "a": ("appos", "nmod:desc", "flat"),
    "n": ("nmod",),
}
_NAME_PARTS = ("flat", "compound", "amod", "nmod:desc")


@dataclass(frozen=True)
class Relation:
    head: str
    dependent: str
    kind: str


def lines() -> Iterator[tuple[str, list[Relation]]]:
    path = Path(__file__).with_name("relations.tsv")
    for line in path.read_text(encoding="utf-8").splitlines():
        sentence, relations = line.split("\t")
        yield sentence, [Relation(*r.split()) for r in relations.split(";")]


def holds(doc: Doc, relation: Relation) -> bool:
    """Whether some word pair stands so; a name counts by any of its words."""
    return any(_stands(token, relation) for token in doc if token.text == relation.dependent) or (
        relation.kind == "c" and any(_speech(token, relation) for token in doc)
    )


def _stands(token: Token, relation: Relation) -> bool:
    for _ in range(3):
        label = token.dep_.split(":")[0] if token.dep_ != "nmod:desc" else token.dep_
        if token.head.text == relation.head and token.head != token:
            return label in KINDS[relation.kind]
        if token.dep_ not in _NAME_PARTS:
            return False
        token = token.head
    return False


def _speech(token: Token, relation: Relation) -> bool:
    """'X, she said, ...': the verb of speech hangs on what is said."""
    found = token.text == relation.head and token.dep_ == "parataxis"
    return found and token.head.text == relation.dependent


def count(parse: Callable[[str], Doc]) -> tuple[Counter[str], Counter[str], list[str]]:
    """(right by kind, all by kind, what is wrong)."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    wrong = []
    for sentence, relations in lines():
        doc = parse(sentence)
        for relation in relations:
            total[relation.kind] += 1
            if holds(doc, relation):
                right[relation.kind] += 1
            else:
                wrong.append(f"{relation.head} {relation.dependent} {relation.kind}: {sentence}")
    return right, total, wrong
