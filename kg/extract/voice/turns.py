"""Turns of transcripts and interviews: 'MR. KEITA: ...', 'Q: ...', 'Lima: ...'.

A head stands at the start of a line and ends with a colon. Where a text has two heads or more it
is a transcript, and a turn lasts until the next head; elsewhere it is the one line.
"""

from __future__ import annotations

from kg.extract.voice.speech import Said
from kg.language.tree import Span, Token, Tree

_LONGEST_HEAD = 16
"""Tokens up to the colon; a longer run is a sentence with a list or a quotation."""
_LONGEST_NAME = 4
"""Tokens of a head outside transcripts, where 'Athens: ...' is a speaker and a title is none."""
_NOBODY = frozenset({"q", "question", "reporter", "journalist", "interviewer", "a", "answer"})
"""Heads that tell who asks and who answers, by no name."""
_INNER = frozenset({"of", "the", "for", "and", "to", "de", "da", "van", "von", "al", "bin", "-"})
"""Words in lower case that names and titles may hold."""


def find(tree: Tree) -> tuple[Said, ...]:
    """The turns of `tree` in order; none where nobody is named before a colon."""
    heads = [(line, head) for line in tree.lines if (head := _head(line)) is not None]
    if len(heads) == 1:
        line, head = heads[0]
        return (_turn(head, line.end),) if _stands_alone(head) else ()
    ends = [*(line.start for line, _ in heads[1:]), len(tree)]
    return tuple(_turn(head, end) for (_, head), end in zip(heads, ends, strict=False))


def _turn(head: Span, end: int) -> Said:
    return Said(head.end + 1, end, _speaker(head))


def _head(line: Span) -> Span | None:
    """The words before the colon of `line`, where they name somebody and more follows."""
    for token in line[1:_LONGEST_HEAD]:
        if token.text == ":":
            head = line.tree[line.start : token.i]
            follows = token.i + 1 < line.end and not token.neighbour().is_space
            return head if follows and _names(head) else None
        if token.is_space:
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
    return short or (all(t.text.isupper() for t in words) and any(t.text == "," for t in head))


def _speaker(head: Span) -> Token | None:
    """The name in a head: what stands before a comma or a bracket, without the title."""
    name = next((head[:n] for n, t in enumerate(head) if t.text in (",", "(", "[")), head)
    words = [t for t in name if not (t.is_punct or _is_title(t))]
    if not words or words[0].lower in _NOBODY:
        return None
    return _top([t for t in words if t.pos == "PROPN"] or words)


def _is_title(token: Token) -> bool:
    return token.text.endswith(".") or token.tree[token.i + 1 : token.i + 2].text == "."


def _top(words: list[Token]) -> Token:
    """The word that the others hang on; the first, where they hang on something else."""
    inside = {t.i for t in words}
    return next((t for t in words if t.head.i not in inside or t.head == t), words[0])
