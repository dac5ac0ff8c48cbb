"""The SPARQL engine: a file of triples in, rows of plain strings out.

Strings are canonical: an IRI as it is, a literal's lexical form, "" where nothing is bound, and a
blank node numbered in order of appearance, so that the same graph always gives the same rows.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

import pyoxigraph as ox

from kg.errors import GraphError, QueryError
from kg.store.dataset import Dataset, counted, format_of, merge, size
from kg.store.joined import in_order, joined_columns

Form: TypeAlias = Literal["select", "ask", "graph"]
Answer: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None

ASK_COLUMNS = ("ask",)
GRAPH_COLUMNS = ("subject", "predicate", "object")
MAX_RULE = 200  # no more of an engine's message is shown: it may list every token it knows

_TRUTH = {True: "true", False: "false"}
_BOOLEAN = ox.NamedNode("http://www.w3.org/2001/XMLSchema#boolean")
_MARK = "\ufeff"  # a byte-order mark, which some editors put before a text and nobody sees
_GRAPH_REMEDY = "Build the graph again with `kg build`"


class ServiceError(QueryError):
    """A query asks for another server."""


@dataclass(frozen=True, slots=True)
class Rows:
    """An answer: `rows` are as wide as `columns`. `terms`, where kept, are the same cells typed.

    An ASK has one row, "true" or "false"; CONSTRUCT and DESCRIBE have a row a triple, sorted.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    form: Form = "select"
    terms: tuple[tuple[Term, ...], ...] = field(default=(), compare=False, repr=False)

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return iter(self.rows)

    def records(self) -> list[dict[str, str]]:
        """The rows as dictionaries, column to value."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def cut(self, part: slice) -> Rows:
        """The rows of that slice."""
        return Rows(self.columns, self.rows[part], self.form, self.terms[part])


class Store:
    """A graph in memory that answers SPARQL 1.1; it is never written to."""

    def __init__(self, triples: Iterable[ox.Triple] = ()) -> None:
        self._store = ox.Store()
        self._store.extend(ox.Quad(*triple) for triple in triples)

    @classmethod
    def load(cls, path: str | Path) -> Store:
        """The graph of a file of RDF; GraphError where it is missing, broken or empty.

        The default graph holds every triple of the file; the graphs named in it are kept beside.
        """
        file, store = Path(path), cls()
        form = format_of(file)
        if not file.is_file():
            raise missing(file)
        try:
            store._store.load(path=str(file), format=form)
        except (SyntaxError, ValueError) as error:
            rule = f"this is no valid {form.name}: {_brief(error)}"
            raise GraphError(str(file), rule, f"{_GRAPH_REMEDY}.") from error
        except OSError as error:
            rule = f"it cannot be read: {error.strerror or error}"
            raise GraphError(str(file), rule, "Make it readable.") from error
        merge(store._store)
        if not len(store):
            raise GraphError(str(file), "this graph holds no triple", f"{_GRAPH_REMEDY}.")
        return store

    @classmethod
    def of_turtle(cls, *turtle: bytes) -> Store:
        """The graph of Turtle just written, of one document or several; it may be empty."""
        store = cls()
        for document in turtle:
            store._store.load(document, format=ox.RdfFormat.TURTLE)
        return store

    @property
    def engine(self) -> ox.Store:
        """The engine's own store, for what reads it without a query; nobody writes to it."""
        return self._store

    def __len__(self) -> int:
        """How many triples."""
        if any(self._store.named_graphs()):
            return size(self._store, ox.DefaultGraph())
        return len(self._store)

    def named(self) -> tuple[tuple[str, int], ...]:
        """The IRIs of the named graphs, sorted, and how many triples each has."""
        return counted(self._store)

    def query(self, sparql: str) -> Rows:
        """Answer a SELECT, ASK, CONSTRUCT or DESCRIBE; QueryError where it fails, and why.

        SERVICE is refused: a question to this graph asks no other server. Values that GROUP_CONCAT
        joins by "|" come in order, so that the same question gives the same bytes.
        """
        return _answer(self.evaluate(sparql), joined_columns(sparql))

    def graphs_named(self, sparql: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The graphs that a query names with FROM, and those with FROM NAMED, in its order."""
        if "from" not in sparql.lower():
            return (), ()
        from kg.store.grammar import named_graphs  # noqa: PLC0415 - takes longer than most queries

        return named_graphs(sparql.removeprefix(_MARK))

    def evaluate(self, sparql: str, dataset: Dataset | None = None) -> Answer:
        """As `query`, but what the engine gives: its rows are found as they are taken.

        `dataset` is asked instead of the graphs that the query names.
        """
        text = sparql.removeprefix(_MARK)
        if "service" in text.lower():
            _refuse_service(text)
        try:
            if dataset is None:
                return self._store.query(text)
            default, named = list(dataset.default), list(dataset.named)
            return self._store.query(text, default_graph=default, named_graphs=named)
        except (SyntaxError, ValueError) as error:
            from kg.store.explain import explained  # noqa: PLC0415 - takes longer than most queries

            raise explained(text, str(error)) from error
        except (RuntimeError, OSError) as error:
            rule = f"the query cannot be answered: {_brief(error)}"
            raise QueryError(
                first_line(text), rule, "Keep to the functions of SPARQL 1.1."
            ) from error


def missing(file: Path) -> GraphError:
    """The error of a graph that is not there."""
    rule = "this is a folder, not a file of a graph" if file.is_dir() else "no such file"
    return GraphError(str(file), rule, f"{_GRAPH_REMEDY}, or name another.")


def _answer(result: Answer, joined: frozenset[str]) -> Rows:
    if isinstance(result, ox.QueryBoolean):
        truth = _TRUTH[bool(result)]
        terms: tuple[tuple[Term, ...], ...] = ((ox.Literal(truth, datatype=_BOOLEAN),),)
        return Rows(ASK_COLUMNS, ((truth,),), "ask", terms)
    if isinstance(result, ox.QueryTriples):
        return _rows(GRAPH_COLUMNS, _sorted(result), "graph")
    columns = tuple(variable.value for variable in result.variables)
    places = {place for place, name in enumerate(columns) if name in joined}
    return _rows(columns, (_ordered(tuple(solution), places) for solution in result), "select")


def _ordered(cells: tuple[Term, ...], places: Collection[int]) -> tuple[Term, ...]:
    return tuple(
        ox.Literal(in_order(cell.value))
        if place in places and isinstance(cell, ox.Literal)
        else cell
        for place, cell in enumerate(cells)
    )


def _sorted(triples: Iterable[ox.Triple]) -> list[ox.Triple]:
    """Without repeats and in order; blank nodes are renamed by content before they are sorted."""
    graph = ox.Dataset(ox.Quad(*triple) for triple in triples)
    graph.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return sorted((quad.triple for quad in graph), key=str)


def _rows(columns: tuple[str, ...], cells: Iterable[Iterable[Term]], form: Form) -> Rows:
    terms = tuple(tuple(row) for row in cells)
    blanks: dict[str, str] = {}
    return Rows(columns, tuple(tuple(_text(t, blanks) for t in row) for row in terms), form, terms)


def _text(term: Term, blanks: dict[str, str]) -> str:
    if term is None:
        return ""
    if isinstance(term, ox.BlankNode):
        return blanks.setdefault(term.value, f"_:b{len(blanks)}")
    return str(term) if isinstance(term, ox.Triple) else term.value


def _refuse_service(sparql: str) -> None:
    from kg.store.grammar import tokens  # noqa: PLC0415 - takes longer than most queries

    for token in tokens(sparql):
        if token.type == "SERVICE":
            where = f"line {token.line}, column {token.column}"
            remedy = "Ask both servers apart, and join what they answer."
            raise ServiceError(where, "SERVICE would ask another server, and is refused", remedy)


def _brief(error: Exception) -> str:
    """An engine's message on one line, short enough to be read."""
    message = " ".join(str(error).split())
    return message if len(message) <= MAX_RULE else f"{message[:MAX_RULE].rstrip()} …"


def first_line(sparql: str) -> str:
    """The first line that is no comment, to tell which query it was."""
    lines = (line.strip() for line in sparql.splitlines())
    return next((line for line in lines if line and not line.startswith("#")), "an empty query")
