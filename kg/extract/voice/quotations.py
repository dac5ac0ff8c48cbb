"""Quotations of an article, and who speaks in each: beside it, before it, over its paragraphs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.extract.voice.speech import Speech
from kg.language.tree import Span, Token, Tree

_OPEN, _CLOSE, _STRAIGHT = "“", "”", '"'
_MARKS = (_OPEN, _CLOSE, _STRAIGHT)
_SCARE = 4
"""Quoted runs of up to this many words are terms in quotes, no speech of their own."""
_NEIGHBOURS = 2
"""Sentences beyond a quotation in which its speaker is looked for."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens `start` to `end` (exclusive) are quoted; `speaker` is who the speech verb names."""

    start: int
    end: int
    speaker: Token | None


def find(tree: Tree, speech: Speech) -> tuple[Quotation, ...]:
    """The quotations of `tree` in order."""
    return tuple(_Finder(tree, speech).found())


class _Finder:
    def __init__(self, tree: Tree, speech: Speech) -> None:
        self._tree, self._speech = tree, speech
        self._sentences = list(tree.sentences)
        self._number = {t.i: n for n, s in enumerate(self._sentences) for t in s}

    def found(self) -> list[Quotation]:
        found: list[Quotation] = []
        for start, end in self._runs():
            words = sum(not t.is_punct and not t.is_space for t in self._tree[start:end])
            if words > _SCARE:
                found.append(Quotation(start, end, self._speaker(start, end, found)))
        for number in range(len(found) - 2, -1, -1):  # a quotation of several paragraphs
            here, after = found[number : number + 2]
            if here.speaker is None and self._is_continued(here, after.start):
                found[number] = replace(here, speaker=after.speaker)
        return found

    def _runs(self) -> list[tuple[int, int]]:
        """Token ranges between quote marks; an unclosed one ends with its paragraph."""
        runs: list[tuple[int, int]] = []
        start: int | None = None
        carried: int | None = None  # where a paragraph goes on with an unclosed quotation
        for token in self._tree:
            breaks = token.is_space and "\n" in token.text
            if carried is not None and token.text in (_CLOSE, _STRAIGHT):
                if token.i > carried and self._tree[token.i - 1].is_punct:
                    runs.append((carried, token.i))
                    carried = None
                    continue
                carried = None
            elif carried is not None and (breaks or token.text == _OPEN):
                carried = None
            opens = token.text == _OPEN or (token.text == _STRAIGHT and start is None)
            closes = token.text == _CLOSE or (token.text == _STRAIGHT and start is not None)
            if start is not None and (closes or breaks or opens):
                runs.append((start, token.i))
                start = None
                carried = token.i + 1 if breaks else None
            if opens and not (closes and token.text == _STRAIGHT):
                start = token.i + 1
        if start is not None:
            runs.append((start, len(self._tree)))
        return runs

    def _speaker(self, start: int, end: int, before: list[Quotation]) -> Token | None:
        """Who is told beside it; else who spoke last; else who is told behind its paragraph."""
        first, last = self._number[start], self._number[end - 1]
        beside = self._beside(range(first, last + 1), start, end)
        behind = None if beside is not None else self._behind(last + 1, start, end)
        if beside is not None or (behind is not None and not self._is_apart(end, behind)):
            return beside or behind
        if before and self._goes_on(before[-1], start):
            return before[-1].speaker
        return behind or self._before(first, start)

    def _beside(self, numbers: range, start: int, end: int) -> Token | None:
        found = (self._speech.outside(self._sentences[n], start, end) for n in numbers)
        return next((speaker for speaker in found if speaker is not None), None)

    def _behind(self, number: int, start: int, end: int) -> Token | None:
        """'"...". The minister said so.': the sentence that follows is no more than its speech."""
        if number >= len(self._sentences) or not self._speech.begins(self._sentences[number]):
            return None
        return self._speech.outside(self._sentences[number], start, end)

    def _is_apart(self, end: int, speaker: Token) -> bool:
        """Whether a paragraph ends between a quotation and who may have said it."""
        return any("\n" in t.text for t in self._tree[end : max(end, speaker.i)] if t.is_space)

    def _goes_on(self, before: Quotation, start: int) -> bool:
        """Whether the quotation `before` goes on at `start`: alone in the next paragraph.

        What stands between may end its sentence ('..., the minister said.'), not begin another.
        """
        between = self._tree[before.end : start]
        breaks = [t.i for t in between if t.is_space and "\n" in t.text]
        if before.speaker is None or not breaks:
            return self._is_continued(before, start) and before.speaker is not None
        rest = self._tree[breaks[0] : start]
        bare = all(t.is_punct or t.is_space for t in rest)
        told = (s for s in self._sentences_in(before.end, breaks[0]) if s[0].text not in _MARKS)
        return bare and all(self._speech.outside(s, before.start, before.end) for s in told)

    def _sentences_in(self, start: int, end: int) -> list[Span]:
        """The sentences with words between tokens `start` and `end`."""
        words = [t for t in self._tree[start:end] if not (t.is_punct or t.is_space)]
        return [self._sentences[n] for n in sorted({self._number[t.i] for t in words})]

    def _is_continued(self, before: Quotation, start: int) -> bool:
        return all(t.is_punct or t.is_space for t in self._tree[before.end : start])

    def _before(self, first: int, start: int) -> Token | None:
        """'X spoke at length. "We ..."': the subject of the sentence before, if it is speech."""
        for number in range(first - 1, max(-1, first - _NEIGHBOURS), -1):
            sentence = self._sentences[number]
            found = self._speech.outside(sentence, start, start)
            if found is not None:
                return found
            if any(t.text in _MARKS for t in sentence):
                break
        return None
