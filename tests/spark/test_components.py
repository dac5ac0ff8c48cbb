import random
from itertools import chain

import pytest

from kg.spark.components import components, joined, large_star, small_star
from kg.spark.session import started

PAIRS = [("b", "a"), ("c", "b"), ("d", "c"), ("f", "e"), ("g", "g"), ("b", "d")]
FOUND = {**dict.fromkeys("abcd", "a"), "e": "e", "f": "e"}


def test_each_thing_goes_with_the_smallest_it_hangs_together_with():
    assert joined(PAIRS) == FOUND | {"g": "g"}


def test_the_order_of_pairs_makes_no_difference():
    pairs = [(f"{a:03}", f"{b:03}") for a, b in zip(range(200), range(3, 203), strict=True)]
    shuffled = random.Random(1).sample(pairs, len(pairs))
    assert joined(shuffled) == joined(pairs)
    assert set(joined(pairs).values()) == {"000", "001", "002"}


def test_neighbours_go_to_the_smallest():
    assert list(large_star(("b", ["a", "c", "d"]))) == [("c", "a"), ("d", "a")]
    assert set(small_star(("d", ["b", "c"]))) == {("d", "b"), ("c", "b")}


@pytest.mark.usefixtures("spark")
def test_many_pairs_are_joined_by_shuffles():
    with started("local[1]") as context:
        line = [(number, number + 1) for number in range(12)]
        pairs = context.parallelize([*chain(line, [(30, 20), (20, 25)])], 1)
        found = dict(components(pairs, few=0).collect())
        assert found == {**dict.fromkeys(range(13), 0), **dict.fromkeys((20, 25, 30), 20)}
        assert dict(components(pairs).collect()) == found
