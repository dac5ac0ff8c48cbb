"""Roles of an event word: which words fill them, of what semantic type, and who they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.extract.agents import Agents
from kg.extract.lemmas import lemma_of, phrase_of
from kg.extract.lexicon import Frame, Lexicon
from kg.language import syntax
from kg.model import Agent

_KIND_TYPES = {
    "State": "state",
    "Leader": "person",
    "Person": "person",
    "GovernmentBody": "body",
    "Group": "people",
}
_MEANS = frozenset({"munition", "weapon", "aircraft"})
_GENERIC_RECIPIENTS = ("agent", "place", "force", "building", "people", "company")
_GENERIC_ACTORS = ("agent", "force", "vessel", "aircraft", "weapon", "munition", "people")
_SUPPORTED = frozenset({"in", "with", "into", "to", "on", "off"})
"""Prepositions of light-verb phrases: 'engaged in talks', 'aligned itself with sanctions'."""
_AGAINST = frozenset({"against", "with", "on", "at", "in"})
_INSIDE = frozenset({"of", "in"})
"""Prepositions behind a container: 'tons of rice', '$2 million in grants'."""
_REACH = 3
"""How deep containers may nest: 'a series of shipments of tonnes of rice'."""


@dataclass(slots=True)
class Filled:
    """A frame whose roles are filled; `words` are the tokens that filled them."""

    frame: Frame
    trigger: Token
    theme: Token | None = None
    actors: tuple[Agent, ...] = ()
    recipients: tuple[Agent, ...] = ()
    place: str = ""
    words: list[Token] = field(default_factory=list)
    target: Token | None = None
    means: Token | None = None

    @property
    def strength(self) -> tuple[bool, bool, bool]:
        """More roles make a better reading of one trigger."""
        return (self.theme is not None, bool(self.actors), bool(self.recipients or self.place))


@dataclass(frozen=True, slots=True)
class Misfit:
    """Why a frame does not apply here; `quiet` where nothing of the kind is said at all."""

    reason: str
    quiet: bool = False


class Roles:
    """Fills frames of the lexicon over the syntax view of one article."""

    def __init__(self, agents: Agents, lexicon: Lexicon) -> None:
        self._agents, self._lexicon = agents, lexicon
        self._support = frozenset(lexicon.reference.support_verbs)
        self._ending = frozenset(lexicon.reference.ending_verbs)

    def support(self, noun: Token) -> Token | None:
        """The light verb of an event noun: 'imposed' of 'imposed sanctions'; None where none."""
        link, verb = syntax.governor(noun)
        while link == "conjunct" or (link == "content" and _is_container(verb, self._lexicon)):
            link, verb = syntax.governor(verb)
        passive = link == "subject" and syntax.is_passive(verb)
        within = link == "oblique" and syntax.preposition_of(noun) in _SUPPORTED
        light = {lemma_of(verb), phrase_of(verb)} & (self._support | self._ending)
        if light and verb.pos_ == "VERB" and (link == "object" or within or passive):
            return verb
        if link == "subject" or not any(c.tag_ == "VBN" for c in noun.children):
            return None
        parts = [c for c in noun.children if c.tag_ == "VBN" and c.dep_ == "acl"]
        return next((p for p in parts if lemma_of(p) in self._support | self._ending), None)

    def ends(self, verb: Token | None) -> bool:
        """Whether the light verb ends what its noun names: 'lifted', 'called off'."""
        return verb is not None and bool({lemma_of(verb), phrase_of(verb)} & self._ending)

    def fill(self, trigger: Token, frame: Frame) -> Filled | Misfit:
        """`frame` with its roles filled at `trigger`, or why it does not fit."""
        filled = Filled(frame, trigger)
        barred = {lemma_of(t) for t in syntax.attributes(trigger)} & {*frame.unless}
        if barred:
            return Misfit(f"'{barred.pop()} {trigger.text}' is no {frame.event_class}")
        if frame.passive and not syntax.arguments(trigger).passive:
            return Misfit(f"'{trigger.text}' is not passive here", quiet=True)
        if frame.theme:
            misfit = self._fill_theme(filled)
            if misfit is not None:
                return misfit
        self._fill_actors(filled)
        self._fill_recipients(filled)
        for need in frame.needs:
            if not any(self._has(filled, one) for one in need.split("|")):
                return Misfit(f"no {need.replace('|', ' or ')} of '{trigger.text}'")
        return filled

    def _has(self, filled: Filled, role: str) -> bool:
        if role == "theme":
            return filled.theme is not None
        if role == "actor":
            return bool(filled.actors)
        if role == "means":
            return filled.means is not None
        if role == "pair":
            return len(filled.actors) > 1
        return bool(filled.recipients or filled.place or filled.target is not None)

    # --- theme ------------------------------------------------------------

    def _fill_theme(self, filled: Filled) -> Misfit | None:
        frame, wrong, stray = filled.frame, "", False
        for slot in frame.theme:
            for token in self.slot(filled, slot):
                for head in self._contents(token):
                    if self._types(head) & {*frame.theme_types}:
                        filled.theme = head
                        filled.words += [token, head]
                        return None
                    wrong = wrong or head.text
                    stray = stray or (slot == "of" and not self._agents.of_phrase(head))
        if "theme" not in frame.needs and not stray:
            return None
        wanted = ", ".join(frame.theme_types)
        if wrong:
            return Misfit(f"'{wrong}' is no {wanted}, as {frame.event_class} wants")
        return Misfit(f"'{filled.trigger.text}' has no {wanted}", quiet=frame.part == "verb")

    def _contents(self, token: Token) -> Iterator[Token]:
        """`token`, what it contains, and what is joined to it."""
        for head in (token, *syntax.conjuncts(token)):
            yield head
            inner = head
            for _ in range(_REACH):
                inner = next((n for p, n in syntax.prepositions(inner) if p in _INSIDE), inner)
                if inner is head or lemma_of(head) not in self._lexicon.reference.containers:
                    break
                yield inner
                yield from syntax.conjuncts(inner)
            if any(c.dep_ == "compound" and c.i < head.i for c in head.children):
                continue

    def _types(self, token: Token) -> frozenset[str]:
        words = {w for t in syntax.attributes(token) for w in (t.lower_, lemma_of(t))}
        for name in (lemma_of(token), token.lower_):
            found = self._lexicon.types(name, frozenset(words))
            if found:
                return found
        return frozenset()

    def types(self, token: Token) -> frozenset[str]:
        """All semantic types of the phrase headed by `token`, those of agents and places too."""
        found = set(self._types(token))
        for agent in self._agents.of_phrase(token):
            found |= {"agent", _KIND_TYPES.get(agent.kind, "organisation")}
        if self._agents.places.label(token):
            found.add("place")
        return frozenset(found)

    # --- slots ------------------------------------------------------------

    def slot(self, filled: Filled, slot: str) -> list[Token]:
        """The words that stand in `slot` of the trigger."""
        trigger = filled.trigger
        if slot == "self":
            return [trigger]
        if slot == "owner of theme":
            return []
        if filled.frame.part == "verb":
            return self._verb_slot(filled, trigger, slot)
        return self._noun_slot(filled, trigger, slot)

    def _verb_slot(self, filled: Filled, verb: Token, slot: str) -> list[Token]:
        found = syntax.arguments(verb)
        direct = {"subject": found.subject, "object": found.object, "dative": found.dative}
        if slot == "dative" and found.dative is None:
            return self._leading_name(verb, found.object)
        if slot in direct:
            token = direct[slot]
            return [token] if token is not None else []
        if slot == "complement":
            return [c for c in verb.children if c.dep_ in ("xcomp", "oprd", "obj") and c.i > verb.i]
        if slot == "clause against":
            clauses = [c for _, c in syntax.gerunds(verb)]
            inner = [syntax.arguments(c).object for c in clauses]
            hosts = [*clauses, *(t for t in inner if t is not None)]
            return [n for h in hosts for p, n in syntax.prepositions(h) if p in _AGAINST]
        if slot == "clause object":
            inner = [syntax.arguments(c).object for _, c in syntax.gerunds(verb)]
            return [t for t in inner if t is not None]
        if slot == "clause":
            own = [c for _, c in syntax.gerunds(verb) if not self._is_about_another(verb, c)]
            return [t for c in own for t in c.subtree if not t.is_punct]
        bare = slot.removeprefix("of theme ")
        themes = [t for t in (found.object, filled.theme) if t is not None]
        themes += [n for t in themes for _, n in syntax.prepositions(t)]
        hosts = [verb, *themes, *(c for t in themes for c in syntax.conjuncts(t))]
        pairs = [pair for host in dict.fromkeys(hosts) for pair in syntax.prepositions(host)]
        pairs += [pair for pair in found.obliques if pair not in pairs]
        pairs += [pair for pair in syntax.gerunds(verb) if pair[0]]
        pairs += _hung_above(verb, frozenset({"complement", "adverbial"}))
        if bare == "by":
            pairs += [pair for _, inner in found.obliques for pair in syntax.prepositions(inner)]
        return [noun for words, noun in pairs if words == bare]

    def _leading_name(self, verb: Token, thing: Token | None) -> list[Token]:
        """'gave Nepal relief', the name read as a part of what was given."""
        if thing is None or thing.left_edge.i != verb.i + 1 or thing.left_edge == thing:
            return []
        first = thing.left_edge
        return [first] if self._agents.places.names_state(first) else []

    def _is_about_another(self, verb: Token, clause: Token) -> bool:
        """'X warned that Y was preparing an attack': the clause tells of somebody else."""
        mine = self._agents.of_phrase(syntax.arguments(verb).subject)
        theirs = self._agents.of_phrase(syntax.arguments(clause).subject)
        principal = self._agents.principal
        return bool(theirs) and not {principal(a) for a in mine} & {principal(a) for a in theirs}

    def _noun_slot(self, filled: Filled, noun: Token, slot: str) -> list[Token]:
        if slot == "owner":
            owner = syntax.owner(noun)
            return [owner] if owner is not None else []
        if slot == "attribute":
            return [t for t in syntax.attributes(noun) if t != syntax.owner(noun)]
        bare = slot.removeprefix("of theme ")
        verb = self.support(noun)
        hosts = [noun, *([filled.theme] if filled.theme is not None else [])]
        pairs = [pair for host in hosts for pair in syntax.prepositions(host)]
        if verb is not None:
            pairs += syntax.prepositions(verb)
        pairs += _hung_above(noun, frozenset({"object", "content"}))
        if bare == "by":
            pairs += [pair for _, inner in pairs for pair in syntax.prepositions(inner)]
        for child in noun.children:
            if child.tag_ == "VBG" and child.lower_ == bare:
                target = syntax.arguments(child).object
                pairs += [(bare, target)] if target is not None else []
        return [other for words, other in dict.fromkeys(pairs) if words == bare]

    # --- actors and recipients -------------------------------------------

    def _fill_actors(self, filled: Filled) -> None:
        frame = filled.frame
        wanted = {*(frame.actor_types or _GENERIC_ACTORS)}
        joint = frame.joint
        found: list[Agent] = []
        for slot in frame.actor:
            found += self._actors_in(filled, slot, wanted)
            if found and not joint:
                break
        if not found and frame.part == "verb" and syntax.is_passive(filled.trigger):
            found += self._actors_in(filled, "by", wanted)
        if frame.part == "noun":
            found += self._agents.leading(filled.trigger)
            found = self._supporter(filled, found, joint) + found
        if not found and frame.part == "noun":
            found += self._planner(filled)
        if not found and filled.theme is not None and self._theme_is_force(filled):
            found += self._agents.belonging(filled.theme)
        if joint and frame.part == "noun" and len(found) == 1 and frame.part == "noun":
            found += self._other_party(filled, found[0])
        filled.actors = tuple(dict.fromkeys(found))
        if frame.part == "noun" and filled.means is None:
            armed = (t for t in syntax.attributes(filled.trigger) if self._types(t) & _MEANS)
            filled.means = next(armed, None)

    def _actors_in(self, filled: Filled, slot: str, wanted: set[str]) -> list[Agent]:
        if slot == "attribute":
            return list(self._agents.attributed(filled.trigger))
        if slot == "owner of theme":
            return list(self._agents.belonging(filled.theme)) if filled.theme is not None else []
        found: list[Agent] = []
        for token in self.slot(filled, slot):
            if token == filled.theme or not self._fits(token, wanted):
                continue
            agents = self._agents.of_phrase(token) or self._agents.belonging(token)
            if self._types(token) & {"force", "munition", "weapon", "aircraft", "vessel"}:
                filled.means = token
                agents = tuple(a for a in agents if a.kind != "Group" or a.of)
            found += agents
            filled.words += [token] if agents else []
        return found

    def _fits(self, token: Token, wanted: set[str]) -> bool:
        types = self.types(token)
        if types & wanted:
            return True
        return not types and bool(self._agents.belonging(token)) and "agent" in wanted

    def _supporter(self, filled: Filled, found: list[Agent], joint: bool) -> list[Agent]:
        verb = self.support(filled.trigger)
        if verb is None:
            return []
        subject = syntax.arguments(verb).subject
        if subject is None or (found and not (joint or filled.frame.shared)):
            return []
        agents = self._agents.of_phrase(subject) or self._agents.belonging(subject)
        if agents:
            filled.words.append(verb)
        return list(agents)

    def _other_party(self, filled: Filled, known: Agent) -> tuple[Agent, ...]:
        """'after a meeting with X': the subject of the clause meets X, or the last one named."""
        if not any(p == "with" for p, _ in syntax.prepositions(filled.trigger)):
            return ()
        _, verb = syntax.governor(filled.trigger)
        subject = syntax.subject(verb) if syntax.is_verbal(verb) else None
        found = self._agents.of_phrase(subject) or self._agents.nearest_party(filled.trigger)
        mine = self._agents.principal(known)
        return tuple(a for a in found if self._agents.principal(a) != mine)

    def _planner(self, filled: Filled) -> tuple[Agent, ...]:
        """'Lagos considers a deployment': who plans, weighs or refuses what the noun names."""
        link, verb = syntax.governor(filled.trigger)
        if link not in ("object", "complement") or verb.pos_ != "VERB":
            return ()
        cues = self._lexicon.cue(lemma_of(verb), "verbs")
        if not any(c.effect in ("plan", "consider", "refuse", "cause") for c in cues):
            return ()
        subject = syntax.arguments(verb).subject
        found = self._agents.of_phrase(subject)
        filled.words += [subject] if subject is not None and found else []
        return found

    def _theme_is_force(self, filled: Filled) -> bool:
        return filled.theme is not None and bool(
            self._types(filled.theme) & {"force", "vessel", "aircraft"}
        )

    def _fill_recipients(self, filled: Filled) -> None:
        frame = filled.frame
        wanted = {*(frame.recipient_types or _GENERIC_RECIPIENTS)}
        actors = {self._agents.principal(a).key for a in filled.actors}
        for slot in frame.recipient:
            for token in self._recipient_words(filled, slot):
                agents = self._recipients_of(token, wanted, homeward=frame.homeward)
                agents = tuple(a for a in agents if self._agents.principal(a).key not in actors)
                label = self._agents.places.label(token)
                if agents or (label and "place" in wanted):
                    filled.recipients = agents
                    filled.place = filled.place or label
                    filled.words.append(token)
                    return
                if filled.target is None and self._types(token) & wanted:
                    filled.target = token
                    filled.words.append(token)

    def _recipient_words(self, filled: Filled, slot: str) -> list[Token]:
        if slot == "owner of theme":
            return [filled.theme] if filled.theme is not None else []
        return [t for t in self.slot(filled, slot) if t != filled.theme]

    def _recipients_of(
        self, token: Token, wanted: set[str], *, homeward: bool
    ) -> tuple[Agent, ...]:
        found: list[Agent] = []
        for head in (token, *syntax.conjuncts(token)):
            agents = self._agents.of_phrase(head) if head is not token else ()
            agents = agents or self._agents.of_phrase(head)
            if agents and not (self.types(head) & wanted or "agent" in wanted):
                continue
            if homeward:
                agents = tuple(self._agents.home(a) for a in agents)
            found += agents or self._agents.places.states(head)
            owned = not agents and not self._agents.places.label(head)
            if owned and wanted & {"agent", *self._types(head)}:
                found += self._agents.belonging(head)
        return tuple(dict.fromkeys(found))


def _hung_above(token: Token, links: frozenset[str]) -> list[tuple[str, Token]]:
    """'refrained from arming rebels in X': phrases behind `token` that its governor took."""
    link, above = syntax.governor(token)
    if link not in links or above.i > token.i:
        return []
    return [pair for pair in syntax.prepositions(above) if pair[1].i > token.i]


def _is_container(token: Token, lexicon: Lexicon) -> bool:
    return lemma_of(token) in lexicon.reference.containers
