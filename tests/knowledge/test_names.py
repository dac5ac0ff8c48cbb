"""Closed sets of names: what is offered for one that is not known."""

from kg.knowledge.names import Names, names


def test_the_nearest_name_is_offered_before_all_that_there_are():
    told = names({"subject", "object", "out of"}, "slots.toml").remedy("subjct")
    assert told == "Did you mean 'subject'? Allowed: object, 'out of', subject (slots.toml)."


def test_nothing_is_offered_for_what_is_like_none():
    assert names({"dawn", "noon"}).remedy("xyz") == "Allowed: dawn, noon."


def test_long_sets_are_named_by_their_file():
    many = names((f"S{n:03}" for n in range(200)), "states.csv")
    assert many.remedy("S0019") == "Did you mean 'S019'? Allowed is what states.csv holds."
    assert many.remedy("xyz") == "Allowed is what states.csv holds."


def test_a_set_may_list_less_than_it_knows():
    slots = Names(frozenset({"by", "of theme by"}), "", frozenset({"by"}))
    assert slots.remedy("of theme bi") == "Did you mean 'of theme by'? Allowed: by."


def test_the_empty_name_is_no_remedy():
    assert names({"", "FRA"}).remedy("FRE") == "Did you mean 'FRA'? Allowed: FRA."
