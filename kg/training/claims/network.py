"""The network that is taught: a small encoder, told features, with heads for words and roles."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from kg.training.claims.labels import CLASSES, ROLES, VALUES

FROZEN = 2
"""Lower layers of the encoder that stay as they are: what they make of a text is reckoned once."""
_WIDE, _BESIDE, _CLASSER = 192, 96, 256
"""Widths of roles, of features beside the encoder, and of the head that finds events."""
_DROPPED, _DROPPED_AROUND = 0.2, 0.15
_LAYERS, _HEADS = 2, 4
"""Layers that look from an event at the words around it, and the heads of each."""
VALUE_SIZES = [len(values) for values in VALUES.values()]


class ClaimNetwork(nn.Module):
    """`encoder` is a BERT of transformers; `features` and `ways` count the columns of each."""

    def __init__(self, encoder: nn.Module, features: int, ways: int) -> None:
        super().__init__()
        self.encoder = encoder
        size = encoder.config.hidden_size
        self.inside = nn.Linear(features, size, bias=False)
        nn.init.zeros_(self.inside.weight)  # at the start the encoder reads as it learnt to
        self.beside, self.dropout = nn.Linear(features, _BESIDE), nn.Dropout(_DROPPED)
        self.base = nn.Sequential(nn.Linear(size + _BESIDE, _WIDE), nn.GELU(), nn.LayerNorm(_WIDE))
        self.events = _head(size + _BESIDE, _CLASSER, len(CLASSES))
        self.of_class, self.ways = nn.Embedding(len(CLASSES), _WIDE), nn.Linear(ways, _WIDE)
        self.around = nn.ModuleList(_Layer() for _ in range(_LAYERS))
        self.norm = nn.LayerNorm(_WIDE)
        self.roles = nn.Linear(_WIDE, len(ROLES))
        self.values = _head(2 * _WIDE, _WIDE, sum(VALUE_SIZES))

    def lower(self, pieces: Tensor) -> Tensor:
        """Word pieces `(windows, length)` through the frozen layers; no padding among them."""
        states = self.encoder.embeddings(input_ids=pieces)
        return self._through(0, FROZEN, states, None)

    def upper(self, states: Tensor, features: Tensor, mask: Tensor | None) -> Tensor:
        """What `lower` gave, with the features of each piece, through the other layers.

        `mask` has 1 at pieces and 0 at padding.
        """
        barred = None if mask is None else (1 - mask.float())[:, None, None, :] * -1e9
        return self._through(FROZEN, None, states + self.inside(features), barred)

    def _through(self, first: int, last: int | None, states: Tensor, mask: Tensor | None) -> Tensor:
        for layer in self.encoder.encoder.layer[first:last]:
            found = layer(states, mask)
            states = found[0] if isinstance(found, tuple) else found
        return states

    def of_words(self, hidden: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of classes, and what roles are found by, of words `(words, size)`."""
        beside = self.dropout(nn.functional.gelu(self.beside(features)))
        told = torch.cat([self.dropout(hidden), beside], -1)
        return self.events(told), self.base(told)

    def of_events(
        self, base: Tensor, ways: Tensor, at: Tensor, classes: Tensor, padding: Tensor | None
    ) -> tuple[Tensor, Tensor]:
        """Logits of roles `(events, words, roles)` and of values `(events, values)`.

        `base` and `ways` are those of the words around each event, `at` its own place there.
        """
        told = base + self.ways(ways) + self.of_class(classes)[:, None]
        for layer in self.around:
            told = layer(told, padding)
        told = self.norm(told)
        here = torch.arange(len(at))
        both = torch.cat([base[here, at], told[here, at]], -1)
        return self.roles(told), self.values(both)


class _Layer(nn.Module):
    """A transformer layer, its norms in front; torch's own cannot be traced for any length."""

    def __init__(self) -> None:
        super().__init__()
        self.norm1, self.norm2 = nn.LayerNorm(_WIDE), nn.LayerNorm(_WIDE)
        self.project, self.out = nn.Linear(_WIDE, 3 * _WIDE), nn.Linear(_WIDE, _WIDE)
        self.linear1, self.linear2 = nn.Linear(_WIDE, 2 * _WIDE), nn.Linear(2 * _WIDE, _WIDE)
        self.dropout = nn.Dropout(_DROPPED_AROUND)

    def forward(self, told: Tensor, padding: Tensor | None) -> Tensor:
        told = told + self.dropout(self._looked(self.norm1(told), padding))
        inner = self.dropout(nn.functional.gelu(self.linear1(self.norm2(told))))
        return told + self.dropout(self.linear2(inner))

    def _looked(self, told: Tensor, padding: Tensor | None) -> Tensor:
        events, words, _ = told.shape
        parts = self.project(told).view(events, words, 3, _HEADS, _WIDE // _HEADS)
        query, key, value = parts.permute(2, 0, 3, 1, 4)
        near = query @ key.transpose(-1, -2) / (_WIDE // _HEADS) ** 0.5
        if padding is not None:
            near = near.masked_fill(padding[:, None, None, :], -1e9)
        found = self.dropout(near.softmax(-1)) @ value
        return self.out(found.transpose(1, 2).reshape(events, words, _WIDE))


def _head(wide: int, inner: int, out: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Linear(wide, inner), nn.GELU(), nn.Dropout(_DROPPED), nn.Linear(inner, out)
    )
