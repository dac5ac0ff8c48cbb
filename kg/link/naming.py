"""Ids and labels of events and series: from what they are, never from a counter."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from kg.link.classes import ROOT, ClassTree, spoken
from kg.link.group import Group, Key
from kg.link.mentions import COARSE_DAYS
from kg.link.slugs import UNKNOWN, slug
from kg.model import Agent

SLUG_LENGTH = 72
"""Longest readable id: an IRI and a line of Turtle stay on one screen line."""
DIGEST_LENGTH = 8
"""Hex digits behind a slug that is not unique of itself: 4 billion values for one slug."""
_STATE = re.compile(r"[A-Z]{3}")
_DATED = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}|")


def tell_apart(groups: Iterable[Group], tree: ClassTree) -> None:
    """Scopes for groups of one class and parties: the year, with month, day or place where needed.

    The earliest keeps the shortest, so that it stays what it is when later ones come. Events of a
    day may have earlier ones in their year too, and are told by their day from the start.
    """
    keyed: dict[tuple[str, Key, Key], list[Group]] = {}
    for g in groups:
        keyed.setdefault((g.event_class, g.actors, g.recipients), []).append(g)
    for key in sorted(keyed):
        _scopes(keyed[key], tree.days_apart(key[0]))


def _scopes(groups: list[Group], apart: int) -> None:
    taken: set[str] = set()
    for g in sorted(groups, key=lambda g: (g.near is None, g.near or (), g.first)):
        known = g.day
        day = known.isoformat() if known else ""
        by_day = apart < COARSE_DAYS and (g.dated or g.days is not None)
        there = place(g)
        where = slug(there) if there else ""
        forms = [
            *([] if by_day else [day[:4], day[:7]]),
            day,
            *([f"{day}-{where}"] if where else []),
        ]
        if g.event_class == ROOT or not (g.actors or g.recipients):
            forms = []  # what names nobody could be anything
        g.scope = next((form for form in forms if form not in taken),
                       f"{day}.{g.members[0].claim.id}")  # fmt: skip
        taken.add(g.scope)


def place(g: Group) -> str:
    """The place that is told most; of several the longest, then the first in the alphabet."""
    told = [m.claim.place for m in g.members if m.claim.place]
    counts = Counter(told) if told else {}
    return min(counts, key=lambda p: (-counts[p], -len(p), p), default="")


def identifier(g: Group) -> str:
    """A slug of class, parties and scope; a digest of the same behind it where it is not plain."""
    if g.event_class == ROOT:
        claim = g.members[0].claim
        words = " ".join(claim.label.casefold().split()) or claim.id
        return f"event-{slug(words)[:40].strip('-') or UNKNOWN}-{_digest(g.scope)}"
    return named(
        g.event_class, g.actors, g.recipients, g.scope, has_sides=not g.members[0].unordered
    )


def named(event_class: str, actors: Key, recipients: Key, scope: str, *, has_sides: bool) -> str:
    """The readable id of a class, its parties and what tells it from the like of it."""
    sides = [actors or (UNKNOWN,), *([recipients or (UNKNOWN,)] if has_sides else [])]
    parts = [slug(event_class), *("_".join(map(_slugged, side)) for side in sides)]
    name = "-".join([*parts, *([slug(scope)] if scope else [])])
    plain = all(_STATE.fullmatch(key) for key in (*actors, *recipients))
    if plain and _DATED.fullmatch(scope) and len(name) <= SLUG_LENGTH and (actors or recipients):
        return name
    full = "\n".join((event_class, "\t".join(actors), "\t".join(recipients), scope))
    return f"{name[:SLUG_LENGTH].strip('-_')}-{_digest(full)}"


def _slugged(key: str) -> str:
    """Codes of states keep their capitals: they are how a researcher knows them."""
    return key if _STATE.fullmatch(key) else slug(key)


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:DIGEST_LENGTH]


def label(g: Group, agents: Mapping[str, Agent], more: Iterable[str] = ()) -> str:
    """ "Deployment: Eritrea → Ethiopia (2021)", with place, month or day where they are known.

    `more` is what else tells it from others.
    """
    if g.event_class == ROOT:
        words = next((m.claim.label for m in g.members if m.claim.label), "")
        return words or g.members[0].claim.trigger.quote
    there, day = place(g), spoken_day(g)
    where = f", {there}" if there and not _is_party(there, g, agents) else ""
    when = f" ({day})" if day else ""
    unordered = g.members[0].unordered
    parties = of_parties(g.event_class, g.actors, g.recipients, unordered, agents)
    return f"{parties}{where}{''.join(f', {detail}' for detail in more)}{when}"


def _is_party(words: str, g: Group, agents: Mapping[str, Agent]) -> bool:
    """Whether a place is named as one of the parties is: it tells nothing more."""
    keys = (*g.actors, *g.recipients)
    return any(key in agents and agents[key].label.casefold() in words.casefold() for key in keys)


def of_parties(
    event_class: str, actors: Key, recipients: Key, unordered: bool, agents: Mapping[str, Agent]
) -> str:
    """ "Deployment: Eritrea → Ethiopia"."""
    who, whom = (names(side, agents) for side in (actors, recipients))
    if not unordered:
        who = f"{who or 'unnamed'} → {whom}" if whom else who
    return f"{spoken(event_class)}: {who or 'unnamed'}"


def spoken_day(g: Group) -> str:
    """The day, month or year that an event is dated to; when it was told where nothing dates it."""
    if g.days is None:
        return f"told {day:%B %Y}" if (day := g.day) else ""
    first, last = g.days
    if since := _since(g):
        return since
    if first == last or (last - first).days < SHORT_DAYS:
        return f"{last.day} {last:%B %Y}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%B %Y}"
    return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"


def _since(g: Group) -> str:
    """ "since 2023", where every time that is told of it has a beginning alone."""
    times = [m.claim.time for m in g.members if m.days and m.claim.time]
    starts = [t.start for t in times if t.start and not t.end]
    if not starts or len(starts) < len(times):
        return ""
    day = min(starts)
    if day.day > 1:
        return f"since {day.day} {day:%B %Y}"
    return f"since {day.year}" if day.month == 1 else f"since {day:%B %Y}"


SHORT_DAYS = 5
"""A stretch of fewer days is told by its last one: what is news of a day happened just before."""


def names(keys: Sequence[str], agents: Mapping[str, Agent]) -> str:
    """Labels of agents, in the order of the alphabet."""
    return ", ".join(sorted(agents[key].label if key in agents else key for key in keys))
