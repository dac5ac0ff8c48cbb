"""Scores of two pipelines on the test files, and their speed, side by side in one run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import DocBin
from spacy.training import Example

TESTS = ("ewt_test", "gum_test", "pud_news")
_MEASURES = {
    "tag_acc": "XPOS",
    "pos_acc": "UPOS",
    "dep_uas": "UAS",
    "dep_las": "LAS",
    "sents_f": "sentence F",
    "ents_f": "NER F",
}
_UNUSED = ("trainable_lemmatizer", "lemmatizer")
_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Scores:
    """Percentages of one pipeline on one test file, from raw text."""

    test: str
    measures: dict[str, float]
    labels: dict[str, float]


def load(path: Path) -> Language:
    """A pipeline without the components that Statecraft does not run."""
    return spacy.load(path, exclude=_UNUSED)


def score(nlp: Language, corpus: Path, test: str) -> Scores:
    """`nlp` on `test`; spaCy's own tokens and sentence ends, punctuation left out."""
    docs = DocBin().from_disk(corpus / f"{test}.spacy").get_docs(nlp.vocab)
    found: dict[str, Any] = nlp.evaluate([Example(nlp.make_doc(d.text), d) for d in docs])
    measures = {name: 100 * (found.get(key) or 0.0) for key, name in _MEASURES.items()}
    labels = {key: 100 * v["f"] for key, v in (found.get("dep_las_per_type") or {}).items()}
    return Scores(test, measures, labels)


def speeds(pipelines: list[Language], texts: list[str]) -> list[float]:
    """Median words a second of each; the rounds take turns, so that a busy machine slows all."""
    found: list[list[float]] = [[] for _ in pipelines]
    for _ in range(_ROUNDS):
        for nlp, times in zip(pipelines, found, strict=True):
            start = perf_counter()
            words = sum(len(doc) for doc in nlp.pipe(texts))
            times.append(words / (perf_counter() - start))
    return [median(times) for times in found]


def megabytes(path: Path) -> float:
    """Size of a folder in millions of bytes."""
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file()) / 1e6


def table(paths: list[Path], corpus: Path) -> str:
    """A Markdown table: one row for each measure, one column for each pipeline."""
    pipelines = [load(path) for path in paths]
    found = [[score(nlp, corpus, test) for test in TESTS] for nlp in pipelines]
    first = pipelines[0].vocab
    news = DocBin().from_disk(corpus / "pud_news.spacy").get_docs(first)
    rates = speeds(pipelines, [doc.text for doc in news])
    lines = [f"| | {' | '.join(path.name for path in paths)} |", "|---|" + "---|" * len(paths)]
    for i, test in enumerate(TESTS):
        for name in _MEASURES.values():
            cells = " | ".join(f"{scores[i].measures[name]:.2f}" for scores in found)
            lines.append(f"| {test} {name} | {cells} |")
    lines.append(f"| words a second | {' | '.join(f'{rate:.0f}' for rate in rates)} |")
    lines.append(f"| size, MB | {' | '.join(f'{megabytes(path):.1f}' for path in paths)} |")
    return "\n".join(lines) + "\n"
