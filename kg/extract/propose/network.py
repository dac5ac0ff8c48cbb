"""The taught network on one core: words of an article to probabilities, window by window.

Three graphs in ONNX: `encoder` (word pieces with features to hidden states), `words` (which word
names an event), `roles` (what belongs to one event word). Beside them the trees that weigh
parties. A window is read alone and by one
thread, so that what is read of an article depends on the article only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from kg.errors import ModelError
from kg.extract.propose import card as cards
from kg.extract.propose.card import REMEDY, Card, Rows
from kg.extract.propose.features import Sheet, Ways
from kg.extract.propose.graphs import session, unfit
from kg.extract.propose.marks import SURE, Marks
from kg.extract.propose.proposal import SLOTS, Slot
from kg.extract.propose.trees import Trees
from kg.extract.propose.windows import Window, windows

ENCODER, WORDS, ROLES = "encoder.onnx", "words.onnx", "roles.onnx"
TOKENIZER = "tokenizer.json"
BUNDLED = Path(__file__).resolve().parent / "model"
_NONE = 0
"""The column of words that name no event."""
_TOLD = 0.05
"""Probability of an event from which a word is told of; below it a rule may be doubted."""
_KEPT = 0.05
"""Probability from which a word is told as a possible filler."""
_PIECES = 480
"""Word pieces of a window that are seen; the encoder has places for 512."""
Array = NDArray[np.float32]


class Network:
    """The weights of one folder; load them once a process.

    `parties` are the trees that say how likely an agent is actor or recipient of a claim; none
    where the card has no numbers for them yet.
    """

    def __init__(self, folder: Path = BUNDLED) -> None:
        self.card = cards.load(folder)
        self._features, self._ways = Rows(self.card.features), Rows(self.card.ways)
        self._encoder = session(folder / ENCODER)
        self._words, self._roles = session(folder / WORDS), session(folder / ROLES)
        self._tokenizer = _tokenizer(folder / TOKENIZER)
        self.parties = _trees(folder, self.card)
        self._check(folder)

    def _check(self, folder: Path) -> None:
        """ModelError where the card does not fit the graphs: its names are their columns."""
        card = self.card
        widths = {
            "features": (self._features.width, _width(self._words.get_inputs()[1])),
            "ways": (self._ways.width, _width(self._roles.get_inputs()[1])),
            "classes": (len(card.classes), _width(self._words.get_outputs()[0])),
            "roles": (len(card.roles), _width(self._roles.get_outputs()[0])),
            "values": (sum(map(len, card.values.values())), _width(self._roles.get_outputs()[1])),
        }
        for name, (told, wide) in widths.items():
            if told != wide:
                rule = f"the card names {told} {name}, the network has {wide}"
                raise ModelError(str(folder), rule, REMEDY)

    def marks(self, sheet: Sheet, asked: frozenset[int] = frozenset()) -> Iterator[Marks]:
        """What is held of each word of `sheet` that may name an event, in order.

        Of the tokens `asked` something is told however unlikely they are.
        """
        ways = Ways(sheet)
        for window in windows(sheet.sentences):
            yield from self._read(sheet, window, ways, asked)

    def _read(
        self, sheet: Sheet, window: Window, ways: Ways, asked: frozenset[int]
    ) -> Iterator[Marks]:
        features = self._features.of(sheet.features[w] for w in window.words)
        hidden = self._hidden([sheet.texts[w] for w in window.words], features)
        logits, base = self._words.run(None, {"hidden": hidden, "features": features})
        chances = _softmax(logits)
        for place in range(window.live, len(window.words)):
            here = _Place(window, place, chances[place], base)
            likely = 1 - chances[place, _NONE]
            if likely >= SURE or sheet.tokens[window.words[place]] in asked:
                yield self._mark(here, ways)
            elif likely >= _TOLD:
                classes = _named(self.card.classes, here.chances)
                yield Marks(window.words[place], classes, {}, {})

    def _hidden(self, texts: list[str], features: Array) -> Array:
        """Hidden states of words: the mean of those of their first and last word piece."""
        pieces = self._tokenizer.encode(texts, is_pretokenized=True)
        known = [(n, word) for n, word in enumerate(pieces.word_ids) if word is not None]
        beside = np.zeros((len(pieces.ids), features.shape[1]), dtype=np.float32)
        beside[[n for n, _ in known]] = features[[word for _, word in known]]
        given = {"ids": np.array([pieces.ids], dtype=np.int64), "features": beside[None]}
        states = self._encoder.run(None, given)[0][0]
        first, last = [0] * len(texts), [0] * len(texts)
        for n, word in reversed(known):
            first[word] = n
        for n, word in known:
            last[word] = n
        return cast(Array, (states[first] + states[last]) / 2)

    def _mark(self, at: _Place, ways: Ways) -> Marks:
        card, trigger = self.card, at.window.words[at.place]
        start = max(0, at.place - card.reach)
        words = at.window.words[start : at.place + card.reach]
        likeliest = 1 + int(np.argmax(at.chances[1:]))
        given = {
            "base": at.base[start : start + len(words)],
            "ways": self._ways.of(ways.features(trigger, word) for word in words),
            "at": np.array([at.place - start], dtype=np.int64),
            "class": np.array([likeliest], dtype=np.int64),
        }
        fillers, values = self._roles.run(None, given)
        fillers = 1 / (1 + np.exp(-fillers))
        return Marks(
            trigger=trigger,
            classes=_named(card.classes, at.chances),
            roles={
                role: {
                    words[place]: float(fillers[place, n])
                    for place in np.flatnonzero(fillers[:, n] >= _KEPT).tolist()
                }
                for n, role in enumerate(card.roles)
            },
            values=self._values(values[0]),
        )

    def _values(self, logits: Array) -> Mapping[str, Mapping[str, float]]:
        found, start = {}, 0
        for name, values in self.card.values.items():
            found[name] = _named(values, _softmax(logits[start : start + len(values)]))
            start += len(values)
        return found


@dataclass(frozen=True, slots=True)
class _Place:
    """One word of a window, the chances of its classes, and what the words around it hold."""

    window: Window
    place: int
    chances: Array
    base: Array


def _named(names: tuple[str, ...], chances: Array) -> Mapping[str, float]:
    return {name: float(p) for name, p in zip(names, chances, strict=True)}


def _width(of: onnxruntime.NodeArg) -> int | str:
    """How many columns an input or output has."""
    wide: int | str = of.shape[-1]
    return wide


def _softmax(logits: Array) -> Array:
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return cast(Array, raised / raised.sum(axis=-1, keepdims=True))


def _trees(folder: Path, card: Card) -> Mapping[Slot, Trees]:
    slots = SLOTS if card.parties else ()
    return {slot: Trees(folder / f"{slot}.onnx", card.parties) for slot in slots}


def _tokenizer(path: Path) -> Tokenizer:
    try:
        found = Tokenizer.from_file(str(path))
    except Exception as error:  # tokenizers raises a bare Exception
        raise unfit(path, error) from error
    found.no_padding()
    found.enable_truncation(_PIECES)
    return found
