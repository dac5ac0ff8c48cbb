"""What each article tells, found from it alone: articles that are as they were give the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.link.group import Told
from kg.link.happenings import by_article
from kg.link.likeness import Likeness, likeness
from kg.link.mentions import Mention, mention
from kg.link.recall import Recall, content
from kg.link.sights import Sight, completed, sight
from kg.model import Agent, Article, Claim


@dataclass(frozen=True, slots=True)
class Telling:
    """The claims of one article that stand on their own, and by the id of each what takes it up.

    `agents` are its parties, as far as they are known.
    """

    article: Article | None
    heads: tuple[Mention, ...]
    followers: Mapping[str, tuple[Mention, ...]]
    agents: Mapping[str, Agent]

    def content(self) -> bytes:
        """All that follows from an article follows from this."""
        article = self.article
        text = (article.text, article.body, article.published) if article else None
        labels = sorted((key, agent.label) for key, agent in self.agents.items())
        return content(text, self.heads, sorted(self.followers.items()), labels)


@dataclass(frozen=True, slots=True)
class Seen:
    """A `Told` by the ids of its claims; `why` as pairs."""

    claims: tuple[str, ...]
    sight: Sight
    why: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Linking:
    """Looks up what tells the events of claims apart: articles by name, for their days and words,
    agents by key, for labels, and whom each agent counts as by its key; `like` weighs it.
    """

    articles: Mapping[str, Article]
    agents: Mapping[str, Agent]
    principals: Mapping[str, str]
    like: Likeness = field(default_factory=likeness)

    def tellings(
        self, heads: Iterable[Claim], followers: Mapping[str, list[Claim]]
    ) -> Iterator[Telling]:
        """What each article tells; `heads` and `followers` as `kg.link.events.taken_up` has it."""
        held: dict[str, list[Claim]] = defaultdict(list)
        for claim in heads:
            held[claim.article].append(claim)
        for name in sorted(held):
            mentions = tuple(map(self._mention, held[name]))
            taken = {c.id: tuple(map(self._mention, followers.get(c.id, ()))) for c in held[name]}
            every = (*mentions, *(m for some in taken.values() for m in some))
            keys = {key for m in every for key in (*m.actors, *m.recipients)}
            agents = {key: self.agents[key] for key in keys if key in self.agents}
            yield Telling(self.articles.get(name), mentions, taken, agents)

    def told(self, tellings: Iterable[Telling], recall: Recall) -> Iterator[Told]:
        """What articles tell of one event each, by article and item."""
        given = list(tellings)
        for telling, found in zip(
            given, recall(tuple[Seen, ...], given, Telling.content, self._seen), strict=True
        ):
            by_id = {m.claim.id: m for m in telling.heads}
            for one in found:
                yield Told(tuple(by_id[c] for c in one.claims), one.sight, dict(one.why))

    def _mention(self, claim: Claim) -> Mention:
        return mention(claim, self.articles.get(claim.article), self.principals, self.like.tree)

    def _seen(self, telling: Telling) -> tuple[Seen, ...]:
        def see(one: Mention) -> Sight:
            every = (one, *telling.followers[one.claim.id])
            tree = self.like.tree
            return completed(*(sight(m, telling.article, telling.agents, tree) for m in every))

        return tuple(
            Seen(tuple(m.claim.id for m in told.members), told.sight, tuple(told.why.items()))
            for told in by_article(telling.heads, see, self.like)
        )
