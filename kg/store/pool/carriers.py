"""What goes to a query's process and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

JSON: Final = "application/sparql-results+json"
TURTLE: Final = "text/turtle"

Kind: TypeAlias = Literal["query", "dump", "find", "card"]
Status: TypeAlias = Literal[
    "answered",  # all of it is in the file
    "wrong",  # what was asked breaks a rule of SPARQL, or names what is not there
    "refused",  # it would ask another server
    "unacceptable",  # in none of the formats asked for
    "missing",  # no such resource
    "late",  # it took too long and was ended
    "large",  # it has too many rows or bytes, or took too much memory
    "busy",  # too many long queries run
    "lost",  # its process ended without a word
]


PATIENCE: Final = 10
"""Times its seconds of work that a query may take by the clock: waiting for others is no fault."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one query: seconds of work, rows or triples, memory beyond the graph's."""

    seconds: float = 60.0
    rows: int = 100_000
    megabytes: int = 512
    answer_megabytes: int = 256


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the graph.

    `text` is SPARQL (kind "query"), the path of a resource's IRI (kind "find", answered by the IRI
    in `Outcome.message`), the id of a claim (kind "card", answered by its card as JSON) or nothing
    (kind "dump", the whole graph; the IRI of a named graph for that one). `rows` and `triples` are
    the media types of an answer, "" where none is accepted. `name` is the IRI by which FROM and
    `dataset` may call the default graph; `dataset` and `named` are what the protocol names instead
    of FROM and FROM NAMED.
    """

    text: str = ""
    kind: Kind = "query"
    rows: str = JSON
    triples: str = TURTLE
    name: str = ""
    dataset: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it went; `media` is the type of what was written, `message` tells why nothing was."""

    status: Status
    message: str = ""
    media: str = ""


@dataclass(frozen=True, slots=True)
class Ready:
    """What a keeper says when it holds its graph; `fault` where it could not be loaded.

    `named` are the named graphs, each with how many triples it has.
    """

    triples: int = 0
    named: tuple[tuple[str, int], ...] = ()
    fault: str = ""
