"""What is kept to the claims of the article: how certain each is, and which one it takes up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.extract.agree.agree import UNSURE, Policy
from kg.extract.agree.certainty import chance
from kg.extract.agree.kept import Joined, Kept
from kg.extract.propose.card import Card
from kg.extract.propose.lexical import Refused, Told, pointing, without_echoes
from kg.model import Claim


@dataclass(frozen=True, slots=True)
class Concluded:
    """The claims of an article, and the triggers that gave none with the reasons."""

    claims: tuple[Claim, ...]
    refused: tuple[Refused, ...]


def concluded(joined: Joined, told: Iterable[Told], card: Card, policy: Policy) -> Concluded:
    """The claims of `joined`, with who read them; `told` is all that the lexicon had told.

    What the taught reader alone tells, and is too uncertain to be right, is refused.
    """
    judged = [(one, chance(card.certainty, one.facts)) for one in joined.kept]
    unsure = [one for one, how in judged if not one.rule and how < policy.certain]
    kept = [(one, how) for one, how in judged if one not in unsure]
    claims = [replace(c, read_by=one.by, certainty=how) for one, how in kept for c in one.claims]
    renamed = _renamed(told, joined.kept)
    refused = tuple(Refused(one.draft.trigger, UNSURE) for one in unsure)
    return Concluded(
        tuple(pointing(claim, renamed) for claim in without_echoes(claims)),
        (*joined.refused, *refused),
    )


def _renamed(told: Iterable[Told], kept: Iterable[Kept]) -> dict[str, str | None]:
    """The present ids of the lexicon's claims by their first ones; None where a claim is gone."""
    found: dict[str, str | None] = {c.id: None for rule in told for c in rule.claims}
    for one in kept:
        if one.rule is not None:
            pairs = zip(one.rule.claims, one.claims, strict=False)
            found |= {first.id: now.id for first, now in pairs}
    return found
