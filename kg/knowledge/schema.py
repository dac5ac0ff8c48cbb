"""TOML files into structs: whatever the struct does not foresee is refused.

msgspec checks structure and types; fields whose type is a closed set of `names` are checked here.
Every error names file, line, value, rule and remedy.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import inspect

from kg.knowledge.complaints import misfit
from kg.knowledge.faults import Odd, fault, stranger
from kg.knowledge.names import IS, Closed
from kg.knowledge.source import Source, Way

Record = TypeVar("Record", bound=msgspec.Struct)


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
        raise misfit(source, kind, str(error)) from error
    for odd in oddities(inspect.type_info(kind), source.tables, closed or {}):
        raise fault(source, odd)
    return found


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
        case inspect.DictType(key_type=outer, value_type=inner):
            for key, one in value.items():
                yield from oddities(outer, key, closed, (*way, key))
                yield from oddities(inner, one, closed, (*way, key))
        case inspect.VarTupleType(item_type=inner) | inspect.FrozenSetType(item_type=inner):
            for n, one in enumerate(value):
                yield from oddities(inner, one, closed, (*way, n))
                if isinstance(node, inspect.FrozenSetType) and one in value[:n]:
                    yield Odd((*way, n), one, "it stands there already", "Leave one of them out.")
