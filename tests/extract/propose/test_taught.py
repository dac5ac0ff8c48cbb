"""Marks to proposals: which words become events, which runs fill roles, how firm it is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.propose.taught import SURE, best, event_class, proposals
from tests.extract.propose.sheets import mark, sheet

QUIET = {"deadline": None, "database": None, "derandomize": True}
STRIKES = sheet("Togo carried out air strikes on Benin", "Niger fled")


def told(words, *marks, **more):
    return list(proposals(words, marks, **more))


@pytest.mark.parametrize(("chance", "count"), [(0.49, 0), (0.51, 1)])
def test_an_event_is_one_from_a_half_on(chance, count):
    assert len(told(STRIKES, mark(4, chance=chance))) == count


def test_how_sure_one_must_be_can_be_asked():
    assert [p.trigger for p in told(STRIKES, mark(4, chance=0.3), sure=0.25)] == [4]
    assert told(STRIKES, mark(4, chance=0.6), sure=0.7) == []


@pytest.mark.parametrize(
    ("values", "roles", "count"),
    [
        ({}, {"claimant": {0: 0.9}}, 0),
        ({"stance": "denies"}, {"claimant": {0: 0.4}}, 0),
        ({"stance": "denies"}, {"claimant": {0: 0.9}}, 1),
        ({"stance": "unconfirmed"}, {"claimant": {0: 0.9}}, 1),
    ],
    ids=["asserted", "nobody denies", "denied", "left open"],
)
def test_what_has_no_class_is_told_where_somebody_denies_it(values, roles, count):
    assert len(told(STRIKES, mark(4, "Event", roles=roles, values=values))) == count


def test_the_class_is_the_likeliest_of_an_event_even_below_none():
    found = mark(4, "Attack", 0.6)
    split = {"-": 0.4, "Attack": 0.25, "Threat": 0.35}
    assert event_class(found) == "Attack"
    assert event_class(type(found)(4, split, found.roles, found.values)) == "Threat"


def test_of_two_alike_the_first_in_order_is_best():
    assert best({"b": 0.4, "a": 0.4, "c": 0.2}) == "a"
    assert best({2: 0.5, 1: 0.5}) == 1


def test_proposals_come_in_order_of_the_text():
    assert [p.trigger for p in told(STRIKES, mark(8), mark(1), mark(4))] == [1, 4, 8]


@pytest.mark.parametrize(
    ("first", "second", "triggers"),
    [
        (mark(3), mark(4), [3]),
        (mark(3), mark(4, "Threat"), [3, 4]),
        (mark(2), mark(4), [2, 4]),
        (mark(6), mark(7), [6, 7]),
        (mark(3, chance=0.2), mark(4), [4]),
    ],
    ids=["one class", "two classes", "a word between", "two sentences", "first no event"],
)
def test_words_side_by_side_name_one_event(first, second, triggers):
    assert [p.trigger for p in told(STRIKES, first, second)] == triggers


def test_a_proposal_counts_tokens_of_the_parse():
    spaced = sheet("Togo shelled Benin again", tokens=[1, 3, 4, 6])
    (found,) = told(spaced, mark(1, roles={"actor": {0: 0.9}, "recipient": {2: 0.8, 3: 0.7}}))
    assert found.trigger == 3
    assert found.roles == {"actor": ((1, 2),), "recipient": ((4, 7),)}
    assert (found.by, found.parties) == ("taught", {})


@pytest.mark.parametrize(
    ("chances", "runs"),
    [
        ({0: 0.6, 1: 0.5}, ((0, 2),)),
        ({0: 0.6, 1: 0.49}, ((0, 1),)),
        ({0: 0.6, 1: 0.2, 2: 0.6}, ((0, 3),)),
        ({0: 0.6, 1: 0.19, 2: 0.6}, ((0, 1), (2, 3))),
        ({0: 0.6, 2: 0.6}, ((0, 1), (2, 3))),
        ({0: 0.6, 1: 0.4, 2: 0.4, 3: 0.6}, ((0, 1), (3, 4))),
        ({6: 0.6, 7: 0.6}, ((6, 7), (7, 8))),
        ({5: 0.6, 6: 0.3, 7: 0.6}, ((5, 6), (7, 8))),
    ],
    ids=[
        "beside", "unsure end", "bridge", "weak bridge", "no bridge", "bridge of two",
        "two sentences", "bridge over the end",
    ],
)  # fmt: skip
def test_words_that_fill_a_role_are_runs(chances, runs):
    (found,) = told(STRIKES, mark(4, roles={"object": chances}))
    assert found.runs("object") == runs


def test_a_role_that_no_word_surely_fills_is_left_out():
    (found,) = told(STRIKES, mark(4, roles={"actor": {0: 0.4}, "recipient": {}}))
    assert found.roles == {}
    assert found.runs("actor") == ()


words = st.lists(st.integers(1, 6), min_size=1, max_size=5)
chances = st.dictionaries(st.integers(0, 29), st.floats(0, 1), max_size=30)


@settings(**QUIET)
@given(words, chances)
def test_runs_never_overlap_and_lie_within_one_sentence(counts, wanted):
    text = sheet(*(" ".join("abcdef"[:count]) for count in counts))
    given_ = {word: p for word, p in wanted.items() if word < len(text.texts)}
    (found,) = told(text, mark(0, roles={"actor": given_}))
    runs = found.runs("actor")
    inside = [word for start, end in runs for word in range(start, end)]
    assert inside == sorted(set(inside))
    assert {word for word, p in given_.items() if p >= SURE} <= set(inside)
    for start, end in runs:
        assert len({text.sentences[word] for word in range(start, end)}) == 1
        assert min(given_[start], given_[end - 1]) >= SURE


def test_values_are_the_likeliest():
    values = {"stance": "denies", "modality": "alleged", "negated": "true", "phase": "ends"}
    (found,) = told(STRIKES, mark(4, chance=0.8, values=values))
    assert (found.stance, found.modality, found.negated, found.phase) == (
        "denies", "alleged", True, "ends",
    )  # fmt: skip
    assert found.score == pytest.approx(0.8)
