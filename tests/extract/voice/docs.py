"""Hand-built texts of several lines: one sentence a line, no parse needed beyond a root."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from kg.language.tree import Tree, of

_VOCAB = spacy.blank("en").vocab
_POS = {
    "NNP": "PROPN", "NN": "NOUN", "NNS": "NOUN", "VBD": "VERB", "VBZ": "VERB", "VBN": "VERB",
    "VB": "VERB", "DT": "DET", "IN": "ADP", "PRP": "PRON", ":": "PUNCT", ",": "PUNCT",
    ".": "PUNCT", "SP": "SPACE", "RB": "ADV", "JJ": "ADJ", "''": "PUNCT", "MD": "AUX",
}  # fmt: skip


def lines(*told: str) -> Tree:
    """Lines of `word/TAG` parts; the first verb of a line is its root, a noun before it subject."""
    words: list[str] = []
    tags: list[str] = []
    heads: list[int] = []
    deps: list[str] = []
    for number, line in enumerate(told):
        parts = [part.rsplit("/", 1) for part in line.split()]
        first = len(words)
        verb = next((i for i, (_, tag) in enumerate(parts) if tag.startswith("VB")), 0)
        for i, (word, tag) in enumerate(parts):
            nominal = tag in ("NNP", "NN", "NNS", "PRP")
            nearest = nominal and i < verb and not parts[i + 1][1].startswith("NN")
            words.append(word)
            tags.append(tag)
            heads.append(first + verb)
            deps.append("ROOT" if i == verb else "nsubj" if nearest else "punct")
        if number + 1 < len(told):
            words.append("\n\n")
            tags.append("SP")
            heads.append(first + verb)
            deps.append("dep")
    return _doc(words, tags, heads, deps)


def _doc(words: list[str], tags: list[str], heads: list[int], deps: list[str]) -> Tree:
    doc = Doc(
        _VOCAB,
        words=words,
        tags=tags,
        pos=[_POS[tag] for tag in tags],
        lemmas=[{"said": "say"}.get(word, word.lower()) for word in words],
        heads=heads,
        deps=deps,
    )
    return of(doc)
