"""The ontology's page for people, by pyLODE: `python -m tests.ontology.page` writes it anew."""

from __future__ import annotations

import re
from pathlib import Path

from kg.resources import ontology

PAGE = Path(__file__).parents[2] / "ontology" / "statecraft.html"
_BLANK = re.compile(r"\bn?[0-9a-f]{32}b?\d*\b")
_OVERVIEW = (
    '<section id="overview"><h2>Overview</h2>'
    '<img src="overview.svg" alt="The classes and what joins them"></section>'
)


def made() -> str:
    """The page as pyLODE makes it now, with the picture before the classes."""
    from pylode import OntPub

    page = OntPub(ontology=str(ontology("statecraft.ttl"))).make_html()
    assert isinstance(page, str)
    place = re.search(r'<div[^>]*id="classes"|<section[^>]*id="classes"', page)
    assert place, "pyLODE's page has another shape"
    return f"{page[: place.start()]}{_OVERVIEW}\n{page[place.start() :]}"


def words(page: str) -> list[str]:
    """What a page says, whatever the order in which several values come, and blank nodes' names."""
    return sorted(_BLANK.sub("_", page).split())


if __name__ == "__main__":
    PAGE.write_text(made(), encoding="utf-8")
