"""Whom or where an event reaches: the words in its slots, and the states that they stand for."""

from __future__ import annotations

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
        found = self._in_slots(filled, actors)
        if found.reached is not None or found.place:
            return found
        if self.is_taken(found):
            found = self._taken(found)
        if found.recipients or not {"to", "dative"} & {*found.frame.recipient}:
            return found
        others = self._user(found) or self._asker(found)
        return replace(found, recipients=tuple(a for a in others if a.principal not in actors))

    def _in_slots(self, filled: Filled, actors: set[str]) -> Filled:
        """`filled` with what its slots tell: who is none of `actors`, a place, or a target."""
        frame, homeward = filled.frame, filled.frame.counts_for_home_state
        wanted = {*(frame.recipient_types or _GENERIC)}
        unknown: tuple[Agent, ...] = ()
        for token in (t for slot in frame.recipient for t in self._words(filled, slot)):
            agents = self._named(token, wanted, homeward=homeward)
            agents = tuple(a for a in agents if a.principal not in actors)
            label = self._agents.places.label(token)
            if label and frame.joint and len(filled.actors) > 1:
                return replace(filled, place=label)  # where they met; they are all named
            if homeward and not label and self._are_of_nobody(agents):
                unknown = unknown or agents  # 'expelled two diplomats from Peru'
                continue
            told = replace(filled, words=(*filled.words, token))
            if agents or (label and "place" in wanted):
                return replace(told, recipients=agents, place=label, reached=token)
            if filled.target is None and self._is_target(token, wanted):
                filled = replace(told, target=token)
        return replace(filled, recipients=unknown)

    def _is_target(self, token: Token, wanted: set[str]) -> bool:
        """Whether `token` is hit and names nobody: a thing of a `wanted` type, an unknown place."""
        unknown = "place" in wanted and self._agents.places.is_unknown(token)
        return unknown or bool(self._slots.nouns(token) & wanted)

    def is_flown(self, filled: Filled) -> bool:
        """'sent drones into Estonian airspace', 'sent missiles over Fiji': nobody is given them."""
        if filled.theme is None or "flier" not in self._slots.nouns(filled.theme):
            return False
        hosts = (filled.trigger, filled.theme, filled.holder or filled.theme)
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
            if subject not in (None, theme) and clause != filled.trigger and (which or used):
                return self._agents.whose(subject)
        return ()

    def _asker(self, filled: Filled) -> tuple[Agent, ...]:
        """'If X asks, we will send a battalion': who asks for it gets it."""
        link, above = syntax.governor(filled.trigger)
        hosts = [filled.trigger, *([above] if link in ("object", "complement") else [])]
        for clause in (c for host in hosts for _, c in syntax.gerunds(host)):
            marked = syntax.mark_of(clause) in _BOUND or verbal.is_inverted(clause)
            if marked and lemma_of(clause) in self._lexicon.speech.requesting_verbs:
                found = self._agents.of_phrase(syntax.arguments(clause).subject)
                return tuple(a for a in found if self._agents.principal(a).kind in _COLLECTIVE)
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
        givers = {a.principal for a in filled.actors}
        if {a.principal for a in found} == givers:
            # 'took delivery of its tanks': whose they are now, not whose they were
            return replace(filled, actors=(), recipients=found)
        return replace(filled, recipients=tuple(a for a in found if a.principal not in givers))

    def is_figurative(self, filled: Filled) -> bool:
        """'attacks on the budget', 'a strike against privilege': an aim that nothing can hit."""
        if filled.is_aimed or not filled.frame.material_aim:
            return False
        aims = [t for slot in _AIMS for t in self._slots.words(filled, slot)]
        times = self._lexicon.mentions.circumstance_nouns
        return any(t.pos == "NOUN" and lemma_of(t) not in times for t in aims)

    def not_a_place(self, filled: Filled) -> Token | None:
        """'Troops left six villagers dead': the object, where nothing can move to or from it."""
        frame = filled.frame
        if "subject" not in frame.theme or "object" not in frame.recipient:
            return None
        thing = syntax.arguments(filled.trigger).object
        free = thing not in (filled.theme, filled.holder) and not filled.is_aimed
        return thing if frame.recipient_types and free else None

    def not_a_party(self, filled: Filled) -> Token | None:
        """'received an education', 'assembled rifles': the object, where nobody can meet it."""
        frame = filled.frame
        meets = frame.joint and frame.part == "verb" and not frame.theme
        if not meets or "object" not in (*frame.actor, *frame.recipient):
            return None
        thing = syntax.arguments(filled.trigger).object
        both = "with" in frame.actor and len({*filled.actors, *filled.recipients}) > 1
        if thing is None or both or self._slots.types(thing) & _PARTIES:
            return None
        return thing

    def _words(self, filled: Filled, slot: str) -> list[Token]:
        """The words in `slot`, what these are a part of, and where the people among them are."""
        if slot == "owner of theme":
            return present(filled.theme)
        given = (filled.theme, filled.holder)
        found = [t for t in self._slots.words(filled, slot) if t not in given]
        parts = (t for t in found if self._is_part(t))
        wholes = [n for t in parts for p, n in syntax.prepositions(t) if p == "of"]
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
        found: list[Agent] = []
        for head in (token, *syntax.conjuncts(token)):
            agents = self._agents.of_phrase(head)
            if agents and not (self._slots.types(head) & wanted or "agent" in wanted):
                continue
            if homeward:
                agents = self._homes(head, agents)
            found += agents or self._agents.places.states(head) or self._lying(head)
            owned = not agents and not self._agents.places.label(head)
            if owned and wanted & {"agent", *self._slots.nouns(head)}:
                owners = self._agents.belonging(head) or self._carried(head)
                found += [self._agents.home(a) for a in owners] if homeward else owners
        return tuple(dict.fromkeys(found))

    def _lying(self, head: Token) -> tuple[Agent, ...]:
        """'Ubon Ratchathani province', 'a Kharkiv hospital': the state that the place lies in."""
        if head.pos != "NOUN" or not self._slots.nouns(head) & _SITES:
            return ()
        near = (t for t in syntax.attributes(head) if t != syntax.owner(head))
        return next((s for t in near if (s := self._agents.places.states(t))), ())

    def _homes(self, head: Token, agents: tuple[Agent, ...]) -> tuple[Agent, ...]:
        """Those hit, or the states they belong to: by office, by what stands beside the name."""
        homes = tuple(self._agents.home(a) for a in agents)
        known = [a for a in homes if a.kind != "Person" and (a.kind != "Group" or a.of)]
        if known or (not homes and head.pos != "PROPN"):
            return homes
        hosts = (head, *syntax.apposition(head))
        beside = [self._agents.principal(a) for h in hosts for a in self._agents.belonging(h)]
        return tuple(dict.fromkeys(a for a in beside if a.kind in _COLLECTIVE)) or homes

    def _carried(self, head: Token) -> tuple[Agent, ...]:
        """'a convoy carrying Malian soldiers', 'a ship bound for Yemen': by what it carries."""
        acts = lemma_of(head) in self._lexicon.nouns  # 'a raid carried out by X' is none on X
        for clause in (c for c in below(head, "noun clause") if c.tag in ("VBG", "VBN")):
            thing = syntax.arguments(clause).object if clause.tag == "VBG" else None
            behind = [n for p, n in syntax.prepositions(clause) if not (acts and p == "by")]
            for noun in (*present(thing), *behind):
                near = self._agents.of_phrase(noun) or self._agents.places.states(noun)
                if near := near or self._agents.belonging(noun):
                    return near
        return ()
