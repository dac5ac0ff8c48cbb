"""Sheets with labels to windows with targets."""
# ruff: noqa: E402  # what needs torch is imported once it is known to be there

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

torch = pytest.importorskip("torch", reason="pip install 'statecraft[training]'")

from kg.extract.propose.card import Rows
from kg.extract.propose.windows import LIVE, LONGEST
from kg.training.claims.examples import REACH, UNASKED, columns, covered, examples
from kg.training.claims.labels import CLASSES, ROLES, VALUES, Label
from tests.extract.propose.sheets import sheet
from tests.training.claims.tiny import label

QUIET = {"deadline": None, "database": None, "derandomize": True}
#             0    5    10 13     20 23
NEWS = sheet("Togo sent 40 guards to Benin", "It left")
SENT, LEFT = (5, 9), (32, 36)


def only(text, *labels):
    (found,) = examples(text, labels)
    return found


def words_of(event, role):
    column = ROLES.index(role)
    return [event.start + n for n, row in enumerate(event.roles) if row[column]]


def value(event, name):
    return VALUES[name][event.values[[*VALUES].index(name)]]


def test_the_class_of_each_word_is_asked():
    example = only(NEWS, label("Deployment", SENT), label("Attack", LEFT))
    wanted = [0, CLASSES.index("Deployment"), 0, 0, 0, 0, 0, CLASSES.index("Attack")]
    assert example.classes.tolist() == wanted
    assert [event.at for event in example.events] == [1, 7]
    assert example.texts == list(NEWS.texts)


def test_an_article_without_labels_is_all_none():
    example = only(NEWS)
    assert example.classes.tolist() == [0] * 8
    assert example.events == ()


def test_nothing_is_asked_where_labellers_did_not_agree():
    example = only(NEWS, label("", SENT))
    assert example.classes.tolist() == [0, UNASKED, 0, 0, 0, 0, 0, 0]
    assert example.events == ()


def test_a_trigger_of_several_words_is_its_first():
    assert only(NEWS, label("Attack", (5, 12))).events[0].at == 1


def test_the_first_label_of_a_word_counts():
    example = only(NEWS, label("Aid", SENT), label("Attack", SENT))
    assert [CLASSES[event.event_class] for event in example.events] == ["Aid"]


def test_a_label_that_touches_no_word_is_left_out():
    assert only(NEWS, label("Attack", (400, 410))).events == ()


@pytest.mark.parametrize(
    ("span", "words"),
    [((5, 9), [1]), ((6, 8), [1]), ((4, 5), []), ((3, 6), [0, 1]), ((0, 400), list(range(8)))],
    ids=["a word", "within", "a blank", "parts of two", "all"],
)
def test_a_span_covers_the_words_that_it_touches(span, words):
    assert covered(NEWS, span) == words


def test_words_fill_the_roles_that_are_labelled():
    spans = {"actor": (0, 4), "object": (10, 19), "recipient": (23, 28)}
    (event,) = only(NEWS, label("Deployment", SENT, **spans)).events
    assert words_of(event, "actor") == [0]
    assert words_of(event, "object") == [2, 3]
    assert words_of(event, "recipient") == [5]
    assert words_of(event, "claimant") == []
    assert event.roles.shape == (event.end - event.start, len(ROLES))


def test_a_party_known_without_words_is_elsewhere():
    told = label("Deployment", SENT, actor=(0, 4))
    known = Label(told.event_class, told.trigger, told.spans, frozenset({"recipient"}), told.values)
    (event,) = only(NEWS, known).events
    assert (value(event, "actor elsewhere"), value(event, "recipient elsewhere")) == (
        "false", "true",
    )  # fmt: skip


def test_a_party_beyond_the_window_is_elsewhere():
    far = sheet(*(" ".join([word] * 100) for word in ("one", "two", "six", "ten")))
    start = far.spans[350][0]
    *_, last = examples(far, [label("Attack", (start, start + 3), actor=(0, 3), time=(0, 3))])
    (event,) = last.events
    assert words_of(event, "actor") == words_of(event, "time") == []
    assert (value(event, "actor elsewhere"), value(event, "recipient elsewhere")) == (
        "true", "false",
    )  # fmt: skip


def test_values_are_numbers_of_the_closed_lists():
    told = label("Attack", SENT)
    values = {**told.values, "stance": "denies", "negated": "true", "phase": "ends"}
    (event,) = only(NEWS, Label("Attack", SENT, told.spans, frozenset(), values)).events
    assert [value(event, n) for n in ("stance", "modality", "negated", "phase")] == [
        "denies", "actual", "true", "ends",
    ]  # fmt: skip


def test_context_is_seen_and_not_asked():
    text = sheet(" ".join("a" * 40), " ".join("b" * 170))
    start = text.spans[60][0]
    first, second = examples(text, [label("Attack", (start, start + 1), actor=(0, 1))])
    assert first.events == ()
    assert first.classes.tolist() == [0] * 40
    assert second.window.live == 40
    assert set(second.classes[:40].tolist()) == {UNASKED}
    (event,) = second.events
    assert (event.at, words_of(event, "actor")) == (60, [0])


def test_words_around_a_trigger_are_those_in_reach():
    text = sheet(" ".join("a" * 250))
    start = text.spans[100][0]
    example = only(text, label("Attack", (start, start + 1)))
    (event,) = example.events
    assert (event.start, event.end) == (100 - REACH, 100 + REACH)
    ways = example.ways_of(event, Rows(["away 0", "away 1", "unheard of"]))
    assert ways.shape == (2 * REACH, 3)
    assert ways.nonzero().tolist() == [[REACH, 0], [REACH + 1, 1]]


def test_features_are_a_row_a_word():
    found = only(NEWS).features(Rows(["word sent", "word it"]))
    assert found.shape == (8, 2)
    assert found.nonzero().tolist() == [[1, 0], [6, 1]]


def test_rare_features_and_ways_are_no_columns():
    text = sheet(" ".join(["guard"] * 8 + ["left"] * 7 + ["a"] * 10))
    features, ways = columns([only(text, label("Attack", (0, 5)))])
    assert features == ("word a", "word guard")
    assert ways == ("here", "turn dep", "up 0 down 1")


def test_a_sheet_of_several_windows_is_counted_once():
    text = sheet(" ".join(["guard"] * 5 + ["a"] * 170), " ".join(["b"] * 100))
    found = list(examples(text, []))
    assert len(found) == 2
    assert columns(found)[0] == ("word a", "word b")


lengths = st.lists(st.integers(1, 300), min_size=1, max_size=4)


@settings(max_examples=40, **QUIET)
@given(lengths, st.data())
def test_every_label_is_in_one_window_unless_beyond_the_longest(counts, data):
    text = sheet(*(" ".join("a" * count) for count in counts))
    chosen = data.draw(st.sets(st.integers(0, sum(counts) - 1), max_size=6))
    found = list(examples(text, [label("Attack", text.spans[n]) for n in sorted(chosen)]))
    told = [e.window.words[event.at] for e in found for event in e.events]
    inside = [n for s, count in enumerate(counts) for n in range(count)]
    assert told == [n for n in sorted(chosen) if inside[n] < LONGEST]
    for example in found:
        assert len(example.classes) == len(example.window.words) <= LIVE + LONGEST
        assert (example.classes != UNASKED).sum() == len(example.classes) - example.window.live
        for event in example.events:
            assert event.start <= event.at < event.end <= len(example.classes)
            assert example.classes[event.at] == event.event_class
