from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.show.apart import part_boxes

BOX = (40.0, 20.0)


def overlap(spots, boxes) -> list[tuple[int, int]]:
    return [
        (a, b)
        for a, b in combinations(range(len(spots)), 2)
        if abs(spots[a][0] - spots[b][0]) < (boxes[a][0] + boxes[b][0]) / 2 - 1
        and abs(spots[a][1] - spots[b][1]) < (boxes[a][1] + boxes[b][1]) / 2 - 1
    ]


def test_what_does_not_touch_stays_where_it_is():
    spots = [[0.0, 0.0], [100.0, 0.0], [0.0, 100.0]]
    part_boxes(spots, [BOX] * 3)
    assert spots == [[0.0, 0.0], [100.0, 0.0], [0.0, 100.0]]


def test_two_are_pushed_along_the_axis_on_which_they_overlap_less():
    spots = [[0.0, 0.0], [5.0, 15.0], [400.0, 300.0]]
    part_boxes(spots, [BOX] * 3)
    assert [x for x, _ in spots] == [0.0, 5.0, 400.0]
    assert spots[1][1] - spots[0][1] == 20.0


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50)), min_size=2, max_size=12))
def test_any_crowd_is_parted(places):
    spots = [[x, y] for x, y in places]
    part_boxes(spots, [BOX] * len(spots))
    assert overlap(spots, [BOX] * len(spots)) == []
