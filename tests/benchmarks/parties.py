"""Learn from labelled texts which agents of an article are parties to a claim.

    python -m tests.benchmarks.parties MODEL GOLD [GOLD ...]

MODEL is the folder of the network: the trees are written there as `actor.onnx` and
`recipient.onnx`, the names of their columns into its `card.json`. A GOLD is a folder with
`gold.jsonl` and either `articles/` or `articles.jsonl`. Of the first, which the network was taught
from, the dev part is left out, and the rest counts half; the others are read whole. Needs the
extra `training`.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from msgspec import structs
from msgspec.json import decode as json_decode
from msgspec.json import encode as json_encode
from msgspec.json import format as json_format

from kg.extract.agree.agree import SHIPPED
from kg.extract.agree.cast import Cast
from kg.extract.propose.card import Card
from kg.extract.propose.proposal import SLOTS, Slot
from kg.model import AgentKind, Article
from kg.training.claims.labels import is_dev
from kg.training.claims.trees import grown
from tests.benchmarks import labelled
from tests.benchmarks.readers import Readers, code, matched, row
from tests.gold import score

_RARE = 20
"""Rows in which a number must stand to be weighed."""
_SEEN = 0.5
"""What a row counts that the network has seen: it is surer of those than of others."""
Told = tuple[Slot, dict[str, float], bool, float]
"""A slot, the numbers of an agent in it, whether the labels have it there, and what that counts."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("gold", type=Path, nargs="+")
    given = parser.parse_args()
    readers = Readers()
    told: list[Told] = []
    for number, folder in enumerate(given.gold):
        texts = labelled.articles(folder)
        texts = [a for a in texts if number or not is_dev(a.name)]
        told += examples(readers, folder, texts, 1.0 if number else _SEEN)
    names = columns(told)
    for slot in SLOTS:
        rows, right, counts = zip(*(t[1:] for t in told if t[0] == slot), strict=True)
        (given.model / f"{slot}.onnx").write_bytes(grown(rows, right, counts, names))
    path = given.model / "card.json"
    card = structs.replace(json_decode(path.read_bytes(), type=Card), parties=names)
    path.write_bytes(json_format(json_encode(card), indent=1))


def columns(told: list[Told]) -> tuple[str, ...]:
    """The numbers that are told often enough, by name."""
    count = Counter(name for _, numbers, _, _ in told for name in numbers)
    return tuple(sorted(name for name, times in count.items() if times >= _RARE))


def examples(
    readers: Readers, gold: Path, articles: list[Article], counts: float
) -> Iterator[Told]:
    """Every agent as a filler of every slot of the claims that the labels have, in turn."""
    seats = [seat for article in articles for seat in _seats(readers, article)]
    texts = {a.name: a.text for a in articles}
    with tempfile.TemporaryDirectory() as folder:
        labels = Path(folder) / labelled.GOLD
        labels.write_text("\n".join(map(json.dumps, labelled.rows(gold, texts))), encoding="utf-8")
        found = matched(labels, [row for row, _ in seats], set(texts))
    for number, label in found:
        for slot, agents in seats[number][1].items():
            slots = SLOTS if len(seats[number][1]) == 1 else (slot,)
            for one in agents:
                yield slot, one.numbers, _is_party(one, label, slots), counts


@dataclass(frozen=True, slots=True)
class _Agent:
    """One who may be party: the code or label of `claims.csv`, and where his words end."""

    called: str
    kind: AgentKind
    ends: frozenset[int]
    numbers: dict[str, float]


def _is_party(one: _Agent, label: dict[str, Any], slots: Sequence[Slot]) -> bool:
    """Whether the labels have him, by name, or where he is no state by the last of his words.

    What others than states are called is the labeller's own choice: 'SADC', 'Libyan rebels'.
    """
    if score.name(one.called) in {score.name(name) for slot in slots for name in label[slot]}:
        return True
    told = (span for slot in slots for span in label["spans"].get(slot) or ())
    return one.kind != "State" and any(span and span[1] in one.ends for span in told)


def _seats(
    readers: Readers, article: Article
) -> Iterator[tuple[dict[str, str], dict[Slot, list[_Agent]]]]:
    """The claims of an article as rows; for each and every slot the agents with their numbers."""
    told = readers.proposed(article)
    kept = readers.joined(told, SHIPPED, told.told).kept
    reading, agents = readers.parties(told), told.context.agents.seen
    words, spans = Cast(told.context, told.sheet).words, told.sheet.spans
    seats = reading.seats(kept)
    for one, seat in zip(kept, seats, strict=True):
        beside = [s for s in seats if s is not seat]
        found: dict[Slot, list[_Agent]] = {}
        for slot in SLOTS[: 1 if seat.joint else 2]:
            numbers = reading.numbers(seat, beside, slot)
            ends = {
                key: frozenset(spans[word][1] for word in words.get(key, ())) for key in numbers
            }
            found[slot] = [
                _Agent(code(key, agents), agents[key].kind, ends[key], told_of)
                for key, told_of in numbers.items()
            ]
        yield row(one.claims[0], agents), found


if __name__ == "__main__":
    main()
