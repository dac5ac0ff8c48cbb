"""Where the roles of an event word stand: its slots, its light verb, and the types of words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.extract.frames.clause_slots import ClauseSlots
from kg.extract.frames.light_words import LightWords
from kg.extract.lemmas import joined_of, lemma_of, phrase_of
from kg.extract.mentions import pronouns
from kg.extract.mentions.agents import Agents
from kg.knowledge.frames import Frame
from kg.knowledge.lexicon import Lexicon
from kg.language import syntax
from kg.language.hanging import below, relation
from kg.language.tree import Token, present
from kg.model import Agent

_KIND_TYPES = {
    "State": "state",
    "Leader": "person",
    "Person": "person",
    "GovernmentBody": "body",
    "Group": "people",
    "Document": "document",
}
_TOPICS = frozenset({"on", "about", "over"})
_BOUND = frozenset({"to", "for", "into"})
"""Prepositions that tell for whom a thing is meant from inside a clause about it."""
_REASONS = frozenset({"over", "for", "after"})
"""Prepositions of another deed, which tells who did that: 'sanctions on X over a raid by Y'."""
_SAID_IN = frozenset({"in", "during", "at"})
MOVERS = frozenset({"state", "armed"})
"""Types of agents that a frame may take for their forces: 'Israel withdrew from Gaza'."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A frame whose roles are filled; `words` are the tokens that filled them.

    `holder` is the word of the theme's slot, which may contain it ('batch of rifles'), `reached`
    the one whose agents are the recipients, `target` one that is hit and names nobody.
    """

    frame: Frame
    trigger: Token
    theme: Token | None = None
    actors: tuple[Agent, ...] = ()
    recipients: tuple[Agent, ...] = ()
    place: str = ""
    words: tuple[Token, ...] = ()
    target: Token | None = None
    reached: Token | None = None
    means: Token | None = None
    holder: Token | None = None

    @property
    def is_aimed(self) -> bool:
        """Whether it reaches somebody, a place or a thing that can be hit."""
        return bool(self.recipients or self.place or self.target is not None)

    @property
    def strength(self) -> tuple[bool, bool, bool, bool]:
        """More roles make a better reading of one trigger."""
        reached = bool(self.recipients or self.place)
        return (self.theme is not None, bool(self.actors), reached, self.target is not None)


@dataclass(frozen=True, slots=True)
class Misfit:
    """Why a frame does not apply here; `quiet` where nothing of the kind is said at all.

    `word` is one of another type than the object of an event of that class.
    """

    reason: str
    quiet: bool = False
    word: str = ""
    event_class: str = ""


class Slots:
    """Reads the slots of frames over the syntax view of one article."""

    def __init__(self, agents: Agents, lexicon: Lexicon) -> None:
        self._agents, self._lexicon = agents, lexicon
        self.light_words = LightWords(lexicon)
        self._clauses = ClauseSlots(agents)
        self._bringing = lexicon.giving.bringing_verbs
        self._toll = lexicon.harm.toll_verbs
        self._telling = self._toll | lexicon.carriers.occurrence_verbs

    def words(self, filled: Filled, slot: str) -> list[Token]:
        """The words that stand in `slot` of the trigger."""
        trigger = filled.trigger
        if slot == "self":
            return [trigger]
        if slot == "object clause":  # 'reserves the right to strike', 'gave X a day to leave'
            right = syntax.arguments(trigger).object
            return self._clauses.words(right, "clause") if right is not None else []
        if slot.startswith("clause") or slot == "condition":
            return self._clauses.words(trigger, slot)
        if filled.frame.part == "verb":
            return self._verb_slot(filled, trigger, slot)
        return self._noun_slot(filled, trigger, slot)

    def _verb_slot(self, filled: Filled, verb: Token, slot: str) -> list[Token]:
        found = syntax.arguments(verb)
        if slot == "dative" and found.dative is None:
            return self._leading_name(verb, found.object)
        if slot in ("subject", "object", "dative"):
            return present(getattr(found, slot))
        if slot == "arrival":
            return [n for _, n in self._reached(verb)]
        if slot == "complement":
            return [c for c in below(verb, "open clause", "object") if c.i > verb.i]
        return self._phrases(filled, verb, slot.removeprefix("of theme "))

    def _phrases(self, filled: Filled, verb: Token, bare: str) -> list[Token]:
        """The nouns behind the preposition `bare`, wherever around `verb` the parser hung them."""
        obliques, themes = syntax.arguments(verb).obliques, self._themes(filled, verb)
        hosts = dict.fromkeys((verb, *below(verb, "adverb", "particle"), *themes))
        pairs = [*_phrases_on(hosts), *obliques, *filter(_first, syntax.gerunds(verb))]
        pairs += [pair for theme in themes for pair in _in_clause(theme, self._bringing)]
        pairs += _hung_above(verb, frozenset({"complement", "adverbial"}))
        if bare == "with":  # 'suspended talks on fishing with Peru', the topic hung on the verb
            pairs += _phrases_on(noun for words, noun in obliques if words in _TOPICS)
        if bare == "by":
            pairs += _phrases_on(noun for _, noun in obliques)
        return _behind_preposition(bare, pairs)

    def _themes(self, filled: Filled, verb: Token) -> list[Token]:
        """The object of `verb`, the theme, what stands inside them and is joined to them."""
        thing = syntax.arguments(verb).object
        found = present(thing, filled.theme)
        found += [noun for _, noun in _phrases_on(found)]
        if thing is not None and _is_container(thing, self._lexicon):
            found += syntax.after(verb, "in")  # 'pledged $2 million in aid to'
        return found + [other for theme in found for other in syntax.conjuncts(theme)]

    def _leading_name(self, verb: Token, thing: Token | None) -> list[Token]:
        """'gave Nepal relief', the name read as a part of what was given."""
        if thing is None or thing.left_edge.i != verb.i + 1 or thing.left_edge == thing:
            return []
        first = thing.left_edge
        return [first] if self._agents.places.names_state(first) else []

    def _beside(self, noun: Token, slot: str) -> list[Token] | None:
        """The words of a slot that is no preposition; None where it is one."""
        owner = syntax.owner(noun)
        if slot == "owner":
            return present(owner)
        if slot == "attribute":
            return [t for t in syntax.attributes(noun) if t != owner]
        readers = {
            "site": self.sites,
            "victim": self._victims,
            "getter": self._getter,
            "teller": _tellers,
        }
        return readers[slot](noun) if slot in readers else None

    def _noun_slot(self, filled: Filled, noun: Token, slot: str) -> list[Token]:
        beside = self._beside(noun, slot)
        if beside is not None:
            return beside
        bare = slot.removeprefix("of theme ")
        verb, hosts = self.light_words.support(noun), [noun, *present(filled.theme)]
        pairs = _phrases_on([*hosts, *present(verb)])
        if verb is not None and verb.pos == "NOUN":
            pairs += _hung_above(verb, frozenset({"object"}))
        pairs += [pair for host in hosts for pair in _in_clause(host, self._bringing)]
        pairs += _hung_above(noun, frozenset({"object", "content"}))
        pairs += [*self._told_above(noun), *self._reached(noun)]
        if bare == "by":
            pairs += _phrases_on([inner for words, inner in pairs if words not in _REASONS])
        return _behind_preposition(bare, [*pairs, *self._participles(noun)])

    def _told_above(self, noun: Token) -> list[tuple[str, Token]]:
        """'the raid occurred in X', 'gave X aid': what the verb over `noun` tells of it."""
        link, above = syntax.governor(noun)
        if link == "object" and syntax.is_verbal(above):
            return [("to", who) for who in present(syntax.arguments(above).dative)]
        names = {*self.light_words.names(above), phrase_of(above)} if link == "subject" else set()
        return syntax.prepositions(above) if names & self._telling else []

    def _participles(self, noun: Token) -> list[tuple[str, Token]]:
        """'a raid targeting X', 'a wave of raids targeting X': each with its object."""
        link, above = syntax.governor(noun)
        boxed = link == "content" and _is_container(above, self._lexicon)
        clauses = [
            c for c in (*noun.children, *(above.children if boxed else ())) if c.tag == "VBG"
        ]
        return [(c.lower, t) for c in clauses for t in present(syntax.arguments(c).object)]

    def _getter(self, noun: Token) -> list[Token]:
        """'India would gain access to it': the subject of a verb of getting."""
        verb = self.getting(noun)
        return present(syntax.arguments(verb).subject) if verb is not None else []

    def getting(self, noun: Token) -> Token | None:
        """The verb of getting that has `noun` as its object: 'gain access'."""
        link, verb = syntax.governor(noun)
        gets = {lemma_of(verb), phrase_of(verb)} & self._lexicon.giving.getting_verbs
        return verb if link == "object" and gets else None

    def _reached(self, noun: Token) -> list[tuple[str, Token]]:
        """'aid has reached Mali', 'planes with aid landed in Mali': where it went."""
        link, above = syntax.governor(noun)
        if link in ("content", "relative"):
            link, above = syntax.governor(above)
        if link != "subject" or lemma_of(above) not in self._lexicon.giving.arrival_verbs:
            return []
        found = syntax.arguments(above)
        ends = (n for p, n in found.obliques if p in ("in", "at", "to", "into"))
        return [("to", end) for end in (*ends, *present(found.object))]

    def _victims(self, noun: Token) -> list[Token]:
        """'the raid killed two Kyrgyz guards': whom or what the event hit."""
        link, verb = syntax.governor(noun)
        if link == "content" and _is_container(verb, self._lexicon):  # 'a wave of strikes hit X'
            link, verb = syntax.governor(verb)
        if link != "subject" or syntax.is_passive(verb) or lemma_of(verb) not in self._toll:
            return []
        return present(syntax.arguments(verb).object)

    def sites(self, noun: Token) -> list[Token]:
        """'a Kabul bombing': cities and places in front of an event are where it was.

        'United States airstrikes' are by whom they name, for want of a shorter adjective.
        """
        places, acting = self._agents.places, self._lexicon.parties.attributive_names
        aimed = syntax.after(noun, "on", "against")
        return [
            t
            for t in syntax.attributes(noun)
            if places.is_site(t)
            or (not aimed and places.is_spelled_out(t) and places.label(t) not in acting)
        ]

    def types(self, token: Token) -> frozenset[str]:
        """All semantic types of the phrase headed by `token`, those of agents and places too."""
        found = set(self.nouns(token))
        for agent in self._agents.of_phrase(token):
            found |= {"agent", _KIND_TYPES.get(agent.kind, "organisation")}
            found |= {"armed"} if agent.kind == "ArmedGroup" else set()
            found |= self._meant(agent) if token.pos == "PRON" else set()
            citizens = agent.kind == "Group" and token.i in self._agents.names  # 'Norwegians'
            if agent.of and agent.kind in ("Leader", "Person", "Group") and not citizens:
                found.add("official")
        if self._agents.places.label(token):
            found.add("place")
        return frozenset(found)

    def _meant(self, agent: Agent) -> frozenset[str]:
        """What unnamed people are that a pronoun stands for: 'they', the rebels."""
        if agent.kind != "Group":
            return frozenset()
        last = agent.label.lower().rpartition(" ")[2]
        forms = (last, last.removesuffix("s"), last.removesuffix("men") + "man")
        return frozenset().union(*(self._lexicon.types(form, frozenset()) for form in forms))

    def referent(self, pronoun: Token, wanted: frozenset[str]) -> Token | None:
        """The noun of a `wanted` type that 'it' or 'them' stands for: the nearest before it."""
        number = pronouns.kind(pronoun)
        if number not in ("neutral", "plural") or pronoun.tag == "PRP$":
            return None
        start = max(pronoun.sentence.start - 1, 0)
        first = pronoun.tree[start].sentence.start
        for noun in reversed(pronoun.tree[first : pronoun.i]):
            many = noun.tag in ("NNS", "NNPS")
            if noun.pos == "NOUN" and many == (number == "plural") and self.nouns(noun) & wanted:
                return noun
        return None

    def nouns(self, token: Token) -> frozenset[str]:
        """Semantic types that the lexicon gives `token` as a noun, by its lemma and modifiers."""
        if token.pos == "ADJ":
            return frozenset()
        words = {w for t in syntax.attributes(token) for w in (t.lower, lemma_of(t))}
        words |= _behind(token)
        words |= {token.lower} - {lemma_of(token)}  # 'waters' are no water
        words |= {c.lower for c in below(token, "determiner")}  # 'all options are open'
        for name in (joined_of(token), lemma_of(token), token.lower):
            found = self._lexicon.types(name, frozenset(words))
            if found:
                return found
        if token.pos != "PROPN":
            return frozenset()
        told = [self.nouns(c) for c in below(token, "compound", "title") if c.i < token.i]
        return told[-1] if told else frozenset()  # 'the frigate Absalon'


def listed(types: Sequence[str]) -> str:
    """'force, vessel or aircraft'."""
    return " or ".join(filter(None, (", ".join(types[:-1]), *types[-1:])))


def _behind(noun: Token) -> set[str]:
    """'on ground' for 'boots on the ground': the phrase right behind, whatever it hangs on."""
    if noun.i + 1 >= noun.sentence.end or relation(noun.neighbour()) != "preposition":
        return set()
    inner = noun.neighbour().head
    words = [*syntax.attributes(inner), inner] if inner.i > noun.i else []
    return {f"{noun.neighbour().lower} {lemma_of(t)}" for t in words}


def _first(pair: tuple[str, Token]) -> str:
    return pair[0]


def _phrases_on(hosts: Iterable[Token]) -> list[tuple[str, Token]]:
    """The prepositional phrases on each of `hosts`: the preposition and its noun."""
    return [pair for host in hosts for pair in syntax.prepositions(host)]


def _behind_preposition(bare: str, pairs: Iterable[tuple[str, Token]]) -> list[Token]:
    """The nouns of the phrases with the preposition `bare`, each once."""
    return list(dict.fromkeys(noun for words, noun in pairs if words == bare))


def _hung_above(token: Token, links: frozenset[str]) -> list[tuple[str, Token]]:
    """'refrained from arming rebels in X': phrases behind `token` that its governor took."""
    link, above = syntax.governor(token)
    if link not in links or above.i > token.i:
        return []
    pairs = [pair for pair in syntax.prepositions(above) if pair[1].i > token.i]
    return pairs + [pair for pair in syntax.gerunds(above) if pair[0] and pair[1].i > token.i]


def _tellers(noun: Token) -> list[Token]:
    """'In a warning to Peru, X said ...': who speaks in what the noun names."""
    link, verb = syntax.governor(noun)
    if link != "oblique" or syntax.preposition_of(noun) not in _SAID_IN:
        return []
    return present(syntax.arguments(verb).subject)


def _in_clause(noun: Token, verbs: frozenset[str]) -> list[tuple[str, Token]]:
    """'aid slated for Mali', 'tanks to be sent to Togo': phrases of a clause on the noun."""
    clauses = [c for c in below(noun, "noun clause", "relative clause") if c.i > noun.i]
    brought = _phrases_on(c for c in clauses if lemma_of(c) in verbs)
    # 'the know-how to build reactors to India': who builds them does not build them to somebody
    made = _phrases_on(c for c in clauses if syntax.mark_of(c) == "to")
    return [p for p in brought if p[0] in _BOUND] + [p for p in made if p[0] == "to"]


def _is_container(token: Token, lexicon: Lexicon) -> bool:
    return lemma_of(token) in lexicon.amounts.container_nouns
