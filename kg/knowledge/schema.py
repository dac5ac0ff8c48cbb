"""TOML files and rows of CSV into structs: whatever the struct does not foresee is refused.

msgspec checks structure and types; fields whose type is a closed set of `names` are checked here.
Every error names file, line, value, rule and remedy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import inspect

from kg.errors import KnowledgeError
from kg.knowledge.names import IS, Closed, Names, names
from kg.knowledge.source import Source, Way

Record = TypeVar("Record", bound=msgspec.Struct)
_WHERE = re.compile(r"(?P<rule>.*?)(?: - at `\$\.?(?P<way>.*)`)?$", re.DOTALL)
_STEP = re.compile(r"\[(\d+)\]|(\[\.\.\.\])|([^.\[\]]+)")
_KEY = re.compile(r"Object (?P<fault>contains unknown|missing required) field `(?P<key>.*)`")
_ANY_KEY = "[...]"
_KINDS = {"array": "a list", "str": "a text", "bool": "true or false", "int": "a whole number",
          "object": "a table", "float": "a number"}  # fmt: skip


def read(path: Path, kind: type[Record], closed: Closed | None = None) -> Record:
    """The TOML file at `path` as a `kind`, with names of `closed` where the struct asks for them.

    Raises KnowledgeError where the file holds anything else.
    """
    return checked(Source.load(path), kind, closed)


def checked(source: Source, kind: type[Record], closed: Closed | None = None) -> Record:
    """What `read` makes of a file that is loaded already."""
    try:
        found = msgspec.convert(source.tables, kind)
    except msgspec.ValidationError as error:
        raise _misfit(source, kind, str(error)) from error
    for odd in oddities(inspect.type_info(kind), source.tables, closed or {}):
        raise fault(source, odd)
    return found


@dataclass(frozen=True, slots=True)
class Odd:
    """A value that its struct's types allow and the file may not hold all the same."""

    way: Way
    value: str
    rule: str
    remedy: str


def stranger(way: Way, value: str, what: str, allowed: Names) -> Odd:
    """A `value` that is no `what`."""
    return Odd(way, value, f"there is no such {what}", allowed.remedy(value))


def fault(source: Source, odd: Odd) -> KnowledgeError:
    """The error of what is odd in `source`."""
    key = next((step for step in reversed(odd.way) if isinstance(step, str)), "")
    told = f"{source.name} line {source.line(odd.way)}: {key} = {odd.value!r}"
    return KnowledgeError(told, odd.rule, odd.remedy)


def oddities(node: inspect.Type, value: Any, closed: Closed, way: Way = ()) -> Iterator[Odd]:  # noqa: ANN401
    """Names in `value` that their closed set lacks, and words that stand twice in a list.

    `node` is the type of `value`, which msgspec has checked.
    """
    match node:
        case inspect.Metadata(type=inner, extra=extra):
            what = (extra or {}).get(IS)
            if what is None:
                yield from oddities(inner, value, closed, way)
            elif value not in closed[what].known:
                yield stranger(way, value, what, closed[what])
        case inspect.StructType(fields=fields):
            told = [f for f in fields if f.encode_name in value]
            for field in told:
                key = field.encode_name
                yield from oddities(field.type, value[key], closed, (*way, key))
        case inspect.DictType(value_type=inner):
            for key, one in value.items():
                yield from oddities(inner, one, closed, (*way, key))
        case inspect.VarTupleType(item_type=inner) | inspect.FrozenSetType(item_type=inner):
            for n, one in enumerate(value):
                yield from oddities(inner, one, closed, (*way, n))
                if isinstance(node, inspect.FrozenSetType) and one in value[:n]:
                    yield Odd((*way, n), one, "it stands there already", "Leave one of them out.")


def _misfit(source: Source, kind: type[msgspec.Struct], message: str) -> KnowledgeError:
    """The error for what msgspec says of `source` as a `kind`."""
    told = _WHERE.fullmatch(message)
    way = tuple(_steps(told["way"] or "")) if told else ()
    rule = told["rule"] if told else message
    if _ANY_KEY in way:
        way = _entry(source, kind, way)
    node = _node(inspect.type_info(kind), way)
    key = _KEY.fullmatch(rule)
    if key is not None:
        return _of_key(source, way, node, key["fault"], key["key"])
    place = f"{source.name} line {source.line(way)}: "
    named = next((step for step in reversed(way) if isinstance(step, str)), "")
    value = source.value(way)
    allowed = _members(node)
    if allowed is not None and isinstance(value, str):
        return fault(source, stranger(way, value, "value here", names(allowed)))
    return KnowledgeError(f"{place}{named} = {value!r}", in_words(rule), "Mend it.")


def _of_key(source: Source, way: Way, node: inspect.Type, what: str, key: str) -> KnowledgeError:
    """The error of a key that is missing from a table or that it may not have."""
    fields = node.fields if isinstance(node, inspect.StructType) else ()
    here = next((step for step in reversed(way) if isinstance(step, str)), "")
    table = f" [{here}]" if here else ""
    if what == "missing required":
        told = f"{source.name} line {source.line(way)}:{table} {key}"
        return KnowledgeError(told, "the key is missing", "Add it.")
    told = f"{source.name} line {source.line((*way, key))}:{table} {key}"
    allowed = names(field.encode_name for field in fields)
    return KnowledgeError(told, "no such key is known here", allowed.remedy(key))


def _steps(way: str) -> Iterator[str | int]:
    for number, any_key, key in _STEP.findall(way):
        yield int(number) if number else any_key or key


def _entry(source: Source, kind: type[msgspec.Struct], way: Way) -> Way:
    """The way to the entry that breaks a table of free keys: msgspec does not say which one."""
    table = way[: way.index(_ANY_KEY)]
    for key, value in source.value(table).items():
        try:
            msgspec.convert({**source.tables, str(table[0]): {key: value}}, kind)
        except msgspec.ValidationError:
            return (*table, key)
    return table


def _node(node: inspect.Type, way: Way) -> inspect.Type:
    """The type of the value that `way` leads to."""
    for step in way:
        if isinstance(node, inspect.Metadata):
            node = node.type
        if isinstance(node, inspect.StructType):
            node = next((f.type for f in node.fields if f.encode_name == step), inspect.AnyType())
        elif isinstance(node, inspect.VarTupleType | inspect.FrozenSetType):
            node = node.item_type
        elif isinstance(node, inspect.DictType):
            node = node.value_type
    return node


def _members(node: inspect.Type) -> list[str] | None:
    """What a closed set of the code holds; None where `node` is no such set."""
    kinds = node.types if isinstance(node, inspect.UnionType) else (node,)
    found = [str(v) for kind in kinds if isinstance(kind, inspect.LiteralType) for v in kind.values]
    return found or None


def in_words(rule: str) -> str:
    """'Expected `array`, got `str`' as the rule that is broken."""
    wanted = re.match(r"Expected `(\w+)`", rule)
    return f"it has to be {_KINDS.get(wanted[1], wanted[1])}" if wanted else rule
