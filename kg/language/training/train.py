"""The whole recipe: files, a first training on the treebanks, a second with made-up sentences.

The second goes on from the first's weights with a fresh learning rate: it trains twice as long
without the treebanks' text having to be seen beside the made-up one from the start.
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
from kg.language.training.convert import convert
from kg.language.training.evaluate import table

_LOG = logging.getLogger(__name__)
_HERE = Path(__file__).parent
MADE = 3200
"""Generated sentences: about 15% of the words, more crowd out what only treebanks teach."""
SEED = 2026
_META = {
    "name": "statecraft_news",
    "version": "0.2.0",
    "description": "Tagger, parser and names for English news; see ATTRIBUTION.md",
    "license": "CC BY-SA 4.0",
}


def run(data: Path, out: Path, start: Path | None = None) -> Path:
    """Train from the treebank files in `data`; weights go to `out/model`, scores to `out`.

    `start` is a pipeline to go on from; without it the first training makes one. Same data, same
    start and same gazetteer give the same weights on the same machine.
    """
    corpus = out / "corpus"
    _LOG.info("words: %s", convert(data, corpus, MADE, SEED))
    if start is None:
        _train("first", corpus / "treebanks.spacy", corpus, out, {})
        start = out / "first" / "model-best"
    _train("second", corpus / "mixed.spacy", corpus, out, {"paths.start": str(start)})
    model = out / "model"
    slim(spacy.load(out / "second" / "model-best"), corpus, model)
    scores = table([start, model], corpus)
    (out / "scores.md").write_text(scores, encoding="utf-8")
    _LOG.info("scores:\n%s", scores)
    return model


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
