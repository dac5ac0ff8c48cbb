import pytest

from kg.model import TimeSpan
from kg.rdf.iris import claim as claim_iri
from kg.rdf.times import SAID, precision, time_triples
from kg.vocabulary import SC
from tests.link.claims import span

HOLDER = claim_iri("c1")


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2021-03-01", "2021-03-01", "day"),
        ("2021-03-01", "2021-03-07", "week"),
        ("2021-02-01", "2021-02-28", "month"),
        ("2021-02-02", "2021-03-01", "span"),
        ("2021-01-01", "2021-12-31", "year"),
        ("2020-03-01", "2021-02-28", "year"),
        ("2021-01-01", "2021-06-30", "span"),
    ],
)
def test_how_exact_a_span_is(first, last, told):
    assert precision(span(first, last)) == told


def test_a_span_with_one_side_is_open():
    assert precision(TimeSpan(span("2021-03-01").start, None, "since")) == "open"


def test_who_means_the_same_days_shares_their_node():
    one, other = (
        list(time_triples(HOLDER, span("2021-03-01", words=w))) for w in ("then", "later")
    )
    (node,) = {o for _, p, o in one if p == SC.time}
    assert node in {o for _, p, o in other if p == SC.time}
    assert [str(o) for _, p, o in one if p in (SC.firstDay, SC.lastDay)] == ["2021-03-01"] * 2


def test_words_without_a_day_stay_words():
    assert [
        (p, str(o)) for _, p, o in time_triples(HOLDER, TimeSpan(None, None, "soon"), SAID)
    ] == [(SC.saidWords, "soon")]
