"""One person under several spellings, across articles.

Articles that introduce somebody whom no table lists make a key from the words: the same person,
transliterated otherwise or named by surname, has then several. Two are one where they belong to
the same state or body and their names sound alike (`sounded`); a bare surname goes to the only
person of that state or body who bears it. People of other states and bodies are never joined, and
neither are people whom a table tells apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.link.slugs import slug
from kg.model import Agent, Claim

PEOPLE = frozenset({"Person", "Leader"})
MADE = "person-"
"""Begins the keys that articles make; those of tables are never renamed."""
_SOUNDS = (
    (r"[iyj]+", "i"), (r"ou|oo", "u"), (r"kh", "h"), (r"ph", "f"), (r"w", "v"), (r"x", "ks"),
    (r"ck|q", "k"), (r"(.)\1+", r"\1"),
)  # fmt: skip
"""How transliterations into English vary: Khaftar, Haftar; Yousef, Youssef. Nothing that tells a
name from another one ("Ahmad", "Ahmed") is folded."""


def sounded(name: str) -> str:
    """`name` in lower-case ASCII with what transliterations vary made one."""
    words = slug(name).split("-")
    for pattern, sound in _SOUNDS:
        words = [re.sub(pattern, sound, word) for word in words]
    return " ".join(words)


def same_people(agents: Iterable[Agent]) -> Mapping[str, str]:
    """Key of a person -> the key to use instead; keys that stay are left out."""
    by_name: dict[tuple[str, str], list[Agent]] = defaultdict(list)
    by_surname: dict[tuple[str, str], set[str]] = defaultdict(set)
    people = [a for a in agents if a.kind in PEOPLE and a.of]
    for agent in people:
        by_name[agent.of or "", sounded(agent.label)].append(agent)
    for of, name in by_name:
        if " " in name:
            for part in {name.split(" ")[0], name.split(" ")[-1]}:
                by_surname[of, part].add(name)
    renamed: dict[str, str] = {}
    for (of, name), bearers in sorted(by_name.items()):  # people of one state at a time, or all
        whole = by_surname.get((of, name), set()) if " " not in name else set()
        rivals = [a for n in whole for a in by_name[of, n]] if len(whole) == 1 else []
        renamed |= _into_one([*bearers, *rivals])
    return renamed


def _into_one(bearers: list[Agent]) -> Mapping[str, str]:
    """All made keys to the one listed person, else to the first of the longest names."""
    listed = {agent.key for agent in bearers if not agent.key.startswith(MADE)}
    if len(listed) > 1:
        return {}
    made = sorted({a.key for a in bearers} - listed, key=lambda key: (-key.count("-"), key))
    first = next(iter(listed or made))
    if len(listed) == 0:
        first = made[0]
    return {key: first for key in made if key != first}


def renamed(claims: Iterable[Claim], same: Mapping[str, str]) -> list[Claim]:
    """`claims` with people under the key that is used; their ids stay."""

    def keys(given: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(same.get(key, key) for key in given))

    def told(claim: Claim) -> Claim:
        parties = (*claim.actors, *claim.recipients, *claim.via, *claim.completed)
        if same.keys().isdisjoint((*parties, claim.claimant)):
            return claim  # most are as they were: no second claim is made and held
        return replace(
            claim,
            actors=keys(claim.actors),
            completed=keys(claim.completed),
            recipients=keys(claim.recipients),
            via=keys(claim.via),
            claimant=same.get(claim.claimant, claim.claimant) if claim.claimant else None,
        )

    return list(map(told, claims) if same else claims)
