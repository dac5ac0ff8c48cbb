"""The networks of the teacher: biaffine attention (Dozat and Manning 2017) over a transformer."""

from __future__ import annotations

import torch
from torch import Tensor, nn

_ARC, _LABEL, _TAG = 384, 128, 256
_DROPOUT = 0.25
SHAPES = 5
"""How many ways there are to write a word, see `shape`."""


def shape(word: str) -> int:
    """How a word is written, which a lower-casing tokenizer cannot see."""
    if any(c.isdigit() for c in word):
        return 4
    if word.islower() or not any(c.isalpha() for c in word):
        return 0
    if word.isupper():
        return 2 if len(word) > 1 else 1
    return 1 if word.istitle() else 3


class Biaffine(nn.Module):
    """A score for each pair of a dependent and a head, for each of `outs` labels."""

    def __init__(self, size: int, outs: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(outs, size + 1, size + 1))
        self.outs = outs

    def forward(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """(batch, outs, dependents, heads)."""
        left = nn.functional.pad(dependents, (0, 1), value=1.0).unsqueeze(1)
        right = nn.functional.pad(heads, (0, 1), value=1.0).unsqueeze(1)
        return left @ self.weight @ right.transpose(-1, -2)

    def paired(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """(batch, words, outs) where each dependent has its one head beside it."""
        left = nn.functional.pad(dependents, (0, 1), value=1.0)
        right = nn.functional.pad(heads, (0, 1), value=1.0)
        return torch.einsum("bwi,oij,bwj->bwo", left, self.weight, right)


def _layer(size: int, out: int) -> nn.Module:
    return nn.Sequential(nn.Linear(size, out), nn.GELU(), nn.Dropout(_DROPOUT))


class Parser(nn.Module):
    """Encoder, a mix of its layers for each word, and the scores for arcs, labels and tags."""

    def __init__(self, encoder: nn.Module, labels: int, tags: int) -> None:
        super().__init__()
        self.encoder = encoder
        encoder.embeddings.word_embeddings.weight.requires_grad_(False)  # half of all weights
        size = encoder.config.hidden_size
        self.shapes = nn.Embedding(SHAPES, size)
        nn.init.zeros_(self.shapes.weight)
        self.mix = nn.Parameter(torch.zeros(encoder.config.num_hidden_layers + 1))
        self.root = nn.Parameter(torch.zeros(size))
        self.drop = nn.Dropout(_DROPOUT)
        self.arc_of, self.arc_to = _layer(size, _ARC), _layer(size, _ARC)
        self.label_of, self.label_to = _layer(size, _LABEL), _layer(size, _LABEL)
        self.arcs, self.labels = Biaffine(_ARC, 1), Biaffine(_LABEL, labels)
        self.tags = nn.Sequential(_layer(size, _TAG), nn.Linear(_TAG, tags))

    def words(self, batch: dict[str, Tensor]) -> Tensor:
        """(batch, 1 + words, size): the root, then the mean of each word's pieces."""
        pieces = self.encoder.embeddings.word_embeddings(batch["input_ids"])
        pieces = pieces + self.shapes(batch["shapes"])
        found = self.encoder(
            inputs_embeds=pieces,
            attention_mask=batch["attention_mask"],
            output_hidden_states=True,
        ).hidden_states
        weights = self.mix.softmax(0)
        mixed = sum(w * layer for w, layer in zip(weights, found, strict=True))
        words = self.drop(batch["pool"] @ mixed)
        root = self.root.expand(len(words), 1, -1)
        return torch.cat([root, words], dim=1)

    def arc_scores(self, words: Tensor, known: Tensor) -> Tensor:
        """(batch, words, 1 + words): each word's score for each head."""
        scores = self.arcs(self.arc_of(words[:, 1:]), self.arc_to(words)).squeeze(1)
        mask = nn.functional.pad(known, (1, 0), value=True)
        return scores.masked_fill(~mask.unsqueeze(1), -1e4)

    def label_scores(self, words: Tensor, heads: Tensor) -> Tensor:
        """(batch, words, labels) for the given heads."""
        to = self.label_to(words)
        chosen = to.gather(1, heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, to.shape[-1]))
        return self.labels.paired(self.label_of(words[:, 1:]), chosen)
