from itertools import combinations

from kg.link.clusters import SPEAKERS, gather


def gathered(size, chances, whole=0.0, **more):
    """Things with these chances of being one; any other pair has none that is worth a look."""
    return gather(size, chances, lambda a, b: chances.get((a, b), 0.01), lambda a, b: whole, **more)


def test_the_likely_are_gathered_and_the_rest_stays_alone():
    assert gathered(4, {(0, 2): 0.9, (1, 3): 0.4}) == [[0, 2], [1], [3]]


def test_one_likely_pair_chains_no_strangers():
    assert gathered(3, {(0, 1): 0.9, (1, 2): 0.6, (0, 2): 0.05}) == [[0, 1], [2]]


def test_what_they_show_together_can_bind_them():
    assert gathered(3, {(0, 1): 0.9, (1, 2): 0.6, (0, 2): 0.05}, whole=0.8) == [[0, 1, 2]]


def test_a_pair_of_no_chance_keeps_two_apart_whatever_they_show_together():
    chances = {(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.0}
    assert gathered(3, chances, whole=1.0) == [[0, 1], [2]]


def test_the_likeliest_pair_goes_first():
    assert gathered(3, {(0, 1): 0.6, (1, 2): 0.9, (0, 2): 0.0}) == [[0], [1, 2]]


def test_how_likely_a_pair_must_be_can_be_said():
    assert gathered(2, {(0, 1): 0.6}, likely_from=0.7) == [[0], [1]]


def test_of_large_gatherings_a_few_members_are_asked():
    size, asked = 4 * SPEAKERS, []

    def chance(one, other):
        asked.append((one, other))
        return 1.0

    pairs = [(n, n + 1) for n in range(size - 1)]
    assert gather(size, pairs, chance, lambda a, b: 0.0) == [list(range(size))]
    assert len(set(asked)) < len(list(combinations(range(size), 2)))
