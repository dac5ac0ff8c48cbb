"""What the house knows of each word, as features beside it: names, types, syntax, the lexicon.

A few thousand labels do not teach the world, so the network is told it. Every feature is a word of
one closed vocabulary that is stored beside the weights; what it does not know there is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.extract.context import Context
from kg.extract.lemmas import lemma_of
from kg.extract.mentions import pronouns
from kg.extract.propose.proposal import Proposal, Role
from kg.language.hanging import label
from kg.language.tree import Token
from kg.model import Agent

CONTENT = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"})
"""Parts of speech of words that may name somebody."""
_NOMINAL = frozenset({"NOUN", "PROPN"})
_PARTS = {"VERB": "verbs", "NOUN": "nouns", "ADJ": "adjectives"}
"""Where the lexicon has the cues of each part of speech."""
_DEEP = 4
"""Steps up and down the tree that are told apart; longer ways count as this long."""
_COUNTED: tuple[Role, ...] = ("actor", "recipient")
_HELD: tuple[Role, ...] = ("claimant", "object")
_FAR = 20
"""Words between trigger and word that are counted one by one; further ones in one bucket."""
_AWAY = tuple(f"away {steps}" for steps in range(-_FAR, _FAR + 1))
_STEPS = tuple(
    tuple(f"up {up} down {down}" for down in range(_DEEP + 1)) for up in range(_DEEP + 1)
)
"""Spelled out once: they are told of every word around every trigger."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The words of one article (white space left out) with their features.

    `tokens` counts them in the parse; `spans` are code points; `sentences` numbers their
    sentences, `heads` their governors among the words (themselves at the root). `parties` are the
    principals of the agents that a word stands for, `proposed` is what the lexicon makes of it.
    """

    texts: tuple[str, ...]
    tokens: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]
    sentences: tuple[int, ...]
    heads: tuple[int, ...]
    labels: tuple[str, ...]
    features: tuple[tuple[str, ...], ...]
    parties: tuple[frozenset[str], ...]
    proposed: tuple[Proposal, ...]


def sheet(context: Context, proposed: Iterable[Proposal]) -> Sheet:
    """The sheet of the article that `context` reads; `proposed` is what the lexicon says of it."""
    words = [t for t in context.tree if not t.is_space]
    number = {t.i: n for n, t in enumerate(words)}
    told = tuple(proposed)
    said = {p.trigger: p for p in told}
    parties = [_parties(context, t) for t in words]
    known = (_features(context, *of, said.get(of[0].i)) for of in zip(words, parties, strict=True))
    return Sheet(
        texts=tuple(t.text for t in words),
        tokens=tuple(t.i for t in words),
        spans=tuple((t.idx, t.idx + len(t)) for t in words),
        sentences=tuple(t.sentence_at for t in words),
        heads=tuple(number.get(t.head.i, n) for n, t in enumerate(words)),
        labels=tuple(label(t) for t in words),
        features=tuple(map(tuple, known)),
        parties=tuple(frozenset(a.principal for a in found) for found in parties),
        proposed=told,
    )


def _parties(context: Context, token: Token) -> tuple[Agent, ...]:
    """The agents that `token` alone stands for, those that it refers back to included."""
    if token.pos not in CONTENT and token.i not in context.agents.names:
        return ()
    return context.agents.of_phrase(token)


def _features(
    context: Context, token: Token, found: tuple[Agent, ...], said: Proposal | None
) -> Iterator[str]:
    yield from (f"pos {token.pos}", f"tag {token.tag}", f"label {label(token)}")
    yield from _named(context, token, found)
    if token.i < context.headline:
        yield "headline"
    if token.pos in _NOMINAL:
        yield from (f"type {t}" for t in sorted(context.roles.slots.nouns(token)))
    yield from (f"lexicon {c}" for c in sorted({f.event_class for f in context.frames(token)}))
    cues = context.lexicon.cue(lemma_of(token), _PARTS.get(token.pos, ""))
    yield from sorted({f"cue {cue.effect}" for cue in cues})
    if said is not None:
        negated = "negated" if said.negated else "positive"
        drafted = (said.event_class, said.stance, said.modality, said.phase, negated)
        yield from (f"drafted {value}" for value in drafted)


def _named(context: Context, token: Token, found: tuple[Agent, ...]) -> Iterator[str]:
    """What `token` is as a name or pronoun, who it stands for, and whether somebody is quoted."""
    if token.text[:1].isupper():
        yield "capital"
    name = context.agents.names.get(token.i)
    if name is not None:
        yield f"form {name.entries[0].form if name.entries else 'person'}"
    for agent in found[:1]:
        yield f"agent {agent.kind}"
        yield "own" if agent.of is None else "belongs"
    kind = pronouns.kind(token)
    if kind is not None:
        yield f"pronoun {kind}"
    if context.speakers.quotation(token) is not None:
        yield "quoted"


class Ways:
    """How the words of a sheet stand to a trigger: distance, way through the tree, the lexicon."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._proposed = {p.trigger: p for p in sheet.proposed}
        self._above: dict[int, tuple[int, ...]] = {}

    def features(self, trigger: int, word: int) -> Iterator[str]:
        """What is told of `word` as a filler of a role of `trigger`, both numbers of words."""
        sheet = self._sheet
        yield _AWAY[max(-_FAR, min(_FAR, word - trigger)) + _FAR]
        apart = sheet.sentences[word] - sheet.sentences[trigger]
        yield "here" if apart == 0 else "before" if apart < 0 else "after"
        if apart == 0:
            yield from self._way(trigger, word)
        proposal = self._proposed.get(sheet.tokens[trigger])
        if proposal is not None:
            yield from self._said(proposal, word)
        if sheet.parties[word]:
            yield "party"

    def _said(self, proposal: Proposal, word: int) -> Iterator[str]:
        """What the lexicon takes `word` for."""
        parties, token = self._sheet.parties[word], self._sheet.tokens[word]
        yield from (f"drafted {r}" for r in _COUNTED if parties & proposal.counts(r))
        yield from (f"drafted {r}" for r in _HELD if proposal.holds(r, token))

    def _governors(self, word: int) -> tuple[int, ...]:
        """`word` and its governors up to the root."""
        if word not in self._above:
            chain = [word]
            while (above := self._sheet.heads[chain[-1]]) not in chain:
                chain.append(above)
            self._above[word] = tuple(chain)
        return self._above[word]

    def _way(self, start: int, end: int) -> Iterator[str]:
        """Steps up from `start` and down to `end`, with the labels where the way turns."""
        up, down, labels = self._governors(start), self._governors(end), self._sheet.labels
        meet = 0
        for above in down:
            if above in up:
                break
            meet += 1
        else:
            return
        rise = up.index(down[meet])
        yield _STEPS[min(rise, _DEEP)][min(meet, _DEEP)]
        if meet:
            yield f"turn {labels[down[meet - 1]]}"
        if rise:
            yield f"rise {labels[up[rise - 1]]}"
