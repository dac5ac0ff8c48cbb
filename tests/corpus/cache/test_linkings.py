"""What was found of an article is not looked for again, and nothing comes out otherwise."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.corpus.cache.linkings import TABLE, Linkings
from kg.corpus.cache.readings import keeping
from kg.link.corpus import link
from kg.link.recall import content
from tests.link.crowded import crowded
from tests.link.synthetic import synthetic

CHANGES = {
    "text": lambda r: replace(r, article=replace(r.article, text=r.article.text + "It rained.\n")),
    "day": lambda r: replace(r, article=replace(r.article, published=date(2021, 2, 3))),
    "outlet": lambda r: replace(r, article=replace(r.article, publisher="The Courier")),
    "label": lambda r: replace(
        r, agents=tuple(replace(agent, label=f"{agent.label} the Great") for agent in r.agents)
    ),
    "fewer": lambda r: replace(r, claims=r.claims[1:]),
    "denied": lambda r: replace(
        r, claims=tuple(replace(claim, stance="denies") for claim in r.claims)
    ),
    "nowhere": lambda r: replace(r, claims=tuple(replace(claim, place="") for claim in r.claims)),
    "taken up": lambda r: replace(
        r, claims=(*r.claims[:1], *(replace(c, about=r.claims[0].id) for c in r.claims[1:]))
    ),
}
"""What may become of an article, by its readers, its editors and its reviewers."""


@cache
def corpus():
    return (*crowded(12).readings, *synthetic(18).readings)


@pytest.fixture
def kept(tmp_path):
    with keeping(tmp_path / "kept.sqlite") as kept:
        yield kept


def linked(readings, kept):
    """As a build links, and drops what it did not need."""
    linkings = Linkings(kept)
    found = link(readings, recall=linkings.recall)
    kept.keep_only(TABLE, linkings.keys)
    return found


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_whatever_came_before_the_corpus_is_linked_as_from_nothing(tmp_path_factory, data):
    every = corpus()
    numbers = st.lists(st.integers(0, len(every) - 1), min_size=1, unique=True)
    with keeping(tmp_path_factory.mktemp("kept") / "kept.sqlite") as kept:
        for _ in range(3):
            some = [every[number] for number in data.draw(numbers)]
            changes = st.dictionaries(st.integers(0, 4), st.sampled_from(sorted(CHANGES)))
            for at, change in data.draw(changes).items():
                some[at % len(some)] = CHANGES[change](some[at % len(some)])
            assert linked(some, kept) == link(some)


@pytest.mark.parametrize("change", sorted(CHANGES))
def test_a_change_is_seen(kept, change):
    before = list(corpus())
    linked(before, kept)
    after = [CHANGES[change](before[0]), *before[1:]]
    assert linked(after, kept) == link(after)


def test_what_is_as_it_was_is_not_made_again(kept):
    parts, made = ["a", "b", "a"], []

    def length(part):
        made.append(part)
        return len(part)

    def told():
        return Linkings(kept).recall(int, parts, content, length)

    assert told() == [1, 1, 1] and made == ["a", "b"]
    parts.append("long")
    assert told() == [1, 1, 1, 4] and made == ["a", "b", "long"]


def test_results_of_two_kinds_are_told_apart(kept):
    linkings = Linkings(kept)
    assert linkings.recall(int, ["a"], content, len) == [1]
    assert linkings.recall(str, ["a"], content, str.upper) == ["A"]


def test_other_code_finds_everything_anew(kept, monkeypatch):
    linkings = Linkings(kept)
    linkings.recall(int, ["a"], content, len)
    monkeypatch.setattr("kg.corpus.cache.linkings.linking_identity", lambda: "another")
    assert linkings.recall(int, ["a"], content, lambda _: 7) == [7]


def test_what_is_broken_on_disk_is_made_anew(kept):
    linkings = Linkings(kept)
    linkings.recall(int, ["a"], content, len)
    kept.put(TABLE, [(linkings.keys[0], b"broken")])
    assert linkings.recall(int, ["a"], content, len) == [1]
