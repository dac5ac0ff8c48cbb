"""Why the engine refuses a query, in words that lead to its mending.

A place (line and column, from 1), what is wrong there, and what to write instead. The engine's own
words are shown where nothing better is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lark import Token, Tree

from kg.errors import QueryError
from kg.store.grammar import Misfit, misfit, tokens, tree
from kg.store.prefixes import WELL_KNOWN

MAX_RULE = 200  # no more of an engine's message is shown: it may list every token it knows

_PLACE = re.compile(r"^error at (\d+):(\d+): (?:expected )?(?:one of )?")
_SCHEME = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*:")
_NOISE = re.compile(r"\[[^]]*\]|\"[^\"]*\"|\b[A-Z]{2,}[A-Za-z0-9_]*\b|[,|]")
_NAMES: Final = frozenset({"PNAME_LN", "PNAME_NS"})
_SUBQUERIES: Final = frozenset({"sub_select", "exists"})
_UPDATES: Final = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"}
)
"""Words that an update begins with."""


def explained(sparql: str, reason: str) -> QueryError:
    """The error of a query that the engine refuses, giving `reason`."""
    fault = misfit(sparql)
    first = _undeclared(sparql, fault)
    if first:
        return _no_prefix(first)
    if fault:
        return _misplaced(sparql, fault)
    found = tree(sparql)
    wrong = next(_misused(found), None) if found else None
    return wrong or _refused(reason)


def place(line: int, column: int) -> str:
    """A place in a query, in words."""
    return f"line {line}, column {column}"


def _undeclared(sparql: str, fault: Misfit | None) -> Token | None:
    """The first prefixed name before the fault whose prefix nobody declared."""
    declared: set[str] = set()
    before: Token | None = None
    for token in tokens(sparql):
        if fault and (token.line, token.column) >= (fault.line, fault.column):
            return None
        if token.type in _NAMES:
            prefix = token.partition(":")[0]
            if before is not None and before.type == "PREFIX":
                declared.add(prefix)
            elif prefix not in declared:
                return token
        before = token
    return None


def _no_prefix(token: Token) -> QueryError:
    prefix = token.partition(":")[0]
    rule = f"the prefix '{prefix}:' of '{token}' is not declared"
    remedy = f"Begin the query with PREFIX {prefix}: <{WELL_KNOWN.get(prefix, '…')}>."
    return QueryError(place(token.line or 1, token.column or 1), rule, remedy)


def _misplaced(sparql: str, fault: Misfit) -> QueryError:
    where = place(fault.line, fault.column)
    if fault.found.strip("'").upper() in _UPDATES and not sparql[: _offset(sparql, fault)].strip():
        rule = f"found {fault.found}, which begins an update, and this graph is only read"
        return QueryError(where, rule, "Ask with SELECT, ASK, CONSTRUCT or DESCRIBE.")
    if len(sparql.split()) <= 1:
        rule = f"found {fault.found}, which is no SPARQL"
        remedy = "Give the name of a shipped query (`kg query --list`), a file or SPARQL."
        return QueryError(where, rule, remedy)
    expected = ", ".join(fault.expected) or "a term of SPARQL 1.1"
    return QueryError(where, f"found {fault.found}", f"What can stand there: {expected}.")


def _offset(sparql: str, fault: Misfit) -> int:
    lines = sparql.split("\n")[: fault.line]
    return sum(len(line) + 1 for line in lines[:-1]) + fault.column - 1


def _misused(found: Tree[Token]) -> Iterator[QueryError]:
    """What the grammar allows and SPARQL does not."""
    yield from _relative(found)
    for select in found.find_pred(lambda tree: tree.data in ("select_query", "sub_select")):
        yield from _selected_wrongly(select)
    for group in found.find_data("group_graph_pattern_sub"):
        yield from _bound_twice(group)


def _relative(found: Tree[Token]) -> Iterator[QueryError]:
    """IRIs that need a base, of which the query has none."""
    if next(found.find_data("base_decl"), None):
        return
    for token in _leaves(found):
        if token.type == "IRIREF" and not _SCHEME.match(token):
            rule = f"{token} is no whole IRI, and there is no BASE that it could begin with"
            yield QueryError(_at(token), rule, "Write it whole, or begin the query with BASE <…>.")


def _bound_twice(group: Tree[Token]) -> Iterator[QueryError]:
    """Of a group in braces, the BIND whose variable stands before it."""
    before: set[str] = set()
    for part in group.children:
        if isinstance(part, Tree) and part.data == "bind":
            (name,) = (c for c in part.children if isinstance(c, Token) and c.type == "VAR")
            if str(name) in before:
                rule = f"BIND … AS {name} gives a value to a variable that has one already"
                yield QueryError(_at(name), rule, "Take a new name after AS, or move BIND up.")
        before |= _inside(part) if isinstance(part, Tree) and part.data != "filter" else set()


def _selected_wrongly(select: Tree[Token]) -> Iterator[QueryError]:
    clause, modifier = _child(select, "select_clause"), _child(select, "solution_modifier")
    items = [c for c in clause.children if isinstance(c, Tree) and c.data == "select_item"]
    group = next(modifier.find_data("group_clause"), None)
    counted = any(next(item.find_data("aggregate"), None) for item in items)
    if group and not items:
        star = next(t for t in _leaves(clause) if t.type == "STAR")
        rule = "SELECT * cannot be grouped"
        yield QueryError(_at(star), rule, "Name the variables of GROUP BY instead of *.")
    if group or counted:
        yield from _ungrouped(items, _grouped(group))
    yield from _named_twice(items, _inside(_child(select, "where_clause")))


def _ungrouped(items: list[Tree[Token]], grouped: set[str]) -> Iterator[QueryError]:
    known = set(grouped)
    for item in items:
        for name in _outside_aggregates(item):
            if str(name) not in known and name is not _alias(item):
                rule = f"{name} is neither in GROUP BY nor counted"
                add = f"Add {name} to GROUP BY" if grouped else f"Add GROUP BY {name} at the end"
                yield QueryError(_at(name), rule, f"{add}, or take an aggregate of it.")
        known |= {str(alias) for alias in (_alias(item),) if alias is not None}


def _named_twice(items: list[Tree[Token]], inside: set[str]) -> Iterator[QueryError]:
    taken = set(inside)
    for item in items:
        alias = _alias(item)
        if alias is not None and str(alias) in taken:
            rule = f"AS {alias} names anew a variable that is there already"
            yield QueryError(_at(alias), rule, "Take a name that occurs nowhere else.")
        taken |= {str(alias)} if alias is not None else {str(t) for t in _leaves(item)}


def _grouped(group: Tree[Token] | None) -> set[str]:
    """The variables that a GROUP BY leaves: those named alone, and those after AS."""
    names: set[str] = set()
    for condition in group.children if group else ():
        if isinstance(condition, Tree):
            tail = condition.children[-2:] if len(condition.children) > 1 else condition.children
            names |= {str(t) for t in tail if isinstance(t, Token) and t.type == "VAR"}
            whole = [t for t in _leaves(condition) if t.type == "VAR"]
            names |= {str(whole[0])} if len(whole) == 1 and len(condition.children) == 1 else set()
    return names


def _alias(item: Tree[Token]) -> Token | None:
    """The name after AS."""
    children = item.children
    return children[-2] if len(children) > 1 and isinstance(children[-2], Token) else None


def _inside(tree: Tree[Token]) -> set[str]:
    """Variables of a pattern that are seen outside it; of a subquery, all are taken to be."""
    return {str(token) for token in _leaves(tree) if token.type == "VAR"}


def _outside_aggregates(item: Tree[Token]) -> Iterator[Token]:
    for child in item.children:
        if isinstance(child, Token) and child.type == "VAR":
            yield child
        elif isinstance(child, Tree) and child.data not in ("aggregate", *_SUBQUERIES):
            yield from _outside_aggregates(child)


def _child(tree: Tree[Token], name: str) -> Tree[Token]:
    return next(c for c in tree.children if isinstance(c, Tree) and c.data == name)


def _leaves(tree: Tree[Token]) -> Iterator[Token]:
    return tree.scan_values(lambda leaf: isinstance(leaf, Token))


def _at(token: Token) -> str:
    return place(token.line or 1, token.column or 1)


def _refused(reason: str) -> QueryError:
    """The engine's own words, without the tokens that it lists."""
    message = " ".join(reason.split())
    found = _PLACE.match(message)
    where = place(int(found[1]), int(found[2])) if found else "this query"
    told = " ".join(_NOISE.sub(" ", message[found.end() :]).split()) if found else message
    rule = f"the engine refuses it: {told[:MAX_RULE]}" if told else "the engine refuses it here"
    return QueryError(where, rule, "Correct it there, or just before.")
