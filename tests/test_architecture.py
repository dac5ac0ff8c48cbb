"""The house rules that a machine can hold: which way imports run, who prints, how long things are.

`path -> Article -> Doc -> Claim -> linked Claim -> triples -> store -> rows | network -> page`
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "kg"

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
    "cli": LEAVES | STAGES | {"corpus", "api", "cli"},
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
each_module = pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)


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


@each_module
def test_the_rooms_of_extraction_build_on_each_other(module):
    if module.room != "extract" or module.name == "extract.__init__":
        return
    names = {other.name for other in MODULES}
    for name in imported(module.tree):
        found = [n for n in (name, name.rpartition(".")[0]) if n.removeprefix("kg.") in names]
        if found and found[0].startswith("kg.extract."):
            above = found[0].removeprefix("kg.")
            assert place(above.removesuffix(".__init__")) <= place(
                module.name.removesuffix(".__init__")
            ), f"kg.{module.name} imports kg.{above}, which builds on it"


def test_there_is_something_to_look_at():
    assert {module.room for module in MODULES} >= LEAVES | STAGES | {"corpus", "cli"}


@each_module
def test_imports_run_forward_and_never_between_stages(module):
    backward = own_rooms(module.tree) - MAY_IMPORT[module.room]
    assert not backward, f"kg.{module.name} imports from {sorted(backward)}"


@each_module
def test_only_language_and_extract_know_spacy(module):
    if module.room not in {"language", "extract", "training"}:
        assert not [name for name in imported(module.tree) if name.split(".")[0] == "spacy"]


@each_module
def test_only_language_reads_the_labels_of_the_parser(module):
    if module.room in {"language", "training"}:
        return
    read = [n for n in ast.walk(module.tree) if isinstance(n, ast.Attribute)]
    assert not [n.lineno for n in read if n.attr in {"dep_", "dep"}]


@each_module
def test_only_the_command_line_prints(module):
    if module.room == "cli":
        return
    calls = [node for node in ast.walk(module.tree) if isinstance(node, ast.Call)]
    printing = [call.lineno for call in calls if ast.unparse(call.func) == "print"]
    streams = [name for name in imported(module.tree) if name.split(".")[0] in {"rich", "typer"}]
    assert not printing and not streams


@each_module
def test_submodules_are_imported_by_from(module):
    """`kg.read`, `kg.extract` and `kg.export` are functions of the Python face, not modules."""
    plain = [node for node in ast.walk(module.tree) if isinstance(node, ast.Import)]
    names = {alias.name for node in plain for alias in node.names if alias.name.startswith("kg.")}
    assert names == ({"kg.export", "kg.extract"} if module.name == "api" else set())


@each_module
def test_modules_stay_short(module):
    assert module.lines <= MODULE_LINES


@each_module
def test_functions_stay_short(module):
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    functions = [node for node in ast.walk(module.tree) if isinstance(node, kinds)]
    long = {f.name: f.end_lineno - f.lineno + 1 for f in functions}
    assert {name: lines for name, lines in long.items() if lines > FUNCTION_LINES} == {}


@each_module
def test_packages_hold_no_logic(module):
    if module.name.endswith("__init__"):
        kinds = (ast.Expr, ast.ImportFrom, ast.Assign)
        assert all(isinstance(node, kinds) for node in module.tree.body)


def test_no_import_cycle():
    graph = {module.name: set(runtime_imports(module)) for module in MODULES}
    seen: set[str] = set()
    for name in graph:
        walk(name, graph, (), seen)


def runtime_imports(module: Module) -> Iterator[str]:
    names = {other.name for other in MODULES}
    for dotted in imported(module.tree):
        name = dotted.removeprefix("kg.")
        yield from {name, name.rpartition(".")[0]} & names - {module.name}


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
