from pathlib import Path

import pytest

from kg.corpus.described import Description, corpus_name, described, refuse_unfit
from kg.errors import InputError
from tests.rdf.corpus import CORPUS


def test_a_corpus_is_called_after_the_folder_that_holds_it(tmp_path):
    news = tmp_path / "news"
    (news / "today").mkdir(parents=True)
    files = [news / "a.txt", news / "b.jsonl.gz"]
    for file in files:
        file.write_text("text")
    for given in ([news], files, files[::-1], files[:1], [news / "*.txt"], [news / "a.txt", news]):
        assert corpus_name(given) == "news"
    assert corpus_name([news / "today"]) == "today"
    assert corpus_name([news, news / "today"]) == "news"


def test_what_has_no_folder_has_a_name_too():
    for given in ([], [Path("-")], [Path("/")]):
        assert corpus_name(given) == "corpus"


def test_a_name_is_fit_for_an_iri(tmp_path):
    folder = tmp_path / "two words.d"
    folder.mkdir()
    assert corpus_name([folder]) == "two-words-d"


def test_the_base_follows_the_name_where_none_is_given(tmp_path):
    paths = [tmp_path / "news" / "a.txt"]
    made = described(CORPUS, paths, Description(), None)
    assert made.base == "https://w3id.org/statecraft/corpus/news/"
    assert made.dataset is not None
    assert made.dataset.name == "news"
    given = described(CORPUS, paths, Description("https://example.org/mine"), None)
    assert given.base == "https://example.org/mine/"


def test_the_programs_that_took_part_are_named_with_what_they_are():
    made = described(CORPUS, [Path("news")], Description(), None)
    assert made.dataset is not None
    tool, parser, reader = made.dataset.software
    assert tool.name == "statecraft"
    assert len(parser.digest) == len(reader.digest) == 64
    assert parser.version


@pytest.mark.parametrize("told", [Description("mine"), Description(licence="mine")])
def test_what_is_no_iri_is_refused_before_anything_is_read(told):
    with pytest.raises(InputError, match="absolute IRI"):
        refuse_unfit(told)
