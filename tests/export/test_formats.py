from importlib import import_module

import pytest

from kg.errors import GraphError, QueryError
from kg.export.files import export, place
from kg.export.formats import FORMATS, named


@pytest.mark.parametrize("form", FORMATS.values(), ids=list(FORMATS))
def test_every_format_has_a_module_that_can_do_it(form):
    module = import_module(form.module)
    assert hasattr(module, "files" if form.tables else "write") and module.__doc__


def test_an_unknown_format_names_what_there_is():
    assert named("trig").ending == ".trig"
    with pytest.raises(QueryError, match="Choose one of nt, nq, trig"):
        named("n3")


def test_an_export_lies_beside_its_turtle_unless_told(graph, tmp_path):
    assert place(named("jsonld"), graph) == graph.with_name("graph.jsonld")
    assert place(named("csv"), graph) == graph.with_name("csv")
    assert export(named("nt"), graph, tmp_path / "a.nt") == [tmp_path / "a.nt"]
    written = export(named("csv"), graph, tmp_path / "tables")
    assert [path.name for path in written] == [
        "claims.csv",
        "events.csv",
        "agents.csv",
        "articles.csv",
    ]


def test_what_fails_leaves_the_older_file_whole(graph, tmp_path):
    out = tmp_path / "a.nt"
    out.write_text("old")
    broken = tmp_path / "broken.ttl"
    broken.write_text("<urn:a> <urn:b> 1 .\n<urn:a> <urn:b> <<<")
    with pytest.raises(GraphError):
        export(named("nt"), broken, out)
    assert out.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.nt", "broken.ttl"]
