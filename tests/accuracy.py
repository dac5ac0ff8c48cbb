"""How much of the hand-labelled gold the claims hold: `make accuracy` prints it, a test pins it.

The tables of the guide are made of it too (`notebooks/guide/accuracy.md`).

The gold of the seed articles and the contest set lie here. Further gold, that of articles which
may not be published, is measured where it is found: beside the checkout, or where STATECRAFT_GOLD
says (a folder that holds `gold.jsonl` and `articles/`).
"""

import contextlib
import csv
import io
import json
import os
import re
import tempfile
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import kg
from kg.link.corpus import link
from kg.model import Reading
from kg.rdf.infer import inferred
from kg.rdf.triples import triples
from kg.rdf.turtle import turtle
from kg.store.engine import Store
from kg.store.named import find
from tests import actors
from tests.gold import score

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
GOLD = ROOT / "tests" / "gold"
GUIDE = ROOT / "notebooks" / "guide" / "accuracy.md"
SHOWN_MISSES = 20
SLOTS = {
    "actor": "who does it",
    "recipient": "to or for whom",
    "claimant": "who says it, by name",
    "claimant_of": "whom the speaker speaks for",
    "stance": "asserts, denies, leaves open",
    "modality": "actual, alleged, planned, possible, conditional",
    "negated": "said not to happen",
    "phase": "starts, goes on, ends",
    "quantity": "the figure",
    "time": "the days",
}
_PART = re.compile(r"(?<=<!-- made: accuracy -->\n).*?(?=<!-- end -->)", re.DOTALL)


@dataclass(frozen=True)
class Figures:
    detection_f1: float
    whole_f1: float
    negatives_tempted: int

    def __str__(self) -> str:
        tempted = f"{self.negatives_tempted} negatives taken"
        return (
            f"detection F1 {self.detection_f1:.3f}, whole claims F1 {self.whole_f1:.3f}, {tempted}"
        )


def rows(articles: Path) -> list[dict[str, str]]:
    """What `queries/claims.rq` gives on the articles of the folder `articles`, as a build reads
    them: `claims.csv` without the page, which takes longer than to read them.
    """
    outcomes = kg.extract_claims(kg.read_articles(articles))
    corpus = link(outcome for outcome in outcomes if isinstance(outcome, Reading))
    return Store.of_turtle(turtle(inferred(triples(corpus)))).query(find("claims").text).records()


def table(graph: Path) -> list[dict[str, str]]:
    """The claims of a graph's folder."""
    with (graph / "claims.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def contest_rows() -> list[dict[str, str]]:
    """The claims of the contest set, whose texts lie in the gold itself."""
    lines = (GOLD / "contest.jsonl").read_text(encoding="utf-8").splitlines()
    items = {item["article"]: item for item in map(json.loads, lines)}
    with tempfile.TemporaryDirectory() as folder:
        index = ["file,title,publisher,published,published_basis,language"]
        for name, item in items.items():
            (Path(folder) / f"{name}.txt").write_text(item["text"], encoding="utf-8")
            index.append(f"{name}.txt,,,{item['published']},given,en")
        (Path(folder) / "index.csv").write_text("\n".join(index), encoding="utf-8")
        return rows(Path(folder))


def measured(gold: Path, claims: list[dict[str, str]]) -> tuple[dict[str, Any], str]:
    """All that the score tells, as numbers and as the table with what was missed."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # score.py leaves closing to Python
        found = score.report(*score.load(gold, claims), misses=SHOWN_MISSES)
    return found, printed.getvalue()


def measure(gold: Path, claims: list[dict[str, str]]) -> tuple[Figures, str]:
    """The figures that tests pin, and the whole table with what was missed."""
    found, printed = measured(gold, claims)
    figures = Figures(found["detection"]["f1"], found["whole"]["f1"], found["negatives"]["tempted"])
    return figures, printed


def tables(sets: Mapping[str, dict[str, Any]]) -> str:
    """What the guide shows of sets by their titles: classes and slots, in Markdown."""
    titles = " | ".join(f"{title}: claims | precision | recall" for title in sets)
    names = sorted({name for found in sets.values() for name in found["classes"]})
    classes = "".join(f"| {name} | {_class(name, sets)} |\n" for name in names)
    every = " | ".join(_rates(found["detection"]) for found in sets.values())
    slots = "".join(
        f"| `{slot}`, {words} | {_slot(slot, sets)} |\n" for slot, words in SLOTS.items()
    )
    return (
        f"| class | {titles} |\n|{' --- |' * (1 + 3 * len(sets))}\n{classes}| all | {every} |\n\n"
        f"| slot, of the claims that are found | {' | '.join(sets)} |\n"
        f"|{' --- |' * (1 + len(sets))}\n{slots}"
    )


def _class(name: str, sets: Mapping[str, dict[str, Any]]) -> str:
    none = {"gold": 0}
    return " | ".join(_rates(found["classes"].get(name, none)) for found in sets.values())


def _rates(found: Mapping[str, float]) -> str:
    if not found["gold"]:
        return " | | "
    return f"{found['gold']} | {found['precision']:.2f} | {found['recall']:.2f}"


def _slot(slot: str, sets: Mapping[str, dict[str, Any]]) -> str:
    slots = (found["slots"].get(slot, {"scored": 0}) for found in sets.values())
    return " | ".join(f"{one['right']:.2f}" if one["scored"] else "" for one in slots)


def shown() -> str:
    """The tables as they stand in the guide."""
    (part,) = _PART.findall(GUIDE.read_text(encoding="utf-8"))
    return part.strip() + "\n"


def show(found: str) -> None:
    """Put the tables into the guide."""
    page = GUIDE.read_text(encoding="utf-8")
    GUIDE.write_text(_PART.sub(lambda _: f"\n{found.strip()}\n\n", page), encoding="utf-8")


def floors(gold: str) -> dict[str, float | str]:
    """The pinned figures of a gold file by its name."""
    found: dict[str, dict[str, float | str]] = json.loads(
        (GOLD / "floors.json").read_text(encoding="utf-8")
    )
    return found[gold]


def further() -> tuple[Path, ...]:
    """Folders of gold outside the repository, those that are there."""
    beside = ROOT.parent / "shared" / "gold"
    named = os.environ.get("STATECRAFT_GOLD")
    folders = [Path(named)] if named else [beside / "dev", beside / "dev-articles"]
    return tuple(folder for folder in folders if (folder / "gold.jsonl").exists())


def main() -> None:
    sets = [
        ("seed articles", GOLD / "seeds.jsonl", rows(SEEDS)),
        ("contest set", GOLD / "contest.jsonl", contest_rows()),
    ]
    show(tables({name: measured(gold, claims)[0] for name, gold, claims in sets}))
    sets += [(f.name, f / "gold.jsonl", rows(f / "articles")) for f in further()]
    for name, gold, claims in sets:
        figures, printed = measure(gold, claims)
        print(f"## {name}: {figures}\n{printed}")  # noqa: T201 - this module is a command
    for folder in further():
        print(f"## {folder.name}: actor codes that names lead to\n{actors.table(folder)}")  # noqa: T201


if __name__ == "__main__":
    main()
