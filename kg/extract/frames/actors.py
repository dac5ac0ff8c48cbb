"""Who does it: by the slots of a frame, by a light verb, by what stands around both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from kg.extract.frames.blame import Blame
from kg.extract.frames.forces import Forces
from kg.extract.frames.recipients import Recipients
from kg.extract.frames.slots import MOVERS, Filled, Slots
from kg.extract.lemmas import lemma_of, phrase_of
from kg.extract.mentions.agents import Agents
from kg.extract.scope.offers import effects_on
from kg.knowledge.lexicon import Lexicon
from kg.language import syntax
from kg.language.tree import Token, present
from kg.model import Agent

_MEANS = frozenset({"munition", "weapon", "aircraft"})
_ARMED = frozenset({"force", "munition", "weapon", "aircraft", "vessel"})
_GENERIC_ACTORS = ("agent", "force", "vessel", "aircraft", "weapon", "munition", "people")
_REACH = 3
"""Words between an event and the offer of it: 'an offer to host a round of talks'."""


@dataclass(frozen=True, slots=True)
class Doers:
    """Who did it, the words that tell so, and what it was done with."""

    agents: tuple[Agent, ...] = ()
    words: tuple[Token, ...] = ()
    means: Token | None = None

    def __add__(self, more: Doers) -> Doers:
        means = self.means if more.means is None else more.means
        return Doers((*self.agents, *more.agents), (*self.words, *more.words), means)


class Actors:
    """Fills the actors of frames over the syntax view of one article."""

    def __init__(
        self, agents: Agents, lexicon: Lexicon, slots: Slots, recipients: Recipients
    ) -> None:
        self._agents, self._lexicon, self._slots = agents, lexicon, slots
        self._recipients = recipients
        self._blame, self._forces = Blame(agents, lexicon), Forces(agents, lexicon, slots)

    def fill(self, filled: Filled) -> Filled:
        """`filled` with its actors, the words that name them and what they did it with."""
        frame = filled.frame
        found = self._doers(filled)
        means, actors = found.means, tuple(dict.fromkeys(found.agents))
        if frame.part == "verb" and means is None and not actors:
            means = self._event_within(filled)
            actors = self._behind(means) if means is not None else ()
        if frame.part == "noun" and means is None:
            armed = (t for t in syntax.attributes(filled.trigger) if self._slots.nouns(t) & _MEANS)
            means = next(armed, None)
        return replace(filled, actors=actors, means=means, words=(*filled.words, *found.words))

    def is_mover(self, filled: Filled) -> bool:
        """Whether the theme is an agent that stands for its forces."""
        return filled.theme is not None and not MOVERS.isdisjoint(filled.frame.theme_types)

    def _is_somebody(self, agent: Agent) -> bool:
        """Whether `agent` can have done what its weapons did: unnamed people alone cannot."""
        told = agent.kind not in ("Group", "Document") or agent.of is not None
        return told or self._agents.groups.is_band(agent)

    def _doers(self, filled: Filled) -> Doers:
        """Who acts, by the slots of the frame; where these are empty, by what stands around."""
        frame, noun = filled.frame, filled.frame.part == "noun"
        wanted = {*(frame.actor_types or _GENERIC_ACTORS)}
        found = self._in_slots(filled, wanted)
        if noun:
            light = self._slots.light_words
            found += Doers(self._agents.leading(filled.trigger))
            if light.ends_of_others(light.support(filled.trigger), filled.trigger):
                return found
            found = self._with_supporter(filled, found)
        if not found.agents:
            around = self._around_noun(filled) if noun else self._around_verb(filled, wanted)
            found += next((doers for doers in around if doers.agents), Doers())
        if frame.joint and len({*found.agents}) == 1:
            host = filled.trigger if noun else filled.theme
            found += Doers(self._other_party(host, found.agents[0]))
            found += Doers(self._offering(filled.trigger))
        return found

    def _around_noun(self, filled: Filled) -> Iterator[Doers]:
        """Who may do what a noun names where its slots are empty, the surest first."""
        if not filled.frame.joint:  # 'a raid launched by Oman killed ten'
            yield Doers(self._agents.whose(self._slots.light_words.agent(filled.trigger)))
        yield self._planner(filled)
        if not self._recipients.is_taken(filled):
            yield Doers(tuple(self._forces.owners(filled)))

    def _around_verb(self, filled: Filled, wanted: set[str]) -> Iterator[Doers]:
        """Who may do what a verb tells where its slots are empty, the surest first."""
        yield Doers(tuple(self._forces.owners(filled)))
        yield Doers(self._launcher(filled))
        yield self._unnamed(filled, wanted)

    def _in_slots(self, filled: Filled, wanted: set[str]) -> Doers:
        found = Doers()
        for slot in filled.frame.actor:
            found += self._actors_in(filled, slot, wanted)
            if found.agents and not filled.frame.joint:
                break
        if not found.agents and syntax.is_passive(filled.trigger):
            found += self._actors_in(filled, "by", wanted)
        return found

    def _launcher(self, filled: Filled) -> tuple[Agent, ...]:
        """'launched an operation targeting rebels': who did what did it."""
        noun = syntax.arguments(filled.trigger).subject
        if noun is None or "subject" not in filled.frame.actor or noun.pos != "NOUN":
            return ()
        if filled.frame.event_class not in self._classes(noun):
            return ()
        verb = self._slots.light_words.support(noun)
        return self._agents.of_phrase(syntax.arguments(verb).subject) if verb else ()

    def _unnamed(self, filled: Filled, wanted: set[str]) -> Doers:
        """'relief agencies sent', 'arms from three countries': those who act without a name."""
        slots = [slot for slot in filled.frame.actor if slot in ("subject", "by", "from")]
        for token in (t for slot in slots for t in self._slots.words(filled, slot)):
            fits = wanted & {"agent", "organisation", "state", *self._slots.nouns(token)}
            agents = self._agents.unnamed(token) if fits else ()
            if agents:
                return Doers(agents, (token,))
        return Doers()

    def _offering(self, trigger: Token) -> tuple[Agent, ...]:
        """'rejected an Omani offer to host talks': who made the offer would take part."""
        offers = self._lexicon.speech.offering_nouns
        near = islice(trigger.ancestors, _REACH)
        nouns = (t for t in near if t.pos == "NOUN" and lemma_of(t) in offers)
        return next(map(self._agents.belonging, nouns), ())

    def _event_within(self, filled: Filled) -> Token | None:
        """'was damaged in the airstrikes', 'died in a bomb blast': the event that did it."""
        if not syntax.is_passive(filled.trigger) and "subject" not in filled.frame.recipient:
            return None
        for words, noun in syntax.prepositions(filled.trigger):
            if words in ("in", "by", "during") and self._did_it(noun, filled.frame.event_class):
                return noun
        return None

    def _did_it(self, noun: Token, event_class: str) -> bool:
        """Whether `noun` is such an event, and no war: wars last, and people die in them."""
        armed = any(self._slots.nouns(t) & _MEANS for t in syntax.attributes(noun))
        return any(
            frame.event_class == event_class
            and frame.phase == "starts"
            and (armed or "means" not in frame.needs)
            for frame in self._lexicon.nouns.get(lemma_of(noun), ())
        )

    def _behind(self, event: Token) -> tuple[Agent, ...]:
        """'killed in an Omani raid', 'in a firefight with Omani troops': whose event it was."""
        inner = syntax.after(event, "of")
        pairs = (pair for host in (event, *inner) for pair in syntax.prepositions(host))
        with_whom = (n for p, n in pairs if p in ("by", "with"))
        doer = self._slots.light_words.agent(event)  # 'a raid carried out by Oman'
        told = present(syntax.owner(event), doer)
        hosts = (*told, *with_whom, *self._not_sites(event))
        found = (self._agents.whose(t) for t in hosts)
        return next((agents for agents in found if agents), ())

    def _not_sites(self, event: Token) -> list[Token]:
        """The words in front of `event` that do not tell where it was."""
        sites = self._slots.sites(event)
        return [t for t in syntax.attributes(event) if t not in sites]

    def _actors_in(self, filled: Filled, slot: str, wanted: set[str]) -> Doers:
        beside = self._beside(filled, slot)
        if beside is not None:
            return Doers(tuple(beside))
        found = Doers()
        for token in self._slots.words(filled, slot):
            if not self._may_act(filled, slot, token) or not self._fits(token, wanted):
                continue
            agents = self._agents.whose(token)
            means = token if self._slots.nouns(token) & _ARMED else None
            if means is not None:
                agents = agents or self._blame.set_off_by(token)
                agents = tuple(a for a in agents if self._is_somebody(a))
            found += Doers(agents, (token,) if agents else (), means)
        return found

    def _may_act(self, filled: Filled, slot: str, token: Token) -> bool:
        """Whether `token` may be an actor or what it acts with, whatever it means."""
        frame = filled.frame
        if token == filled.theme and not self.is_mover(filled):
            return False
        if frame.no_pronoun_actor and token.pos == "PRON":
            return False
        # 'targeted troops with the force': no instrument
        return slot != "with" or frame.joint or bool(self._slots.nouns(token) & _MEANS)

    def _beside(self, filled: Filled, slot: str) -> Sequence[Agent] | None:
        """The agents of a slot that is no word beside the trigger; None where it is one."""
        trigger = filled.trigger
        if slot == "attribute":
            return self._agents.attributed(trigger)
        if slot == "adjective":
            return [a for t in self._not_sites(trigger) for a in self._agents.of_phrase(t)]
        if slot == "responsible":
            return self._blame.responsible(trigger)
        if slot == "owner of theme":
            return self._agents.belonging(filled.theme) if filled.theme is not None else ()
        return None

    def _fits(self, token: Token, wanted: set[str]) -> bool:
        types = self._slots.types(token)
        if "private" in types:  # 'the national team', 'two firms': no power acts through them
            return False
        if types & wanted:
            return types & wanted != {"people"} or "force" not in types
        return not types and bool(self._agents.belonging(token)) and "agent" in wanted

    def _with_supporter(self, filled: Filled, found: Doers) -> Doers:
        """`found` behind whoever does it by a light verb; alone, where he keeps out of theirs."""
        joining = self._supporter(filled, found.agents)
        alone = bool(joining.agents) and self._stays_out(filled.trigger)
        agents = joining.agents if alone else (*joining.agents, *found.agents)
        return replace(found + joining, agents=agents)

    def _supporter(self, filled: Filled, found: tuple[Agent, ...]) -> Doers:
        verb, joint = self._slots.light_words.support(filled.trigger), filled.frame.joint
        if verb is None:
            return self._traveller(filled) if joint else Doers()
        subject = self._slots.light_words.subject(verb)
        if found and not joint and not self._joins(filled, verb):
            return Doers()
        if subject is None or "private" in self._slots.nouns(subject):
            return Doers()  # 'Australian retailers imposed limits': no doing of their state
        agents = self._agents.whose(subject)
        return Doers(agents, (verb,) if agents else ())

    def _joins(self, filled: Filled, verb: Token) -> bool:
        """'X joined the EU sanctions': who joins by the light `verb` acts with the others."""
        blocking = self._lexicon.carriers.blocking_verbs
        return filled.frame.joiners_act and blocking.isdisjoint((lemma_of(verb), phrase_of(verb)))

    def _traveller(self, filled: Filled) -> Doers:
        """'X flew to Y for talks': who went there takes part."""
        verb = self._slots.light_words.errand(filled.trigger)
        subject = syntax.subject(verb) if verb is not None else None
        agents = self._agents.of_phrase(subject)
        return Doers(agents, (subject,) if subject is not None and agents else ())

    def _stays_out(self, noun: Token) -> bool:
        """'X has not joined the EU sanctions': what is not done is what X does not do."""
        verb = self._slots.light_words.support(noun)
        if verb is None or not self._lexicon.joint.isdisjoint(self._classes(noun)):
            return False
        link, above = syntax.governor(verb)
        cues = self._lexicon.cue(lemma_of(above), "verbs") if link == "complement" else ()
        return syntax.negation(verb) is not None or any(c.effect == "refuse" for c in cues)

    def _classes(self, noun: Token) -> set[str]:
        return {f.event_class for f in self._lexicon.nouns.get(lemma_of(noun), ())}

    def _other_party(self, noun: Token | None, known: Agent) -> tuple[Agent, ...]:
        """'after a meeting with X': the subject of the clause meets X, or the last one named."""
        if noun is None or not syntax.after(noun, "with"):
            return ()
        _, verb = syntax.governor(noun)
        subject = syntax.subject(verb) if syntax.is_verbal(verb) else None
        found = self._agents.of_phrase(subject) or self._agents.nearest_party(noun)
        return tuple(a for a in found if a.principal != known.principal)

    def _planner(self, filled: Filled) -> Doers:
        """'Lagos considers a deployment', 'votes on the lifting of sanctions': who plans it."""
        light = self._slots.light_words.support(filled.trigger)
        noun = light if light is not None and light.pos == "NOUN" else filled.trigger
        verb = syntax.governor(noun)[1]
        if not effects_on(noun, self._lexicon) & {"plan", "consider", "refuse", "cause"}:
            return Doers()
        subject = syntax.arguments(verb).subject
        found = self._agents.of_phrase(subject)
        return Doers(found, (subject,) if subject is not None and found else ())
