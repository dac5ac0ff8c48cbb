import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.store.http.negotiate import GRAPHS, RESULTS, best, prefers_html

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", "text/turtle"),
        ("*/*", "text/turtle"),
        ("text/turtle;q=0.1, application/ld+json;q=0.2", "application/ld+json"),
        ("TEXT/Turtle ; Q=0.5", "text/turtle"),
        ("text/*;q=0.1, application/n-triples;q=0.05", "text/turtle"),
        ("text/turtle;q=0, */*", "application/n-triples"),
        ("*/*;q=0", ""),
        ("image/png", ""),
        ("nonsense", "text/turtle"),
        ("text/turtle;q=high, application/rdf+xml;q=0.3", "application/rdf+xml"),
        ('application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"',
         "application/ld+json"),
    ],
)  # fmt: skip
def test_the_best_liked_of_what_there_is(accept, media):
    assert best(accept, GRAPHS) == media


@pytest.mark.parametrize(
    ("accept", "html"),
    [
        (BROWSER, True),
        ("*/*", False),
        ("", False),
        ("text/turtle", False),
        ("text/html;q=0.5, text/turtle", False),
        ("text/html;q=0", False),
    ],
)
def test_a_browser_is_known_by_what_it_likes(accept, html):
    assert prefers_html(accept) is html


@given(st.text(alphabet='abtxurle/*;,=q.0159+- "', max_size=80))
def test_whatever_is_accepted_something_or_nothing_is_chosen(accept):
    assert best(accept, RESULTS) in {*RESULTS.values(), ""}
    assert prefers_html(accept) in (True, False)
