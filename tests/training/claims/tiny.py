"""A network of random weights, small enough for tests; import it only where torch is."""

from __future__ import annotations

import string
from collections.abc import Sequence

import torch
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer
from tokenizers.processors import TemplateProcessing
from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

from kg.extract.propose.card import Card, Rows
from kg.extract.propose.features import Sheet
from kg.training.claims.batches import Columns, Ready, ready
from kg.training.claims.examples import REACH, examples
from kg.training.claims.labels import CLASSES, ROLES, VALUES, Label
from kg.training.claims.network import ClaimNetwork

_SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
_LETTERS = string.ascii_lowercase + string.digits + ".,"


def tokenizer(truncated: int | None = None) -> PreTrainedTokenizerFast:
    """Cuts words into letters, so that a window of few words is long."""
    names = [*_SPECIAL, *_LETTERS, *(f"##{letter}" for letter in _LETTERS)]
    cutter = Tokenizer(WordPiece({name: n for n, name in enumerate(names)}, unk_token="[UNK]"))
    cutter.normalizer, cutter.pre_tokenizer = BertNormalizer(), BertPreTokenizer()
    cutter.post_processor = TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    if truncated is not None:
        cutter.enable_truncation(truncated)
        cutter.enable_padding(length=truncated)
    names_of = dict(
        zip(("pad_token", "unk_token", "cls_token", "sep_token"), _SPECIAL, strict=True)
    )
    return PreTrainedTokenizerFast(tokenizer_object=cutter, **names_of)


def network(features: int, ways: int, seed: int = 5) -> ClaimNetwork:
    """Random weights, always the same for a seed; features count from the start."""
    torch.manual_seed(seed)
    config = BertConfig(
        vocab_size=len(_SPECIAL) + 2 * len(_LETTERS),
        hidden_size=32,
        num_hidden_layers=4,
        num_attention_heads=2,
        intermediate_size=64,
        initializer_range=0.2,  # ten times the usual: or else all words come out alike
    )
    made = ClaimNetwork(BertModel(config), features, ways)
    torch.nn.init.normal_(made.inside.weight, std=0.3)
    torch.nn.init.normal_(made.events[-1].weight, std=0.8)
    return made.eval()


def card(features: Sequence[str], ways: Sequence[str], reach: int = REACH) -> Card:
    return Card(tuple(features), tuple(ways), CLASSES, ROLES, VALUES, reach)


def label(event_class: str, trigger: tuple[int, int], **spans: tuple[int, int]) -> Label:
    """A label with one span a role, and the first of all values."""
    return Label(
        event_class=event_class,
        trigger=trigger,
        spans={role: (spans[role],) if role in spans else () for role in ROLES},
        known=frozenset(),
        values={name: allowed[0] for name, allowed in VALUES.items()},
    )


def learnt(sheet: Sheet, *labels: Label) -> tuple[list[str], list[str]]:
    """All features and ways of one sheet, however rare."""
    found = list(examples(sheet, labels))
    ways = {
        way
        for example in found
        for event in example.events
        for word in example.window.words[event.start : event.end]
        for way in example.ways.features(example.window.words[event.at], word)
    }
    return sorted({f for row in sheet.features for f in row}), sorted(ways)


def made_ready(
    sheet: Sheet, labels: Sequence[Label], of: ClaimNetwork, features: Sequence[str],
    ways: Sequence[str],
) -> list[Ready]:  # fmt: skip
    """The windows of one sheet as the teacher takes them."""
    rows = Columns(Rows(features), Rows(ways))
    cut = tokenizer()
    return [ready(example, of, cut, rows) for example in examples(sheet, labels)]
