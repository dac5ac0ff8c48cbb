"""Unnamed people: 'officials', 'Malian troops', and armed bands ('the rebels').

Rebels and gunmen act for no state, whatever adjective stands in front of them. They are the armed
group that is named with them, else the one that the article calls so or has named alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from kg.extract.lemmas import lemma_of
from kg.extract.mentions.belonging import Phrases, unique
from kg.extract.mentions.coreference import Antecedents, Mention
from kg.extract.mentions.offices import Offices, plural
from kg.knowledge.lexicon import Lexicon
from kg.language import syntax
from kg.language.tree import Token
from kg.model import Agent

_OTHERS = frozenset({"other", "another", "others", "rival", "unidentified", "unknown", "separate"})
"""Words that bring in somebody new: 'other rebels' are not those named before."""
_NO_SIDES = frozenset({"Group", "Media", "Document", "IntergovernmentalOrganization"})
"""Kinds of agents that are no side of a war or a deal; those who mediate are named beside it."""


class Groups:
    """Resolves the unnamed groups of one article."""

    def __init__(self, agents: Phrases, offices: Offices, lexicon: Lexicon) -> None:
        self._agents, self._offices, self._lexicon = agents, offices, lexicon
        self._tree = offices.tree
        self._bands: set[str] = set()

    def holds(self, token: Token) -> bool:
        """Whether `token` is a noun of unnamed people."""
        return lemma_of(token) in self._lexicon.parties.group_nouns or bool(self._types(token))

    def describing(self, noun: Token, antecedents: Antecedents) -> tuple[Agent, ...]:
        """'rebel positions', 'a guerrilla commander': the band that `noun` belongs to."""
        words = (t for t in syntax.attributes(noun) if t != syntax.owner(noun))
        bands = [t for t in words if "hostile" in self._types(t)]  # no 'fighter jets'
        return self.of(bands[-1], antecedents) if bands and not self._types(noun) else ()

    def is_band(self, agent: Agent) -> bool:
        """Whether `agent` is an unnamed armed group that belongs to nobody."""
        return agent.key in self._bands

    def sides(self, lemma: str) -> Callable[[Agent], bool]:
        """Who may be one of 'both countries' (states) or 'the two sides' (whoever fights)."""
        if lemma not in self._lexicon.parties.side_nouns:
            return lambda a: a.kind != "Group" and self._agents.principal(a).kind == "State"
        return lambda a: a.kind not in _NO_SIDES or self.is_band(a)

    def of(self, token: Token, antecedents: Antecedents) -> tuple[Agent, ...]:
        """The group that `token` heads, or those it belongs to as groups of theirs."""
        lemma, owners = lemma_of(token), self._owners(token)
        if self._types(token):
            return self._band(token, owners, antecedents)
        words = self._plural(token)
        unaffiliated = lemma in self._lexicon.parties.unaffiliated_nouns
        owners = owners or self._spoken_for(token, lemma, antecedents)
        if owners and not (unaffiliated and not self._is_described(token)):
            groups = (self._offices.group(o, words, unaffiliated=unaffiliated) for o in owners)
            return unique([*groups])
        earlier = antecedents.group(token, lemma) if self._agents.is_definite(token) else None
        return (earlier or self._offices.unnamed(self._label(token, words), None, words),)

    def _owners(self, token: Token) -> list[Agent]:
        return [self._agents.principal(agent) for agent in self._agents.belonging(token)]

    def _plural(self, token: Token) -> str:
        """'officials', also for 'an official'; documents stay one."""
        document = lemma_of(token) in self._lexicon.parties.document_nouns
        return token.lower if document or token.tag.endswith("S") else plural(token.lower)

    def early(self, token: Token, antecedents: Antecedents) -> tuple[Agent, ...]:
        """Groups that `token` brings in; those that refer back come later."""
        names = self._agents.names
        of_name = any(noun.i in names for noun in syntax.after(token, "of"))
        one = token.tag == "NN" and syntax.governor(token)[0] == "subject"
        new = bool(self._types(token)) and syntax.noun_head(token) == token
        new = new and not (self._agents.is_definite(token) and self._named(token, antecedents))
        told = one or of_name or new or bool(self._agents.attributed(token))
        return self.of(token, antecedents) if told and token.i not in names else ()

    def unnamed(self, token: Token) -> tuple[Agent, ...]:
        """'three countries', 'relief agencies', 'a rebel group': collectives that nobody names."""
        parties, lemma = self._lexicon.parties, lemma_of(token)
        collective = lemma in parties.body_nouns | parties.state_nouns
        if not collective or token.pos != "NOUN" or self._agents.is_definite(token):
            return ()
        if token.tag == "NN" and lemma not in parties.movement_nouns:
            return ()
        if lemma in parties.state_nouns and not (syntax.attributes(token) or _counted(token)):
            return ()  # 'all states' are nobody in particular
        label = " ".join([*_counted(token), self._label(token, token.lower)])
        return (self._offices.unnamed(label[:1].upper() + label[1:].lower(), None, token.lower),)

    def listed(self, token: Token) -> tuple[Agent, ...]:
        """'seven nations, including X and Y', 'allies such as X': those that are named."""
        parties = self._lexicon.parties
        nouns = parties.state_nouns | parties.relational_nouns | parties.pair_nouns
        if token.tag != "NNS" or lemma_of(token) not in nouns:
            return ()
        inside = syntax.after(token, "including", "such as", "like")
        return unique([a for n in inside for a in self._agents.of_phrase(n)])

    def _is_described(self, token: Token) -> bool:
        return syntax.owner(token) is not None or bool(self._agents.attributed(token))

    def _label(self, token: Token, words: str) -> str:
        """What unnamed people are called: `words` with what describes them last."""
        modifiers = [t for t in syntax.attributes(token) if t.pos in ("ADJ", "NOUN", "PROPN")]
        names = [self._agents.names[t.i] for t in modifiers if t.i in self._agents.names]
        if names and names[-1].suffix:  # 'Iran-backed fighters' are no Iranian ones
            return f"{names[-1].text}-{names[-1].suffix} {words}"
        first = len(modifiers) - 1
        while first > 0 and modifiers[first - 1].text.istitle():  # 'West African leaders'
            first -= 1
        label = " ".join([*(t.text for t in modifiers[max(first, 0) :]), words])
        return label[:1].upper() + label[1:]

    def _spoken_for(self, token: Token, lemma: str, antecedents: Antecedents) -> list[Agent]:
        """'a spokesman said': he speaks for the body, else the state, that was named last."""
        if lemma not in self._lexicon.parties.aide_nouns or self._agents.is_definite(token):
            return []
        found = antecedents.voice(token)
        return [self._agents.principal(found)] if found is not None else []

    # --- armed bands ------------------------------------------------------

    def _types(self, token: Token) -> frozenset[str]:
        """Which kind of armed band `token` is, if any: only `irregular` ones may be a state's."""
        if token.pos not in ("NOUN", "PROPN"):
            return frozenset()
        return self._lexicon.types(lemma_of(token), frozenset()) & {"hostile", "irregular"}

    def _band(
        self, token: Token, owners: list[Agent], antecedents: Antecedents
    ) -> tuple[Agent, ...]:
        """'M23 rebels', 'Chadian rebels', 'the rebels': an armed group, else one of no state."""
        described = syntax.noun_head(token) != token  # 'rebel positions'
        words = self._plural(token) if described else token.lower
        armed = [o for o in owners if o.kind == "ArmedGroup"]
        if not armed and "hostile" not in self._types(token):
            armed = owners
        if armed:
            return unique([self._offices.group(o, words, unaffiliated=False) for o in armed])
        owned = owners if syntax.owner(token) is not None else []
        states = self._agents.attributed(token) or tuple(o for o in owned if o.kind == "State")
        others = states or {t.lower for t in syntax.attributes(token)} & _OTHERS
        known = None if others else self._known(token, antecedents)
        return (known or self._new_band(token, states, words),)

    def _new_band(self, token: Token, states: Sequence[Agent], words: str) -> Agent:
        """'Chadian rebels', 'gunmen': a band that nobody has named, after the state it is from."""
        label = f"{self._offices.adjective(states[0])} {words}" if states else ""
        band = self._offices.unnamed(label or self._label(token, words), None, words)
        if not (token.tag == "NN" and "lone" in self._lexicon.types(lemma_of(token), frozenset())):
            self._bands.add(band.key)
        return band

    def _known(self, token: Token, antecedents: Antecedents) -> Agent | None:
        """The armed group that the article calls so, or has named alone so far."""
        mentions = antecedents.mentions(token)
        called = self._one(m for m in mentions if self._is_called(m, lemma_of(token)))
        known = syntax.noun_head(token) != token or self._agents.is_definite(token)
        if called is not None or not known:
            return called
        bands = [m for m in mentions if m.index < token.i and self.is_band(m.agent)]
        same = [m for m in bands if m.words == lemma_of(token)]
        told = [found for found in (self._named(token, antecedents), same) if found]
        first = sorted(told, key=lambda found: found[0].index)  # whoever was told of first
        return next(filter(None, map(self._one, (*first, bands))), None)

    def _named(self, token: Token, antecedents: Antecedents) -> list[Mention]:
        """Where armed groups are named before `token`."""
        mentions = antecedents.mentions(token)
        return [m for m in mentions if m.index < token.i and m.agent.kind == "ArmedGroup"]

    def _is_called(self, mention: Mention, lemma: str) -> bool:
        """'NPA rebels', 'rebels of the NPA': an armed group with the noun beside its name."""
        told = mention.words if mention.agent.kind == "Group" else ""
        name = "" if mention.words else lemma_of(self._tree[mention.index])
        armed = self._agents.principal(mention.agent).kind == "ArmedGroup"
        return lemma in (told, name) and armed

    def _one(self, mentions: Iterable[Mention]) -> Agent | None:
        """The one agent behind all `mentions`; None where there are several or none."""
        found = {self._agents.principal(m.agent).key: m.agent for m in mentions}
        return next(iter(found.values())) if len(found) == 1 else None


def _counted(token: Token) -> list[str]:
    """The number in front of a phrase: 'three' of 'three countries'."""
    return [t.text for t in token.children if t.pos == "NUM" and t.i == token.left_edge.i]


def is_counted_pair(token: Token) -> bool:
    """'the two countries', 'both sides', 'either army'; 'two diplomats' may be anybody."""
    words = {c.lower for c in token.children if c.i < token.i}
    known = bool(words & {"the", "these", "those"})
    return bool(words & {"both", "either", "neither"}) or ("two" in words and known)


def is_pair(token: Token) -> bool:
    """A counted pair, or a plural that may be one: 'the countries'."""
    return is_counted_pair(token) or token.tag == "NNS"
