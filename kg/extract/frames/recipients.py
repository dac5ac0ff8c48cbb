"""Whom or where an event reaches: the words in its slots, and the states that they stand for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.frames.slots import Filled, Slots
from kg.extract.lemmas import lemma_of, phrase_of
from kg.extract.mentions.agents import Agents
from kg.knowledge.lexicon import Lexicon
from kg.language import syntax, verbal
from kg.language.hanging import below, relation
from kg.language.tree import Token, present
from kg.model import Agent

_GENERIC = ("agent", "place", "force", "building", "people", "company")
_AIMS = ("on", "against", "of")
_BOUND = ("if", "unless", "when", "once", "should")
_WITHIN = frozenset({"in", "of", "across", "throughout", "inside"})
_INTO = frozenset({"into", "over", "toward", "towards", "through", "at"})
"""Prepositions that tell where something flies, not who gets it."""
_SITES = frozenset({"place", "building"})
_PARTIES = frozenset({"agent", "people", "official", "statesman", "place", "force"})
"""Types of an object that can be met."""
_COLLECTIVE = ("State", "IntergovernmentalOrganization", "ArmedGroup")
"""Kinds that a person hit can stand for; other agents in front of a name are offices."""


class Recipients:
    """Fills the recipients of frames over the syntax view of one article."""

    def __init__(self, agents: Agents, lexicon: Lexicon, slots: Slots) -> None:
        self._agents, self._lexicon, self._slots = agents, lexicon, slots

    def fill(self, filled: Filled) -> Filled:
        """`filled` with `recipients`, `place` and `target`; its actors are none of them."""
        actors = {a.principal for a in filled.actors}
        found = self._aimed_at(self._in_slots(filled, actors), actors)
        if found.reached is not None or found.place:
            return found
        if self.is_taken(found):
            found = self._taken(found)
        if found.recipients or not {"to", "dative"} & {*found.frame.recipient}:
            return found
        return replace(found, recipients=self._user(found) or self._asker(found))

    def _in_slots(self, filled: Filled, actors: set[str]) -> Filled:
        """`filled` with what its slots tell: who is none of `actors`, a place, or a target."""
        frame, unknown = filled.frame, filled.recipients
        for token in (t for slot in frame.recipient for t in self._words(filled, slot)):
            told = self._reached(filled, token, actors)
            if frame.counts_for_home_state and self._are_of_nobody(told.recipients):
                unknown = unknown or told.recipients  # 'expelled two diplomats from Peru'
                continue
            if told.recipients or told.place:
                return told
            filled = told
        return replace(filled, recipients=unknown)

    def _reached(self, filled: Filled, token: Token, actors: set[str]) -> Filled:
        """`filled` with what `token` of a slot tells; as it is where that is nothing."""
        frame, label = filled.frame, self._agents.places.label(token)
        wanted = {*(frame.recipient_types or _GENERIC)}
        if label and frame.joint and len(filled.actors) > 1:
            return replace(filled, place=label)  # where they met; they are all named
        agents = self._named(token, wanted, homeward=frame.counts_for_home_state)
        agents = tuple(a for a in agents if a.principal not in actors)
        told = replace(filled, words=(*filled.words, token))
        if agents or (label and "place" in wanted):
            return replace(told, recipients=agents, place=label, reached=token)
        hit = filled.target is None and self._is_target(token, wanted)
        return replace(told, target=token) if hit else filled

    def _aimed_at(self, filled: Filled, actors: set[str]) -> Filled:
        """'ten people were killed in a raid on Kharkiv': whose people they are, where none told."""
        if filled.means is None or not self._are_of_nobody(filled.recipients):
            return filled
        aims = (n for words, n in syntax.prepositions(filled.means) if words in _AIMS)
        told = (self._reached(filled, noun, actors) for noun in aims)
        return next((one for one in told if not self._are_of_nobody(one.recipients)), filled)

    def _is_target(self, token: Token, wanted: set[str]) -> bool:
        """Whether `token` is hit and names nobody: a thing of a `wanted` type, an unknown place."""
        unknown = "place" in wanted and self._agents.places.is_unknown(token)
        return unknown or bool(self._slots.nouns(token) & wanted)

    def is_flown(self, filled: Filled) -> bool:
        """'sent drones into Estonian airspace', 'sent missiles over Fiji': nobody is given them."""
        if filled.theme is None or "flier" not in self._slots.nouns(filled.theme):
            return False
        hosts = present(filled.trigger, filled.theme, filled.holder)
        deep = below(filled.trigger, "adverb")  # 'deep into'
        ends = {words for host in (*hosts, *deep) for words, _ in syntax.prepositions(host)}
        given = ends & {"to", "for"} or syntax.arguments(filled.trigger).dative is not None
        return not given and bool(ends & _INTO)

    def _user(self, filled: Filled) -> tuple[Agent, ...]:
        """'the rifles that X ordered', 'the drones with which X won': whom the thing is for."""
        theme = filled.theme
        for clause in below(theme, "noun clause", "relative clause") if theme is not None else ():
            subject = syntax.arguments(clause).subject
            which = any(t.lower == "which" for _, t in syntax.prepositions(clause))
            used = lemma_of(clause) in self._lexicon.giving.using_verbs
            if clause != filled.trigger and (which or used):
                return self._agents.whose(subject)
        return ()

    def _asker(self, filled: Filled) -> tuple[Agent, ...]:
        """'If X asks, we will send a battalion': who asks for it gets it."""
        link, above = syntax.governor(filled.trigger)
        hosts = [filled.trigger, *([above] if link in ("object", "complement") else [])]
        for clause in (c for host in hosts for _, c in syntax.gerunds(host)):
            marked = syntax.mark_of(clause) in _BOUND or verbal.is_inverted(clause)
            if marked and lemma_of(clause) in self._lexicon.speech.requesting_verbs:
                return self._agents.of_phrase(syntax.arguments(clause).subject)
        return ()

    def _are_of_nobody(self, agents: tuple[Agent, ...]) -> bool:
        """Whether all of `agents` are people of whom no state is known yet."""
        band = self._agents.groups.is_band
        return bool(agents) and all(a.kind == "Group" and not a.of and not band(a) for a in agents)

    def is_taken(self, filled: Filled) -> bool:
        """Whether the verb over a noun of giving tells who gets it: 'took delivery of'."""
        link, verb = syntax.governor(filled.trigger)
        words = {lemma_of(verb), phrase_of(verb)}
        given = filled.frame.part == "noun" and filled.frame.halted == "negated"
        return given and link == "object" and bool(words & self._lexicon.giving.taking_verbs)

    def _taken(self, filled: Filled) -> Filled:
        """'X took delivery of', 'X turned down help from Y': who gets it, or would have."""
        _, verb = syntax.governor(filled.trigger)
        found = self._agents.of_phrase(syntax.arguments(verb).subject)
        # 'took delivery of its tanks': whose they are now, not whose they were
        own = {a.principal for a in found} == {a.principal for a in filled.actors}
        return replace(filled, actors=() if own else filled.actors, recipients=found)

    def is_figurative(self, filled: Filled) -> bool:
        """'attacks on the budget', 'a strike against privilege': an aim that nothing can hit."""
        if filled.is_aimed or not filled.frame.material_aim:
            return False
        return any(t.pos == "NOUN" for slot in _AIMS for t in self._slots.words(filled, slot))

    def not_a_place(self, filled: Filled) -> Token | None:
        """'Troops left six villagers dead': the object, where nothing can move to or from it."""
        frame = filled.frame
        moves = "subject" in frame.theme and "object" in frame.recipient
        if not moves or not frame.recipient_types or filled.is_aimed:
            return None
        return syntax.arguments(filled.trigger).object

    def not_a_party(self, filled: Filled) -> Token | None:
        """'received an education', 'assembled rifles': the object, where nobody can meet it."""
        frame = filled.frame
        meets = frame.joint and frame.part == "verb" and not frame.theme
        if not meets or "object" not in (*frame.actor, *frame.recipient):
            return None
        thing = syntax.arguments(filled.trigger).object
        return None if thing is None or self._slots.types(thing) & _PARTIES else thing

    def _words(self, filled: Filled, slot: str) -> list[Token]:
        """The words in `slot`, what these are a part of, and where the people among them are."""
        if slot == "owner of theme":
            return present(filled.theme)
        given = (filled.theme, filled.holder)
        found = [t for t in self._slots.words(filled, slot) if t not in given]
        parts = (t for t in found if self._is_part(t))
        wholes = [n for t in parts for n in syntax.after(t, "of")]
        return found + wholes + [n for t in found for n in self._whereabouts(t)]

    def _whereabouts(self, people: Token) -> list[Token]:
        """'tents for victims in Chad': where they are, whatever the phrase was hung on."""
        if people.pos != "NOUN" or "people" not in self._slots.nouns(people):
            return []
        behind = people.neighbour() if people.i + 1 < people.sentence.end else people
        within = relation(behind) == "preposition" and behind.lower in _WITHIN
        return [behind.head] if within else []

    def _is_part(self, token: Token) -> bool:
        """'part of a stronghold', 'dozens of villages': what is meant stands inside."""
        lemma = lemma_of(token)
        return lemma in self._lexicon.amounts.container_nouns and lemma not in self._lexicon.nouns

    def _named(self, token: Token, wanted: set[str], *, homeward: bool) -> tuple[Agent, ...]:
        heads = (token, *syntax.conjuncts(token))
        found = (a for head in heads for a in self._meant(head, wanted, homeward=homeward))
        return tuple(dict.fromkeys(found))

    def _meant(self, head: Token, wanted: set[str], *, homeward: bool) -> tuple[Agent, ...]:
        """Whom one noun tells: by name, by the place that it is, by whose it is."""
        agents, places = self._agents.of_phrase(head), self._agents.places
        if agents and "agent" not in wanted and not self._slots.types(head) & wanted:
            return ()
        if agents := self._homes(head, agents) if homeward else agents:
            return agents
        found = places.states(head) or self._lying(head)
        if places.label(head) or not wanted & {"agent", *self._slots.nouns(head)}:
            return found
        owners = self._agents.belonging(head) or self._carried(head)
        return (*found, *(map(self._agents.home, owners) if homeward else owners))

    def _lying(self, head: Token) -> tuple[Agent, ...]:
        """'Ubon Ratchathani province', 'a Kharkiv hospital': the state that the place lies in."""
        if head.pos != "NOUN" or not self._slots.nouns(head) & _SITES:
            return ()
        near = (t for t in syntax.attributes(head) if t != syntax.owner(head))
        return next((s for t in near if (s := self._agents.places.states(t))), ())

    def _homes(self, head: Token, agents: tuple[Agent, ...]) -> tuple[Agent, ...]:
        """Those hit, or the states they belong to: by office, by what stands beside the name."""
        homes = tuple(map(self._agents.home, agents))
        if not all(map(_is_of_no_state, homes)) or (not homes and head.pos != "PROPN"):
            return homes
        hosts = (head, *syntax.apposition(head))
        beside = [self._agents.principal(a) for h in hosts for a in self._agents.belonging(h)]
        return tuple(dict.fromkeys(a for a in beside if a.kind in _COLLECTIVE)) or homes

    def _carried(self, head: Token) -> tuple[Agent, ...]:
        """'a convoy carrying Malian soldiers', 'a ship bound for Yemen': by what it carries."""
        agents = self._agents
        found = (
            agents.of_phrase(noun) or agents.places.states(noun) or agents.belonging(noun)
            for noun in self._cargo(head)
        )
        return next(filter(None, found), ())

    def _cargo(self, head: Token) -> Iterator[Token]:
        """What a participle on `head` tells that it carries, or where it is bound for."""
        acts = lemma_of(head) in self._lexicon.nouns  # 'a raid carried out by X' is none on X
        for clause in (c for c in below(head, "noun clause") if c.tag in ("VBG", "VBN")):
            if clause.tag == "VBG":
                yield from present(syntax.arguments(clause).object)
            behind = syntax.prepositions(clause)
            yield from (n for words, n in behind if not (acts and words == "by"))


def _is_of_no_state(agent: Agent) -> bool:
    return agent.kind == "Person" or (agent.kind == "Group" and not agent.of)
