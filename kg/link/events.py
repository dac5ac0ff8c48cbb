"""Claims to events: what makes two claims speak of one thing is written down in `happenings`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kg.link.classes import ROOT
from kg.link.group import Group
from kg.link.happenings import happenings
from kg.link.inside import Linking
from kg.link.labels import labels
from kg.link.likeness import likeness
from kg.link.mentions import order
from kg.link.naming import identifier, tell_apart
from kg.link.recall import Recall, afresh
from kg.link.series import series
from kg.link.sights import PUBLICATION
from kg.model import Claim, Event, Series, TimeSpan


@dataclass(frozen=True)
class Linked:
    """Claims gathered: events, and the series that events and vaguer claims belong to."""

    events: tuple[Event, ...]
    series: tuple[Series, ...]


def link_events(claims: Iterable[Claim], linking: Linking, recall: Recall = afresh) -> Linked:
    """Every claim in exactly one event, or in no event and one series; all sorted by id.

    `recall` gives what was found before, where `linking` weighs as the ontology says.
    """
    like, agents = linking.like, linking.agents
    ordered = sorted(claims, key=order)
    by_id = {claim.id: claim for claim in ordered}
    heads, followers = taken_up(ordered, linking.principals)
    tellings = linking.tellings(heads, followers)
    recall = recall if like is likeness() else afresh
    gathered = happenings(linking.told(tellings, recall), like, recall)
    tell_apart(gathered.events, like.tree)
    named = zip(gathered.events, labels(gathered.events, agents), strict=True)
    events = [(g, event_of(g, label, followers, by_id)) for g, label in named]
    vague = [(g, claims_of(g, followers)) for g in gathered.vague]
    return Linked(
        tuple(sorted((event for _, event in events), key=lambda event: event.id)),
        series(events, vague, agents),
    )


def taken_up(
    claims: Iterable[Claim], principals: Mapping[str, str]
) -> tuple[list[Claim], Mapping[str, list[Claim]]]:
    """Claims that stand on their own, and by the id of each those that take it up; in order.

    Claims take up others of their own article alone.
    """
    ordered = sorted(claims, key=order)
    by_id = {claim.id: claim for claim in ordered}
    heads: list[Claim] = []
    followers: dict[str, list[Claim]] = defaultdict(list)
    for claim in ordered:
        head = _head(claim, by_id, principals)
        if head == claim.id:
            heads.append(claim)
        else:
            followers[head].append(claim)
    return heads, followers


def _head(claim: Claim, by_id: Mapping[str, Claim], principals: Mapping[str, str]) -> str:
    """The claim at the end of what this one takes up; of a circle, the one of the smallest id."""
    line = [claim.id]
    while (above := by_id[line[-1]].about) and above in by_id:
        if above in line:
            return min(line[line.index(above) :])
        if not _may_take_up(by_id[line[-1]], by_id[above], principals):
            break
        line.append(above)
    return line[-1]


def _may_take_up(claim: Claim, above: Claim, principals: Mapping[str, str]) -> bool:
    """Whether nothing that `claim` says of its own keeps it from being about what `above` is."""
    if claim.event_class == ROOT or claim.stance != "asserts":
        return True  # "denied it" says nothing else of its own
    sides = ((claim.actors, above.actors), (claim.recipients, above.recipients))
    same_side = all(_may_be_one(one, other, principals) for one, other in sides)
    own = (claim.place and above.place and claim.place != above.place) or claim.quantity
    return claim.item == above.item and same_side and not own


def _may_be_one(one: Iterable[str], other: Iterable[str], principals: Mapping[str, str]) -> bool:
    """Whether two sides share a party, or one of them names none."""
    sides = [{principals.get(key, key) for key in side} for side in (one, other)]
    return not all(sides) or not sides[0].isdisjoint(sides[1])


def claims_of(g: Group, followers: Mapping[str, list[Claim]]) -> list[Claim]:
    """The claims of a group and those that take them up, in order."""
    heads = [member.claim for member in g.members]
    taken = [follower for head in heads for follower in followers.get(head.id, ())]
    return sorted((*heads, *taken), key=order)


def event_of(
    g: Group, label: str, followers: Mapping[str, list[Claim]], by_id: Mapping[str, Claim]
) -> Event:
    """The event of a group; `by_id` holds what its claims take up."""
    claims = claims_of(g, followers)
    reasons = dict(g.reasons)
    for claim in claims:
        if above := by_id.get(claim.about or ""):
            start = above.evidence.start
            words = f"takes up the claim at character {start}"
            reasons.setdefault(claim.id, "" if above in claims else words)
    first = "the first that was gathered; those before it were held to be one with it"
    return Event(
        id=identifier(g),
        event_class=g.event_class,
        actors=g.actors,
        recipients=g.recipients,
        time=agreed(claims) or _published(g),
        label=label,
        claims=tuple(claim.id for claim in claims),
        joined=tuple(reasons.get(claim.id, first) for claim in claims[1:]),
    )


def _published(g: Group) -> TimeSpan | None:
    """About when it was told as news, where no claim gives a date."""
    if g.sight.when is None or g.sight.basis != PUBLICATION:
        return None
    return TimeSpan(*g.sight.when, "", PUBLICATION)


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
