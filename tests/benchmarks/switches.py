"""Functions and conditions of a program as switches: count when each holds, force one, look again.

`install` makes Python load the packages named through a transformation of their source: every test
of an `if`, a conditional expression or a comprehension, and every operand of `and` and `or` where
only its truth counts, is asked through a `Board`. Nothing is written to disk.
"""

from __future__ import annotations

import ast
import importlib.abc
import importlib.machinery
import importlib.util
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import wraps
from inspect import isgenerator
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

_ASK, _RUN = "__ask__", "__run__"
_NOTHING: tuple[tuple[str, Callable[[], object]], ...] = (
    ("bool", bool),
    ("str", str),
    ("None", lambda: None),
    ("tuple", tuple),
    ("list", list),
    ("frozenset", frozenset),
    ("set", set),
    ("dict", dict),
    ("Iterator", lambda: iter(())),
    ("Iterable", tuple),
    ("Sequence", tuple),
)
"""What a function that says nothing gives back, by how its annotation begins."""


@dataclass(frozen=True, slots=True)
class Switch:
    """One condition: its module, place (line and column from 1 and 0), source, and what kind of
    part it is. `forced` is the value under which it has no say: False for a test of `if` and an
    operand of `or`, True for an operand of `and` and a filter.
    """

    module: str
    line: int
    column: int
    text: str
    kind: str
    forced: bool


@dataclass
class Board:
    """All switches by number; `off` is the one that is forced, `place` what is read just now.

    `other` has, for each switch, the places where its value was not the one that it is forced to.
    """

    switches: list[Switch] = field(default_factory=list)
    other: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    off: int | None = None
    place: str = ""
    counting: bool = True

    def ask(self, number: int, value: object) -> object:
        """`value`, or what the switch is forced to."""
        if self.counting and bool(value) is not self.switches[number].forced:
            self.other[number].add(self.place)
        return self.switches[number].forced if number == self.off else value

    def run(self, number: int, nothing: Callable[[], object]) -> Callable[[Any], Any]:
        """A decorator of a function that is a switch: whether it gives anything, or `nothing`."""

        def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
            @wraps(function)
            def asked(*args: Any, **names: Any) -> Any:
                if number == self.off:
                    return nothing()
                value = function(*args, **names)
                if isgenerator(value):
                    value = list(value)
                    self._note(number, told=bool(value))
                    return iter(value)
                self._note(
                    number, told=bool(value) or self.switches[number].text.endswith("-> None")
                )
                return value

            return asked

        return decorate

    def _note(self, number: int, *, told: bool) -> None:
        if self.counting and told:
            self.other[number].add(self.place)


class _Wrap(ast.NodeTransformer):
    """Puts every condition of one module on the board."""

    def __init__(self, module: str, source: str, board: Board) -> None:
        self._module, self._source, self._board = module, source, board

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.body = [self.visit(n) for n in node.body]
        told = ast.unparse(node.returns) if node.returns is not None else ""
        empty = "None" if told.endswith("| None") else told
        nothing = next((n for n, (word, _) in enumerate(_NOTHING) if empty.startswith(word)), None)
        if nothing is None or node.name.startswith("__"):
            return node
        text = f"{node.name} -> {told}"
        switch = Switch(self._module, node.lineno, node.col_offset, text, "function", False)
        self._board.switches.append(switch)
        numbers = [ast.Constant(len(self._board.switches) - 1), ast.Constant(nothing)]
        call = ast.Call(ast.Name(_RUN, ast.Load()), numbers, [])
        node.decorator_list.append(ast.copy_location(call, node))
        return node

    def visit_If(self, node: ast.If) -> ast.AST:
        node.test = self._truth(node.test, "if", forced=False)
        node.body = [self.visit(n) for n in node.body]
        node.orelse = [self.visit(n) for n in node.orelse]
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        node.test = self._truth(node.test, "if else", forced=False)
        node.body, node.orelse = self.visit(node.body), self.visit(node.orelse)
        return node

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        node.ifs = [self._truth(test, "filter", forced=True) for test in node.ifs]
        node.iter = self.visit(node.iter)
        return node

    def visit_Return(self, node: ast.Return) -> ast.AST:
        if isinstance(node.value, ast.BoolOp):
            node.value = self._parts(node.value, last=False)
        elif node.value is not None:
            node.value = self.visit(node.value)
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        return self._parts(node, last=False)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        if isinstance(node.op, ast.Not) and isinstance(node.operand, ast.BoolOp):
            node.operand = self._parts(node.operand, last=True)
            return node
        return self.generic_visit(node)

    def _truth(self, node: ast.expr, kind: str, *, forced: bool) -> ast.expr:
        """`node`, of which only the truth counts, with its parts and itself on the board."""
        inner = self._parts(node, last=True) if isinstance(node, ast.BoolOp) else self.visit(node)
        return self._asked(node, inner, kind, forced=forced)

    def _parts(self, node: ast.BoolOp, *, last: bool) -> ast.BoolOp:
        """The operands on the board; the `last` one only where nothing but its truth counts."""
        either = isinstance(node.op, ast.Or)
        kind, end = ("or" if either else "and"), len(node.values) - 1
        done: list[ast.expr] = []
        for n, value in enumerate(node.values):
            asked = last or n < end or _is_truth(value)
            if isinstance(value, ast.BoolOp):
                inner: ast.expr = self._parts(value, last=asked)
            else:
                inner = self.visit(value)
            done.append(self._asked(value, inner, kind, forced=not either) if asked else inner)
        node.values = done
        return node

    def _asked(self, old: ast.expr, inner: ast.expr, kind: str, *, forced: bool) -> ast.expr:
        text = ast.get_source_segment(self._source, old) or ""
        switch = Switch(self._module, old.lineno, old.col_offset, text, kind, forced)
        self._board.switches.append(switch)
        number = ast.Constant(len(self._board.switches) - 1)
        call = ast.Call(ast.Name(_ASK, ast.Load()), [number, inner], [])
        return ast.copy_location(call, old)


def _is_truth(node: ast.expr) -> bool:
    """Whether `node` gives True or False and nothing else."""
    negated = isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
    return isinstance(node, ast.Compare) or negated


class _Loader(importlib.machinery.SourceFileLoader):
    """Loads a module with its conditions on the board."""

    def __init__(self, name: str, path: str, board: Board) -> None:
        super().__init__(name, path)
        self._board = board

    def get_code(self, fullname: str) -> CodeType:
        source = Path(self.path).read_text(encoding="utf-8")
        tree = _Wrap(fullname, source, self._board).visit(ast.parse(source))
        return compile(ast.fix_missing_locations(tree), self.path, "exec")

    def exec_module(self, module: ModuleType) -> None:
        module.__dict__[_ASK] = self._board.ask
        board = self._board
        module.__dict__[_RUN] = lambda number, nothing: board.run(number, _NOTHING[nothing][1])
        super().exec_module(module)


class _Finder(importlib.abc.MetaPathFinder):
    def __init__(self, packages: Sequence[str], board: Board) -> None:
        self._packages, self._board = tuple(packages), board

    def find_spec(self, name, path, target=None):  # type: ignore[no-untyped-def]
        if not any(name == p or name.startswith(f"{p}.") for p in self._packages):
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path)
        if spec is None or spec.origin is None or not spec.origin.endswith(".py"):
            return spec
        spec.loader = _Loader(name, spec.origin, self._board)
        return spec


def install(packages: Sequence[str]) -> Board:
    """A board for `packages`, on which none of their modules may be loaded yet."""
    loaded = [n for n in sys.modules if any(n == p or n.startswith(f"{p}.") for p in packages)]
    if loaded:
        raise RuntimeError(f"loaded before their switches were: {loaded[:3]}")
    board = Board()
    sys.meta_path.insert(0, _Finder(packages, board))
    return board


def numbered(board: Board, module: str) -> Iterator[tuple[int, Switch]]:
    """The switches of one module."""
    return ((n, s) for n, s in enumerate(board.switches) if s.module == module)
