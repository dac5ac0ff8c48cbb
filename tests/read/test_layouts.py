"""The layouts of exports are whole, and an unfit one says what is wrong with it."""

import pytest

from kg.errors import KnowledgeError
from kg.read import layouts as module
from kg.read.layouts import layouts

WHOLE = """[[layout]]
name = "A"
begins = '^--$'
ends = ''
passing = ''
closing = ''
marked = ["date"]
header = ["date"]
footer = []
body = ["text"]
order = []
[layout.slots]
date = "published"
"""


@pytest.fixture
def written(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "ontology", lambda *parts: tmp_path / parts[-1])
    layouts.cache_clear()
    yield tmp_path / "exports.toml"
    layouts.cache_clear()


def test_a_whole_layout_is_taken(written):
    written.write_text(WHOLE)
    (layout,) = layouts()
    assert layout.label("Date: 2024") == ("date", "2024")
    assert layout.label("Text") == ("text", "")
    assert layout.label("Date") is None and layout.label("Other: x") is None


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "order = []\n",
            "order = []\nnom = 1\n",
            r"line 12: \[layout\] nom: no such key",
        ),
        ("order = []\n", "", r"line 1: \[layout\] order: the key is missing"),
        ("'^--$'", "'('", r"line 3: begins = '\(': it is no regular expression"),
        ('["date"]', '"date"', r"line 7: marked = 'date': it has to be a list"),
        (
            '"published"',
            '"day"',
            r"line 13: date = 'day': there is no such value here. Allowed: id, ",
        ),
        ("[[layout]]", "[[other]]", r"other: no such key is known here. Allowed: layout\."),
    ],
)
def test_an_unfit_layout_says_what_is_wrong(written, old, new, message):
    written.write_text(WHOLE.replace(old, new, 1))
    with pytest.raises(KnowledgeError, match=message):
        layouts()


def test_every_slot_belongs_to_a_label_and_every_mark_is_one():
    for layout in (layouts.cache_clear(), layouts())[1]:
        labels = layout.header | layout.footer | layout.body
        assert set(layout.slots) <= labels
        assert {mark for mark in layout.marked if not mark.startswith("^")} <= labels
