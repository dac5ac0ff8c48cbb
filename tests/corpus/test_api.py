from pathlib import Path

import pytest

import kg
from kg.corpus import workers
from kg.errors import GraphError, InputError, QueryError
from kg.model import Article, Reading, Unread
from tests.corpus.fake import FakeReader


@pytest.fixture(autouse=True)
def fake_reader(monkeypatch):
    monkeypatch.setattr(workers, "reader", lambda model: FakeReader())


@pytest.fixture
def news(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "one.txt").write_text("Eritrea sent troops, Ethiopia said.\n")
    (folder / "two.txt").write_text("Eritrea denied it.\n")
    (folder / "void.txt").write_text("")
    return folder


def test_read_gives_articles_and_what_is_none(news):
    one, two, void = kg.read_articles(news)
    assert isinstance(one, Article) and isinstance(two, Article)
    assert isinstance(void, Unread)
    assert kg.read_articles([str(news / "one.txt")]) == [one]


def test_extract_takes_what_read_gives(news):
    one, _, void = kg.extract_claims(kg.read_articles(news))
    assert isinstance(one, Reading) and len(one.claims) == 1
    assert isinstance(void, Unread)


def test_build_query_and_draw(news, tmp_path):
    report = kg.build(str(news), out=tmp_path / "graph")
    assert [item.source for item in report.unread] == [f"{news.as_posix()}/void.txt"]
    rows = kg.query("contested", tmp_path / "graph")
    assert {row["stance"] for row in rows} == {"asserts", "denies"}
    assert kg.query("contested", tmp_path / "graph" / "graph.ttl") == rows
    page = kg.draw(tmp_path / "graph")
    assert page.path == tmp_path / "graph" / "graph.html"
    shown = page._repr_html_()
    assert shown.startswith("<iframe") and "srcdoc=" in shown


def test_where_no_html_is_shown_the_page_says_where_it_is(news, tmp_path):
    kg.build(news, out=tmp_path / "graph")
    told = repr(kg.draw(tmp_path / "graph"))
    assert told == f"<kg.Page {tmp_path.as_posix()}/graph/graph.html: open it in a browser>"
    assert len(told.splitlines()) == 1


def test_query_takes_sparql_and_a_file(news, tmp_path):
    kg.build(news, tmp_path / "graph")
    sparql = "SELECT (COUNT(*) AS ?n) { ?c a <https://w3id.org/statecraft/ontology#Denial> }"
    (tmp_path / "mine.rq").write_text(sparql)
    assert kg.query(sparql, tmp_path / "graph") == [{"n": "1"}]
    assert kg.query(tmp_path / "mine.rq", tmp_path / "graph") == [{"n": "1"}]


def test_errors_are_those_of_the_package(news, tmp_path):
    with pytest.raises(InputError):
        kg.build(tmp_path / "nowhere", tmp_path / "graph")
    with pytest.raises(GraphError):
        kg.query("claims", tmp_path / "nowhere")
    kg.build(news, tmp_path / "graph")
    with pytest.raises(QueryError):
        kg.query("no-such-question", tmp_path / "graph")


def test_no_function_has_the_name_of_a_room():
    """Whichever is imported later would hide the other."""
    rooms = {path.stem for path in Path(kg.__file__).parent.iterdir()}
    assert {*kg.__all__}.isdisjoint(rooms)
    assert all(callable(getattr(kg, name)) for name in kg.__all__)


def test_a_graph_is_exported_beside_it_or_where_it_is_told(news, tmp_path):
    kg.build(news, tmp_path / "graph")
    assert kg.export_graph("nt", tmp_path / "graph") == [tmp_path / "graph" / "graph.nt"]
    tables = kg.export_graph("csv", tmp_path / "graph" / "graph.ttl", tmp_path / "tables")
    assert tables[0] == tmp_path / "tables" / "claims.csv" and tables[0].is_file()
    with pytest.raises(QueryError, match="Choose one of"):
        kg.export_graph("n3", tmp_path / "graph")
