"""The parts of `notebooks/guide/` that are made: compared by a test, renewed by `make readme`.

The pages alone, without README.md: `python -m tests.guide`.

A part stands between `<!-- made: NAME -->` and `<!-- end -->`; NAME is one of `PARTS`.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from typer.main import get_command
from typer.testing import CliRunner

import kg
from kg.cli.main import app
from kg.corpus.opened import Graph
from kg.store.named import NamedQuery, catalogue

GUIDE = Path(__file__).parents[1] / "notebooks" / "guide"
INTERNAL = {"network", "network-agents"}  # what the page is drawn from
ROWS = 3
CELL = 70  # characters of a cell that are shown
LEFT_OUT = re.compile(r"(.*_)?iri|start|end|.*_key|key")  # what only a program needs
_PART = re.compile(r"(<!-- made: ([\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)
_EXAMPLE = re.compile(r"<!-- example -->\n((?:> .*\n)+)")


def table(rows: Sequence[Mapping[str, str]], most: int = ROWS, leave: bool = True) -> str:
    """The first rows in Markdown, without columns that hold nothing in them."""
    if not rows:
        return "*No row on these articles.*\n"
    shown = rows[:most]
    columns = [
        name
        for name in shown[0]
        if any(row[name] for row in shown) and not (leave and LEFT_OUT.fullmatch(name))
    ]
    lines = [columns, ["---"] * len(columns), *([_cell(row[c]) for c in columns] for row in shown)]
    text = "".join(f"| {' | '.join(line)} |\n" for line in lines)
    left = len(rows) - len(shown)
    return f"{text}\n… and {left:,} more.\n" if left else text


def _cell(words: str) -> str:
    flat = " ".join(words.split())
    cut = flat if len(flat) <= CELL else f"{flat[: CELL - 1].rstrip()}…"
    return cut.replace("|", "\\|")


def questions(seeds: Graph) -> str:
    """Each question with its file, what it may be given, and its first rows on the seeds."""
    return "\n".join(_question(q, seeds) for q in catalogue() if q.name not in INTERNAL)


def _question(query: NamedQuery, seeds: Graph) -> str:
    given = ", ".join(f"`--{name}`" for name in query.parameters)
    narrowed = f"\nNarrowed by {given}.\n" if given else ""
    return (
        f"## {query.name}\n\n**{query.summary}** {_sentence(query.description)}\n{narrowed}\n"
        f"```console\n$ kg query {query.name}\n```\n\n{table(list(seeds.query(query.name)))}"
    )


def _sentence(description: str) -> str:
    return " ".join(description.split())


def commands(_: Graph) -> str:
    """The help of each command, as a terminal of 100 columns shows it."""
    names = list(get_command(app).commands)
    return "\n".join(f"## kg {name}\n\n```text\n{_help(name)}\n```\n" for name in names)


def _help(name: str) -> str:
    wide = {"COLUMNS": "100", "TERMINAL_WIDTH": "100", "NO_COLOR": "1"}
    told = CliRunner(env=wide).invoke(app, [name, "--help"], prog_name="kg", terminal_width=100)
    return "\n".join(line.rstrip() for line in told.output.strip().splitlines())


def example() -> str:
    """The paragraph of news that the model is explained by."""
    (found,) = _EXAMPLE.findall((GUIDE / "model.md").read_text(encoding="utf-8"))
    return " ".join(line.removeprefix("> ").strip() for line in found.splitlines())


def paragraph(_: Graph) -> str:
    """The example drawn as a tree, its claims as a table, and the triples of one of them."""
    with TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "border").mkdir()
        day = "---\npublished: 2024-11-06\n---\n"
        (folder / "border" / "border.md").write_text(f"{day}{example()}\n", encoding="utf-8")
        kg.build(folder / "border", out=folder / "graph")
        rows = kg.query("claims", folder / "graph")
        turtle = (folder / "graph" / "graph.ttl").read_text(encoding="utf-8")
    denial = next(row["claim"] for row in rows if row["stance"] == "denies")
    return (
        f"```text\n{_tree(rows, turtle)}\n```\n\nThe same as a table, as `kg query claims` gives "
        f"it:\n\n{table(rows, len(rows))}\nAnd the triples of the denial:\n\n"
        f"```turtle\n{_subject(turtle, f'claim:{denial}')}\n```\n"
    )


def _tree(rows: Sequence[Mapping[str, str]], turtle: str) -> str:
    lines = []
    for event in sorted(set(re.findall(r"sc:aboutEvent (event:[\w-]+)", turtle))):
        told = _subject(turtle, event)
        (label,) = re.findall(r'rdfs:label "([^"]+)"', told)
        (status,) = re.findall(r"sc:status sc:(\w+)", told)
        about = [row for row in rows if event in _subject(turtle, f"claim:{row['claim']}")]
        lines.append(f"{label}  ({status})")
        for row in about:
            branch = "└──" if row is about[-1] else "├──"
            who = row["claimant"] or "the article"
            lines.append(f"{branch} {who} {row['stance']} ({row['modality']}): “{row['quote']}”")
    return "\n".join(lines)


def _subject(turtle: str, name: str) -> str:
    (found,) = re.findall(rf"^{re.escape(name)} .*?\.$", turtle, re.DOTALL | re.MULTILINE)
    return found.replace("\t", "    ")


PARTS: Mapping[str, Callable[[Graph], str]] = {
    "questions": questions,
    "commands": commands,
    "paragraph": paragraph,
}


def pages() -> list[Path]:
    return sorted(GUIDE.glob("*.md"))


def renewed(page: Path, seeds: Graph) -> str:
    """The text of a page with its parts made again; `seeds` is the graph of `seeds/`."""
    text = page.read_text(encoding="utf-8")
    return _PART.sub(lambda m: f"{m[1]}\n{PARTS[m[2]](seeds).strip()}\n\n{m[3]}", text)


def renew() -> None:
    """Make the parts of every page again, from `graph/` as `kg build seeds` left it."""
    seeds = kg.open(GUIDE.parents[1] / "graph")
    for page in pages():
        page.write_text(renewed(page, seeds), encoding="utf-8")


if __name__ == "__main__":
    renew()
