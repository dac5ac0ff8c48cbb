"""Whose word a claim is, and when it was given: what figures and histories are told apart by.

A claim is the word of the state or body that its claimant counts as or speaks for, else of the
claimant itself; what an article says in its own voice is the word of its story.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from kg.link.mentions import order
from kg.link.slugs import slug
from kg.model import Agent, Article, Claim, Story, principal

OUTLETS = frozenset({"Media", "Company"})
"""Kinds that act for themselves and yet speak for the state that they belong to, if any."""
UNNAMED = frozenset({"Group", "Document"})
"""Kinds that one article makes of what it leaves unnamed; never the same in another."""
OWN = "story:"
"""Begins the voice of a story."""


@dataclass(frozen=True)
class Edition:
    """Which version of which page or report an article is; later ones sort behind."""

    report: str
    when: str


@dataclass(frozen=True)
class Voices:
    """Looks up voice, day and name of the claims of a corpus."""

    agents: Mapping[str, Agent]
    articles: Mapping[str, Article]
    stories: Mapping[str, str]
    editions: Mapping[str, Edition] = field(default_factory=dict)

    def of(self, claim: Claim) -> str:
        """Key of the agent whose word the claim is, or OWN and the id of its story."""
        if claim.claimant is None:
            return f"{OWN}{self.stories[claim.article]}"
        agent = self.agents.get(claim.claimant)
        if agent is not None and agent.kind in OUTLETS and agent.of:
            return principal(agent.of, self.agents)
        return principal(claim.claimant, self.agents)

    def day(self, claim: Claim) -> date | None:
        """When it was said, else when it was published."""
        if claim.said and (claim.said.start or claim.said.end):
            return claim.said.start or claim.said.end
        article = self.articles.get(claim.article)
        return article.published if article else None

    def place(self, claim: Claim) -> tuple[date, tuple[str, int, int, str]]:
        """Day, then place in the corpus: claims sort by this as they were said."""
        return self.day(claim) or date.min, order(claim)

    def edition(self, claim: Claim) -> str:
        """What versions of one report sort by; "" where an article is the only one."""
        edition = self.editions.get(claim.article)
        return edition.when if edition else ""

    def succeeds(self, claim: Claim, earlier: Claim) -> bool:
        """Whether the article of `claim` is a later version of that of `earlier`."""
        one, other = self.editions.get(claim.article), self.editions.get(earlier.article)
        return bool(one and other and one.report == other.report and one.when > other.when)

    def label(self, claim: Claim) -> str:
        """How the speaker is called; two articles may mean two speakers by the same words."""
        agent = self.agents.get(claim.claimant or "")
        return agent.label if agent else claim.claimant or ""

    def is_named(self, claim: Claim) -> bool:
        """Whether the claimant is somebody whom another article could mean too."""
        agent = self.agents.get(claim.claimant or "")
        if agent is None or agent.kind in UNNAMED:
            return False
        return not agent.key.endswith(f"-{slug(claim.article)}")


def voices(
    agents: Iterable[Agent], articles: Iterable[Article], stories: Iterable[Story]
) -> Voices:
    """The voices of a corpus."""
    given = tuple(articles)
    told = {name: story.id for story in stories for name in story.articles}
    return Voices(
        {agent.key: agent for agent in agents},
        {article.name: article for article in given},
        told,
        {**_editions(_corrected(given, told)), **_editions(_pages(given))},
    )


def _pages(articles: Iterable[Article]) -> Iterator[tuple[str, Article]]:
    """The articles that have an address, by it."""
    return ((article.url, article) for article in articles if article.url)


def _corrected(
    articles: tuple[Article, ...], stories: Mapping[str, str]
) -> Iterator[tuple[str, Article]]:
    """What an outlet tells of one story, by both, where one of its reports corrects the others."""
    told = {(a.publisher, stories.get(a.name)) for a in articles if a.corrected and a.publisher}
    for article in articles:
        key = article.publisher, stories.get(article.name)
        if key in told:
            yield f"{OWN}{key[1]} {key[0]}", article


def _editions(by_report: Iterable[tuple[str, Article]]) -> Mapping[str, Edition]:
    """The versions of reports of which there are several."""
    reports: dict[str, list[Article]] = defaultdict(list)
    for report, article in by_report:
        reports[report].append(article)
    return {
        article.name: Edition(report, _when(article))
        for report, versions in reports.items()
        if len(versions) > 1
        for article in versions
    }


def _when(article: Article) -> str:
    return f"{article.published or ''} {int(article.corrected)} {article.fetched}"
