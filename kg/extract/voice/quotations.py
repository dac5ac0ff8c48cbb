"""Quotations of an article, and who speaks in each: beside it, before it, over its paragraphs."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.voice.speech import Said, Speech
from kg.language.tree import Token, Tree

_OPEN, _CLOSE, _STRAIGHT = "“", "”", '"'
_MARKS = (_OPEN, _CLOSE, _STRAIGHT)
_MOST_SCARE_WORDS = 4
"""Quoted runs of up to this many words are terms in quotes, no speech of their own."""


def find(tree: Tree, speech: Speech) -> tuple[Said, ...]:
    """The quotations of `tree` in order; the speaker is the subject of a verb of speech."""
    return tuple(_Finder(tree, speech).found())


class _Finder:
    def __init__(self, tree: Tree, speech: Speech) -> None:
        self._tree, self._speech = tree, speech

    def found(self) -> list[Said]:
        found: list[Said] = []
        for start, end in self._runs():
            if sum(t.is_word for t in self._tree[start:end]) > _MOST_SCARE_WORDS:
                found.append(Said(start, end, self._speaker(start, end, found)))
        for number in range(len(found) - 2, -1, -1):  # a quotation of several paragraphs
            here, after = found[number : number + 2]
            if here.speaker is None and not self._words(here.end, after.start):
                found[number] = replace(here, speaker=after.speaker)
        return found

    def _runs(self) -> list[tuple[int, int]]:
        """Token ranges between quotation marks; one that is left open ends with its paragraph.

        The next paragraph is a run too, where a mark behind the end of a sentence closes it.
        """
        runs: list[tuple[int, int]] = []
        start: int | None = None
        carried = False  # whether the run at `start` was opened in the paragraph before
        for token in self._tree:
            if not token.is_break and token.text not in _MARKS:
                continue
            ended = False
            if start is not None and (not carried or self._closes(start, token)):
                runs.append((start, token.i))
                ended = True
            carried = ended and token.is_break
            opens = token.text == _OPEN or (token.text == _STRAIGHT and not ended)
            start = token.i + 1 if opens or carried else None
        if start is not None and not carried:
            runs.append((start, len(self._tree)))
        return runs

    def _closes(self, start: int, mark: Token) -> bool:
        """Whether `mark` closes what goes on, at `start`, from the paragraph before."""
        closing = mark.text in (_CLOSE, _STRAIGHT)
        return closing and mark.i > start and self._tree[mark.i - 1].is_punct

    def _speaker(self, start: int, end: int, before: list[Said]) -> Token | None:
        """Who is told beside it; else who spoke last; else who is told behind its paragraph."""
        first, last = self._tree[start].sentence_at, self._tree[end - 1].sentence_at
        sentences = self._tree.sentences
        beside = (self._speech.outside(s, start, end) for s in sentences[first : last + 1])
        speaker = next((found for found in beside if found is not None), None)
        if speaker is not None:
            return speaker
        # '"...". The minister said so.': the sentence that follows is no more than its speech
        behind = None
        if last + 1 < len(sentences) and self._speech.begins(sentences[last + 1]):
            behind = self._speech.outside(sentences[last + 1], start, end)
        if behind is not None and not any(t.is_break for t in self._tree[end : behind.i]):
            return behind
        if before and self._goes_on(before[-1], start):
            return before[-1].speaker
        if behind is not None or not first:
            return behind
        # 'X spoke at length. "We ..."': the subject of the sentence before, if it is speech
        return self._speech.outside(sentences[first - 1], start, start)

    def _goes_on(self, before: Said, start: int) -> bool:
        """Whether the quotation `before` goes on at `start`: alone in the next paragraph.

        What stands between may end its sentence ('..., the minister said.'), not begin another.
        """
        if before.speaker is None:
            return False
        gap = next((t.i for t in self._tree[before.end : start] if t.is_break), before.end)
        told = dict.fromkeys(t.sentence for t in self._words(before.end, gap))
        own = (s for s in told if s[0].text not in _MARKS)
        alone = not self._words(gap, start)
        return alone and all(self._speech.outside(s, before.start, before.end) for s in own)

    def _words(self, start: int, end: int) -> list[Token]:
        """The words from token `start` to `end` (exclusive)."""
        return [t for t in self._tree[start:end] if t.is_word]
