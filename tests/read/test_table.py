"""Columns and fields to articles, and what is told where something is missing or was cut."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.model import Article, Unread
from kg.read import table
from kg.read.fields import known
from kg.read.inputs import read
from kg.read.options import Columns, ReadOptions
from kg.read.record import Input, Record, Remark
from kg.read.shelved import on_shelf
from kg.read.shelves import placed, shelves
from kg.read.table import check_columns, records, uncut
from tests.read import samples

WORDS = "Oman sent tanks to Yemen."


def items(tmp_path, *rows, options=None):
    (tmp_path / "a.jsonl").write_bytes(samples.jsonl(rows))
    found = list(read([tmp_path / "a.jsonl"], options))
    told = [item for item in found if isinstance(item, Unread)]
    return [item for item in found if isinstance(item, Article)], told


NAMES = ("published", "publishedAt", "datePublished", "pub_date", "webPublicationDate", "dc:date",
         "publication_date", "created_at", "Publish Date", "article:published_time", "seendate",
         "http://schema.org/datePublished", "meta.date", "PUBDATE")  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_date_is_known_by_any_usual_name(tmp_path, name):
    (article,), told = items(tmp_path, {"text": WORDS, name: "2024-03-01"})
    assert (article.published.isoformat(), told) == ("2024-03-01", [])


def test_the_first_date_that_can_be_read_counts(tmp_path):
    row = {"text": WORDS, "published": "3 hours ago", "date": "2024-03-01", "published_at": None}
    (article,), told = items(tmp_path, row)
    assert (article.published.isoformat(), told) == ("2024-03-01", [])


def test_fields_that_hold_dates_and_are_not_used_are_named_once(tmp_path):
    rows = [{"id": f"n{n}", "text": WORDS, "last_edit": f"2024-03-0{n}"} for n in (1, 2, 3)]
    found, (told,) = items(tmp_path, *rows)
    assert [article.published for article in found] == [None] * 3
    assert "'last_edit'" in told.reason and "2 others" in told.reason
    assert "--published last_edit" in told.remedy
    options = ReadOptions(columns=Columns(published="last_edit"))
    assert items(tmp_path, *rows, options=options)[1] == []


@pytest.mark.parametrize(
    "zero", ["1970-01-01", "1970-01-01T00:00:00Z", "0001-01-01T00:00:00", "9999-12-31"]
)
def test_a_placeholder_is_told_of_and_is_no_date(tmp_path, zero):
    (article,), (told,) = items(tmp_path, {"text": WORDS, "publishedAt": zero})
    assert article.published is None
    assert zero in told.reason and "no date" in told.reason


def test_articles_that_were_taken_back_are_one_line(tmp_path):
    gone = {"title": "[Removed]", "description": "[Removed]", "content": "[Removed]",
            "publishedAt": "1970-01-01T00:00:00Z"}  # fmt: skip
    found, (told,) = items(tmp_path, gone, {"text": WORDS, "date": "2024-03-01"}, gone)
    assert [article.text for article in found] == [WORDS]
    assert "taken it back" in told.reason and "1 other" in told.reason


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ({"title": "A", "description": WORDS, "content": None}, WORDS),
        ({"title": "A", "description": WORDS, "content": "ONLY AVAILABLE IN PAID PLANS"}, WORDS),
        ({"title": WORDS, "description": "", "content": ""}, WORDS),
        ({"title": "A", "description": "B", "content": WORDS}, WORDS),
    ],
)
def test_a_summary_stands_for_the_text_and_the_title_for_both(tmp_path, row, text):
    (article,), _ = items(tmp_path, {**row, "date": "2024-03-01"})
    assert article.text == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Oman sent tanks. Yemen said Oman had deploye… [+3124 chars]", "Oman sent tanks."),
        ("Oman sent tanks. Yemen denied it.… [+12 chars]", "Oman sent tanks. Yemen denied it."),
        ("Oman sent tan... [1234 chars]", "Oman sent tan"),
        ("Oman sent tanks. Yemen […]", "Oman sent tanks."),
        ("Oman sent tanks. Yemen... Read more", "Oman sent tanks."),
    ],
)
def test_what_a_service_cut_off_ends_with_its_last_whole_sentence(text, left):
    assert uncut(text) == (left, True)


def test_an_ellipsis_of_the_author_is_no_cut():
    assert uncut("He said: we shall see...") == ("He said: we shall see...", False)


def test_a_cut_text_is_told_of(tmp_path):
    _, (told,) = items(tmp_path, {"text": f"{WORDS} And… [+9 chars]", "date": "2024-03-01"})
    assert "cut the text off" in told.reason


def test_an_unknown_field_of_many_words_is_not_passed_over_for_a_title(tmp_path):
    found, (told,) = items(tmp_path, {"title": "Tanks", "story_words": f"{WORDS} " * 20})
    assert found == []
    assert "'story_words' holds 520 characters" in told.reason
    assert told.remedy == "Name it with --text story_words."


def test_an_empty_cell_of_a_named_column_says_so(tmp_path):
    (tmp_path / "a.csv").write_text(f'id,article\n1,"{WORDS}"\n2,\n')
    found = list(read([tmp_path / "a.csv"], ReadOptions(columns=Columns(text="article"))))
    assert [item.reason for item in found if isinstance(item, Unread)] == [
        "its field 'article' is empty"
    ]


@pytest.mark.parametrize("value", ["", " ", None])
def test_an_empty_field_says_so_without_being_named(tmp_path, value):
    _, (told,) = items(tmp_path, {"id": "a", "articleBody": value})
    assert told.reason == "it has no text: its field 'articleBody' is empty"


def test_a_field_that_no_record_has_says_which_there_are(tmp_path):
    _, (told,) = items(
        tmp_path, {"words": WORDS}, options=ReadOptions(columns=Columns(text="prose"))
    )
    assert "no field 'prose'; its fields are words" in told.reason


def test_flattened_columns_of_nested_fields_are_known(tmp_path):
    header = "webTitle,fields.bodyText,source.name,headline.main,_source.pub_date"
    (tmp_path / "a.csv").write_text(f'{header}\nA,"{WORDS}",The Wire,B,2024-03-01\n')
    (article,) = read([tmp_path / "a.csv"])
    assert (article.text, article.title, article.publisher) == (WORDS, "A", "The Wire")
    assert article.published.isoformat() == "2024-03-01"


def test_markup_in_cells_of_a_table_is_read(tmp_path):
    cell = "<ul><li>Oman sent tanks.</li><li>Yemen denied it.</li></ul>"
    (tmp_path / "a.csv").write_text(f'title,text,date\n"Oman&rsquo;s tanks","{cell}",2024-03-01\n')
    (article,) = read([tmp_path / "a.csv"])
    assert (article.title, article.text) == (
        "Oman’s tanks",
        "- Oman sent tanks.\n\n- Yemen denied it.",
    )


def test_a_publisher_given_as_an_address_is_its_host(tmp_path):
    (article,), _ = items(
        tmp_path, {"text": WORDS, "date": "2024-03-01", "source": "https://www.wire.example/x"}
    )
    assert article.publisher == "wire.example"


def test_a_table_of_titles_is_read_and_one_of_nothing_known_is_not():
    check_columns(["URL", "MobileURL", "Date", "Title"], Columns(), "a.csv")
    with pytest.raises(InputError, match="none of its columns is known"):
        check_columns(["a", "b"], Columns(), "a.csv")


def test_a_things_type_tells_that_it_is_no_article(tmp_path):
    person = {"@type": "Person", "name": "A", "description": WORDS}
    (tmp_path / "a.json").write_text(
        json.dumps([person, {"@type": "Report", "text": WORDS, "date": "2024-03-01"}])
    )
    assert [item.text for item in read([tmp_path / "a.json"])] == [WORDS]


NAMES_OF_FIELDS = sorted(name for names in known().names.values() for name in names)
words = st.sampled_from([WORDS, "<p>a</p>", "&lt;br&gt;", "1970-01-01", "[Removed]", "\ud800", ""])
values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), words),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from([*NAMES_OF_FIELDS, "@type", "fields"]), inner, max_size=4),
    ),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(values)
def test_no_value_of_json_stops_a_run(value):
    paths = shelves(value)
    for each in placed(value, paths):
        for found in on_shelf(each, Input(Path("a.json"), "a.json", "a"), ReadOptions(), paths):
            assert found is None or isinstance(found, Record | Unread | Remark)


def test_what_nobody_foresaw_costs_its_record_alone(monkeypatch):
    monkeypatch.setattr(table, "slots", lambda *_: {}["x"])
    (told,) = records({"text": WORDS}, Columns(), "a.json", "item 1")
    assert isinstance(told, Unread) and "breaks its reader" in told.reason
