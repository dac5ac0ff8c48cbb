"""Roles of an event word: which words fill them, of what semantic type, and who they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.frames.actors import Actors
from kg.extract.frames.idle_threats import IdleThreats
from kg.extract.frames.recipients import Recipients
from kg.extract.frames.slots import MOVERS, Filled, Misfit, Slots, listed
from kg.extract.lemmas import lemma_of
from kg.extract.mentions.agents import Agents
from kg.knowledge.frames import Frame
from kg.knowledge.lexicon import Lexicon
from kg.language import syntax
from kg.language.tree import Token
from kg.model import Agent

_PRIVATE = frozenset({"Person", "Group", "Company", "Media", "Document"})
"""Kinds of agents that are no power by themselves, unless they act for one."""
_NEEDED = {
    "lawful": "state or organisation as actor",
    "pair": "two parties",
    "power": "state, organisation or armed group as actor",
    "public": "state, organisation or armed group as actor",
}
"""What a reason calls a need that is no name of a slot."""
_INSIDE = frozenset({"of", "in"})
"""Prepositions behind a container: 'tons of rice', '$2 million in grants'."""
_REACH = 3
"""How deep containers may nest: 'a series of shipments of tonnes of rice'."""


class Roles:
    """Fills frames of the lexicon over the syntax view of one article."""

    def __init__(self, agents: Agents, lexicon: Lexicon) -> None:
        self._agents, self._lexicon = agents, lexicon
        self.slots = Slots(agents, lexicon)
        self._recipients = Recipients(agents, lexicon, self.slots)
        self._actors = Actors(agents, lexicon, self.slots, self._recipients)
        self._idle_threats = IdleThreats(agents, self.slots)

    def fill(self, trigger: Token, frame: Frame) -> Filled | Misfit:
        """`frame` with its roles filled at `trigger`, or why it does not fit."""
        filled = _unfit(trigger, frame) or self._with_theme(Filled(frame, trigger))
        if isinstance(filled, Misfit):
            return filled
        filled = self._recipients.fill(self._actors.fill(filled))
        misfit = self._unmet(filled)
        if misfit is not None:
            return misfit
        if self._actors.is_mover(filled):
            filled = replace(filled, theme=None, holder=None)  # who moves is nothing that is sent
        if frame.joint:  # who is visited takes part
            actors = tuple(dict.fromkeys((*filled.actors, *filled.recipients)))
            return replace(filled, actors=actors, recipients=())
        return filled

    def _unmet(self, filled: Filled) -> Misfit | None:
        """What is missing or of the wrong kind, where that makes it another event or none."""
        frame, trigger = filled.frame, filled.trigger
        if self._recipients.is_figurative(filled):
            return Misfit(f"'{trigger.text}' has no target that can be hit", quiet=True)
        misplaced = self._recipients.not_a_place(filled) or self._recipients.not_a_party(filled)
        if misplaced is not None:
            return Misfit(f"'{misplaced.text}' is no party or place that '{trigger.text}' takes")
        if missing := self._missing(filled):
            return Misfit(f"no {missing} known of '{trigger.text}'")
        if frame.not_flown and self._recipients.is_flown(filled):
            return Misfit(f"'{trigger.text}' gives nobody what flies there")
        if self._idle_threats.is_idle(filled):
            return Misfit(f"'{trigger.text}' threatens nobody")
        if frame.uninvited_only and not self._is_hostile(filled):
            return Misfit(f"'{trigger.text}' is no hostile act here", quiet=True)
        return None

    def _missing(self, filled: Filled) -> str:
        """What the frame of `filled` needs and it does not have; '' where that is nothing."""
        for need in filled.frame.needs:
            roles = need.split("|")
            if not any(self._has(filled, one) for one in roles):
                return " or ".join(_NEEDED.get(one, one) for one in roles)
        return ""

    def _has(self, filled: Filled, role: str) -> bool:
        """Whether `filled` has what a frame may need; the names are those of `Need`."""
        match role:
            case "theme":
                return filled.theme is not None
            case "actor":
                return bool(filled.actors)
            case "means":
                return filled.means is not None
            case "pair":
                return len({*filled.actors, *filled.recipients}) > 1
            case "lawful":
                subject = syntax.subject(filled.trigger)
                return subject is None or "private" not in self.slots.nouns(subject)
            case "power" | "public":
                return self._acts_publicly(filled) if filled.actors else role == "public"
        return filled.is_aimed

    def _acts_publicly(self, filled: Filled) -> bool:
        """Whether one of the actors is a power, or named by a word for a statesman."""
        office = any("statesman" in self.slots.nouns(t) for t in filled.words)
        return office or any(self._is_power(a) for a in filled.actors)

    def _is_power(self, agent: Agent) -> bool:
        """Whether `agent` is a state, an organisation or an armed band, or acts for one."""
        public = self._agents.principal(agent).kind not in _PRIVATE
        return public or self._agents.groups.is_band(agent)

    def _with_theme(self, filled: Filled) -> Filled | Misfit:
        """`filled` with the first word of its theme slots that is of a type it wants.

        Without one it still fits where it needs none, unless what stands behind 'of' is no agent.
        """
        frame, wrong, stray = filled.frame, "", False
        if not frame.theme:
            return filled
        for slot, token, head in self._candidates(filled):
            if self._is_theme(head, frame):
                words = (*filled.words, token, head)
                return replace(filled, theme=head, holder=token, words=words)
            wrong = wrong or head.text
            stray = stray or (slot == "of" and not self._agents.of_phrase(head))
        if "theme" not in frame.needs and not stray:
            return filled
        wanted = listed(frame.theme_types)
        if wrong:
            reason = f"'{wrong}' is no {wanted}, as {frame.event_class} wants"
            return Misfit(reason, word=wrong, event_class=frame.event_class)
        return Misfit(f"'{filled.trigger.text}' has no {wanted}", quiet=frame.part == "verb")

    def _candidates(self, filled: Filled) -> Iterator[tuple[str, Token, Token]]:
        """Theme slots, the words in them, and what these contain or stand for."""
        types = frozenset(filled.frame.theme_types)
        for slot in filled.frame.theme:
            for token in self.slots.words(filled, slot):
                for head in self._contents(self.slots.referent(token, types) or token):
                    yield slot, token, head

    def _is_theme(self, head: Token, frame: Frame) -> bool:
        """Whether `head` is of a type that the frame wants; one fighter alone is no force."""
        types = self.slots.nouns(head) | (self.slots.types(head) & MOVERS)
        if frame.several_only and "lone" in types and head.tag == "NN":
            return False
        if frame.no_rebels and "hostile" in types:
            return False
        fitting = types & {*frame.theme_types}
        if fitting == {"trade"}:  # 'exports of rifles' are a transfer of arms that is stopped
            inside = syntax.after(head, "of")
            return not any("weapon" in self.slots.nouns(n) for n in inside)
        return bool(fitting)

    def _contents(self, token: Token) -> Iterator[Token]:
        """`token`, what it contains, and what is joined to it."""
        for head in (token, *syntax.conjuncts(token)):
            yield head
            inner = [head] if self._is_container(head) else []
            for _ in range(_REACH):
                inner = [n for t in inner for n in syntax.after(t, *_INSIDE)][:1]
                for word in inner:
                    yield from (word, *syntax.conjuncts(word))

    def _is_container(self, head: Token) -> bool:
        """'a total of', 'three of', 'two-thirds of'."""
        amounts = self._lexicon.amounts
        return head.pos == "NUM" or lemma_of(head) in amounts.share_words | amounts.container_nouns

    def _is_hostile(self, filled: Filled) -> bool:
        """'enter', 'cross into': an attack on the ground of others, unless they are let in."""
        own = [self._agents.principal(a) for a in filled.actors]
        armed = all(a.kind in ("State", "ArmedGroup") for a in own)
        words = {lemma_of(t) for t in filled.trigger.sentence}
        return armed and bool(filled.recipients) and not words & self._lexicon.harm.welcome_words


def _unfit(trigger: Token, frame: Frame) -> Misfit | None:
    """Why `frame` cannot apply at `trigger`: the words beside it, or the voice of the verb."""
    # 'hunger' (strike), (came) 'to power'
    beside = {lemma_of(t) for t in syntax.attributes(trigger)}
    beside |= {f"{words} {lemma_of(n)}" for words, n in syntax.prepositions(trigger)}
    if barred := beside & frame.unless:
        return Misfit(f"'{min(barred)} {trigger.text}' is no {frame.event_class}")
    if frame.passive_only and not syntax.arguments(trigger).passive:
        return Misfit(f"'{trigger.text}' is not passive here", quiet=True)
    if frame.active_only and any(c.pos == "AUX" and c.lemma == "be" for c in trigger.children):
        return Misfit(f"'{trigger.text}' is passive here", quiet=True)
    return None
