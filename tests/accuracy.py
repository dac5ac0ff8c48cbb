"""How much of the hand-labelled gold the claims hold: `make accuracy` prints it, a test pins it.

The gold of the seed articles and the contest set lie here. Further gold, that of articles which
may not be published, is measured where it is found: beside the checkout, or where STATECRAFT_GOLD
says (a folder that holds `gold.jsonl` and `articles/`).
"""

import contextlib
import csv
import io
import json
import os
import tempfile
import warnings
from dataclasses import dataclass
from pathlib import Path

import kg
from tests import actors
from tests.gold import score

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
GOLD = ROOT / "tests" / "gold"
SHOWN_MISSES = 20


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
    """What `queries/claims.rq` gives on the graph of the folder `articles`."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "graph"
        kg.build(articles, out)
        return table(out)


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


def measure(gold: Path, claims: list[dict[str, str]]) -> tuple[Figures, str]:
    """The figures that tests pin, and the whole table with what was missed."""
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown), warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # score.py leaves closing to Python
        found = score.report(*score.load(gold, claims), misses=SHOWN_MISSES)
    figures = Figures(found["detection"]["f1"], found["whole"]["f1"], found["negatives"]["tempted"])
    return figures, shown.getvalue()


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
    sets += [(f.name, f / "gold.jsonl", rows(f / "articles")) for f in further()]
    for name, gold, claims in sets:
        figures, shown = measure(gold, claims)
        print(f"## {name}: {figures}\n{shown}")  # noqa: T201 - this module is a command
    for folder in further():
        print(f"## {folder.name}: actor codes that names lead to\n{actors.table(folder)}")  # noqa: T201


if __name__ == "__main__":
    main()
