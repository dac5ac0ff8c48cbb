"""Within-article reference: what "it", "the country", "the agency", "they" stand for.

Centering in its simplest form: the nearest subject of a fitting kind, first in the sentence of
the pronoun, then in the sentences before; within a sentence subjects come before other mentions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.language import syntax
from kg.language.tree import Token, Tree
from kg.model import Agent

_REACH = 4
"""Sentences looked back over; news rarely refers further back without naming again."""
_FADING = 0.8
"""What a mention weighs one sentence later, where it counts how much a state is spoken of."""
_REACHED = frozenset({"to", "against", "with", "on", "for", "upon"})
"""Prepositions behind which stands somebody else than who acts."""
_WEAK = 0.5
"""What an adjective weighs against a name: 'Moroccan troops landed in Chad' is about Chad."""
_MOVEMENTS = frozenset({"ArmedGroup", "Organization"})
_BODIES = _MOVEMENTS | {"GovernmentBody", "IntergovernmentalOrganization"}

_SPEAKING = _BODIES | {"State", "Company"}
"""Kinds that have spokesmen."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A named agent at token `index`; `weak` where only an adjective names it."""

    index: int
    agent: Agent
    weak: bool = False
    words: str = ""


class Antecedents:
    """The mentions of one article in order, asked for the one that a word refers to.

    `same` tells whether two offsets stand in one story: no word refers to another story's parties.
    """

    def __init__(
        self, tree: Tree, mentions: list[Mention], same: Callable[[int, int], bool]
    ) -> None:
        self._tree, self._mentions, self._same = tree, tuple(mentions), same
        self._by_sentence: defaultdict[int, list[Mention]] = defaultdict(list)
        for mention in mentions:
            self._by_sentence[self._sentence_of(mention)].append(mention)

    def mentions(self, token: Token) -> tuple[Mention, ...]:
        """Those of the story that `token` stands in, in order."""
        return tuple(m for m in self._mentions if self._tells(m, token))

    def _sentence_of(self, mention: Mention) -> int:
        return self._tree[mention.index].sentence_at

    def _tells(self, mention: Mention, token: Token) -> bool:
        return self._same(self._tree[mention.index].idx, token.idx)

    def state(
        self, token: Token, fitting: frozenset[str] | None, barred: frozenset[str]
    ) -> Agent | None:
        """'the country': a state of the same sentence, else the one the article is about.

        `fitting`: the keys it may have; None: any but those `barred`.
        """

        def fits(key: str) -> bool:
            return key not in barred and (fitting is None or key in fitting)

        here = [m for m in self._ordered(token, token.sentence_at) if fits(m.agent.key)]
        named = next((m.agent for m in here if m.agent.kind == "State" and not m.weak), None)
        return named or next((s for s in self._settings(token) if fits(s.key)), None)

    def setting(self, token: Token, barred: frozenset[str] = frozenset()) -> Agent | None:
        """The state that the article has spoken of most so far, lately more than long ago.

        `barred` holds keys of states that it is not.
        """
        return next((s for s in self._settings(token) if s.key not in barred), None)

    def _settings(self, token: Token) -> list[Agent]:
        """The states named before `token`: most spoken of first, then subjects, then the last."""
        weights, best = defaultdict[str, float](float), dict[str, tuple[int, int]]()
        before = self._before(token)
        states = {m.agent.key: m.agent for m in before if m.agent.kind == "State"}
        for mention in (m for m in before if m.agent.principal in states):
            key, ago = mention.agent.principal, token.sentence_at - self._sentence_of(mention)
            weights[key] += (_WEAK if mention.weak else 1.0) * _FADING**ago
            place = (0 if ago else self._depth(mention), -mention.index)
            best[key] = min(best.get(key, place), place)
        return [states[key] for key in sorted(weights, key=lambda k: (-weights[k], best[k]))]

    def _before(self, token: Token) -> list[Mention]:
        """Mentions of earlier sentences; where there are none, those before `token` in its own."""
        here = token.sentence_at
        own = [m for m in self._by_sentence[here] if m.index < token.left_edge.i]
        before = (m for n in range(here) for m in self._by_sentence[n])
        return [m for m in before if self._tells(m, token)] or own

    def state_or_body(self, token: Token, barred: range = range(0)) -> Agent | None:
        """'it': the nearest state, organisation or body, that is named outside `barred`."""
        people = ("Leader", "Person", "Group")
        return self._first(token, lambda m: m.agent.kind not in people and m.index not in barred)

    def affiliated(self, token: Token, *, here: bool = False) -> Agent | None:
        """The nearest agent that is a state or belongs to one; `here`: in its own sentence."""
        first = token.sentence.start if here else 0
        return self._first(
            token, lambda m: m.index >= first and (m.agent.kind == "State" or bool(m.agent.of))
        )

    def voice(self, token: Token) -> Agent | None:
        """Whom 'a spokesman' speaks for: the nearest body, organisation or state, no medium."""

        def speaks(mention: Mention) -> bool:
            return mention.agent.kind in _SPEAKING

        before = self._tree[token.sentence.start]
        return self._first(before, speaks) or self._first(token, speaks)

    def organisation(self, token: Token) -> Agent | None:
        """'the bloc': the nearest organisation of states."""
        return self._first(token, lambda m: m.agent.kind == "IntergovernmentalOrganization")

    def body(self, token: Token, lemma: str, *, movement: bool = False) -> Agent | None:
        """'the agency', 'the alliance': the nearest body or organisation.

        A `movement` ('the group') is no body of a state.
        """
        kinds = _MOVEMENTS if movement else _BODIES
        named = self._first(token, lambda m: m.words.endswith(lemma) and m.agent.kind in kinds)
        return named or self._first(token, lambda m: m.agent.kind in kinds)

    def person(self, token: Token, barred: range = range(0)) -> Agent | None:
        """'he': the nearest person, or one of a group ('a senior official'), outside `barred`."""

        def fits(mention: Mention) -> bool:
            if mention.index in barred:
                return False
            one = mention.agent.kind == "Group" and self._tree[mention.index].tag == "NN"
            return one or mention.agent.kind in ("Leader", "Person")

        return self._first(token, fits)

    def group(self, token: Token, lemma: str) -> Agent | None:
        """'the officials': the nearest group of that noun."""
        return self._first(token, lambda m: m.agent.kind == "Group" and m.words == lemma)

    def with_role(self, token: Token, role: str, words: str) -> Agent | None:
        """'the president': the nearest agent who was introduced by that role or holds it."""

        def fits(mention: Mention) -> bool:
            return mention.words == words or role in {t.office for t in mention.agent.terms}

        return self._first(token, fits)

    def several(self, token: Token) -> tuple[Agent, ...]:
        """'they': the nearest group, else states joined by 'and', else the nearest state."""
        for number in self._numbers(token):
            ordered = self._ordered(token, number)
            group = next((m for m in ordered if m.agent.kind == "Group"), None)
            if group is not None:
                return tuple(m.agent for m in ordered if m.index == group.index)
            if pair := self._joined(ordered):
                return pair
        found = self.state_or_body(token)
        return (found,) if found is not None else ()

    def pair(
        self, token: Token, fits: Callable[[Agent], bool] = lambda agent: agent.kind != "Group"
    ) -> tuple[Agent, ...]:
        """'the two countries', 'both sides': two named together lately, else most spoken of.

        `fits` tells who may be one of them.
        """
        settings = self._settings(token)[:2]
        for number in self._numbers(token):
            ordered = [m for m in self._ordered(token, number) if fits(m.agent)]
            joined = self._joined(ordered)
            if len(joined) == 2:
                return joined
            both = _two(ordered)
            most = both.keys() == {state.key for state in settings}
            if both and (most or number == token.sentence_at):
                return tuple(both.values())
        return tuple(settings) if len(settings) == 2 else ()

    def _joined(self, mentions: list[Mention]) -> tuple[Agent, ...]:
        """The first of `mentions` to which others are joined by 'and', with these."""
        at = {m.index: m for m in mentions}
        for mention in sorted(mentions, key=lambda m: m.index):
            others = syntax.conjuncts(self._tree[mention.index])
            joined = [at[o.i].agent for o in others if o.i in at]
            if joined and not mention.weak:
                return (mention.agent, *joined)
        return ()

    def _first(self, token: Token, fits: Callable[[Mention], bool]) -> Agent | None:
        """The likeliest antecedent of `token` that `fits`, the nearest sentence first."""
        ordered = (m for number in self._numbers(token) for m in self._ordered(token, number))
        return next((m.agent for m in ordered if fits(m)), None)

    def _numbers(self, token: Token) -> Iterator[int]:
        """The sentences of its story that `token` may refer to, backwards from its own."""
        here = token.sentence_at
        for number in range(here, max(-1, here - _REACH), -1):
            if self._same(self._tree.sentences[number].start_char, token.idx):
                yield number

    def _ordered(self, token: Token, number: int) -> list[Mention]:
        """Mentions of a sentence, likeliest antecedent first."""

        def rank(mention: Mention) -> tuple[bool, int, int]:
            place = -mention.index if number == token.sentence_at else mention.index
            return (mention.weak, self._depth(mention), place)

        return sorted(
            (m for m in self._by_sentence[number] if m.index < token.left_edge.i), key=rank
        )

    def _depth(self, mention: Mention) -> int:
        """0 for the subject of the main clause, 1 for another subject, 2 for the rest."""
        head = syntax.noun_head(self._tree[mention.index])
        link, above = syntax.governor(head)
        if link in ("conjunct", "apposition"):
            link, above = syntax.governor(above)
        if link != "subject":
            return 2
        return int(syntax.governor(above)[0] != "root")


def _two(mentions: list[Mention]) -> dict[str, Agent]:
    """The two parties that all `mentions` count as, in the order of the text; else nobody."""
    ordered = sorted(mentions, key=lambda m: m.index)
    found = {m.agent.principal: m.agent for m in ordered}
    found |= {m.agent.key: m.agent for m in ordered if m.agent.key in found}
    return found if len(found) == len(("one", "other")) else {}


def clause_subject(token: Token) -> Token | None:
    """The subject of the clause that `token` stands in as anything but its subject."""
    link, verb = syntax.governor(token)
    while link in ("owner", "modifier", "object", "oblique") and verb.pos != "VERB":
        link, verb = syntax.governor(verb)
    subject = syntax.arguments(verb).subject if verb.pos == "VERB" else None
    return None if subject == token else subject


def other_subject(token: Token) -> Token | None:
    """Who acts on `token`, and so is somebody else: 'X armed the country', 'sold to the country'.

    None where it may be the same ('X expelled them from the country', 'the country's army said').
    """
    link, _ = syntax.governor(token)
    acted_on = link == "object" or syntax.preposition_of(token) in _REACHED
    subject = clause_subject(token) if acted_on else None
    return None if subject is None or subject.is_ancestor(token) else subject
