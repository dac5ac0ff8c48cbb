"""What the parts that read one article share: its parse, its agents, and the claims so far."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.extract.frames.roles import Roles
from kg.extract.lemmas import joined_of, lemma_of, names_of
from kg.extract.measure.measures import Measures
from kg.extract.measure.timing import Timing
from kg.extract.mentions.agents import Agents
from kg.extract.mentions.knowledge import Knowledge
from kg.extract.resolve.anaphora import EventAnaphora
from kg.extract.scope.chain import Scopes
from kg.extract.scope.scope import Scope
from kg.extract.voice.speakers import Speakers
from kg.extract.write.writer import ClaimWriter
from kg.knowledge.frames import Frame
from kg.knowledge.lexicon import Lexicon
from kg.language import syntax
from kg.language.hanging import Relation, relation
from kg.language.quantities import find_quantities
from kg.language.times import find_times
from kg.language.tree import Token, Tree
from kg.model import Agent, Article, Claim

_NOMINAL: frozenset[Relation] = frozenset(
    {
        "subject",
        "passive subject",
        "clausal subject",
        "passive clausal subject",
        "object",
        "oblique",
        "nominal",
    }
)
"""What a gerund is to its head where it stands as nouns do."""
_LONGEST_HEADLINE = 25
"""Tokens of a first line that may be a headline; longer ones without a full stop are prose."""


@dataclass(frozen=True, eq=False)
class Context:
    """The reading of one article: its words, its agents, and the `claims` told so far."""

    article: Article
    tree: Tree
    knowledge: Knowledge
    scopes: Scopes
    speakers: Speakers
    agents: Agents
    roles: Roles
    anaphora: EventAnaphora
    writer: ClaimWriter
    headline: int
    claims: Sequence[Claim] = ()
    _frames: dict[int, tuple[Frame, ...]] = field(default_factory=dict)  # asked again and again

    @property
    def lexicon(self) -> Lexicon:
        """The words of events, cues and roles."""
        return self.knowledge.lexicon

    def frames(self, token: Token) -> tuple[Frame, ...]:
        """The frames that the lexicon has for `token` as an event word; none inside a compound."""
        if token.i not in self._frames:  # each pass asks again of each word
            self._frames[token.i] = self._frames_of(token)
        return self._frames[token.i]

    def _frames_of(self, token: Token) -> tuple[Frame, ...]:
        if self.agents.is_in_name(token):
            return ()
        if token.tag == "VBG" and syntax.governor(token)[0] == "modifier":
            return ()  # 'the negotiating teams': what they are for, no event
        return self._of_noun(token) if _is_nominal(token) else self._of_verb(token)

    def _of_verb(self, token: Token) -> tuple[Frame, ...]:
        if token.pos not in ("VERB", "AUX") or not token.tag.startswith("VB"):
            return ()
        names = names_of(token, self.lexicon.idioms)
        return tuple(frame for name in names for frame in self.lexicon.verbs.get(name, ()))

    def _of_noun(self, token: Token) -> tuple[Frame, ...]:
        shouted = token.text.isupper() and any(t.is_lower for t in token.sentence)
        if shouted or relation(token) == "compound":
            return ()  # 'AIDS' is no aid
        nouns, names = self.lexicon.nouns, (joined_of(token), lemma_of(token), token.lower)
        return next((nouns[name] for name in names if name in nouns), ())

    def scope(self, trigger: Token, support: Token | None) -> Scope:
        """What stands over `trigger`, with the speakers beside its tree."""
        return self.speakers.complete(self.scopes.read(trigger, support), trigger)

    def blamed(self, scope: Scope) -> tuple[Agent, ...]:
        """'blamed X for the attack': who is held to have done it."""
        return self.agents.whose(scope.accused)

    def thankful(self, scope: Scope, event_class: str) -> tuple[Agent, ...]:
        """'X thanked Y for its aid': who got what was done."""
        return () if event_class in self.lexicon.joint else self.agents.of_phrase(scope.thanking)

    def told(self, token: Token) -> list[Claim]:
        """The claims so far of the story that `token` stands in."""
        return [c for c in self.claims if self.agents.stories.same(token.idx, c.trigger.start)]

    def taken_up(
        self, noun: Token, classes: tuple[str, ...], parties: frozenset[str]
    ) -> Claim | None:
        """The claim of its story that `noun` takes up, as `EventAnaphora.antecedent` tells."""
        return self.anaphora.antecedent(noun, self.told(noun), classes, parties)

    def named(self, keys: Iterable[str]) -> tuple[Agent, ...]:
        """The agents of `keys`, which claims of the article name."""
        return tuple(self.agents.seen[key] for key in keys)

    def principals(self, keys: Iterable[str]) -> set[str]:
        """Keys of those whom the agents of `keys` act for."""
        return {agent.principal for agent in self.named(keys)}

    def setting(self, token: Token) -> tuple[Agent, ...]:
        """The state that most of the story of `token` is set in; none where it names no place."""
        same = self.agents.stories.same
        return self.agents.places.setting(lambda offset: same(token.idx, offset))

    def parties(self, scope: Scope) -> frozenset[str]:
        """Keys of those who speak in `scope`, and of whom they speak for."""
        agents = [a for s in scope.speakers for a in self.agents.of_phrase(s)]
        return frozenset({a.key for a in agents} | {a.principal for a in agents})


def opened(article: Article, tree: Tree, knowledge: Knowledge, scopes: Scopes) -> Context:
    """The context of an article of which nothing is read yet."""
    speakers = Speakers(tree, knowledge.lexicon)
    agents = Agents(tree, article, knowledge, speakers)
    times, headline = find_times(article.text, article.published), _headline(tree)
    timing = Timing(tree, times, knowledge.lexicon)
    measures = Measures(tree, find_quantities(article.text), knowledge.lexicon)
    return Context(
        article=article,
        tree=tree,
        knowledge=knowledge,
        scopes=scopes,
        speakers=speakers,
        agents=agents,
        roles=Roles(agents, knowledge.lexicon),
        anaphora=EventAnaphora(knowledge.lexicon, headline, times),
        writer=ClaimWriter(article, tree, measures, timing),
        headline=headline,
    )


def _is_nominal(token: Token) -> bool:
    noun = token.pos in ("NOUN", "PROPN") or syntax.has_determiner(token)
    return noun or _is_gerund_named(token)


def _is_gerund_named(token: Token) -> bool:
    """'Fighting between X and Y resumed', 'days of shelling in X': an event, named by a gerund."""
    link = relation(token)
    of_noun = link == "noun clause" and token.head.pos == "NOUN"
    marked = of_noun and any(c.lower == "of" and c.i < token.i for c in token.children)
    held = token.tag == "VBG" and (link in _NOMINAL or marked)
    return held and syntax.arguments(token).object is None


def _headline(tree: Tree) -> int:
    """One past the headline of `tree`: a short first line without a full stop; 0 where none is."""
    end = next((t.i for t in tree if t.is_break), 0)
    closed = end and tree[end - 1].text in (".", "!", "?", "…", "”", '"', ":")
    return 0 if closed or end > _LONGEST_HEADLINE else end
