"""Which sentences hold a word for an event and gave no claim, and why: none is lost silently."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from kg.extract.context import Context
from kg.extract.propose.lexical import Refused
from kg.model import Claim, Declined

TOLD = "it tells no event beside what other sentences tell"
"""Said of a word that fits its frame, where the event is told elsewhere, or the sentence before."""


def declined_sentences(
    context: Context, claims: Iterable[Claim], refused: Iterable[Refused]
) -> Iterator[Declined]:
    """The sentences with a trigger that gave no claim, in order of the text.

    Each with every trigger that was refused aloud; where there is none, with its first trigger.
    """
    starts = sorted(claim.trigger.start for claim in claims)
    sentences: dict[int, list[Refused]] = {}
    for one in (*sorted(refused, key=lambda r: r.trigger.i), *_silent(context)):
        sentence = one.trigger.sentence
        place = bisect_left(starts, sentence.start_char)
        if place == len(starts) or starts[place] >= sentence.end_char:
            sentences.setdefault(sentence.start, []).append(one)
    for start in sorted(sentences):
        aloud = [*dict.fromkeys(one for one in sentences[start] if not one.quiet)]
        for one in aloud or sentences[start][:1]:
            words = context.writer.sentence(one.trigger)
            yield Declined(context.article.name, words, one.trigger.text, one.reason)


def _silent(context: Context) -> Iterator[Refused]:
    """Every trigger of the prose, for those of which nothing else is said."""
    for token in context.tree:
        if token.idx >= context.article.body and context.frames(token):
            yield Refused(token, TOLD, quiet=True)
