import pytest

from kg.knowledge.faults import Odd, fault, stranger
from kg.knowledge.names import names
from kg.knowledge.source import Source


@pytest.fixture
def source(tmp_path) -> Source:
    folder = tmp_path / "lexicon"
    folder.mkdir()
    (folder / "file.toml").write_text('first = "a"\n[table]\nup = 3\n', encoding="utf-8")
    return Source.load(folder / "file.toml")


def test_an_error_names_file_line_key_value_rule_and_remedy(source):
    error = fault(source, Odd(("table", "up"), "3", "it is too large", "Take 2."))
    assert error.value == "lexicon/file.toml line 3: up = '3'"
    assert (error.rule, error.remedy) == ("it is too large", "Take 2.")


def test_a_key_that_is_odd_itself_is_named_once(source):
    assert fault(source, Odd(("table", "up"), "up", "no", "")).value.endswith("line 3: up")


def test_a_stranger_is_told_what_it_may_have_meant():
    odd = stranger(("first",), "aple", "fruit", names({"apple", "pear"}, "fruit.toml"))
    assert odd.rule == "there is no such fruit"
    assert "apple" in odd.remedy
