"""A text to what is parsed of it: paragraphs and items of lists, and the gaps and signs between.

A sign (a bullet, an emoji) is no word. One that begins a line, or follows a sentence, ends what
stands before it; one within a sentence is taken out of what is parsed, and put back beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from typing import Literal

_BREAK = re.compile(r"[^\S\n\r]*(?:\r\n|\n|\r)\s*")
_DATED = (
    r"(?:(?:\d{1,2} [A-Z][a-z]+\.?|[A-Z][a-z]+\.? \d{1,2})(?:,? \d{4})?"
    r"(?: ?\([\w. ]{2,25}\))? ?[—–:-]{1,2}\s+)?"
)
"""A date with a dash of its own: KABUL (Wire) – 3 January 2019 –."""
_DATELINE = re.compile(
    r"(?:(?:[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+){0,3})(?:, [\w.' ]{2,30}){0,3}"  # PARIS, France
    r"(?: \([\w. ]{2,25}\))? ?[—–-]{1,2}\s+"  # (Reuters) -
    r"|(?:[A-Z][\w'’-]+ ?){1,3}, (?:[A-Z][\w.'’-]+ ?){1,3}[—–] (?=[A-Z])"  # Kano, Nigeria — A
    r"|[A-Z][a-z]+\.? \d{1,2}, \d{4} \([A-Z][\w'’ -]{2,25}\) ?[—–-]{1,2} "  # May 3, 2024 (JUBA) -
    r"|(?:[A-Z][\w'’-]+ ){1,3}\((?:[A-Z]{2,4}|Reuters|Xinhua)\) ?[—–-]{1,2} )"  # Accra (AFP) -
    + _DATED
)
_WRAP_WIDTHS = range(55, 101)
"""Median line length of hard-wrapped plain text: mail and terminals wrap at 60 to 100 columns."""

_PICTURES = "\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u25a0-\u25ff"
_MARKS = "•‣⁃◦∙❖➢➤➔»›"
_JOINED = "\ufe0e\ufe0f\u200d\u20e3\U000e0020-\U000e007f"
_SIGN = rf"(?:[0-9#*]\ufe0f?\u20e3|[{_PICTURES}][{_PICTURES}{_JOINED}]*)"
_OPENING = r"""["“‘'«(]?"""
_BULLET = re.compile(
    r"(?![»›]\S[^»›\n]*[«‹])"  # quotation marks that point inward
    rf"(?:{_SIGN}|[{_MARKS}→·]+)(?:[ \t]*(?:{_SIGN}|[{_MARKS}]+))*[^\S\n\r]*"  # whatever follows
    rf"|(?:[-–—*+>]+|\(?(?:\d{{1,2}}|[a-z])[.)])[^\S\n\r]+(?={_OPENING}[A-Z\d])"
)
"""What begins an item of a list; a dash or a number only before what may begin a sentence."""
_WEAK = re.compile(r"[-–—*+>(\da-z]")
_ENDED = re.compile(r"[.!?…:;][\"”’')\]]*$")
_BETWEEN = re.compile(
    rf"(?<=[.!?…\"”’')\]])(\s+)({_SIGN}(?:\s*{_SIGN})*)(\s+)(?={_OPENING}[A-Z])"
    rf"|(?<=\S)(\s+)([•‣⁃◦∙▪■●▶►]+)(\s+)(?={_OPENING}[A-Z\d])"
)
"""A sign between sentences, and a bullet between items that follow each other on one line."""
_WITHIN = re.compile(rf"(?<=\S)( ?)({_SIGN}(?: ?{_SIGN})*)( ?)(?=\S|$)")

Kind = Literal["words", "gap", "sign"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text: `words` are parsed, a `gap` is white space, a `sign` stands alone."""

    text: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that was taken out of words: `at` counts in what is left of them.

    `before` and `after` tell whether a space stands on that side of it.
    """

    at: int
    text: str
    before: bool
    after: bool


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of `text` in order; together they are `text`, line breaks in words as spaces."""
    wrapped = _is_wrapped(text)
    position = 0
    for match in _BREAK.finditer(text):
        end = match.end()
        bullet = _BULLET.match(text, end)
        if wrapped and match.group().count("\n") < 2 and end < len(text):
            weak = bullet is None or _WEAK.match(bullet.group())
            if weak and not (bullet and _ENDED.search(text[position : match.start()])):
                continue
        if match.start() and text[end : end + 1].islower() and not bullet:
            continue
        yield from _paragraph(text[position : match.start()])
        yield Piece(match.group(), "gap")
        position = end
    yield from _paragraph(text[position:])


def without_signs(words: str) -> tuple[str, list[Sign]]:
    """The words as they are parsed, and the signs taken out of them; a space stands for each."""
    kept: list[str] = []
    signs: list[Sign] = []
    position = size = 0
    for match in _WITHIN.finditer(words):
        kept += [words[position : match.start()], " " if match.end() < len(words) else ""]
        size += match.start() - position
        signs.append(Sign(size, match[2], before=bool(match[1]), after=bool(match[3])))
        size += len(kept[-1])
        position = match.end()
    return "".join([*kept, words[position:]]), signs


def _paragraph(text: str) -> Iterator[Piece]:
    body = text.strip()
    if not body:
        if text:
            yield Piece(text, "gap")
        return
    start = text.index(body[0])
    if start:
        yield Piece(text[:start], "gap")
    bullet = _BULLET.match(body)
    if bullet:
        sign = bullet.group().rstrip()
        yield Piece(sign, "sign")
        if len(bullet.group()) > len(sign):
            yield Piece(bullet.group()[len(sign) :], "gap")
        body = body[bullet.end() :]
    yield from _items(body)
    tail = len(text.rstrip())
    if tail < len(text):
        yield Piece(text[tail:], "gap")


def _items(body: str) -> Iterator[Piece]:
    """The dateline of a paragraph, and its sentences where signs part them."""
    dateline = _DATELINE.match(body)
    if dateline and dateline.end() < len(body):
        words = dateline.group().rstrip()
        yield Piece(words, "words")
        yield Piece(dateline.group()[len(words) :], "gap")
        body = body[dateline.end() :]
    position = 0
    for match in _BETWEEN.finditer(body):
        before, sign, after = (group for group in match.groups() if group is not None)
        yield _words(body[position : match.start()])
        yield Piece(before, "gap")
        yield Piece(sign, "sign")
        yield Piece(after, "gap")
        position = match.end()
    if body[position:]:
        yield _words(body[position:])


def _words(text: str) -> Piece:
    return Piece(re.sub(r"[\r\n]", " ", text), "words")


def _is_wrapped(text: str) -> bool:
    lines = [line.rstrip() for line in text.split("\n") if line.strip()]
    if len(lines) < 4 or max(map(len, lines)) > _WRAP_WIDTHS.stop:
        return False
    broken = sum(line[-1] not in ".!?:”\"'’)" for line in lines)
    return int(median(map(len, lines))) in _WRAP_WIDTHS and broken * 2 > len(lines)
