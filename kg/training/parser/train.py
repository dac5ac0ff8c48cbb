"""The whole recipe: files, a training on the treebanks, one with made-up sentences, one with news.

Each goes on from the weights before with a fresh learning rate: it trains twice as long without
the treebanks' text having to be seen beside the made-up one from the start. The third widens the
parser's view first, and adds raw news as a slow, better parser reads it.
"""

from __future__ import annotations

import json
import logging
import shutil
from pathlib import Path

import spacy
from spacy.cli.train import train
from spacy.language import Language
from spacy.tokens import DocBin

from kg.errors import ModelError
from kg.training.parser import graphs
from kg.training.parser.convert import (
    Features,
    Sentence,
    add_news,
    convert,
    generated,
    hung,
    names_corpus,
    read_treebank,
)
from kg.training.parser.distil import Reader, distilled, gold, paragraphs
from kg.training.parser.evaluate import load, table
from kg.training.parser.mean import mean
from kg.training.parser.widen import widen

_LOG = logging.getLogger(__name__)
_HERE = Path(__file__).parent
MADE = 3200
"""Generated sentences: about 15% of the words, more crowd out what only treebanks teach."""
SEED = 2026
THIRD_SEED = 11
"""Other made-up sentences than in the second training."""
STEPS = ("first", "second", "third")
_SUREST = 0.8
"""Least mean probability of the arcs of a sentence of news that is trained on."""
_KEPT = 0.25
"""Share of the weights from before the third training, chosen on the dev sets."""
_META = {
    "name": "statecraft_news",
    "version": "0.3.0",
    "description": "Tagger, parser and names for English news; see ATTRIBUTION.md",
    "license": "CC BY-SA 4.0",
}


def run(data: Path, out: Path, start: Path | None = None, step: str = "second") -> Path:
    """Train from the treebank files in `data`; weights go to `out/model`, scores to `out`.

    `start` is a pipeline that the training `step` goes on from; without it all three are run. Same
    data, same start and same gazetteer give the same weights on the same machine.
    """
    corpus = out / "corpus"
    _LOG.info("words: %s", convert(data, corpus, MADE, SEED))
    todo = STEPS if start is None else STEPS[STEPS.index(step) :]
    before = [start] if start else []
    if "first" in todo:
        _train("first", corpus / "treebanks.spacy", corpus, out, {})
        before.append(out / "first" / "model-best")
    if "second" in todo:
        more = {"paths.start": str(before[-1])}
        _train("second", corpus / "mixed.spacy", corpus, out, more)
        before.append(out / "second" / "model-best")
    _third(data, before[-1], corpus, out)
    model = out / "model"
    slim(mean(out / "wide", out / "third" / "model-last", _KEPT), corpus, model)
    scores = table([*before, model], corpus)
    (out / "scores.md").write_text(scores, encoding="utf-8")
    _LOG.info("scores:\n%s", scores)
    return model


def _third(data: Path, start: Path, corpus: Path, out: Path) -> None:
    """A wider parser, trained on with news as the teacher reads it."""
    sets = hung(data)
    news = news_read(data, sets, load(start), _teacher(data, sets, out / "teacher.pt"))
    _LOG.info("words with news: %s", add_news(data, corpus, news, MADE, THIRD_SEED))
    widen(start, out / "wide")
    _train("third", corpus / "third.spacy", corpus, out, {"paths.start": str(out / "wide")})


def _teacher(data: Path, sets: dict[str, list[Sentence]], weights: Path) -> Reader:
    """The teacher, trained where `weights` are not there yet."""
    from kg.training.parser.teacher import teacher  # noqa: PLC0415 (the extra `training`)

    learned = [*sets["ewt-train"], *sets["gum-free-train"], *generated(sets, MADE, THIRD_SEED)]
    parts = (read_treebank(data / f"{name}.conllu.gz") for name in ("ewt-dev", "gum-free-dev"))
    dev = [gold(s) for part in parts for s in part]
    read: Reader = teacher([gold(s) for s in learned], dev, weights).read
    return read


def news_read(
    data: Path, sets: dict[str, list[Sentence]], cutter: Language, read: Reader
) -> list[list[Sentence]]:
    """Wikinews and the text of WikiGold as training sentences."""
    named = names_corpus(data / "wikigold.conll.txt.gz", cutter.vocab)
    texts = [*paragraphs(data), *(doc.text for doc in named)]
    features = Features([*sets["ewt-train"], *sets["gum-free-train"]])
    return list(distilled(texts, cutter, read, features, _SUREST))


def _train(name: str, mixed: Path, corpus: Path, out: Path, more: dict[str, str]) -> None:
    files = {"paths.train": str(mixed), "paths.dev": str(corpus / "dev.spacy")}
    train(_HERE / f"{name}.cfg", out / name, overrides={**files, **more})


def slim(nlp: Language, corpus: Path, out: Path) -> None:
    """Write `nlp` to `out` without the strings of its training text; it must parse as before."""
    kept = set(spacy.blank("en").vocab.strings)
    for _, pipe in nlp.pipeline:
        for label in getattr(pipe, "labels", ()):
            kept |= {str(label), *str(label).replace("=", "|").split("|")}
    strings = sorted(s for s in nlp.vocab.strings if s in kept)
    nlp.meta.update(_META)
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])  # no folder of this machine
    nlp.to_disk(out)
    graphs.write(nlp, out)
    shutil.copy(_HERE / "ATTRIBUTION.md", out)
    listed = json.dumps(strings, ensure_ascii=False)
    (out / "vocab" / "strings.json").write_text(listed, encoding="utf-8")
    docs = DocBin().from_disk(corpus / "dev.spacy").get_docs(nlp.vocab)
    texts = [doc.text for doc in docs][:100]
    if _readings(spacy.load(out), texts) != _readings(nlp, texts):
        raise ModelError(
            str(out), "without its spare strings it reads otherwise", "Keep all of its strings."
        )


def _readings(nlp: Language, texts: list[str]) -> list[list[tuple[str, ...]]]:
    return [
        [(t.tag_, t.pos_, str(t.morph), t.dep_, str(t.head.i), t.ent_type_) for t in doc]
        for doc in nlp.pipe(texts)
    ]
