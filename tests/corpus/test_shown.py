from pathlib import Path

from kg.corpus.report import BuildReport
from kg.model import Corpus, Unread
from tests.rdf.corpus import CORPUS


def test_a_notebook_shows_what_was_found_and_what_was_not_read():
    unread = (Unread("<b>.pdf", "it is binary", "Give its text."),)
    shown = BuildReport(Path("graph"), CORPUS, 1, unread)._repr_html_()
    assert "2 articles, 7 claims, 4 events" in shown
    assert "<td" in shown and "Deployment" in shown
    assert "&lt;b&gt;.pdf" in shown and "<b>" not in shown


def test_nothing_found_is_shown_as_such():
    empty = Corpus((), (), (), (), (), ())
    assert BuildReport(Path("graph"), empty, 0, ())._repr_html_() == (
        "<p>graph: 0 articles, 0 claims, 0 events, 0 agents</p>"
    )


def test_a_terminal_shows_a_line():
    shown = repr(BuildReport(Path("graph"), CORPUS, 1, ()))
    assert shown == "<kg.BuildReport of graph: 2 articles, 7 claims>"
