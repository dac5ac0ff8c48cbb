"""Treebanks in CoNLL-U, a names corpus and made-up sentences, turned into spaCy training files.

Labels are the treebanks' own: deprel, UPOS, FEATS, Penn tags; names are PERSON, ORG, LOC. The
training part of one treebank has no names: there they are missing, never outside. The names (not
the trees) of its dev part serve training; every test part stays unseen.
"""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from random import Random

import spacy
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from kg.knowledge.gazetteer import Gazetteer
from kg.training.parser.generate import sentences
from kg.training.parser.reported import hang_reports
from kg.training.parser.tree import Row

_ATTRIBUTES = [
    *("ORTH", "SPACY", "TAG", "POS", "MORPH", "LEMMA"),
    *("HEAD", "DEP", "SENT_START", "ENT_IOB", "ENT_TYPE"),
]
_SETS = (
    "ewt-train",
    "ewt-dev",
    "ewt-test",
    "gum-free-train",
    "gum-free-dev",
    "gum-free-test",
    "pud-test",
)
_TRAINED = ("ewt-train", "ewt-dev", "gum-free-train")
_CURLED = 0.3
"""Share of training paragraphs that get typographic quotes, as news sites write them."""


@dataclass
class Sentence:
    """A sentence of a treebank: its columns, its spaces and, where known, its names (IOB2)."""

    document: str = ""
    paragraph: bool = False
    name: str = ""
    rows: list[list[str]] = field(default_factory=list)
    joined: list[tuple[int, int, bool]] = field(default_factory=list)

    def spaces(self) -> list[bool]:
        """Whether a space follows each word; words written together (don't) have none inside."""
        found = ["SpaceAfter=No" not in row[9] for row in self.rows]
        for first, last, tight in self.joined:
            found[first - 1 : last - 1] = [False] * (last - first)
            found[last - 1] = not tight
        found[-1] = True
        return found

    def names(self) -> list[str] | None:
        """IOB2 tags, or None where the treebank has none."""
        found = [m[3:] for row in self.rows for m in row[9].split("|") if m.startswith("NE=")]
        return found if len(found) == len(self.rows) else None


def read_treebank(path: Path) -> Iterator[Sentence]:
    """The sentences of a gzipped CoNLL-U file, in order."""
    document, paragraph, found = "", False, Sentence()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            text = line.rstrip("\n")
            if text.startswith("# newdoc"):
                document, paragraph = text.split("=", 1)[-1].strip(), True
            elif text.startswith("# newpar"):
                paragraph = True
            elif text.startswith("# sent_id"):
                found.name = text.split("=", 1)[1].strip()
            elif text and text[0] != "#":
                _add_row(found, text.split("\t"))
            elif not text and found.rows:
                found.document, found.paragraph = document, paragraph
                yield found
                paragraph, found = False, Sentence()


def _add_row(sentence: Sentence, row: list[str]) -> None:
    if "-" in row[0]:
        first, last = map(int, row[0].split("-"))
        sentence.joined.append((first, last, "SpaceAfter=No" in row[9]))
    else:
        sentence.rows.append(row)


def grouped(
    found: Iterable[Sentence], rng: Random, most: int = 8, words: int = 95
) -> Iterator[list[Sentence]]:
    """Runs of sentences of one document, so that the parser learns where sentences end."""
    run: list[Sentence] = []
    for sentence in found:
        size = sum(len(s.rows) for s in run) + len(sentence.rows)
        new = bool(run) and sentence.document != run[0].document
        if run and (new or len(run) >= most or size > words or _breaks(sentence, run, rng)):
            yield run
            run = []
        run.append(sentence)
    if run:
        yield run


def _breaks(sentence: Sentence, run: list[Sentence], rng: Random) -> bool:
    return sentence.paragraph and (len(run) > 1 or rng.random() < 0.5)


def spans(tags: list[str], offset: int = 0) -> list[tuple[int, int, str]]:
    """(first, one past the last, label) of each run of IOB tags."""
    found, i = [], 0
    while i < len(tags):
        j = i + 1
        while j < len(tags) and tags[i] != "O" and tags[j] == "I-" + tags[i][2:]:
            j += 1
        if tags[i] != "O":
            found.append((offset + i, offset + j, tags[i][2:]))
        i = j
    return found


def to_doc(
    vocab: Vocab, run: list[Sentence], trees: bool = True, names: bool = True, curly: bool = False
) -> Doc:
    """A run of sentences as a `Doc` with its gold annotation."""
    rows: list[list[str]] = []
    heads: list[int] = []
    spaces: list[bool] = []
    starts: list[bool | int | None] = []
    entities: list[tuple[int, int, str]] = []
    known = names and all(s.names() is not None for s in run)
    for sentence in run:
        offset = len(rows)
        entities += spans(sentence.names() or [], offset) if known else []
        heads += [offset + (int(r[6]) or i + 1) - 1 for i, r in enumerate(sentence.rows)]
        starts += [i == 0 for i in range(len(sentence.rows))]
        rows += sentence.rows
        spaces += sentence.spaces()
    words = [_curled(r[1], r[4]) if curly else r[1] for r in rows]
    if not trees:
        return _with_names(Doc(vocab, words=words, spaces=spaces), entities, known)
    doc = Doc(
        vocab,
        words=words,
        spaces=spaces,
        tags=[r[4] for r in rows],
        pos=[r[3] for r in rows],
        morphs=["" if r[5] == "_" else r[5] for r in rows],
        lemmas=[r[2] for r in rows],
        heads=heads,
        deps=["ROOT" if r[7] == "root" else r[7] for r in rows],
        sent_starts=starts,
    )
    return _with_names(doc, entities, known)


def _with_names(doc: Doc, entities: list[tuple[int, int, str]], known: bool) -> Doc:
    found = [Span(doc, first, last, label=label) for first, last, label in entities]
    doc.set_ents(found, default="outside" if known else "missing")
    return doc


def _curled(word: str, tag: str) -> str:
    if word == '"':
        return "“" if tag == "``" else "”"
    return word.replace("'", "’")


class Features:
    """The morphological features that the treebanks give a word most often, by form and tag."""

    def __init__(self, found: Iterable[Sentence]) -> None:
        counts: dict[tuple[str, ...], Counter[str]] = {}
        for sentence in found:
            for row in sentence.rows:
                for key in ((row[1].lower(), row[4], row[3]), (row[4], row[3])):
                    counts.setdefault(key, Counter())[row[5]] += 1
        self._best = {k: min(c, key=lambda f: (-c[f], f)) for k, c in counts.items()}

    def of(self, word: str, tag: str, pos: str) -> str:
        """FEATS for a word; '_' for a tag that the treebanks never give."""
        exact = self._best.get((word.lower(), tag, pos))
        return exact or self._best.get((tag, pos), "_")


_TOKENIZER = spacy.blank("en").tokenizer


def _splits_alike(rows: list[Row]) -> bool:
    """Whether spaCy cuts the sentence into the words it was made of; else labels would be lost."""
    text = "".join(row.word + " " * row.space for row in rows)
    return [token.text for token in _TOKENIZER(text)] == [row.word for row in rows]


def made_up(rows: list[Row], features: Features, number: int) -> Sentence:
    """A generated sentence in the shape of a treebank's."""
    found = Sentence(document=f"made-{number // 3}", name=f"made-{number}")
    for i, row in enumerate(rows):
        rest = ["_" if row.space else "SpaceAfter=No", f"NE={row.name}"]
        head = "0" if row.label == "root" else str(row.head + 1)
        feats = features.of(row.word, row.tag, row.pos)
        columns = [str(i + 1), row.word, row.word.lower(), row.pos, row.tag, feats, head, row.label]
        found.rows.append([*columns, "_", "|".join(rest)])
    return found


def names_corpus(path: Path, vocab: Vocab, most: int = 3) -> Iterator[Doc]:
    """Names only, `most` sentences a piece; tokens are joined by a rule of thumb."""
    found: list[list[list[str]]] = [[]]
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            text = line.strip()
            if text and not text.startswith("-DOCSTART"):
                found[-1].append(text.rsplit(" ", 1))
            elif found[-1]:
                found.append([])
    for k in range(0, len(found), most):
        if doc := _names_only(vocab, [s for s in found[k : k + most] if s]):
            yield doc


def _names_only(vocab: Vocab, run: list[list[list[str]]]) -> Doc | None:
    labels = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"}
    words: list[str] = []
    spaces: list[bool] = []
    entities: list[tuple[int, int, str]] = []
    for sentence in run:
        offset, raw = len(words), [w for w, _ in sentence]
        for i, word in enumerate(raw):
            words.append({"``": '"', "''": '"'}.get(word, word))
            spaces.append(not _tight(word, raw[i + 1] if i + 1 < len(raw) else ""))
        for first, last, label in spans([t for _, t in sentence], offset):
            if label in labels:
                bare = words[first].lower() == "the" and last - first > 1 and label != "PER"
                entities.append((first + bare, last, labels[label]))
    return _with_names(Doc(vocab, words=words, spaces=spaces), entities, True) if words else None


def _tight(word: str, following: str) -> bool:
    closing = {",", ".", ";", ":", "!", "?", ")", "]", "n't", "%"}
    return bool(following) and (
        following in closing or following.startswith("'") or word in {"(", "[", "$", "``"}
    )


def training(
    data: Path, sets: dict[str, list[Sentence]], vocab: Vocab, made: int, seed: int
) -> list[Doc]:
    """The training part; `made` sentences are generated, 0 gives the treebanks alone."""
    rng = Random(7)
    docs = [
        to_doc(vocab, g) for n in ("ewt-train", "gum-free-train") for g in grouped(sets[n], rng)
    ]
    docs += [to_doc(vocab, g, trees=False) for g in grouped(sets["ewt-dev"], rng)]
    docs += list(names_corpus(data / "wikigold.conll.txt.gz", vocab))
    rng.shuffle(docs)
    if not made:
        return docs
    rng = Random(seed)
    trees = [g for n in ("ewt-train", "gum-free-train") for g in grouped(sets[n], rng)]
    docs = [to_doc(vocab, g, curly=rng.random() < _CURLED) for g in trees]
    docs += [to_doc(vocab, g, trees=False) for g in grouped(sets["ewt-dev"], rng)]
    docs += list(names_corpus(data / "wikigold.conll.txt.gz", vocab))
    docs += [to_doc(vocab, g) for g in grouped(generated(sets, made, seed), rng)]
    rng.shuffle(docs)
    return docs


def generated(sets: dict[str, list[Sentence]], made: int, seed: int) -> list[Sentence]:
    """`made` generated sentences, with the treebanks' features on their words."""
    features = Features([*sets["ewt-train"], *sets["gum-free-train"]])
    fresh = islice(filter(_splits_alike, sentences(Gazetteer(), seed)), made)
    return [made_up(rows, features, i) for i, rows in enumerate(fresh)]


def hung(data: Path) -> dict[str, list[Sentence]]:
    """What is trained on, reporting clauses that come last hung as in `reported.py`."""
    sets = {name: list(read_treebank(data / f"{name}.conllu.gz")) for name in _TRAINED}
    for sentence in chain(sets["ewt-train"], sets["gum-free-train"]):
        sentence.rows = hang_reports(sentence.rows)
    return sets


def add_news(data: Path, out: Path, news: list[list[Sentence]], made: int, seed: int) -> int:
    """Write `third.spacy` into `out`: the mix of `hung` with `news`; gives its number of words."""
    vocab = spacy.blank("en").vocab
    docs = training(data, hung(data), vocab, made, seed)
    docs += [to_doc(vocab, g, names=False) for run in news for g in grouped(run, Random(seed))]
    Random(seed).shuffle(docs)
    DocBin(attrs=_ATTRIBUTES, docs=docs).to_disk(out / "third.spacy")
    return sum(map(len, docs))


def convert(data: Path, out: Path, made: int, seed: int) -> dict[str, int]:
    """Write train, dev and test files into `out`; gives the number of words in each."""
    out.mkdir(parents=True, exist_ok=True)
    vocab = spacy.blank("en").vocab
    sets = {name: list(read_treebank(data / f"{name}.conllu.gz")) for name in _SETS}
    rng = Random(7)
    news = [s for s in sets["pud-test"] if s.name.startswith("n")]
    parts = {
        "treebanks": training(data, sets, vocab, 0, seed),
        "mixed": training(data, sets, vocab, made, seed),
        "dev": [to_doc(vocab, g, names=False) for g in grouped(sets["ewt-dev"], rng)]
        + [to_doc(vocab, g) for g in grouped(sets["gum-free-dev"], rng)],
        "ewt_test": [to_doc(vocab, g) for g in grouped(sets["ewt-test"], rng, 8, 250)],
        "gum_test": [to_doc(vocab, g) for g in grouped(sets["gum-free-test"], rng, 8, 250)],
        "pud_news": [to_doc(vocab, [s]) for s in news],
    }
    for name, docs in parts.items():
        DocBin(attrs=_ATTRIBUTES, docs=docs).to_disk(out / f"{name}.spacy")
    return {name: sum(map(len, docs)) for name, docs in parts.items()}
