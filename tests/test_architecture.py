"""The house rules that a machine can hold: which way imports run, who prints, how long things are.

`path -> Article -> Tree -> Claim -> linked Claim -> triples -> store -> rows | network -> page`
"""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "kg"
TESTS = ROOT / "tests"

LEAVES = {"model", "errors", "vocabulary", "resources", "extras", "knowledge"}
STAGES = {"read", "language", "extract", "link", "rdf", "store", "show", "correct", "export"}
MAY_IMPORT = {
    **{leaf: {"errors"} for leaf in LEAVES},
    # what the program knows of the world, as data: it names agents, so it sees the carriers
    "knowledge": {"errors", "model", "resources", "knowledge"},
    **{stage: LEAVES | {stage} for stage in STAGES},
    # extraction reads the parse and the word lists: the one arrow between rooms, it runs forward
    "extract": LEAVES | {"extract", "language"},
    # what leaves the house is asked of the store, in the triples' terms, and drawn as the page is
    "export": LEAVES | {"export", "rdf", "store", "show"},
    # the one room that joins the stages, and the Python face of the whole
    "corpus": LEAVES | STAGES | {"corpus"},
    "api": LEAVES | STAGES | {"corpus"},
    # the same on many machines, which only the command line starts
    "spark": LEAVES | STAGES | {"corpus", "spark"},
    "cli": LEAVES | STAGES | {"corpus", "api", "cli", "spark"},
    # what trains the weights reads as the product does; nothing that ships knows of it
    "training": LEAVES | {"training", "read", "language", "extract", "link"},
    "__init__": {"api"},
}
MODULE_LINES = 400
FUNCTION_LINES = 40


@dataclass(frozen=True)
class Module:
    """A source file: its dotted name without `kg.`, its room and its tree."""

    name: str
    room: str
    tree: ast.Module
    lines: int


def modules() -> Iterator[Module]:
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        text = path.read_text(encoding="utf-8")
        yield Module(".".join(parts), parts[0], ast.parse(text), text.count("\n"))


MODULES = list(modules())
NAMES = {module.name for module in MODULES}


def imported(tree: ast.AST) -> Iterator[str]:
    """Dotted names of everything imported anywhere in `tree`, late imports included."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_rooms(tree: ast.AST) -> set[str]:
    return {name.split(".")[1] for name in imported(tree) if name.startswith("kg.")}


ROOMS_OF_EXTRACT = (
    "lemmas", "scope", "voice", "mentions", "measure", "frames", "write.draft", "resolve.anaphora",
    "write", "context", "resolve", "finish", "propose", "agree", "passes", "reader", "component",
    "picture",
)  # fmt: skip
"""Who may import whom in `extract/`: only what stands before it, or its own room."""


def place(name: str) -> int:
    """Where `extract.voice.speakers` stands among the rooms: the longest name that fits."""
    own = name.removeprefix("extract.")
    fitting = [r for r in ROOMS_OF_EXTRACT if own == r or own.startswith(f"{r}.")]
    assert fitting, f"kg.{name} stands in no room of extract/"
    return ROOMS_OF_EXTRACT.index(max(fitting, key=len))


def own(name: str) -> str | None:
    """The module of this package that `kg.a.b.name` means, without `kg.`; None: of another."""
    found = [n for n in (name, name.rpartition(".")[0]) if n.removeprefix("kg.") in NAMES]
    return found[0].removeprefix("kg.") if found and found[0].startswith("kg.") else None


def test_the_rooms_of_extraction_build_on_each_other():
    backward = [
        f"kg.{module.name} imports kg.{above}, which builds on it"
        for module in MODULES
        if module.room == "extract" and module.name != "extract.__init__"
        for above in map(own, imported(module.tree))
        if above and above.startswith("extract.")
        if place(above.removesuffix(".__init__")) > place(module.name.removesuffix(".__init__"))
    ]
    assert backward == []


def test_there_is_something_to_look_at():
    assert {module.room for module in MODULES} >= LEAVES | STAGES | {"corpus", "cli"}


def test_imports_run_forward_and_never_between_stages():
    backward = {m.name: own_rooms(m.tree) - MAY_IMPORT[m.room] for m in MODULES}
    assert {name: rooms for name, rooms in backward.items() if rooms} == {}


FACES_FOR_SPACY = {"extract.component", "extract.picture"}
"""What spaCy's users call: the component for their pipelines, and its pictures."""


def test_only_language_knows_spacy():
    others = [m for m in MODULES if m.room not in {"language", "training"}]
    knowing = {m.name for m in others if "spacy" in {n.split(".")[0] for n in imported(m.tree)}}
    assert knowing == FACES_FOR_SPACY


def test_only_language_reads_the_labels_of_the_parser():
    others = [m for m in MODULES if m.room not in {"language", "training"}]
    reading = [
        f"{module.name}, line {node.lineno}"
        for module in others
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and node.attr in {"dep_", "dep"}
    ]
    assert reading == []


def test_only_the_command_line_prints():
    for module in MODULES:
        if module.room != "cli":
            names = [node for node in ast.walk(module.tree) if isinstance(node, ast.Name)]
            printing = [name.lineno for name in names if name.id == "print"]
            streams = {name.split(".")[0] for name in imported(module.tree)} & {"rich", "typer"}
            assert not printing and not streams, module.name


def test_submodules_are_imported_by_from():
    """One way to name them, so that it is told in one line which room imports which."""
    for module in MODULES:
        plain = [node for node in ast.walk(module.tree) if isinstance(node, ast.Import)]
        names = {a.name for node in plain for a in node.names if a.name.startswith("kg.")}
        assert names == set(), module.name


def test_modules_stay_short():
    assert {m.name: m.lines for m in MODULES if m.lines > MODULE_LINES} == {}


def test_functions_stay_short():
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    lines = {
        f"{module.name}.{node.name}": node.end_lineno - node.lineno + 1
        for module in MODULES
        for node in ast.walk(module.tree)
        if isinstance(node, kinds)
    }
    assert {name: count for name, count in lines.items() if count > FUNCTION_LINES} == {}


def test_packages_hold_no_logic():
    kinds = (ast.Expr, ast.ImportFrom, ast.Assign)
    packages = [module for module in MODULES if module.name.endswith("__init__")]
    assert [m.name for m in packages if not all(isinstance(n, kinds) for n in m.tree.body)] == []


def test_no_import_cycle():
    graph = {module.name: set(runtime_imports(module)) for module in MODULES}
    seen: set[str] = set()
    for name in graph:
        walk(name, graph, (), seen)


def runtime_imports(module: Module) -> Iterator[str]:
    for dotted in imported(module.tree):
        name = dotted.removeprefix("kg.")
        yield from {name, name.rpartition(".")[0]} & NAMES - {module.name}


def walk(name: str, graph: dict[str, set[str]], path: tuple[str, ...], seen: set[str]) -> None:
    assert name not in path, " -> ".join((*path[path.index(name) :], name))
    if name not in seen:
        for other in sorted(graph[name]):
            walk(other, graph, (*path, name), seen)
        seen.add(name)


def test_the_walk_finds_a_cycle():
    with pytest.raises(AssertionError, match="a -> b -> a"):
        walk("a", {"a": {"b"}, "b": {"a"}}, (), set())


def test_the_rules_catch_a_backward_arrow():
    tree = ast.parse("def late():\n    from kg.show.page import render\n")
    assert own_rooms(tree) - MAY_IMPORT["store"] == {"show"}


def test_no_junk_drawer():
    assert not [
        m.name for m in MODULES if m.name.rpartition(".")[2] in {"utils", "util", "helpers"}
    ]


NAMED = {
    ".".join(path.relative_to(TESTS).with_suffix("").parts) for path in TESTS.rglob("test_*.py")
}
UNTESTED = tomllib.loads((TESTS / "untested.toml").read_text(encoding="utf-8"))
THROUGH = {name for room in UNTESTED["through"].values() for name in room}


def test_every_module_has_its_test_file():
    """Or stands in `tests/untested.toml`, which says what tests it and only gets shorter."""
    plain = [name for name in NAMES if not name.endswith("__init__")]
    without = {n for n in plain if ".".join((*n.split(".")[:-1], f"test_{n.split('.')[-1]}"))
               not in NAMED}  # fmt: skip
    assert without - {*UNTESTED["beside"], *THROUGH} == set(), "write a test, named after it"
    assert {*UNTESTED["beside"], *THROUGH} - without == set(), (
        "take from tests/untested.toml what has a test or is gone"
    )


def test_what_is_tested_beside_is_imported_there():
    for name, path in UNTESTED["beside"].items():
        words = (TESTS / path).read_text(encoding="utf-8")
        assert f"kg.{name}" in {*imported(ast.parse(words)), *modules_imported(words)}, path


def modules_imported(words: str) -> set[str]:
    nodes = [node for node in ast.walk(ast.parse(words)) if isinstance(node, ast.ImportFrom)]
    return {node.module for node in nodes if node.module}
