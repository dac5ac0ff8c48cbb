"""Labels of a file: spans of every shape, values, what is debatable; parts of articles."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.training.claims.labels import CLASSES, PARTIES, ROLES, VALUES, is_dev, read, share

PLAIN = {"article": "a", "class": "Attack", "trigger": [5, 12]}


@pytest.fixture
def labels(tmp_path):
    def written(*rows):
        path = tmp_path / "gold.jsonl"
        lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return read(path)

    return written


def test_a_bare_label_has_the_plainest_values(labels):
    ((label,),) = labels(PLAIN).values()
    assert (label.event_class, label.trigger) == ("Attack", (5, 12))
    assert label.spans == dict.fromkeys(ROLES, ())
    assert label.known == frozenset()
    assert label.values == {name: allowed[0] for name, allowed in VALUES.items()}


@pytest.mark.parametrize(
    ("given_", "spans", "known"),
    [
        ([1, 4], ((1, 4),), False),
        ([[1, 4]], ((1, 4),), False),
        ([[1, 4], [7, 9]], ((1, 4), (7, 9)), False),
        ([None], (), True),
        ([None, [1, 4]], ((1, 4),), True),
        ([[1, 4], None], ((1, 4),), True),
        ([], (), False),
        (None, (), False),
    ],
)
def test_a_role_is_one_span_several_or_words_that_there_are_not(labels, given_, spans, known):
    ((label,),) = labels({**PLAIN, "spans": {"actor": given_}}).values()
    assert label.spans["actor"] == spans
    assert label.known == ({"actor"} if known else set())


def test_only_parties_may_be_known_without_words(labels):
    ((label,),) = labels({**PLAIN, "spans": {role: [None] for role in ROLES}}).values()
    assert label.known == {*PARTIES}


def test_values_are_words_of_the_closed_lists(labels):
    row = {**PLAIN, "stance": "denies", "modality": "alleged", "negated": True, "phase": "ends"}
    ((label,),) = labels(row).values()
    told = {"stance": "denies", "modality": "alleged", "negated": "true", "phase": "ends"}
    assert told.items() <= label.values.items()
    assert all(label.values[name] in allowed for name, allowed in VALUES.items())


def test_what_is_debatable_has_no_class(labels):
    ((label,),) = labels({"article": "a", "trigger": [5, 12]}).values()
    assert label.event_class == ""


def test_labels_stand_by_article_in_order(labels):
    found = labels(
        PLAIN, {**PLAIN, "article": "b"}, "", "  ", {**PLAIN, "trigger": [1, 2]},
        {"article": "c", "not": "Attack", "trigger": [5, 12]},
    )  # fmt: skip
    assert {name: [label.trigger for label in told] for name, told in found.items()} == {
        "a": [(5, 12), (1, 2)],
        "b": [(5, 12)],
    }


def test_the_closed_lists_begin_with_the_plainest():
    assert CLASSES[0] == "-"
    assert len({*CLASSES}) == len(CLASSES)
    assert {*PARTIES} <= {*ROLES}
    assert {f"{party} elsewhere" for party in PARTIES} <= {*VALUES}


@given(st.text())
def test_an_articles_part_hangs_on_its_name_alone(name):
    assert is_dev(name) is is_dev(name)
    assert 0 <= share(name) < 1
    assert share(name) == share(name)


def test_one_article_in_five_is_of_the_dev_part():
    names = [f"wire/{n}" for n in range(2000)]
    dev = [name for name in names if is_dev(name)]
    assert 0.17 < len(dev) / len(names) < 0.23
    halves = [sum(share(name) < 0.5 for name in part) / len(part) for part in (dev, names)]
    assert all(0.4 < half < 0.6 for half in halves)  # one does not hang on the other


def test_parts_never_change():
    """Weights that ship were taught without the dev part: what was in it must stay in it."""
    assert [is_dev(f"wire/{n}") for n in range(8)] == PARTS
    assert share("wire/1") == pytest.approx(SHARE)


PARTS = [True, False, False, False, False, False, False, True]
SHARE = 0.586837649345398
