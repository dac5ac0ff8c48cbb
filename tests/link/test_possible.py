"""Nothing is left out that could be one event."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.link.candidates import pairs
from kg.link.classes import ROOT
from kg.link.happenings import chance_about, chance_across
from kg.link.likeness import likeness
from kg.link.possible import possible
from kg.model import Evidence
from tests.link.claims import span
from tests.link.sights import told

LIKE = likeness()
DAYS = st.integers(0, 400).map(lambda n: (date(2021, 1, 1) + timedelta(n)).isoformat())
TOLD = st.builds(
    lambda published, time, slots: (published, {**slots, **({"time": span(time)} if time else {})}),
    st.none() | DAYS,
    st.none() | DAYS,
    st.fixed_dictionaries(
        {
            "event_class": st.sampled_from(("Attack", "Invasion", "Conflict", "Deployment", ROOT)),
            "trigger": st.sampled_from((Evidence("war", 0, 3), Evidence("struck", 0, 6))),
        }
    ),
)


def telling(drawn):
    return [told(f"a{n:02}", day, **slots) for n, (day, slots) in enumerate(drawn)]


@settings(max_examples=60, deadline=None)
@given(st.lists(TOLD, max_size=12), st.integers(0, 12))
def test_what_is_left_out_has_no_chance(drawn, of):
    every = telling(drawn)
    kept = set(possible(every, LIKE, of))
    assert kept <= set(pairs(every, LIKE.tree, of))
    for i, j in set(pairs(every, LIKE.tree, of)) - kept:
        assert chance_across(every[i], every[j], LIKE) == 0
        if ROOT not in {every[i].sight.event_class, every[j].sight.event_class}:
            assert chance_about(every[j], every[i].sight, LIKE) == 0


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        (("2021-03-01", {}), ("2021-03-02", {}), True),
        (("2021-03-01", {}), ("2022-03-02", {}), False),
        (("2021-03-01", {"time": span("2021-02-01")}), ("2022-03-01", {}), False),
        (("2021-03-01", {"time": span("2021-02-01")}), (None, {"time": span("2021-02-02")}), True),
        ((None, {}), (None, {}), True),
        ((None, {}), ("2021-03-01", {}), False),
    ],
)
def test_days_far_apart_or_of_one_side_alone_are_left_out(one, other, kept):
    assert list(possible(telling([one, other]), LIKE)) == ([(0, 1)] if kept else [])
