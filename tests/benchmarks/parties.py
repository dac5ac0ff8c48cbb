"""Learn from labelled texts which agents of an article are parties to a claim.

    python -m tests.benchmarks.parties GOLD CARD

GOLD is a folder with `gold.jsonl` and `articles/` as `python -m kg.training.claims` takes it; its
dev part is left out. CARD is the `card.json` of the network, into which the weights are written.
The network has seen these labels too; on the dev part it brings as much as with labels that the
network has not seen.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from msgspec import structs
from msgspec.json import decode as json_decode
from msgspec.json import encode as json_encode
from msgspec.json import format as json_format

from kg.extract.agree.agree import SHIPPED
from kg.extract.agree.parties import SLOTS
from kg.extract.agree.standing import Slot
from kg.extract.propose.card import Card
from kg.model import Article
from kg.read.inputs import read
from kg.training.claims.calibrate import fit
from kg.training.claims.labels import is_dev
from tests.benchmarks.readers import Readers, code, matched, row
from tests.gold import score

_RARE = 20
"""Rows in which a number must stand to be weighed."""
BIAS = {"bias": 1.0}
Told = tuple[Slot, dict[str, float], bool]
"""A slot, the numbers of an agent in it, and whether the labels have it there."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("card", type=Path)
    given = parser.parse_args()
    articles = [a for a in read([given.gold / "articles"], None) if isinstance(a, Article)]
    taught = [a for a in articles if not is_dev(a.name)]
    told = list(examples(given.gold / "gold.jsonl", taught))
    weights = {slot: weights_of(told, slot) for slot in SLOTS}
    card = json_decode(given.card.read_bytes(), type=Card)
    card = structs.replace(card, parties=weights)
    given.card.write_bytes(json_format(json_encode(card), indent=1))


def weights_of(told: list[Told], slot: Slot) -> dict[str, float]:
    rows = [(numbers | BIAS, right) for where, numbers, right in told if where == slot]
    return fit([numbers for numbers, _ in rows], [right for _, right in rows], _RARE)


def examples(gold: Path, articles: list[Article]) -> Iterator[Told]:
    """Every agent as a filler of every slot of the claims that the labels have, in turn."""
    readers = Readers()
    rows: list[dict[str, str]] = []
    places: list[dict[Slot, dict[str, tuple[str, dict[str, float]]]]] = []
    for article in articles:
        for claim, found in _standings(readers, article):
            rows.append(claim)
            places.append(found)
    for number, label in matched(gold, rows, {a.name for a in articles}):
        for slot, agents in places[number].items():
            names = label["actor"] + label["recipient"] if len(places[number]) == 1 else label[slot]
            wanted = {score.name(one) for one in names}
            for called, numbers in agents.values():
                yield slot, numbers, score.name(called) in wanted


def _standings(readers: Readers, article: Article) -> Iterator[tuple[dict[str, str], dict]]:
    """The claims of an article as rows; for each and every slot the agents with their numbers."""
    told = readers.proposed(article)
    kept = readers.joined(told, SHIPPED, told.told).kept
    reading, agents = readers.parties(told), told.context.agents.seen
    seats = reading.seats(kept)
    for one, seat in zip(kept, seats, strict=True):
        beside = [s for s in seats if s is not seat]
        found: dict = defaultdict(dict)
        for slot in SLOTS[: 1 if seat.joint else 2]:
            for key, numbers in reading.numbers(seat, beside, slot).items():
                found[slot][key] = (code(key, agents), numbers)
        yield row(one.claims[0], agents), found


if __name__ == "__main__":
    main()
