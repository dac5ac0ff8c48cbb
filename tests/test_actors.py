"""The count of actor codes that names lead to, on a gold made for it."""

import json

import pytest

from tests.accuracy import further
from tests.actors import recall, table

TEXT = (
    "Ghana sent a frigate to the gulf. The Kenyan President Amos Kiptoo withdrew two battalions. "
    "It called the ships back in March."
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "gulf.txt").write_text(TEXT, encoding="utf-8")

    def item(quote, *actors, **more):
        start = TEXT.index(quote)
        spot = {"article": "gulf", "start": start, "end": start + len(quote), "quote": quote}
        return {**spot, "actor": actors, **more}

    items = [
        item("Ghana sent a frigate to the gulf.", "GHA"),
        item("The Kenyan President Amos Kiptoo withdrew two battalions.", "KEN", "PER"),
        item("It called the ships back in March.", "GHA"),
        item("It called the ships back in March.", "FRA", ignore=True),
    ]
    lines = "\n".join(map(json.dumps, items))
    (tmp_path / "gold.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def test_codes_are_counted_by_the_first_way_that_finds_them(folder):
    found = recall(folder)
    assert (found.wanted, found.found) == (4, (2, 2, 3))
    assert [each.split()[0] for each in found.missed] == ["PER"]
    assert found.share == 0.75


def test_the_table_names_what_was_not_found(folder):
    assert "4 actor codes; gazetteer 0.500" in table(folder)
    assert "not found: PER" in table(folder) or "unread third" in table(folder)


def test_names_and_titles_find_nine_in_ten_actors_of_the_outside_gold():
    folders = [folder for folder in further() if folder.name == "dev"]
    if not folders:
        pytest.skip("no gold.jsonl beside the checkout: set STATECRAFT_GOLD to a folder with it")
    found = recall(folders[0])
    assert found.found[1] / found.wanted >= 0.9, found.missed
