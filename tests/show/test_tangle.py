from kg.show.tangle import COVERED, tangle

SQUARE = [(0, 0), (100, 0), (100, 100), (0, 100)]
BOXES = [(10, 10)] * 5


def test_lines_that_cross_are_counted_and_those_that_meet_are_not():
    assert tangle(SQUARE, BOXES, [(0, 2), (1, 3)]) == 1
    assert tangle(SQUARE, BOXES, [(0, 1), (1, 2), (2, 3), (3, 0)]) == 0
    assert tangle(SQUARE, BOXES, [(0, 2), (0, 1)]) == 0


def test_a_line_beneath_a_box_counts_more():
    middle = [*SQUARE, (50, 50)]
    assert tangle(middle, BOXES, [(0, 2)]) == COVERED
    assert tangle(middle, BOXES, [(0, 1)]) == 0
    assert tangle(middle, BOXES, [(0, 4), (4, 2)]) == 0  # it ends at that box
