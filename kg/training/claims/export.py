"""A taught network to what ships: three ONNX graphs, the tokenizer and the card."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from transformers import PreTrainedTokenizerBase

from kg.extract.propose import card as cards
from kg.extract.propose.card import Card
from kg.extract.propose.network import ENCODER, ROLES, TOKENIZER, WORDS
from kg.training.claims.network import ClaimNetwork

_LENGTH, _WORDS = 24, 12
"""Word pieces and words of the sample that graphs are traced with; others are as good."""


class _Encoder(nn.Module):
    def __init__(self, network: ClaimNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, features: Tensor) -> Tensor:
        return self.network.upper(self.network.lower(ids), features, None)


class _Words(nn.Module):
    def __init__(self, network: ClaimNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, hidden: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        return self.network.of_words(hidden, features)


class _Roles(nn.Module):
    def __init__(self, network: ClaimNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, base: Tensor, ways: Tensor, at: Tensor, classes: Tensor
    ) -> tuple[Tensor, Tensor]:
        roles, values = self.network.of_events(base[None], ways[None], at, classes, None)
        return roles[0], values


def export(
    network: ClaimNetwork, tokenizer: PreTrainedTokenizerBase, card: Card, folder: Path
) -> None:
    """Write `network` into `folder`: encoder and roles with 8-bit weights, words as they are."""
    folder.mkdir(parents=True, exist_ok=True)
    torch.backends.mha.set_fastpath_enabled(False)  # the fused layer has no counterpart in ONNX
    network.eval()
    features, ways = len(card.features), len(card.ways)
    size = network.encoder.config.hidden_size
    ids = torch.ones(1, _LENGTH, dtype=torch.long)
    pieces = {"ids": ids, "features": torch.zeros(1, _LENGTH, features)}
    words = {"hidden": torch.zeros(_WORDS, size), "features": torch.zeros(_WORDS, features)}
    around = {
        "base": torch.zeros(_WORDS, network.norm.normalized_shape[0]),
        "ways": torch.zeros(_WORDS, ways),
        "at": torch.zeros(1, dtype=torch.long),
        "class": torch.zeros(1, dtype=torch.long),
    }
    _trace(_Words(network), words, ["classes", "base"], folder / WORDS, axis=0)
    with TemporaryDirectory() as made:
        whole = Path(made)
        _trace(_Encoder(network), pieces, ["hidden"], whole / ENCODER, axis=1)
        _trace(_Roles(network), around, ["roles", "values"], whole / ROLES, axis=0)
        for name in (ENCODER, ROLES):
            _quantize(whole / name, folder / name)
    tokenizer.backend_tokenizer.save(str(folder / TOKENIZER))
    shutil.copy(Path(__file__).with_name("ATTRIBUTION.md"), folder)
    (folder / cards.NAME).write_bytes(msgspec.json.format(msgspec.json.encode(card), indent=1))


def _quantize(whole: Path, path: Path) -> None:
    """The graph `whole` with 8-bit weights; roles take two thirds of the time with them."""
    # Weights of 7 bits: with 8, processors without VNNI overflow.
    quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)


def _trace(
    module: nn.Module, given: dict[str, Tensor], names: list[str], path: Path, axis: int
) -> None:
    """Write `module` as ONNX; `axis` of each input but single numbers may be of any length."""
    longer = {name for name, value in given.items() if value.shape[axis : axis + 1] > (1,)}
    axes = {name: {axis: "length"} for name in [*longer, names[0]]}
    if len(names) > 1 and names[1] == "base":
        axes[names[1]] = {axis: "length"}
    torch.onnx.export(
        module.eval(),
        tuple(given.values()),
        path,
        input_names=list(given),
        output_names=names,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
