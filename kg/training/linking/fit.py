"""Weights of signs from labelled events: logistic regression, weights held small."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

import numpy as np

from kg.link.agents import join_agents, principals
from kg.link.classes import ClassTree, class_tree
from kg.link.group import Told
from kg.link.likeness import Likeness, Signs
from kg.link.mentions import Mention, mention, order
from kg.link.rate import with_rates
from kg.link.sights import Sight, sight, together
from kg.model import Article, Claim, Reading
from kg.training.linking.labels import Labelled

SMALL = 0.5
"""How strongly weights are held small; of 0.3 to 3 this did best on disputes left out."""
ROUNDS = 50
Seen = list[tuple[Claim, Sight]]


def seen(readings: Iterable[Reading], tree: ClassTree) -> Seen:
    """The claims of readings with what they show, in order."""
    readings = sorted(readings, key=lambda reading: reading.article.name)
    agents = join_agents(agent for reading in readings for agent in reading.agents)
    counts_as, by_key = principals(agents), {agent.key: agent for agent in agents}

    def see(claim: Claim, article: Article) -> Sight:
        return sight(mention(claim, article, counts_as, tree), article, by_key, tree)

    return [(c, see(c, r.article)) for r in readings for c in sorted(r.claims, key=order)]


def pairs_within(found: Seen, event: Mapping[str, str], like: Likeness) -> list[tuple[Signs, bool]]:
    """Signs of each pair of claims of one kind in one article, and whether their event is one."""
    return [
        (like.signs(s, t, inside=True), event[c.id] == event[d.id])
        for (c, s), (d, t) in combinations(found, 2)
        if c.article == d.article and _one_kind(c, d, like.tree)
    ]


def pairs_across(found: Seen, event: Mapping[str, str], like: Likeness) -> list[tuple[Signs, bool]]:
    """The same of what two articles tell, all claims that an article makes of an event as one."""
    kinds: dict[tuple[str, str, str], list[tuple[Claim, Sight]]] = defaultdict(list)
    for claim, one in found:
        key = claim.article, event[claim.id], like.tree.root(claim.event_class)
        kinds[key].append((claim, one))
    whole = list(
        zip(sorted(kinds), _whole([kinds[key] for key in sorted(kinds)], like), strict=True)
    )
    return [
        (like.signs(s, t, inside=False), a[1] == b[1])
        for (a, s), (b, t) in combinations(whole, 2)
        if a[0] != b[0] and a[2] == b[2]
    ]


def _whole(groups: Iterable[list[tuple[Claim, Sight]]], like: Likeness) -> list[Sight]:
    """What each group of claims shows together, with how much is told around it."""
    told = [
        Told(tuple(_mention(*pair) for pair in group), together(s for _, s in group))
        for group in groups
    ]
    return [one.sight for one in with_rates(told, like.tree)]


def _mention(claim: Claim, one: Sight) -> Mention:
    parties = tuple(sorted(one.actors)), tuple(sorted(one.recipients))
    return Mention(claim, *parties, one.when, one.published, order(claim), one.unordered)


def _one_kind(one: Claim, other: Claim, tree: ClassTree) -> bool:
    return tree.root(one.event_class) == tree.root(other.event_class)


def fit(pairs: Iterable[tuple[Signs, bool]]) -> dict[str, float]:
    """The weight of each sign, by Newton's method."""
    pairs = list(pairs)
    names = sorted({name for signs, _ in pairs for name in signs})
    rows = np.array([[signs.get(name, 0.0) for name in names] for signs, _ in pairs])
    same = np.array([float(one) for _, one in pairs])
    small = np.array([0.0 if name == "always" else SMALL for name in names])
    weights = np.zeros(len(names))
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chance - same) + small * weights
        bend = (rows * (chance * (1 - chance))[:, None]).T @ rows + np.diag(small + 1e-6)
        weights -= np.linalg.solve(bend, slope)
    return {name: round(float(w), 2) for name, w in zip(names, weights, strict=True)}


def pairs_read(
    found: Seen, same: Mapping[tuple[str, str], bool], like: Likeness
) -> list[tuple[Signs, bool]]:
    """Signs of pairs of claims that somebody read, by the ids of both."""
    alone = _whole([[pair] for pair in found], like)
    by_id = {claim.id: one for (claim, _), one in zip(found, alone, strict=True)}
    return [
        (like.signs(by_id[one], by_id[other], inside=False), told)
        for (one, other), told in sorted(same.items())
    ]


def weights_of(
    labels: Labelled,
    read: Iterable[Reading],
    same: Mapping[tuple[str, str], bool],
    left_out: str = "",
) -> dict[str, dict[str, float]]:
    """All tables of weights from the disputes but `left_out`, and from pairs of `read`."""
    like = Likeness(class_tree(), {}, {}, {})
    found = [seen(some, like.tree) for name, some in labels.readings.items() if name != left_out]
    within = [pair for one in found for pair in pairs_within(one, labels.event, like)]
    across = [pair for one in found for pair in pairs_across(one, labels.event, like)]
    told = pairs_read(seen(read, like.tree), same, like)
    return {"within": fit(within), "across": fit(across), "digests": fit([*told, *across])}
