"""Contents tell parts apart; who recalls nothing makes everything."""

from kg.link.recall import afresh, content
from kg.model import Evidence


def test_all_is_made_in_order():
    assert afresh(int, ["bb", "a"], content, len) == [2, 1]


def test_contents_tell_values_and_carriers_apart():
    told = [("a", "b"), ("ab",), ("a", ("b",)), (Evidence("a", 0, 1),), (Evidence("a", 1, 2),)]
    assert len({content(*values) for values in told}) == len(told)
    assert content(Evidence("a", 0, 1)) == content(Evidence("a", 0, 1))


def test_sets_are_told_in_one_order():
    words = [f"word {n}" for n in range(40)]
    assert content(frozenset(words)) == content(frozenset(reversed(words)))
