import re

from kg.language.patterns import any_of


def test_the_longest_phrase_wins_and_blanks_may_be_several():
    found = re.compile(any_of(["at least", "at", "at least as"]))
    assert found.match("at  least as")[0] == "at  least as"
    assert found.match("at leastwise")[0] == "at least"
    assert found.match("at    least")[0] == "at"  # four blanks are no phrase


def test_signs_are_taken_as_they_are():
    assert re.fullmatch(any_of(["c.", "+"]), "c.")
    assert not re.fullmatch(any_of(["c.", "+"]), "ca")
