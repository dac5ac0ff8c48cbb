"""The training loop: saved after every round, and going on from there when it is called again."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.optim.lr_scheduler import LambdaLR

from kg.training.claims.batches import WINDOWS, Ready, batches, hidden_some, loss
from kg.training.claims.network import FROZEN, ClaimNetwork

_WARM, _LAST = 0.06, 0.02
"""Share of the steps in which the rate rises, and what is left of it at the end."""
_ENCODER_RATE, _INSIDE_RATE, _HEAD_RATE = 1e-4, 2e-4, 6e-4
_MEMORY = 0.998
"""How much of the mean of all earlier weights is kept at a step; the mean is what is shipped."""
_STEEPEST = 1.0
_FIRST_SEED = 100


@dataclass(frozen=True, slots=True)
class Round:
    """One pass over the examples: its number, its loss a batch, all steps so far."""

    number: int
    loss: float
    steps: int


class Teacher:
    """Teaches one network; its state lies in the file `saved` between rounds.

    `lexicon` marks the columns that tell what the lexicon says; `rate` is the share of the usual
    learning rates.
    """

    def __init__(
        self,
        network: ClaimNetwork,
        lexicon: Tensor,
        rounds: int,
        saved: Path,
        rate: float = 1.0,
    ) -> None:
        self._network, self._lexicon, self._rounds, self._saved = network, lexicon, rounds, saved
        _freeze(network)
        named = {n: p for n, p in network.named_parameters() if p.requires_grad}
        self._named = {name: p for name, p in named.items() if "pooler" not in name}
        self._mean = {name: p.detach().clone() for name, p in self._named.items()}
        self._steps = 0
        self._optimizer = torch.optim.AdamW(_groups(self._named, rate), weight_decay=0.01)

    def run(self, found: Sequence[Ready], told: Callable[[Round], None]) -> None:
        """All rounds over `found` that are not done yet; leaves the mean weights in the network."""
        total = self._rounds * math.ceil(len(found) / WINDOWS)
        schedule = LambdaLR(self._optimizer, lambda step: _rate(step, total))
        done = self._resume(schedule)
        for number in range(done, self._rounds):
            mixed = random.Random(_FIRST_SEED + number)
            torch.manual_seed(_FIRST_SEED + number)  # a round is the same after a stop
            self._network.train()
            losses = [self._step(batch, schedule, mixed) for batch in batches(found, mixed)]
            self._save(schedule, number + 1)
            told(Round(number + 1, sum(losses) / len(losses), self._steps))
        self._network.load_state_dict(self._mean, strict=False)
        self._network.eval()

    def _step(
        self,
        batch: list[Ready],
        schedule: LambdaLR,
        mixed: random.Random,
    ) -> float:
        features = [hidden_some(r.features, self._lexicon, mixed) for r in batch]
        found = loss(self._network, batch, features)
        self._optimizer.zero_grad()
        found.backward()
        nn.utils.clip_grad_norm_(self._named.values(), _STEEPEST)
        self._optimizer.step()
        schedule.step()
        self._steps += 1
        kept = min(_MEMORY, (1 + self._steps) / (10 + self._steps))
        with torch.no_grad():
            torch._foreach_lerp_(list(self._mean.values()), list(self._named.values()), 1 - kept)
        return found.item()

    def _save(self, schedule: LambdaLR, done: int) -> None:
        state = {
            "network": self._network.state_dict(),
            "optimizer": self._optimizer.state_dict(),
            "schedule": schedule.state_dict(),
            "mean": self._mean,
            "steps": self._steps,
            "done": done,
        }
        torch.save(state, self._saved.with_suffix(".new"))
        self._saved.with_suffix(".new").replace(self._saved)

    def _resume(self, schedule: LambdaLR) -> int:
        """How many rounds are done; the state after the last of them is taken up."""
        if not self._saved.exists():
            return 0
        state = torch.load(self._saved)
        self._network.load_state_dict(state["network"])
        self._optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        self._mean, self._steps = state["mean"], state["steps"]
        return int(state["done"])


def _freeze(network: ClaimNetwork) -> None:
    bottom = [network.encoder.embeddings, *network.encoder.encoder.layer[:FROZEN]]
    for parameter in (p for part in bottom for p in part.parameters()):
        parameter.requires_grad = False


def _groups(named: dict[str, nn.Parameter], share: float) -> list[dict[str, object]]:
    """Parameters by how fast they learn: what is new learns faster than the encoder."""
    rates: dict[float, list[nn.Parameter]] = {}
    for name, parameter in named.items():
        inner = _INSIDE_RATE if name.startswith("inside") else _HEAD_RATE
        rate = _ENCODER_RATE if name.startswith("encoder") else inner
        rates.setdefault(share * rate, []).append(parameter)
    return [{"params": group, "lr": rate} for rate, group in rates.items()]


def _rate(step: int, total: int) -> float:
    return min(1.0, (step + 1) / (_WARM * total)) * max(_LAST, 1 - step / total)
