"""Single words of made-up news, and the vocabulary they come from."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import lemminflect

from kg.training.parser.tree import Tree


def vocabulary() -> dict[str, Any]:
    """The vocabulary file."""
    path = Path(__file__).with_name("vocabulary.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def inflect(word: str, tag: str) -> str:
    """`word` in the form that Penn tag `tag` asks for; irregular forms first in the dictionary."""
    found: tuple[str, ...] = lemminflect.getInflection(word, tag=tag)
    return found[0] if found else word


def leaf(word: str, tag: str, pos: str) -> Tree:
    """A word without dependents."""
    return Tree(word, tag, pos)


def comma(text: str = ",") -> Tree:
    """A punctuation mark."""
    return Tree(text, text if text in (",", ".") else ":", "PUNCT")


def case(tree: Tree, preposition: str) -> Tree:
    """`tree` behind a preposition; 'according to' and the like are fixed expressions."""
    first, *rest = preposition.split()
    tag, pos = ("VBG", "VERB") if first == "according" else ("IN", "ADP")
    mark = Tree(first, tag, pos)
    for word in rest:
        mark.after("fixed", Tree(word, "IN", "ADP"))
    return tree.before("case", mark)


def aux(word: str, tag: str) -> Tree:
    """An auxiliary."""
    return leaf(word, tag, "AUX")


def to_mark(verb: Tree) -> Tree:
    """'to' in front of an infinitive."""
    return verb.before("mark", leaf("to", "TO", "PART"))


def marked(verb: Tree, word: str) -> Tree:
    """A clause behind 'that', 'if', 'of', 'from' ..."""
    return verb.before("mark", leaf(word, "IN", "SCONJ"))
