"""Builds killed at random moments; `python -m tests.benchmarks.kills` kills 200 of 500 articles."""

from tests.benchmarks import kills


def test_a_killed_build_leaves_all_or_nothing_and_the_next_one_ends_in_the_same_bytes(tmp_path):
    shown = kills.run(tmp_path, kills=4, articles=20)
    assert sum(shown.values()) == 4
