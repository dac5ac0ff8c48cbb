"""What msgspec says of a file, as an error that names file, line, value, rule and remedy."""

from __future__ import annotations

import re

import msgspec
from msgspec import inspect

from kg.errors import KnowledgeError
from kg.knowledge.faults import fault, stranger
from kg.knowledge.names import names
from kg.knowledge.source import Source, Way

_MESSAGE = re.compile(r"(?P<rule>.*?)(?: - at (?:`key` in )?`\$\.?(?P<way>.*)`)?$", re.DOTALL)
_STEP = re.compile(r"\[(\d+)\]|(\[\.\.\.\])|([^.\[\]]+)")
_KEY = re.compile(r"Object (?P<fault>contains unknown|missing required) field `(?P<key>.*)`")
_OF_A_KEY = "at `key` in `"
_ANY_KEY = "[...]"
_KINDS = {"array": "a list", "str": "a text", "bool": "true or false", "int": "a whole number",
          "object": "a table", "float": "a number"}  # fmt: skip


def misfit(source: Source, kind: type[msgspec.Struct], message: str) -> KnowledgeError:
    """The error for what msgspec says of `source` as a `kind`."""
    rule, way = split(message)
    if _ANY_KEY in way:
        way = _entry(source, kind, way)
    node = node_at(inspect.type_info(kind), way)
    key = _KEY.fullmatch(rule)
    if key is not None:
        return _of_key(source, way, node, key["fault"], key["key"])
    place = f"{source.name} line {source.line(way)}: "
    named = next((step for step in reversed(way) if isinstance(step, str)), "")
    if _OF_A_KEY in message:
        return _of_entries(source, way, node)
    value = source.value(way)
    allowed = members(node)
    if allowed is not None and isinstance(value, str):
        return fault(source, stranger(way, value, "value here", names(allowed)))
    return KnowledgeError(f"{place}{named} = {value!r}", in_words(node, rule), "Mend it.")


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


def _of_entries(source: Source, way: Way, node: inspect.Type) -> KnowledgeError:
    """The error of a table with a key that none of its entries may have."""
    known = members(node.key_type) if isinstance(node, inspect.DictType) else None
    table = f" [{way[-1]}]" if way else ""
    if known is None:
        told = f"{source.name} line {source.line(way)}:{table}"
        return KnowledgeError(told, "no key may be empty", "Name it.")
    key = next(k for k in source.value(way) if k not in known)
    told = f"{source.name} line {source.line((*way, key))}:{table} {key}"
    return KnowledgeError(told, "no such key is known here", names(known).remedy(key))


def split(message: str) -> tuple[str, Way]:
    """A message of msgspec as the rule that is broken and the way to the value that breaks it."""
    told = _MESSAGE.fullmatch(message)
    if told is None:
        return message, ()
    steps = _STEP.findall(told["way"] or "")
    return told["rule"], tuple(int(n) if n else any_key or key for n, any_key, key in steps)


def _entry(source: Source, kind: type[msgspec.Struct], way: Way) -> Way:
    """The way to the entry that breaks a table of free keys: msgspec does not say which one."""
    at = way.index(_ANY_KEY)
    table, rest = way[:at], way[at + 1 :]
    for key, value in source.value(table).items():
        try:
            msgspec.convert({**source.tables, str(table[0]): {key: value}}, kind)
        except msgspec.ValidationError:
            return (*table, key, *rest)
    return table


def node_at(node: inspect.Type, way: Way) -> inspect.Type:
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


def members(node: inspect.Type) -> list[str] | None:
    """What a closed set of the code holds; None where `node` is no such set."""
    kinds = node.types if isinstance(node, inspect.UnionType) else (node,)
    found = [str(v) for kind in kinds if isinstance(kind, inspect.LiteralType) for v in kind.values]
    return found or None


def in_words(node: inspect.Type, rule: str) -> str:
    """'Expected `array`, got `str`' as the rule that is broken; `node` is what was expected."""
    described = (node.extra_json_schema or {}) if isinstance(node, inspect.Metadata) else {}
    if "description" in described:
        return f"it has to be {described['description']}"
    wanted = re.match(r"Expected `(\w+)", rule)
    return f"it has to be {_KINDS.get(wanted[1], wanted[1])}" if wanted else rule
