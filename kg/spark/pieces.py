"""One article as linking sees it, with all that linking its claims to others needs of it.

What travels through a shuffle has nobody to ask: a claim brings the agents, the date, the story of
its article with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from kg.link.agents import principals
from kg.link.events import taken_up
from kg.link.group import Group, Told
from kg.link.happenings import by_article
from kg.link.items import with_items
from kg.link.likeness import likeness
from kg.link.measures import with_kinds
from kg.link.mentions import Mention, mention, order
from kg.link.people import renamed
from kg.link.sights import Sight, completed, sight
from kg.link.voices import Edition, Voices
from kg.model import Agent, Article, Claim, Reading, with_owners
from kg.rdf.articles import text_digest
from kg.spark import stories
from kg.spark.agents import Joined


@dataclass(frozen=True, slots=True)
class Home:
    """An article without its text, the story it is in, and which version of a report it is."""

    article: Article
    story: str
    first: str
    edition: Edition | None = None


@dataclass(frozen=True)
class Beside:
    """What has to be known to judge some claims: by key, by claim id, by article.

    `followers` are claims that take up the claim of an id, `above` what claims take up.
    """

    followers: Mapping[str, list[Claim]] = field(default_factory=dict)
    above: Mapping[str, Claim] = field(default_factory=dict)
    agents: Mapping[str, Agent] = field(default_factory=dict)
    homes: Mapping[str, Home] = field(default_factory=dict)

    def voices(self) -> Voices:
        """Whose word claims are, as far as these articles tell."""
        homes = self.homes.items()
        told = {name: home.story for name, home in homes}
        return Voices(
            self.agents,
            {name: home.article for name, home in homes},
            {home.first: home.story for home in self.homes.values()} | told,
            {name: home.edition for name, home in homes if home.edition},
        )


@dataclass(frozen=True, slots=True)
class Whole:
    """An article that is ready to be linked: its claims in order, all its agents by key."""

    article: Article
    told: stories.Told
    claims: tuple[Claim, ...]
    agents: dict[str, Agent]

    @property
    def home(self) -> Home:
        """What its claims bring of it."""
        bare = replace(self.article, text="", digest=text_digest(self.article))
        return Home(bare, self.told.story.id, self.told.first, self.told.edition)


@dataclass(frozen=True, slots=True)
class Piece:
    """What one article tells of one event, with what is beside it."""

    told: Told
    beside: Beside


@dataclass(frozen=True, slots=True)
class Gathering:
    """What articles tell of one event, or of a series alone, with what is beside it."""

    group: Group
    beside: Beside


def whole(reading: Reading, told: stories.Told, joined: Joined) -> Whole:
    """The article of a reading that went through `kg.link.unnamed.apart`."""
    article = reading.article
    items = with_kinds(with_items(reading.claims, {article.name: article}))
    claims = renamed(sorted(items, key=order), joined.same)
    return Whole(article, told, tuple(claims), joined.of(reading))


def pieces(one: Whole) -> Iterator[Piece]:
    """What an article tells of each event, all its claims that take up no other gathered."""
    like = likeness()
    counts_as = principals(one.agents.values())
    heads, followers = taken_up(one.claims, counts_as)
    by_id = {claim.id: claim for claim in one.claims}

    def see(seen: Mention) -> Sight:
        taking = followers.get(seen.claim.id, ())
        own = (mention(claim, one.article, counts_as, like.tree) for claim in taking)
        return completed(*(sight(m, one.article, one.agents, like.tree) for m in (seen, *own)))

    mentions = (mention(claim, one.article, counts_as, like.tree) for claim in heads)
    for told in by_article(mentions, see, like):
        ids = [member.claim.id for member in told.members]
        taken = {key: followers[key] for key in ids if key in followers}
        claims = [*(by_id[key] for key in ids), *(c for some in taken.values() for c in some)]
        yield Piece(told, beside(one, claims, taken))


def beside(
    one: Whole, claims: Iterable[Claim], followers: Mapping[str, list[Claim]] | None = None
) -> Beside:
    """What has to be known to judge some `claims` of an article."""
    found = list(claims)
    by_id = {claim.id: claim for claim in one.claims}
    above = {c.about: by_id[c.about] for c in found if c.about and c.about in by_id}
    agents = with_owners(keys((*found, *above.values())), one.agents)
    by_key = {agent.key: agent for agent in agents}
    return Beside(followers or {}, above, by_key, {one.article.name: one.home})


def keys(claims: Iterable[Claim]) -> set[str | None]:
    """Keys of all agents that claims name."""
    return {k for c in claims for k in (*c.actors, *c.recipients, *c.via, c.claimant)}


def together(many: Iterable[Beside]) -> Beside:
    """All that is beside the claims of several articles."""
    held = list(many)
    if len(held) == 1:
        return held[0]
    return Beside(
        {key: found for one in held for key, found in one.followers.items()},
        {key: found for one in held for key, found in one.above.items()},
        {key: found for one in held for key, found in one.agents.items()},
        {key: found for one in held for key, found in one.homes.items()},
    )
