"""Roles of an event word: which words fill them, of what semantic type, and who they are."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.frames.blame import Blame
from kg.extract.frames.forces import Forces
from kg.extract.frames.idle_threats import IdleThreats
from kg.extract.frames.recipients import Recipients
from kg.extract.frames.slots import Filled, Misfit, Slots
from kg.extract.lemmas import lemma_of, phrase_of
from kg.extract.mentions.agents import Agents
from kg.extract.scope.offers import effects_on
from kg.knowledge.frames import Frame
from kg.knowledge.lexicon import Lexicon
from kg.language import syntax
from kg.language.hanging import below
from kg.language.tree import Token
from kg.model import Agent

_MEANS = frozenset({"munition", "weapon", "aircraft"})
_PRIVATE = frozenset({"Person", "Group", "Company", "Media", "Document"})
"""Kinds of agents that are no power by themselves, unless they act for one."""
_GENERIC_ACTORS = ("agent", "force", "vessel", "aircraft", "weapon", "munition", "people")
_MOVERS = frozenset({"state", "armed"})
"""Agents that a frame may take for their forces: 'Israel withdrew from Gaza'."""
_INSIDE = frozenset({"of", "in"})
"""Prepositions behind a container: 'tons of rice', '$2 million in grants'."""
_REACH = 3
"""How deep containers may nest: 'a series of shipments of tonnes of rice'."""


def _beside(trigger: Token) -> set[str]:
    """Words in front of `trigger`, and the phrases on it: 'hunger' (strike), (came) 'to power'."""
    found = {lemma_of(t) for t in syntax.attributes(trigger)}
    return found | {f"{words} {lemma_of(n)}" for words, n in syntax.prepositions(trigger)}


class Roles:
    """Fills frames of the lexicon over the syntax view of one article."""

    def __init__(self, agents: Agents, lexicon: Lexicon) -> None:
        self._agents, self._lexicon = agents, lexicon
        self.slots = Slots(agents, lexicon)
        self._recipients = Recipients(agents, lexicon, self.slots)
        self._blame = Blame(agents, lexicon)
        self._forces = Forces(agents, lexicon, self.slots)
        self._menace = IdleThreats(agents, self.slots)

    def fill(self, trigger: Token, frame: Frame) -> Filled | Misfit:
        """`frame` with its roles filled at `trigger`, or why it does not fit."""
        filled = Filled(frame, trigger)
        barred = _beside(trigger) & {*frame.unless}
        if barred:
            return Misfit(f"'{min(barred)} {trigger.text}' is no {frame.event_class}")
        if frame.passive_only and not syntax.arguments(trigger).passive:
            return Misfit(f"'{trigger.text}' is not passive here", quiet=True)
        if frame.active_only and any(c.pos == "AUX" and c.lemma == "be" for c in trigger.children):
            return Misfit(f"'{trigger.text}' is passive here", quiet=True)
        if frame.theme:
            misfit = self._fill_theme(filled)
            if misfit is not None:
                return misfit
        self._fill_actors(filled)
        self._recipients.fill(filled)
        if self._recipients.is_figurative(filled):
            return Misfit(f"'{trigger.text}' has no target that can be hit", quiet=True)
        misfit = self._unmet(filled)
        if misfit is not None:
            return misfit
        if frame.uninvited_only and not self._is_hostile(filled):
            return Misfit(f"'{trigger.text}' is no hostile act here", quiet=True)
        if self._is_mover(filled):
            filled.theme = filled.holder = None  # who moves is no thing that is sent
        if frame.joint:  # who is visited takes part
            filled.actors = tuple(dict.fromkeys((*filled.actors, *filled.recipients)))
            filled.recipients = ()
        return filled

    def _unmet(self, filled: Filled) -> Misfit | None:
        """What lacks or is of the wrong kind, where that makes it another event or none."""
        frame, trigger = filled.frame, filled.trigger
        stray = self._recipients.stray(filled) or self._recipients.no_party(filled)
        if stray is not None:
            return Misfit(f"'{stray.text}' is nothing that one can {trigger.lemma}")
        for need in frame.needs:
            if not any(self._has(filled, one) for one in need.split("|")):
                return Misfit(f"no {need.replace('|', ' or ')} of '{trigger.text}'")
        if frame.not_flown and self._recipients.is_flown(filled):
            return Misfit(f"'{trigger.text}' gives nobody what flies there")
        if self._menace.is_idle(filled):
            return Misfit(f"'{trigger.text}' threatens nobody")
        return None

    def _has(self, filled: Filled, role: str) -> bool:
        if role == "theme":
            return filled.theme is not None
        if role == "actor":
            return bool(filled.actors)
        if role == "means":
            return filled.means is not None
        if role == "pair":
            return len({*filled.actors, *filled.recipients}) > 1
        if role == "lawful":
            subject = syntax.subject(filled.trigger)
            return subject is None or "private" not in self.slots.nouns(subject)
        if role in ("power", "public"):
            acting = [self._is_power(a) for a in filled.actors]
            named = filled.words if filled.actors else []
            office = any("statesman" in self.slots.nouns(t) for t in named)
            return any(acting) or office or (role == "public" and not acting)
        return bool(filled.recipients or filled.place or filled.target is not None)

    def _is_power(self, agent: Agent) -> bool:
        """Whether `agent` is a state, an organisation or an armed band, or acts for one."""
        public = self._agents.principal(agent).kind not in _PRIVATE
        return public or self._agents.groups.is_band(agent)

    def _is_somebody(self, agent: Agent) -> bool:
        """Whether `agent` can have done what its weapons did: unnamed people alone cannot."""
        told = agent.kind not in ("Group", "Document") or agent.of is not None
        return told or self._agents.groups.is_band(agent)

    # --- theme ------------------------------------------------------------

    def _fill_theme(self, filled: Filled) -> Misfit | None:
        frame, wrong, stray = filled.frame, "", False
        types = frozenset(frame.theme_types)
        for slot in frame.theme:
            for token in self.slots.words(filled, slot):
                for head in self._contents(self.slots.referent(token, types) or token):
                    if self._is_theme(head, frame):
                        filled.theme, filled.holder = head, token
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

    def _is_theme(self, head: Token, frame: Frame) -> bool:
        """Whether `head` is of a type that the frame wants; one fighter alone is no force."""
        types = self.slots.nouns(head) | (self.slots.types(head) & _MOVERS)
        if frame.several_only and "lone" in types and head.tag == "NN":
            return False
        if frame.no_rebels and "hostile" in types:
            return False
        fitting = types & {*frame.theme_types}
        if fitting == {"trade"}:  # 'exports of rifles' are a transfer of arms that is stopped
            inside = (n for p, n in syntax.prepositions(head) if p == "of")
            return not any("weapon" in self.slots.nouns(n) for n in inside)
        return bool(fitting)

    def _is_mover(self, filled: Filled) -> bool:
        """Whether the theme is an agent that stands for its forces."""
        types = {*filled.frame.theme_types} & _MOVERS
        theme = filled.theme
        return bool(types) and theme is not None and not self.slots.nouns(theme)

    def _contents(self, token: Token) -> Iterator[Token]:
        """`token`, what it contains, and what is joined to it."""
        for head in (token, *syntax.conjuncts(token)):
            yield head
            inner = head
            for _ in range(_REACH):
                inner = next((n for p, n in syntax.prepositions(inner) if p in _INSIDE), inner)
                if inner is head or not self._is_container(head):
                    break
                yield inner
                yield from syntax.conjuncts(inner)
            if any(c.i < head.i for c in below(head, "compound")):
                continue

    def _is_container(self, head: Token) -> bool:
        """'a total of', 'three of', 'two-thirds of'."""
        counts = head.pos == "NUM" or lemma_of(head) in self._lexicon.amounts.share_words
        return counts or lemma_of(head) in self._lexicon.amounts.container_nouns

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
            joining = self._supporter(filled, found, joint)
            found = joining if joining and self._stays_out(filled.trigger) else joining + found
        if not found and frame.part == "noun":
            found += self._planner(filled)
        if not found and not self._recipients.is_taken(filled):
            found += self._forces.owners(filled)
        if not found and frame.part == "verb":
            found += self._launcher(filled) or self._unnamed(filled, wanted)
        if joint and len({*found}) == 1:
            noun = filled.trigger if frame.part == "noun" else filled.theme
            found += self._other_party(noun, found[0]) if noun is not None else ()
            found += self._offering(filled.trigger)
        filled.actors = tuple(dict.fromkeys(found))
        if frame.part == "verb" and filled.means is None and not found:
            filled.means = self._event_within(filled)
            filled.actors = self._behind(filled.means) if filled.means is not None else ()
        if frame.part == "noun" and filled.means is None:
            armed = (t for t in syntax.attributes(filled.trigger) if self.slots.nouns(t) & _MEANS)
            filled.means = next(armed, None)

    def _launcher(self, filled: Filled) -> list[Agent]:
        """'launched an operation targeting rebels': who did what did it."""
        noun = syntax.arguments(filled.trigger).subject
        if noun is None or "subject" not in filled.frame.actor or noun.pos != "NOUN":
            return []
        same = {f.event_class for f in self._lexicon.nouns.get(lemma_of(noun), ())}
        verb = self.slots.light.support(noun) if filled.frame.event_class in same else None
        return list(self._agents.of_phrase(syntax.arguments(verb).subject)) if verb else []

    def _unnamed(self, filled: Filled, wanted: set[str]) -> tuple[Agent, ...]:
        """'relief agencies sent', 'arms from three countries': those who act without a name."""
        slots = [slot for slot in filled.frame.actor if slot in ("subject", "by", "from")]
        for token in (t for slot in slots for t in self.slots.words(filled, slot)):
            fits = wanted & {"agent", "organisation", "state", *self.slots.nouns(token)}
            agents = self._agents.unnamed(token) if fits else ()
            if agents and token != filled.theme:
                filled.words.append(token)
                return agents
        return ()

    def _offering(self, trigger: Token) -> list[Agent]:
        """'rejected an Omani offer to host talks': who made the offer would take part."""
        node = trigger
        for _ in range(_REACH):
            node = syntax.governor(node)[1]
            if node.pos == "NOUN" and lemma_of(node) in self._lexicon.speech.offering_nouns:
                sources = (n for p, n in syntax.prepositions(node) if p in ("from", "by"))
                found = [a for n in sources for a in self._agents.of_phrase(n)]
                return found or list(self._agents.belonging(node))
        return []

    def _event_within(self, filled: Filled) -> Token | None:
        """'was damaged in the airstrikes', 'died in a bomb blast': the event that did it."""
        if not syntax.is_passive(filled.trigger) and "subject" not in filled.frame.recipient:
            return None
        for words, noun in syntax.prepositions(filled.trigger):
            frames = self._lexicon.nouns.get(lemma_of(noun), ())
            same = [f for f in frames if f.event_class == filled.frame.event_class]
            same = [f for f in same if f.phase == "starts"]  # wars last; people die in them
            words_beside = syntax.attributes(noun)
            armed = any(self.slots.nouns(t) & _MEANS for t in words_beside)
            barred = {lemma_of(t) for t in words_beside}
            fits = (
                f for f in same if not barred & {*f.unless} and (armed or "means" not in f.needs)
            )
            if words in ("in", "by", "during") and any(fits):
                return noun
        return None

    def _behind(self, event: Token) -> tuple[Agent, ...]:
        """'killed in an Omani raid', 'in a firefight with Omani troops': whose event it was."""
        owner = syntax.owner(event)
        hosts = [] if owner is None else [owner]
        inner = [n for p, n in syntax.prepositions(event) if p == "of"]
        pairs = [pair for host in (event, *inner) for pair in syntax.prepositions(host)]
        hosts += [n for p, n in pairs if p in ("by", "with")]
        sites = {t.i for t in self.slots.sites(event)}
        hosts += [t for t in syntax.attributes(event) if t.i not in sites]
        found = (self._agents.of_phrase(t) or self._agents.belonging(t) for t in hosts)
        return next((agents for agents in found if agents), ())

    def _is_hostile(self, filled: Filled) -> bool:
        """'enter', 'cross into': an attack on the ground of others, unless they are let in."""
        own = [self._agents.principal(a) for a in filled.actors]
        armed = all(a.kind in ("State", "ArmedGroup") for a in own)
        words = {lemma_of(t) for t in filled.trigger.sentence}
        return armed and bool(filled.recipients) and not words & self._lexicon.harm.welcome_words

    def _actors_in(self, filled: Filled, slot: str, wanted: set[str]) -> list[Agent]:
        if slot == "attribute":
            return list(self._agents.attributed(filled.trigger))
        if slot == "adjective":
            sites = {t.i for t in self.slots.sites(filled.trigger)}
            named = (t for t in syntax.attributes(filled.trigger) if t.i not in sites)
            return [a for t in named for a in self._agents.of_phrase(t)]
        if slot == "responsible":
            return self._blame.responsible(filled.trigger)
        if slot == "owner of theme":
            return list(self._agents.belonging(filled.theme)) if filled.theme is not None else []
        found: list[Agent] = []
        for token in self.slots.words(filled, slot):
            if token == filled.theme and not self._is_mover(filled):
                continue
            if filled.frame.no_pronoun_actor and token.pos == "PRON":
                continue
            if not self._fits(token, wanted):
                continue
            if slot == "with" and not (filled.frame.joint or self.slots.nouns(token) & _MEANS):
                continue  # 'targeted troops with the force': no instrument
            agents = self._agents.of_phrase(token) or self._agents.belonging(token)
            agents += self._partners(token) if filled.frame.joint else ()
            if self.slots.nouns(token) & {"force", "munition", "weapon", "aircraft", "vessel"}:
                filled.means = token
                agents = agents or self._blame.set_off_by(token)
                agents = tuple(a for a in agents if self._is_somebody(a))
            found += agents
            filled.words += [token] if agents else []
        return found

    def _partners(self, token: Token) -> tuple[Agent, ...]:
        """'X and his Chadian counterpart': whom a word like it joins to those named."""
        known = self._lexicon.parties.relational_nouns
        joined = [c for c in syntax.conjuncts(token) if lemma_of(c) in known]
        unnamed = (c for c in joined if not self._agents.of_phrase(c))
        return tuple(a for c in unnamed for a in self._agents.belonging(c))

    def _fits(self, token: Token, wanted: set[str]) -> bool:
        types = self.slots.types(token)
        if "private" in types:  # 'the national team', 'two firms': no power acts through them
            return False
        if types & wanted:
            return types & wanted != {"people"} or "force" not in types
        return not types and bool(self._agents.belonging(token)) and "agent" in wanted

    def _supporter(self, filled: Filled, found: list[Agent], joint: bool) -> list[Agent]:
        verb = self.slots.light.support(filled.trigger)
        if verb is None:
            return self._traveller(filled) if joint else []
        subject = self.slots.light.subject(verb)
        blocked = {lemma_of(verb), phrase_of(verb)} & self._lexicon.carriers.blocking_verbs
        if subject is None or (found and not (joint or (filled.frame.joiners_act and not blocked))):
            return []
        if self._recipients.is_taken(filled):
            return []  # 'took delivery of': who takes it did not give it
        if "private" in self.slots.nouns(subject):
            return []  # 'Australian retailers imposed limits': no doing of their state
        agents = self._agents.of_phrase(subject) or self._agents.belonging(subject)
        if agents:
            filled.words.append(verb)
        return list(agents)

    def _traveller(self, filled: Filled) -> list[Agent]:
        """'X flew to Y for talks': who went there takes part."""
        verb = self.slots.light.errand(filled.trigger)
        subject = syntax.subject(verb) if verb is not None else None
        agents = self._agents.of_phrase(subject)
        filled.words += [subject] if subject is not None and agents else []
        return list(agents)

    def _stays_out(self, noun: Token) -> bool:
        """'X has not joined the EU sanctions': what is not done is what X does not do."""
        verb = self.slots.light.support(noun)
        if verb is None or not self._lexicon.joint.isdisjoint(self._classes(noun)):
            return False
        link, above = syntax.governor(verb)
        cues = self._lexicon.cue(lemma_of(above), "verbs") if link == "complement" else ()
        return syntax.negation(verb) is not None or any(c.effect == "refuse" for c in cues)

    def _classes(self, noun: Token) -> set[str]:
        return {f.event_class for f in self._lexicon.nouns.get(lemma_of(noun), ())}

    def _other_party(self, noun: Token, known: Agent) -> tuple[Agent, ...]:
        """'after a meeting with X': the subject of the clause meets X, or the last one named."""
        if not any(p == "with" for p, _ in syntax.prepositions(noun)):
            return ()
        _, verb = syntax.governor(noun)
        subject = syntax.subject(verb) if syntax.is_verbal(verb) else None
        found = self._agents.of_phrase(subject) or self._agents.nearest_party(noun)
        mine = self._agents.principal(known)
        return tuple(a for a in found if self._agents.principal(a) != mine)

    def _planner(self, filled: Filled) -> tuple[Agent, ...]:
        """'Lagos considers a deployment', 'votes on the lifting of sanctions': who plans it."""
        light = self.slots.light.support(filled.trigger)
        noun = light if light is not None and light.pos == "NOUN" else filled.trigger
        verb = syntax.governor(noun)[1]
        if not effects_on(noun, self._lexicon) & {"plan", "consider", "refuse", "cause"}:
            return ()
        subject = syntax.arguments(verb).subject
        found = self._agents.of_phrase(subject)
        filled.words += [subject] if subject is not None and found else []
        return found
