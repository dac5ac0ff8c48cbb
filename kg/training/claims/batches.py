"""Windows side by side: tensors of a batch, and the loss over it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from transformers import PreTrainedTokenizerBase

from kg.extract.propose.card import Rows
from kg.training.claims.examples import UNASKED, Event, Example
from kg.training.claims.network import VALUE_SIZES, ClaimNetwork

_PIECES = 480
WINDOWS, _SORTED = 6, 24
"""Windows of a batch, and batches among which they are sorted by length before they are mixed."""
_EVENT_WEIGHT, _ROLE_WEIGHT, _VALUE_WEIGHT = 1 / 12, 1 / 3, 0.5
"""Weights of the three losses, summed over words, words by roles, and events: found on a first
trial, where they made the three fall alike."""
_HIDDEN, _UNTOLD = 0.08, 0.15
"""Chance that one feature is hidden, and that all of the lexicon's are, so that none is needed."""
_OF_LEXICON = ("drafted", "lexicon")


@dataclass(frozen=True, slots=True)
class Ready:
    """An example as tensors: `lower` is what the frozen layers make of its word pieces.

    `words` is the word of each piece, -1 where it is of none; `first` and `last` the first and the
    last piece of each word.
    """

    example: Example
    lower: Tensor
    words: Tensor
    first: Tensor
    last: Tensor
    features: Tensor
    ways: tuple[Tensor, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of features and of ways."""

    features: Rows
    ways: Rows


@torch.no_grad()
def ready(
    example: Example, network: ClaimNetwork, tokenizer: PreTrainedTokenizerBase, columns: Columns
) -> Ready:
    """`example` with all that does not change while the network learns."""
    told = tokenizer(example.texts, is_split_into_words=True, truncation=True, max_length=_PIECES)
    words = [-1 if word is None else word for word in told.word_ids()]
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for piece, word in enumerate(words):
        first.setdefault(word, piece)
        last[word] = piece
    count = range(len(example.texts))
    lower = network.lower(torch.tensor([told["input_ids"]]))[0]
    return Ready(
        example,
        lower.half(),  # halves the memory of a corpus; the layers above read it as it was
        torch.tensor(words),
        torch.tensor([first.get(word, 0) for word in count]),
        torch.tensor([last.get(word, 0) for word in count]),
        example.features(columns.features).bool(),
        tuple(example.ways_of(event, columns.ways).bool() for event in example.events),
    )


def batches(found: Sequence[Ready], mixed: random.Random) -> Iterator[list[Ready]]:
    """All of `found` once, in batches of windows of like length, in another order each time."""
    order = list(found)
    mixed.shuffle(order)
    size = WINDOWS * _SORTED
    parts = [order[start : start + size] for start in range(0, len(order), size)]
    rows = [sorted(part, key=lambda r: len(r.words)) for part in parts]
    runs = [row[n : n + WINDOWS] for row in rows for n in range(0, len(row), WINDOWS)]
    mixed.shuffle(runs)
    yield from runs


def hidden_some(features: Tensor, lexicon: Tensor, mixed: random.Random) -> Tensor:
    """`features` with some hidden, so that the network leans on none; `lexicon` marks columns."""
    kept = features & (torch.rand(features.shape) >= _HIDDEN)
    return kept & ~lexicon if mixed.random() < _UNTOLD else kept


def of_lexicon(names: Sequence[str]) -> Tensor:
    """Which of the columns `names` tell what the lexicon says."""
    return torch.tensor([name.startswith(_OF_LEXICON) for name in names])


def states(
    network: ClaimNetwork, batch: Sequence[Ready], features: Sequence[Tensor]
) -> list[Tensor]:
    """Hidden states of the words of each window."""
    longest = max(len(r.words) for r in batch)
    lower = torch.zeros(len(batch), longest, batch[0].lower.shape[1])
    beside = torch.zeros(len(batch), longest, features[0].shape[1])
    mask = torch.zeros(len(batch), longest)
    for row, (window, told) in enumerate(zip(batch, features, strict=True)):
        length = len(window.words)
        lower[row, :length], mask[row, :length] = window.lower.float(), 1
        of_words = window.words >= 0
        beside[row, :length][of_words] = told[window.words[of_words]].float()
    found = network.upper(lower, beside, mask)
    return [(found[n, r.first] + found[n, r.last]) / 2 for n, r in enumerate(batch)]


def loss(network: ClaimNetwork, batch: Sequence[Ready], features: Sequence[Tensor]) -> Tensor:
    """The loss of a batch, a window."""
    total = torch.zeros(())
    bases: list[Tensor] = []
    ways: list[Tensor] = []
    events: list[Event] = []
    for window, hidden, told in zip(batch, states(network, batch, features), features, strict=True):
        logits, base = network.of_words(hidden, told.float())
        wanted = window.example.classes
        if (wanted != UNASKED).any():
            total = total + _EVENT_WEIGHT * nn.functional.cross_entropy(
                logits, wanted, ignore_index=UNASKED, reduction="sum"
            )
        bases += [base[e.start : e.end] for e in window.example.events]
        events += window.example.events
        ways += [w.float() for w in window.ways]
    if events:
        total = total + _loss_of_events(network, bases, events, ways)
    return total / len(batch)


def _loss_of_events(
    network: ClaimNetwork, bases: list[Tensor], events: list[Event], ways: list[Tensor]
) -> Tensor:
    longest = max(len(base) for base in bases)
    padding = torch.stack([torch.arange(longest) >= len(base) for base in bases])
    roles, values = network.of_events(
        _padded(bases, longest),
        _padded(ways, longest),
        torch.tensor([e.at - e.start for e in events]),
        torch.tensor([e.event_class for e in events]),
        padding,
    )
    wanted = _padded([e.roles for e in events], longest)
    missed = nn.functional.binary_cross_entropy_with_logits(roles, wanted, reduction="none")
    total = _ROLE_WEIGHT * (missed * ~padding[..., None]).sum()
    told = torch.tensor([e.values for e in events]).T
    for part, value in zip(values.split(VALUE_SIZES, -1), told, strict=True):
        total = total + _VALUE_WEIGHT * nn.functional.cross_entropy(part, value, reduction="sum")
    return total


def _padded(rows: Sequence[Tensor], longest: int) -> Tensor:
    return torch.stack([nn.functional.pad(row, (0, 0, 0, longest - len(row))) for row in rows])
