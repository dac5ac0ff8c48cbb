"""The agents of one article, each with the words that stand for it: who may be party to a claim."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from kg.extract.context import Context
from kg.extract.propose.features import Sheet, Ways
from kg.extract.propose.naming import is_epithet
from kg.language.hanging import is_set_aside, label
from kg.language.tree import Token
from kg.model import Agent, principal

_FIRST = 2
"""Sentences at the start that tell what an article is about."""


@dataclass(frozen=True)
class Cast:
    """Who is named, described or referred to in the article of `sheet`, as `context` resolves it.

    Agents are counted by who counts when they act: a minister's words stand for his state.
    """

    context: Context
    sheet: Sheet

    @cached_property
    def words(self) -> Mapping[str, tuple[int, ...]]:
        """For each key the numbers of the words in the sheet that stand for it, in order."""
        seen = self.context.agents.seen
        found: dict[str, list[int]] = {}
        for number, parties in enumerate(self.sheet.parties):
            token = self.token(number)
            if parties and (is_set_aside(token) or is_epithet(self.context, token)):
                continue  # 'all except Mali', 'a Mali-backed band'
            for key in sorted({principal(key, seen) for key in parties}):
                found.setdefault(key, []).append(number)
        return {key: tuple(words) for key, words in found.items()}

    @cached_property
    def paragraphs(self) -> tuple[int, ...]:
        """The number of the paragraph that each word of the sheet stands in."""
        tree = self.context.tree
        starts = [line.start for line in tree.lines]
        return tuple(bisect(starts, token) for token in self.sheet.tokens)

    @cached_property
    def ways(self) -> Ways:
        """How words stand to a trigger."""
        return Ways(self.sheet)

    @cached_property
    def numbers(self) -> Mapping[int, int]:
        """The number in the sheet of each token of the parse that is a word."""
        return {token: number for number, token in enumerate(self.sheet.tokens)}

    @cached_property
    def leading(self) -> frozenset[str]:
        """Who has most words; several where they have as many."""
        most = max(map(len, self.words.values()), default=0)
        return frozenset(key for key, words in self.words.items() if len(words) == most)

    @cached_property
    def opening(self) -> frozenset[str]:
        """Who is told of in the first sentences."""
        return frozenset(
            key
            for key, words in self.words.items()
            if any(self.sheet.sentences[word] < _FIRST for word in words)
        )

    @cached_property
    def announced(self) -> frozenset[str]:
        """Who is told of in the headline."""
        end = self.context.headline
        tokens = self.sheet.tokens
        return frozenset(k for k, ws in self.words.items() if any(tokens[w] < end for w in ws))

    @cached_property
    def told(self) -> tuple[int, ...]:
        """The sentences that words for somebody stand in, each once an agent."""
        of = self.sheet.sentences
        return tuple(s for words in self.words.values() for s in sorted({of[w] for w in words}))

    @cached_property
    def total(self) -> int:
        """How many words stand for somebody, one that stands for two counted twice; at least 1."""
        return max(1, sum(map(len, self.words.values())))

    def token(self, word: int) -> Token:
        """The token of a word of the sheet."""
        return self.context.tree[self.sheet.tokens[word]]

    def is_subject(self, word: int) -> bool:
        """Whether a word is the subject of its clause."""
        return label(self.token(word)).startswith("nsubj")

    def agent(self, key: str, near: int) -> tuple[Agent, int | None]:
        """The agent that stands for `key` in its word nearest to the word `near`, and that word.

        Where no word does, the agent `key` itself and None.
        """
        seen = self.context.agents.seen
        apart = [(abs(word - near), word) for word in self.words.get(key, ())]
        if not apart:
            return seen[key], None
        word = min(apart)[1]
        named = self.context.agents.of_phrase(self.token(word))
        return next((a for a in named if principal(a.key, seen) == key), seen[key]), word
