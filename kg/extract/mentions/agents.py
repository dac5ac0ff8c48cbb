"""Noun phrases to agents: names, people, roles ("the spy agency"), groups, and what refers back."""

from __future__ import annotations

from kg.extract.lemmas import lemma_of
from kg.extract.mentions import abridged, pronouns
from kg.extract.mentions.belonging import AGENT_FORMS, Belongings, unique
from kg.extract.mentions.coreference import Antecedents, Mention, clause_subject, other_subject
from kg.extract.mentions.epithets import Epithets
from kg.extract.mentions.geography import Geography
from kg.extract.mentions.groups import Groups, is_counted_pair, is_pair
from kg.extract.mentions.homonyms import told_apart
from kg.extract.mentions.identities import Identities
from kg.extract.mentions.knowledge import Knowledge
from kg.extract.mentions.offices import Offices
from kg.extract.mentions.paragraphs import Stories, parties
from kg.extract.mentions.people import People
from kg.extract.mentions.places import Places
from kg.extract.voice.speakers import Speakers
from kg.knowledge.tables import RoleRow
from kg.language import syntax
from kg.language.hanging import below, relation
from kg.language.names import Name
from kg.language.tree import Token, Tree
from kg.model import Agent, Article

_BODIES = frozenset({"GovernmentBody", "Organization", "ArmedGroup"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})


class Agents:
    """Resolves the noun phrases of one article; the same token gives the same agents."""

    def __init__(
        self, tree: Tree, article: Article, knowledge: Knowledge, speakers: Speakers
    ) -> None:
        self.tree, self.article, self._speakers = tree, article, speakers
        self._gazetteer, self._lexicon = knowledge.gazetteer, knowledge.lexicon
        self._knowledge = knowledge
        self._finder = knowledge.finder
        self._names = told_apart(tree, knowledge)
        self.names = {i: n for n in self._names for i in range(n.start, n.end)}
        geography = Geography(tree, self.names)
        self.people = People(tree, self._names, knowledge, article.published, geography.placed)
        geography.people = self.people.at
        self.places = Places(self.names, self._agent, geography)
        self._offices = Offices(tree, article, self.names, knowledge)
        self._belongings = Belongings(self, knowledge.lexicon)
        self.groups = Groups(self, self._offices, knowledge.lexicon)
        self._epithets = Epithets(knowledge)
        self._cache: dict[int, tuple[Agent, ...]] = {}
        self.seen: dict[str, Agent] = {}
        self.stories = Stories(
            tree, parties(tree, self.names, self.people, self.places, self._agent)
        )
        self._antecedents = Antecedents(tree, self._name_mentions(), self.stories.same)
        who = Identities(tree, self.people, self._belongings, self._offices, knowledge.gazetteer)
        who.settle(self._nearby)
        for person in self.people.mentions:
            self._note(person.agent)
        self._antecedents = Antecedents(tree, self._mentions(), self.stories.same)
        self._cache.clear()

    def of_phrase(self, token: Token | None) -> tuple[Agent, ...]:
        """Agents that the noun phrase headed by `token` names, with those joined to it by 'and'."""
        if token is None:
            return ()
        heads = (token, *syntax.conjuncts(token))
        return unique([agent for head in heads for agent in self.single(head)])

    def speaking(self, token: Token) -> tuple[Agent, ...]:
        """Agents of a phrase that is the subject of speech: known ones, else who it says it is."""
        found = self.of_phrase(token)
        if found or token.pos not in ("NOUN", "PROPN") or token.i in self.names:
            return found
        owned = [self.principal(a) for a in self.belonging(token)]
        lemma, lexicon = lemma_of(token), self._lexicon
        if lemma in lexicon.mentions.claim_nouns:
            return unique(owned)
        if lemma in lexicon.nouns or lemma in lexicon.mentions.circumstance_nouns:
            return ()  # an attack or a day says nothing
        private = lemma in lexicon.parties.media_nouns or self._belongings.is_former(token)
        return self._noted(self._source(token, owned[0].key if owned and not private else None))

    def _source(self, token: Token, of: str | None) -> tuple[Agent, ...]:
        """Somebody of `of` whom no table lists, by name or by what he is; no thing."""
        if token.pos == "PROPN" and not self.is_definite(token):
            name = self.tree[token.i : syntax.name_end(token)].text
            return self._one(self.people.made(name, of))
        silent = self.people.naming.is_silent(lemma_of(token))
        return () if silent else (self._offices.described(token, of),)

    def belonging(self, noun: Token) -> tuple[Agent, ...]:
        """Agents that `noun` belongs to: "Chad's north", 'Iraqi troops', 'the army of Mali'."""
        return self._noted(self._belongings.of(noun))

    def whose(self, token: Token | None) -> tuple[Agent, ...]:
        """Agents that the phrase of `token` names; where it names nobody, whom it belongs to."""
        return self.of_phrase(token) or (self.belonging(token) if token is not None else ())

    def unnamed(self, noun: Token) -> tuple[Agent, ...]:
        """'three countries', 'relief agencies': collectives that act without a name."""
        return self._noted(self.groups.unnamed(noun))

    def attributed(self, noun: Token) -> tuple[Agent, ...]:
        """States and organisations named in front of `noun` as attributes: 'U.S. and Polish'."""
        return self._belongings.attributed(noun)

    def leading(self, noun: Token) -> tuple[Agent, ...]:
        """Agents of 'U.S.-led' and the like in front of `noun`."""
        return self._belongings.leading(noun)

    def with_role(self, noun: Token) -> tuple[Agent, ...]:
        """'government forces', 'rebel positions': whose role stands in front of `noun`."""
        bands = self.groups.describing(noun, self._antecedents)
        if bands:
            return bands
        for word in syntax.attributes(noun):
            role = self._offices.words(word) if word.pos == "NOUN" else ""
            same = self._antecedents.with_role(noun, "", role) if role else None
            if same is not None:
                return (same,)
            row = self._gazetteer.role(role, None) if role else None
            armed = lemma_of(noun) in self._lexicon.parties.group_nouns
            if row is not None and row.role == "government" and armed:
                state = self._state_of_role(word, row)
                return (self._offices.agent(row, state, role),) if state is not None else ()
        return ()

    def entry(self, name: Name, forms: tuple[str, ...] = AGENT_FORMS) -> Agent | None:
        """The agent that `name` stands for in one of the `forms`; None where in none."""
        key = name.key(*forms)
        return self._agent(key) if key is not None else None

    def is_in_name(self, token: Token) -> bool:
        """Whether `token` is a word of a person's name, or of a longer name: no event word."""
        name = self.names.get(token.i)
        longer = name is not None and name.end - name.start > 1 and bool(name.entries)
        return longer or token.i in self.people.at

    def home(self, agent: Agent) -> Agent:
        """The state that a person or firm belongs to, whether or not it speaks for it."""
        of = agent.of or self.people.origin.get(agent.key)
        return self._agent(of) if of and agent.kind in ("Person", "Company") else agent

    def nearest_party(self, token: Token) -> tuple[Agent, ...]:
        """The nearest earlier subject with a state: who 'a meeting with X' leaves out."""
        return self._one(self._antecedents.affiliated(token))

    def principal(self, agent: Agent) -> Agent:
        """The state or organisation that counts when `agent` acts."""
        return self._agent(agent.principal) if agent.principal != agent.key else agent

    def single(self, token: Token) -> tuple[Agent, ...]:
        """Agents that `token` itself stands for, nobody that is joined to it."""
        if token.i not in self._cache:
            self._cache[token.i] = ()  # a phrase that refers to itself refers to nothing
            self._cache[token.i] = self._noted(self._resolve(token))
        return self._cache[token.i]

    def _resolve(self, token: Token) -> tuple[Agent, ...]:
        person = self.people.at.get(token.i) or self.people.behind_title(token.i)
        if person is not None:
            return (person.agent,)
        if token.pos == "PRON" or pronouns.kind(token) is not None:
            return self._pronoun(token)
        name = self.names.get(token.i)
        if name is not None and not self._is_longer_role(token, name):
            return self._one(self._named(name))
        return self._beside(token) or self._common(token)

    def _beside(self, token: Token) -> tuple[Agent, ...]:
        """'Colonel X', 'the colonel, X': whom a name tells that hangs on a common noun."""
        for child in below(token, "name part", "apposition", "title"):
            gap = self.tree[token.i + 1 : child.left_edge.i].text
            near = relation(child) != "apposition" or gap in ("", ",")
            if child.i in self.people.at and near:
                return self.of_phrase(child)
            behind = child.left_edge.i == token.i + 1 and not child.left_edge.is_punct
            if behind and child.i in self.names and (agent := self._named(self.names[child.i])):
                return (agent,)
        return ()

    def _named(self, name: Name) -> Agent | None:
        agent = self.entry(name)
        if agent is not None and self._form(name) == "demonym":
            return self._offices.unnamed(name.text, agent.key, name.text)  # 'Norwegians'
        return agent

    def _form(self, name: Name) -> str:
        return name.entries[0].form if name.entries else ""

    def _common(self, token: Token) -> tuple[Agent, ...]:
        """Agents that a common noun tells: by number, list, role, group or description."""
        if token.pos not in ("NOUN", "PROPN", "ADJ"):
            return ()
        found = self._pair(token) if is_counted_pair(token) else ()
        found = found or self.groups.listed(token)
        words = self._offices.words(token)
        if not found and words and not self._offices.is_unnamed(token, words):
            found = self._by_role(token, words)
        if found:
            return found
        if self.groups.holds(token):
            return self.groups.of(token, self._antecedents)
        return self._described(token) if self.is_definite(token) else ()

    def _described(self, token: Token) -> tuple[Agent, ...]:
        """'the countries', 'the country', 'the bloc', 'the group': what they refer back to."""
        lemma, nouns, owner = lemma_of(token), self._lexicon.parties, syntax.owner(token)
        if owner is None and is_pair(token) and lemma in nouns.pair_nouns:
            return self._pair(token)
        if lemma in nouns.state_nouns and (token.tag == "NN" or owner is not None):
            return self._state_described(token)
        if self._epithets.blocs(token):
            key = self._epithets.bloc(token, self._antecedents)
            return (self._agent(key),) if key is not None else ()
        body = lemma in nouns.body_nouns and token.tag == "NN"
        return self._body_described(token, lemma) if body else ()

    def _body_described(self, token: Token, lemma: str) -> tuple[Agent, ...]:
        """'the agency', 'the group': the one in front of it, else the one named before."""
        named = [a for a in self.attributed(token) if a.kind in _BODIES]
        if named:  # 'the Houthi rebel group'
            return unique(named)
        movement = lemma in self._lexicon.parties.movement_nouns
        return self._one(self._antecedents.body(token, lemma, movement=movement))

    def _state_described(self, token: Token) -> tuple[Agent, ...]:
        """'its state', which is whoever 'it' is; 'the kingdom', one that may be called so."""
        owner = syntax.owner(token)
        if owner is not None:
            relational = lemma_of(token) in self._lexicon.parties.relational_nouns
            return () if relational else unique([self.principal(a) for a in self.single(owner)])
        barred = frozenset(a.principal for a in self.of_phrase(other_subject(token)))
        return self._one(self._epithets.state(token, self._antecedents, barred))

    def _pair(self, token: Token) -> tuple[Agent, ...]:
        """'the two countries', 'both sides': whom they are, () where `token` means no pair."""
        lemma = lemma_of(token)
        if lemma not in self._lexicon.parties.pair_nouns:
            return ()
        return self._antecedents.pair(token, self.groups.sides(lemma))

    def _one(self, agent: Agent | None) -> tuple[Agent, ...]:
        return (agent,) if agent is not None else ()

    def is_definite(self, token: Token) -> bool:
        """Whether 'the', 'its' and the like stand in front of `token`."""
        return any(c.lower in _DEFINITE for c in token.children if c.i < token.i)

    def _is_longer_role(self, token: Token, name: Name) -> bool:
        """'Supreme Defence Council' is a role, though 'Defence Council' may be a name."""
        return len(self._offices.words(token).split()) > name.end - name.start

    def _by_role(self, token: Token, words: str) -> tuple[Agent, ...]:
        states = [self.principal(a) for a in self.belonging(token)]
        states = [s for s in states if s.kind == "State" or s.kind.endswith("Organization")]
        if same := self._unabridged(token, words, states):
            return (same,)
        if not states:
            return self._role_without_state(token, words)
        found: list[Agent] = []
        for state in states:
            if role := self._gazetteer.role(words, state.key):
                found.append(self._offices.agent(role, state, words))
                self.people.origin.setdefault(found[-1].key, state.key)
        return unique(found)

    def _unabridged(self, token: Token, words: str, states: list[Agent]) -> Agent | None:
        if not (states or self.is_definite(token)):
            return None
        others = abridged.fuller(token, words, self._offices, self._knowledge)
        same = (other for other in others if self.stories.same(other.idx, token.idx))
        named = [(other.i, agent) for other in same for agent in self.single(other)]
        return abridged.meant(token, named, {state.key for state in states})

    def _role_without_state(self, token: Token, words: str) -> tuple[Agent, ...]:
        definite = self.is_definite(token)
        if not definite and relation(token) not in ("subject", "passive subject"):
            return ()
        if own := definite and self.people.introduced_as(words, token.i):
            return (own,)
        row = self._gazetteer.any_role(words)
        role = row.role if row is not None else ""
        if role in self._lexicon.parties.generic_roles:
            return self._one(self._antecedents.body(token, lemma_of(token)))
        same = self._antecedents.with_role(token, role, words)
        if same is not None or not definite:
            return self._one(same)
        state = self._state_of_role(token, row)
        known = self._gazetteer.role(words, state.key) if state is not None else None
        return (self._offices.agent(known, state, words),) if known and state else ()

    def _state_of_role(self, token: Token, role: RoleRow | None) -> Agent | None:
        """Whose army or minister is meant where nobody says: a body's is the article's state."""
        if lemma_of(token) in self._lexicon.parties.opposed_nouns:
            critics = self.of_phrase(clause_subject(token))
            return self._antecedents.setting(token, frozenset(a.principal for a in critics))
        speaker = self._antecedents.affiliated(token)
        state = self.principal(speaker) if speaker is not None else None
        body = role is not None and role.kind == "body"
        if body or state is None or state.kind != "State":
            return self._antecedents.setting(token) or state
        return state

    def _pronoun(self, token: Token) -> tuple[Agent, ...]:
        said = self.of_phrase(pronouns.own_words(token, self._speakers.speech.is_verb))
        if said:  # 'it' of a minister is his state
            people = pronouns.kind(token) == "neutral" and said[0].kind != "GovernmentBody"
            return unique([self.principal(a) for a in said]) if people else said
        same = pronouns.same_subject(token) or pronouns.answerable(token, self._moves)
        if same := same or pronouns.main_subject(token):
            return self.single(same)
        if told := self.of_phrase(pronouns.addressed(token)):
            return told
        match pronouns.kind(token):
            case "first":
                return self._author(token)
            case "personal":
                return self._one(self._antecedents.person(token, self._speakers.said_by(token)))
            case "neutral":
                said_by = self._speakers.said_by(token)
                return self._one(self._antecedents.state_or_body(token, said_by))
            case "plural":
                return self._antecedents.several(token)
        return ()

    def _moves(self, noun: Token) -> bool:
        """'the dispatch of', 'the supply of': a noun whose 'of' tells what somebody sends."""
        frames = self._lexicon.nouns.get(lemma_of(noun), ())
        return any("of" in frame.theme and frame.phase == "starts" for frame in frames)

    def _author(self, token: Token) -> tuple[Agent, ...]:
        """Who says 'we': the speaker; else the person of the byline, else the publisher."""
        if (speech := self._speakers.said(token)) is not None:
            return self.of_phrase(speech.speaker)
        signed = pronouns.byline(self.tree, self.people, token)
        if signed is not None:
            return (self.people.at[signed].agent,)
        entries = self._finder.entries(self.article.publisher)
        return (self._agent(entries[0].key),) if entries else ()

    def _nearby(self, token: Token) -> Agent | None:
        """Whom 'Foreign Minister X' speaks for, no state told: who is named before."""
        found = self._antecedents.affiliated(token, here=True)
        return found or self._antecedents.setting(token) or self._antecedents.affiliated(token)

    def _mentions(self) -> list[Mention]:
        """Every name in the article as a possible antecedent, in order."""
        found = [Mention(person.start, person.agent) for person in self.people.mentions]
        found += self._name_mentions()
        for token in self.tree:
            words = self._offices.words(token) if token.pos == "NOUN" else ""
            if words and token.i not in self.names and not self._offices.is_unnamed(token, words):
                found += [Mention(token.i, a, words=words) for a in self._early(token)]
            elif token.pos == "NOUN" and self.groups.holds(token):
                early = self.groups.early(token, self._antecedents)
                found += [Mention(token.i, a, words=lemma_of(token)) for a in early]
        return sorted(found, key=lambda m: m.index)

    def _name_mentions(self) -> list[Mention]:
        """The states, bodies and organisations that are named."""
        found: list[Mention] = []
        for name in self._names:
            free = name.start not in self.people.at and not name.suffix
            if free and (agent := self.entry(name)) is not None:
                head = self.tree[name.start : name.end].root.i
                found.append(Mention(head, agent, self._is_weak(name, head)))
        return found

    def _is_weak(self, name: Name, head: int) -> bool:
        """Named by an adjective, or as an attribute of another noun: 'U.S. troops'."""
        token = self.tree[head]
        attribute = syntax.governor(token)[0] == "modifier" and syntax.owner(token.head) != token
        return attribute or self._form(name) in ("adjective", "demonym")

    def _early(self, token: Token) -> tuple[Agent, ...]:
        """Role phrases with a state of their own; those that refer back come later."""
        owner = syntax.owner(token)
        if owner is not None and owner.pos == "PRON":
            return ()
        of_state = any(noun.i in self.names for noun in syntax.after(token, "of", "for"))
        told = owner is not None or of_state or self.attributed(token)
        return self._by_role(token, self._offices.words(token)) if told else ()

    def _agent(self, key: str) -> Agent:
        if key not in self.seen:  # what the article made itself is in no gazetteer
            self._note(self._gazetteer.agent(key, self.article.published))
        return self.seen[key]

    def _noted(self, agents: tuple[Agent, ...]) -> tuple[Agent, ...]:
        for agent in agents:
            self._note(agent)
        return agents

    def _note(self, agent: Agent) -> None:
        self.seen.setdefault(agent.key, agent)
        if agent.of and agent.of not in self.seen:
            self.seen[agent.of] = self._gazetteer.agent(agent.of, self.article.published)
