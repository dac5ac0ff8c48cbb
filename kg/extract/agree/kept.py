"""The carrier between those who agree on an event and those who weigh its parties and write it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.agree.certainty import Facts
from kg.extract.propose.lexical import Refused, Told
from kg.extract.write.draft import Draft
from kg.model import Claim, ReaderName


@dataclass(frozen=True, slots=True)
class Kept:
    """One event that is told: its draft as joined, and what each reader made of it alone.

    `claims` are those of `draft` as written so far. `rule` is what the lexicon told, `taught` the
    draft of what the network proposed, before the article completed it; one of them is not None.
    """

    draft: Draft
    claims: tuple[Claim, ...]
    facts: Facts
    by: tuple[ReaderName, ...]
    rule: Told | None = None
    taught: Draft | None = None


@dataclass(frozen=True, slots=True)
class Joined:
    """The events of an article, those of rules first, and the triggers that gave none."""

    kept: tuple[Kept, ...]
    refused: tuple[Refused, ...]
