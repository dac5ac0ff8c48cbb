"""Sights and what articles tell, by hand, from claims of `tests.link.claims`."""

from __future__ import annotations

from datetime import date
from typing import Any

from kg.link.classes import class_tree
from kg.link.group import Group, Told, one
from kg.link.mentions import Mention, mention
from kg.link.sights import Sight, sight
from kg.model import Article
from tests.link.claims import AGENTS, claim

HELD = {agent.key: agent for agent in AGENTS}


def mentioned(article: str = "a", published: str | None = "2021-03-01", **slots: Any) -> Mention:
    """A claim as linking takes it; it counts for those who act in it."""
    day = date.fromisoformat(published) if published else None
    given = claim(article, slots.pop("at", 0), **slots)
    return mention(given, Article(article, "", published=day), {}, class_tree())


def seen(given: Mention) -> Sight:
    """What it shows where the text is not at hand."""
    return sight(given, None, HELD, class_tree())


def told(article: str = "a", published: str | None = "2021-03-01", **slots: Any) -> Told:
    """What an article of one claim tells."""
    given = mentioned(article, published, **slots)
    return Told((given,), seen(given))


def group(*given: Told) -> Group:
    """What they tell as one event, shown as the first shows it."""
    return one(given, given[0].sight, {})
