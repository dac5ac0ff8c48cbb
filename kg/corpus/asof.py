"""The corpus as it stood on a day: what was published by then, linked as if no more had come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from kg.corpus import output
from kg.errors import QueryError
from kg.store.engine import Store


def store_as_of(graph: Path, day: date) -> Store:
    """The graph that the articles of the Turtle file `graph` published by `day` give.

    Their claims are linked anew: events, dates, stories, disputes and revisions are those that a
    build on that day would have found. Stories are found from the texts beside the graph; where a
    text is gone, they are those of the graph. An article without a date is left out, for nobody
    can say that it was there. GraphError as `Store.load`; QueryError where no article is so old.
    """
    from kg.link.corpus import link
    from kg.rdf.graph import told
    from kg.rdf.turtle import turtle
    from kg.rdf.unlink import Unlinked

    Store.load(graph)  # for its errors, which tell what to do
    found = Unlinked(graph)
    readings = found.readings(_texts(graph.parent / output.ARTICLES))
    known = [r for r in readings if r.article.published and r.article.published <= day]
    if not known:
        dates = sorted(r.article.published for r in readings if r.article.published)
        first = f"the first is of {dates[0]}" if dates else "none has a date"
        raise QueryError(str(day), f"no article was published by then: {first}", "Ask later.")
    whole = all(reading.article.text for reading in known)
    stories = None if whole else found.stories(reading.article.name for reading in known)
    corpus = replace(link(known, stories), base=found.base)
    return Store.of_turtle(turtle(told(corpus), corpus.base))


def _texts(folder: Path) -> dict[str, str]:
    """Article name to text, for the texts that a build wrote into `folder`."""
    files = folder.glob("*.txt") if folder.is_dir() else ()
    return {file.stem: file.read_bytes().decode() for file in files}
