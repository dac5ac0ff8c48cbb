"""Lines of a text as an archive prints them to the paragraphs that they were."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_WIDEST = 110
"""Characters of a line up to which a text may be wrapped; archives wrap at 65 to 100."""
_ITEM = re.compile(r"(?:[-–—*•»▪]|\d{1,2}[.)])\s")
_BROKEN = re.compile(r"(\w+)-$")
_ACROSS = re.compile(r"\w+-\s*\n\s*\w+")
"""A word that is broken over two lines: neither part is a word of the text for that."""


def paragraphs(lines: Iterable[str], whole: str) -> str:
    """The lines as paragraphs with empty lines between; words that were broken are joined.

    A broken word keeps its hyphen where its first part is a word elsewhere in the text `whole`.
    """
    held = list(lines)
    wrapped = max(map(len, held), default=0) <= _WIDEST
    words = frozenset(re.findall(r"\w{3,}", _ACROSS.sub(" ", whole.lower())))
    found = (_joined(block, words) if wrapped else block for block in blocks(held))
    return "\n\n".join("\n".join(block) for block in found)


def blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    """The runs of lines that are not blank, each line stripped."""
    block: list[str] = []
    for line in lines:
        if line.strip():
            block.append(line.strip())
        elif block:
            yield block
            block = []
    if block:
        yield block


def _joined(block: list[str], words: frozenset[str]) -> Iterator[str]:
    """The lines of a paragraph as one; items of a list stay lines of their own."""
    text = ""
    for line in block:
        if text and _ITEM.match(line):
            yield text
            text = line
        elif broken := _BROKEN.search(text):
            is_whole = broken[1].lower() in words or not line[:1].islower()
            text = f"{text if is_whole else text[:-1]}{line}"
        else:
            text = f"{text} {line}" if text else line
    if text:
        yield text
