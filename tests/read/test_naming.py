import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.naming import LONGEST, from_path, from_record, key
from kg.read.record import Record


def name(text: str = "Words.", **more: str) -> str:
    return from_record(Record("dump/news.jsonl.gz", text, "line 7", **more), text)


def test_an_id_that_is_fit_is_the_name():
    assert name(id="wire-2024.10_7") == "wire-2024.10_7"


def test_an_id_of_digits_counts_within_its_file():
    assert name(id="7") == "news-7"


@pytest.mark.parametrize(
    "odd", ["a/b", "../../etc/passwd", ".hidden", "urn:uuid:1", "é", "a b", "x" * 300]
)
def test_an_id_that_is_unfit_keeps_its_words_and_gets_a_digest(odd):
    made = name(id=odd)
    assert re.fullmatch(r"[a-z0-9-]*[0-9a-f]{10}", made)
    assert made != name(id=odd + "x")


def test_an_address_gives_its_last_part_and_a_digest():
    made = name(url="https://wire.example/2024/10/Ruritania%20denies.html?page=2")
    assert re.fullmatch(r"ruritania-denies-[0-9a-f]{10}", made)
    assert made != name(url="https://wire.example/2024/10/Ruritania%20denies.html?page=3")


def test_without_either_the_text_names_it_wherever_it_stands():
    made = name("Ruritania denied it.", title="A denial")
    assert re.fullmatch(r"a-denial-[0-9a-f]{10}", made)
    assert made == from_record(
        Record("other.csv", "", "line 1", title="A denial"), "Ruritania denied it."
    )


@given(st.text(max_size=80), st.text(max_size=80), st.text(min_size=1, max_size=80))
def test_a_made_name_is_fit_for_files_and_addresses(identifier, url, text):
    made = name(text, id=identifier, url=url)
    assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", made)
    assert len(made) <= LONGEST + len("news-")


def test_a_path_gives_its_parts_and_stays_short():
    assert from_path(("2024", "10", "report")) == "2024--10--report"
    long = from_path(("é" * 300,))
    assert len(long.encode()) <= LONGEST
    assert long != from_path(("é" * 301,))


def test_names_that_a_file_system_may_take_for_one_are_one():
    assert key("CAFÉ") == key("cafe\u0301")
