"""The parts of `notebooks/guide/` that are made from the program.

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
from kg.read.formats import FORMATS
from kg.read.streams import ENDINGS as PACKED
from kg.read.walk import COMMANDS
from kg.store.named import NamedQuery, catalogue
from tests.benchmarks import summary
from tests.guide import face, scale
from tests.guide.blocks import GUIDE

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


def formats(_: Graph) -> str:
    """The formats that are read, by their endings."""
    rows = [
        {
            "format": f"`{made.name}`",
            "endings": " ".join(f"`{ending}`" for ending in made.endings),
            "a file holds": "articles" if made.many else "an article",
            "needs": f"`pip install 'statecraft[{made.extra}]'`" if made.extra else "",
        }
        for made in FORMATS.values()
    ]
    packed = " ".join(f"`{ending}`" for ending in PACKED)
    return f"{table(rows, len(rows), leave=False)}\nPacked: {packed}.\n"


def refused(_: Graph) -> str:
    """What is not read, with the command that makes it readable."""
    endings: dict[str, list[str]] = {}
    for ending, command in COMMANDS.items():
        endings.setdefault(command.replace("{0}", f"FILE{ending}"), []).append(ending)
    rows = [
        {"ending": f"`{ending}`", "command": f"`{command}`"}
        for command, (ending, *_) in endings.items()
    ]
    return table(rows, len(rows))


PARTS: Mapping[str, Callable[[Graph], str]] = {
    "questions": questions,
    "commands": commands,
    "paragraph": paragraph,
    "formats": formats,
    "refused": refused,
    "python": lambda _: face.reference(),
    "speed": lambda _: summary.tables(summary.shown()),
    "scale": lambda _: scale.table(),
}


def renewed(page: str, seeds: Graph) -> str:
    """The text of a page with its parts made again; `seeds` is the graph of `seeds/`."""
    return _PART.sub(
        lambda m: f"{m[1]}\n{PARTS[m[2]](seeds).strip()}\n\n{m[3]}" if m[2] in PARTS else m[0], page
    )
