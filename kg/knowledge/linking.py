"""What linking knows of event classes and words, from `ontology/linking.toml`."""

from __future__ import annotations

from functools import cache
from typing import Annotated, TypeAlias

from msgspec import Meta, Struct

from kg import resources
from kg.knowledge.classes import FILE, classes_above, event_classes
from kg.knowledge.faults import Odd, fault
from kg.knowledge.names import IS, EventClass, Words, names
from kg.knowledge.schema import checked
from kg.knowledge.source import Source

DEFAULT = "default"
"""Stands in tables of days for classes that are not named."""
_CLASS_OR_DEFAULT = f"event class or '{DEFAULT}'"
ClassOrDefault: TypeAlias = Annotated[str, Meta(extra={IS: _CLASS_OR_DEFAULT})]
Days: TypeAlias = Annotated[int, Meta(ge=0)]


class LinkingWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of [words]; the comments of the file say what of."""

    accusable: frozenset[EventClass]
    added: Words
    background: Words
    function_words: Words
    lasting: Words
    leaning: Words
    moving: frozenset[EventClass]
    people: Words
    rough: Words
    vague_places: Words
    vague_things: Words


class Tolls(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell what a figure of people counts: what grows while it is counted."""

    captured: Words
    killed: Words
    missing: Words
    wounded: Words


class Linking(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    unordered: frozenset[EventClass]
    days_apart: dict[ClassOrDefault, Days]
    told_within: dict[ClassOrDefault, Days]
    words: LinkingWords
    kinds: Tolls


TOLLS = frozenset(Tolls.__struct_fields__)
"""The kinds of figures that [kinds] tells."""


@cache
def load() -> Linking:
    """The shipped file, read once; KnowledgeError where it breaks its schema."""
    source = Source.load(resources.ontology("linking.toml"))
    classes = event_classes()
    either = names({*classes_above(), DEFAULT}, FILE)
    found = checked(source, Linking, {"event class": classes, _CLASS_OR_DEFAULT: either})
    for table in ("days_apart", "told_within"):
        if DEFAULT not in getattr(found, table):
            rule = "it has no number for classes that are not named"
            raise fault(source, Odd((table,), DEFAULT, rule, f"Add '{DEFAULT} = 3'."))
    return found


def linking_words() -> LinkingWords:
    """The word lists."""
    return load().words
