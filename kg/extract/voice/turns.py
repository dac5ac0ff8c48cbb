"""Turns of transcripts and interviews: 'MR. KEITA: ...', 'Q: ...', 'Lima: ...'.

A head stands at the start of a line and ends with a colon. Where a text has two heads or more it
is a transcript, and a turn lasts until the next head; elsewhere it is the one line.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.language.tree import Span, Token, Tree

_LONGEST_HEAD = 16
"""Tokens up to the colon; a longer run is a sentence with a list or a quotation."""
_LONGEST_NAME = 4
"""Tokens of a head outside transcripts, where 'Athens: ...' is a speaker and a title is none."""
_ASKING = frozenset({"q", "question", "reporter", "journalist", "interviewer"})
_ANSWERING = frozenset({"a", "answer"})
_INNER = frozenset({"of", "the", "for", "and", "to", "de", "da", "van", "von", "al", "bin", "-"})
"""Words in lower case that names and titles may hold."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Tokens `start` to `end` (exclusive) are what `speaker` says; None: nobody who is named."""

    start: int
    end: int
    speaker: Token | None


def find(tree: Tree) -> tuple[Turn, ...]:
    """The turns of `tree` in order; none where nobody is named before a colon."""
    lines = _lines(tree)
    heads = {start: head for start, _ in lines if (head := _head(tree, start)) is not None}
    script = len(heads) > 1
    starts = sorted(heads)
    found = []
    for number, start in enumerate(starts):
        head = heads[start]
        if not script and not _stands_alone(head):
            continue
        line = next(stop for first, stop in lines if first == start)
        after = starts[number + 1] if number + 1 < len(starts) else len(tree)
        found.append(Turn(head.end + 1, after if script else line, _speaker(head)))
    return tuple(found)


def _lines(tree: Tree) -> list[tuple[int, int]]:
    """Token ranges of the lines that hold words."""
    found, start = [], 0
    for token in tree:
        if token.is_space and "\n" in token.text:
            found.append((start, token.i))
            start = token.i + 1
    found.append((start, len(tree)))
    return [(a, b) for a, b in found if b > a]


def _head(tree: Tree, start: int) -> Span | None:
    """The words before the colon of a line that starts at `start`, where they name somebody."""
    for end in range(start + 1, min(start + _LONGEST_HEAD, len(tree) - 1)):
        if tree[end].text == ":":
            head = tree[start:end]
            return head if _names(head) and not tree[end + 1].is_space else None
        if tree[end].is_space:
            return None
    return None


def _names(head: Span) -> bool:
    """Whether every word is written as names and titles are, but for what stands in brackets."""
    words = [t for t in head if not t.is_punct]
    fitting = all(t.text[:1].isupper() or t.lower in _INNER for t in words)
    clause = any(t.tag in ("VBZ", "VBP", "MD") and not t.text.isupper() for t in words)
    return bool(words) and words[0].text[:1].isupper() and fitting and not clause


def _stands_alone(head: Span) -> bool:
    """Whether one line with this head is a turn: a name alone, or a name and an office."""
    words = [t for t in head if not t.is_punct]
    short = len(words) <= _LONGEST_NAME and all(t.pos in ("PROPN", "DET", "ADJ") for t in words)
    shouted = len(words) > 1 and all(t.text.isupper() for t in words)
    return short or (shouted and any(t.text == "," for t in head))


def _speaker(head: Span) -> Token | None:
    """The name in a head: what stands before a comma or a bracket, without the title."""
    name = next((head[:n] for n, t in enumerate(head) if t.text in (",", "(", "[")), head)
    words = [t for t in name if not t.is_punct]
    if not words or words[0].lower in _ASKING | _ANSWERING:
        return None
    bare = [t for t in words if not _is_title(t)] or words
    return _top([t for t in bare if t.pos == "PROPN"] or bare)


def _is_title(token: Token) -> bool:
    follows = token.i + 1 < len(token.tree) and token.neighbour().text == "."
    return token.text.endswith(".") or (follows and len(token) <= len("Capt"))


def _top(words: list[Token]) -> Token:
    """The word that the others hang on; the first, where they hang on something else."""
    inside = {t.i for t in words}
    return next((t for t in words if t.head.i not in inside or t.head == t), words[0])
