"""How well claims of labelled disputes are gathered: `python -m tests.benchmarks.linking`.

Arguments: a folder that holds `train/` (articles, gold.jsonl) and `events/gold.jsonl`, and `--text`
to read the articles as well. Prints pairwise precision, recall and F1 of event identity for each
dispute and over all, each dispute linked by weights learned without it, with the labelled claims
given; with `--text` also with what reading finds, over the labels that it finds and over all.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import kg
from kg.link.agents import join_agents, principals
from kg.link.classes import class_tree
from kg.link.events import link_events
from kg.link.inside import Linking
from kg.link.likeness import TABLES, Likeness
from kg.model import Claim, Reading
from kg.training.linking.__main__ import pairs_told
from kg.training.linking.fit import weights_of
from kg.training.linking.labels import Labelled, labelled, news
from tests.link.synthetic import pairwise

Scored = Mapping[str, tuple[list[tuple[str, ...]], dict[str, str]]]


def leave_one_out(folder: Path, labels: Labelled) -> dict[str, Likeness]:
    """By dispute: a likeness that the others taught."""
    same = pairs_told()
    read = news(folder, same)
    tables = {name: weights_of(labels, read, same, name) for name in labels.readings}
    return {n: Likeness(class_tree(), *(t[name] for name in TABLES)) for n, t in tables.items()}


def given(labels: Labelled, likes: Mapping[str, Likeness]) -> Scored:
    """By dispute: groups as linked from the labelled claims, and the truth."""
    return {
        name: (_groups(labels.readings[name], likes[name]), _truth(labels, name))
        for name in sorted(labels.readings)
    }


def _truth(labels: Labelled, name: str) -> dict[str, str]:
    return {
        claim: event
        for claim, event in labels.event.items()
        if labels.dispute[labels.rows[claim]["article"]] == name
    }


def _groups(readings: Iterable[Reading], like: Likeness) -> list[tuple[str, ...]]:
    readings = list(readings)
    agents = join_agents(agent for reading in readings for agent in reading.agents)
    found = link_events(
        [claim for reading in readings for claim in reading.claims],
        Linking(
            {reading.article.name: reading.article for reading in readings},
            {agent.key: agent for agent in agents},
            principals(agents),
            like,
        ),
    )
    return [event.claims for event in found.events]


def from_text(labels: Labelled, likes: Mapping[str, Likeness]) -> tuple[Scored, Scored]:
    """The same with the claims that reading finds, named by the labels they stand for.

    First over the labels that reading finds, then over all.
    """
    found, whole = {}, {}
    for name in sorted(labels.readings):
        read = kg.extract_claims([reading.article for reading in labels.readings[name]])
        readings = [item for item in read if isinstance(item, Reading)]
        stands = _stands(labels, [claim for reading in readings for claim in reading.claims])
        linked = _groups(readings, likes[name])
        groups = [tuple(i for c in group for i in stands[c]) for group in linked]
        truth = _truth(labels, name)
        known = {label for held in stands.values() for label in held}
        found[name] = groups, {c: e for c, e in truth.items() if c in known}
        whole[name] = groups, truth
    return found, whole


def _stands(labels: Labelled, claims: list[Claim]) -> dict[str, list[str]]:
    """Which labels each claim stands for: those of its trigger and stance, each label once."""
    stands: dict[str, list[str]] = {claim.id: [] for claim in claims}
    for identifier, row in sorted(labels.rows.items()):
        start, end = row["trigger"]
        near = [
            (claim.stance != row["stance"], claim.event_class != row["class"], claim.id)
            for claim in claims
            if claim.article == row["article"]
            and claim.trigger.start < end
            and claim.trigger.end > start
        ]
        if near:
            stands[min(near)[2]].append(identifier)
    return stands


def _report(what: str, scored: Scored) -> None:
    sys.stdout.write(f"{what}\n")
    for name, (groups, truth) in scored.items():
        _say(name, pairwise(groups, truth))
    groups = [group for found, _ in scored.values() for group in found]
    _say("all", pairwise(groups, {c: e for _, truth in scored.values() for c, e in truth.items()}))


def _say(name: str, scores: tuple[float, float, float]) -> None:
    precision, recall, f1 = scores
    sys.stdout.write(f"  {name:<5} F1 {f1:.3f} (precision {precision:.3f}, recall {recall:.3f})\n")


def main(arguments: list[str]) -> None:
    """Print the figures."""
    folder = Path(next(argument for argument in arguments if not argument.startswith("-")))
    labels = labelled(folder)
    likes = leave_one_out(folder, labels)
    _report("labelled claims given", given(labels, likes))
    if "--text" in arguments:
        found, whole = from_text(labels, likes)
        _report("from text, labels that reading finds", found)
        _report("from text, all labels", whole)


if __name__ == "__main__":
    main(sys.argv[1:])
