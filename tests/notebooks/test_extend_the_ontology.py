"""Followed word by word, the notebook gives a working class, and shows what it says it shows."""

import re

from tests.notebooks import running

NAME = "05-extend-the-ontology"


def test_the_new_class_is_found_declared_broken_and_denied(followed):
    told = running.told(followed(NAME))[-1]
    for row in (
        r"Chad +starts +asserts +the article",
        r"Uganda +ends +asserts +Kenya",
        r"Norway +ends +denies +Norway",
    ):
        assert re.search(row, told), told


def test_it_needs_no_python():
    cells = running.read(running.FOLDER / f"{NAME}.ipynb").cells
    code = [cell.source for cell in cells if cell.cell_type == "code"]
    assert all(source.startswith(("%%bash", "%cd", "%env")) for source in code)
