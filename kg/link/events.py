"""Claims to events: what makes two claims speak of one thing is written down in `groups`."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from kg.link.classes import ROOT, ClassTree, class_tree, spoken
from kg.link.group import Group
from kg.link.groups import group
from kg.link.mentions import mention, order
from kg.link.slugs import UNKNOWN, slug
from kg.model import Agent, Article, Claim, Event, TimeSpan

SLUG_LENGTH = 72
"""Longest readable id: an IRI and a line of Turtle stay on one screen line."""
DIGEST_LENGTH = 8
"""Hex digits behind a slug that is not unique of itself: 4 billion values for one slug."""


def link_events(
    claims: Iterable[Claim],
    articles: Mapping[str, Article],
    agents: Mapping[str, Agent],
    principals: Mapping[str, str],
    tree: ClassTree | None = None,
) -> tuple[Event, ...]:
    """Every claim in exactly one event, events sorted by id.

    `articles` by name (for publication dates), `agents` by key (for labels), `principals` from
    agent key to the key of whom it counts as.
    """
    tree = tree or class_tree()
    ordered = sorted(claims, key=order)
    by_id = {claim.id: claim for claim in ordered}
    heads: dict[str, str] = {claim.id: _head(claim, by_id) for claim in ordered}
    mentions = [
        mention(claim, articles.get(claim.article), principals, tree)
        for claim in ordered
        if heads[claim.id] == claim.id
    ]
    followers: dict[str, list[Claim]] = defaultdict(list)
    for claim in ordered:
        if heads[claim.id] != claim.id:
            followers[heads[claim.id]].append(claim)
    events = (_event(g, followers, by_id, agents) for g in group(mentions, tree))
    return tuple(sorted(events, key=lambda event: event.id))


def _head(claim: Claim, by_id: Mapping[str, Claim]) -> str:
    """The claim at the end of what this one takes up; of a circle, the one of the smallest id."""
    line = [claim.id]
    while (above := by_id[line[-1]].about) and above in by_id:
        if above in line:
            return min(line[line.index(above) :])
        line.append(above)
    return line[-1]


def _event(
    g: Group,
    followers: Mapping[str, list[Claim]],
    by_id: Mapping[str, Claim],
    agents: Mapping[str, Agent],
) -> Event:
    claims = [member.claim for member in g.members]
    reasons = dict(g.reasons)
    for head in list(claims):
        for follower in followers.get(head.id, ()):
            claims.append(follower)
            taken = by_id[follower.about or head.id]
            reasons[follower.id] = f"takes up the claim at character {taken.evidence.start}"
    claims.sort(key=order)
    named = "gives the event its date" if g.days else "names the event in full"
    return Event(
        id=_identifier(g),
        event_class=g.event_class,
        actors=g.actors,
        recipients=g.recipients,
        time=agreed(claims),
        label=_label(g, agents),
        claims=tuple(claim.id for claim in claims),
        joined=tuple(
            reasons.get(claim.id) or f"{named}; the vaguer ones were placed by it"
            for claim in claims[1:]
        ),
    )


def agreed(claims: Iterable[Claim]) -> TimeSpan | None:
    """The narrowest stretch that all dates of an event allow; None where they disagree.

    Asked are those who assert that it happened, else those who assert it as a plan, else all who
    speak of it as done (a denial may name the day); a mere possibility dates nothing.
    """
    dated = [c for c in claims if c.time and (c.time.start or c.time.end)]
    done = [c for c in dated if c.modality in ("actual", "alleged")]
    asserted = [c for c in done if c.stance == "asserts" and not c.negated]
    planned = [c for c in dated if c.stance == "asserts" and c.modality == "planned"]
    spans = [c.time for c in asserted or planned or done if c.time]
    starts = [span.start for span in spans if span.start]
    ends = [span.end for span in spans if span.end]
    start, end = max(starts, default=None), min(ends, default=None)
    if not spans or (start and end and start > end):
        return None
    return TimeSpan(start, end, min(spans, key=_width).words)


def _width(span: TimeSpan) -> tuple[int, str, str]:
    start, end = span.start or date.min, span.end or date.max
    return (end - start).days, start.isoformat(), span.words


def _identifier(g: Group) -> str:
    """A slug of class, parties and scope; a digest of the same behind it where it is not plain."""
    if g.event_class == ROOT:
        words = g.scope.partition("\n")[2]
        return f"event-{slug(words)[:40].strip('-') or UNKNOWN}-{_digest(g.scope)}"
    sides = [g.actors or (UNKNOWN,), *([g.recipients or (UNKNOWN,)] if _has_sides(g) else [])]
    parts = [slug(g.event_class), *("_".join(map(_slugged, side)) for side in sides)]
    name = "-".join([*parts, *([slug(g.scope)] if g.scope else [])])
    plain = all(re.fullmatch(r"[A-Z]{3}", key) for key in (*g.actors, *g.recipients))
    dated = re.fullmatch(r"[0-9]{4}(?:-[0-9]{2}){0,2}|", g.scope)
    if plain and dated and len(name) <= SLUG_LENGTH and (g.actors or g.recipients):
        return name
    full = "\n".join((g.event_class, "\t".join(g.actors), "\t".join(g.recipients), g.scope))
    return f"{name[:SLUG_LENGTH].strip('-_')}-{_digest(full)}"


def _has_sides(g: Group) -> bool:
    return not g.members[0].unordered


def _slugged(key: str) -> str:
    """Codes of states keep their capitals: they are how a researcher knows them."""
    return key if re.fullmatch(r"[A-Z]{3}", key) else slug(key)


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:DIGEST_LENGTH]


def _label(g: Group, agents: Mapping[str, Agent]) -> str:
    """ "Deployment: Eritrea → Ethiopia", with the year where it is known."""
    if g.event_class == ROOT:
        words = next((m.claim.label for m in g.members if m.claim.label), "")
        return words or g.members[0].claim.trigger.quote
    actors, recipients = (_names(side, agents) for side in (g.actors, g.recipients))
    if _has_sides(g):
        parties = f"{actors or 'unnamed'} → {recipients}" if recipients else actors
    else:
        parties = actors
    year = f" ({g.days[0].year})" if g.days else ""
    return f"{spoken(g.event_class)}: {parties or 'unnamed'}{year}"


def _names(keys: Iterable[str], agents: Mapping[str, Agent]) -> str:
    return ", ".join(sorted(agents[key].label if key in agents else key for key in keys))
