"""What is wrong with a value of a file, and the error that says so."""

from __future__ import annotations

from dataclasses import dataclass

from kg.errors import KnowledgeError
from kg.knowledge.names import Names
from kg.knowledge.source import Source, Way


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
    said = key if key == odd.value else f"{key} = {odd.value!r}"  # a key may be the odd one
    told = f"{source.name} line {source.line(odd.way)}: {said}"
    return KnowledgeError(told, odd.rule, odd.remedy)
