"""What each repair after parsing brings: `python -m tests.benchmarks.repairs TREEBANK ...`.

The repairs run in their order over the shipped pipeline's reading of the treebanks, and of the own
sentences of `tests/language/relations.tsv`. For each: the words whose head or label it changed, how
many of these the treebank has that way now and had that way before, and the relations that came
right less those that went wrong. What a treebank has otherwise need not be wrong for the rules.
"""

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.training import Example

from kg.language import pipeline, repairs
from kg.training.parser.convert import grouped, read_treebank, to_doc
from tests.language import relations

Mend = Callable[[Token], None]
Arcs = list[tuple[int, str]]


@dataclass(frozen=True)
class Gain:
    """What the repair called `name` did: words changed, right after, right before, relations."""

    name: str
    changed: int
    right: int
    spoilt: int
    relations: int


def gains(nlp: Language, gold: list[Doc]) -> Iterator[Gain]:
    """One line for each repair in its order."""
    pairs = [Example(nlp(doc.text), doc) for doc in gold]
    sentences = [(nlp(text), wanted) for text, wanted in relations.lines()]
    for mend in repairs.ALL:
        counts: Counter[str] = Counter()
        for example in pairs:
            counts += _on_treebank(example, mend)
        for doc, wanted in sentences:
            before = sum(relations.holds(doc, each) for each in wanted)
            repairs.apply(doc, mend)
            counts["relations"] += sum(relations.holds(doc, each) for each in wanted) - before
        yield Gain(
            mend.__name__.strip("_"),
            counts["changed"],
            counts["right"],
            counts["spoilt"],
            counts["relations"],
        )


def _arcs(doc: Doc) -> Arcs:
    return [(token.head.i, token.dep_) for token in doc]


def _on_treebank(example: Example, mend: Mend) -> Counter[str]:
    before = _arcs(example.predicted)
    repairs.apply(example.predicted, mend)
    after = _arcs(example.predicted)
    if before == after:
        return Counter()
    heads, labels = example.get_aligned_parse(projectivize=False)
    wanted = list(zip(heads, labels, strict=True))
    moved = [i for i, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
    return Counter(
        changed=len(moved),
        right=sum(after[i] == wanted[i] for i in moved),
        spoilt=sum(before[i] == wanted[i] for i in moved),
    )


def main() -> None:
    parser = ArgumentParser(prog="python -m tests.benchmarks.repairs", description=__doc__)
    parser.add_argument("treebanks", type=Path, nargs="+", help="gzipped CoNLL-U, no test parts")
    nlp = pipeline.load().nlp
    gold = [
        to_doc(nlp.vocab, run)
        for path in parser.parse_args().treebanks
        for run in grouped(read_treebank(path), Random(7))
    ]
    print("| repair | words changed | right after | right before | relations |")
    print("|---|---|---|---|---|")
    for each in gains(nlp, gold):
        cells = (each.name, each.changed, each.right, each.spoilt, f"{each.relations:+d}")
        print(f"| {' | '.join(map(str, cells))} |")


if __name__ == "__main__":
    main()
