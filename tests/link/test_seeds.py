"""The five seed articles through the whole way: who disputes what, on whose word, since when."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.store.engine import Store
from kg.store.named import find

SEEDS = Path(__file__).parents[2] / "seeds"
SUMMARY, NEWSPAPER = "000_88e27dc2a76b17c1", "002_9d1463c718e0692e"
TRANSLATED, REPORT = "001_546635dc89bea2b3", "003_159c066f3eb465c0"
BROADCASTER = "004_3a3f1adc3318c147"
EVENT = "deployment-PRK-RUS-2024"
MOST_TRIPLES = 30
"""A claim, all in all: what a reasoner or a query gives back is not written."""
REVISED = ("South Korean officials", "around 3,000", NEWSPAPER)


@pytest.fixture(scope="module")
def store(seeds_graph) -> Store:
    return Store.load(seeds_graph / "graph.ttl")


def rows(store: Store, name: str, columns: str, **wanted: str) -> list[tuple[str, ...]]:
    found = store.query(find(name).text).records()
    kept = [row for row in found if all(row[key] == value for key, value in wanted.items())]
    return [tuple(row[column] for column in columns.split()) for row in kept]


def test_the_contested_deployment_has_both_deniers_and_every_asserter(store):
    said = rows(store, "contested", "claimant article", event=EVENT, stance="asserts")
    assert sorted(set(rows(store, "contested", "claimant", event=EVENT, stance="denies"))) == [
        ("North Korea",), ("Russia",),
    ]  # fmt: skip
    assert {who for who, _ in said} >= {
        "", "American officials", "National Intelligence Service", "South Korea",
        "South Korean authorities", "South Korean officials", "Volodymyr Zelenskyy",
        "Yoon Suk Yeol",
    }  # fmt: skip
    assert {article for _, article in said} == {
        SUMMARY, TRANSLATED, NEWSPAPER, REPORT, BROADCASTER,
    }  # fmt: skip


def test_each_denial_points_at_what_it_denies_and_says_its_kind(store):
    kinds = rows(store, "denials", "kind claimant disputes", what="Deployment: North Korea → "
                 "Russia (October 2024)")  # fmt: skip
    assert {(kind, who) for kind, who, _ in kinds} == {
        ("fullDenial", "North Korea"), ("fullDenial", "Russia"),
    }  # fmt: skip
    assert all(disputed for _, _, disputed in kinds)
    assert rows(store, "denials", "claimant cue", kind="refutation") == [
        ("Russian ambassador", "refuted claims")
    ]
    assert sorted(rows(store, "unconfirmed", "kind claimant article")) == [
        ("nonConfirmation", "NATO", TRANSLATED),
        ("nonConfirmation", "Russia", BROADCASTER),
        ("nonConfirmation", "United States", TRANSLATED),
    ]


def test_revisions_are_a_states_own_and_a_bodys_own(store):
    columns = "claimant figure article earlier_claimant earlier_figure earlier_article"
    assert rows(store, "revisions", columns, event=EVENT) == [
        ("National Intelligence Service", "a total of 10,000", NEWSPAPER,
         "National Intelligence Service", "12,000", BROADCASTER),
        (*REVISED, "South Korean authorities", "1,500", TRANSLATED),
        (*REVISED, "National Intelligence Service", "1,500", REPORT),
        (*REVISED, "South Korea", "1500", BROADCASTER),
    ]  # fmt: skip


def test_copies_and_rewrites_share_a_story(store):
    assert rows(store, "stories", "articles") == [
        (f"{SUMMARY}|{NEWSPAPER}",),
        (f"{TRANSLATED}|{REPORT}",),
        (BROADCASTER,),
    ]


def test_each_figure_is_counted_in_articles_stories_and_origins(store):
    columns = (
        "quantity_low unit modality claim_count article_count story_count origin_count claimants"
    )
    assert rows(store, "figures", columns, event=EVENT) == [
        ("1500", "personnel", "actual", "1", "1", "1", "1", "South Korean authorities"),
        ("1500", "troops", "actual", "2", "2", "2", "2",
         "National Intelligence Service|South Korea"),
        ("3000", "troops", "actual", "2", "1", "1", "2",
         "American officials|South Korean officials"),
        ("3000", "troops", "alleged", "1", "1", "1", "2", ""),
        ("10000", "soldiers", "planned", "1", "1", "1", "1", "Volodymyr Zelenskyy"),
        ("10000", "soldiers", "possible", "1", "1", "1", "1", "Volodymyr Zelenskyy"),
        ("10000", "troops", "planned", "2", "2", "1", "1", "National Intelligence Service"),
        ("12000", "troops", "planned", "1", "1", "1", "1", "National Intelligence Service"),
    ]  # fmt: skip


def test_the_contradictions_that_a_reader_finds(store):
    sides = "claimant value article other_claimant other_value other_article"
    assert rows(store, "contradictions", sides, kind="figure") == [
        ("National Intelligence Service", "12,000", BROADCASTER,
         "Volodymyr Zelenskyy", "10,000", TRANSLATED),
    ]  # fmt: skip
    dated = "event value article other_event other_value other_article reading"
    assert rows(store, "contradictions", dated, kind="date") == [
        ("invasion-RUS-UKR-2022", "in 2022", REPORT, "invasion-RUS-UKR-2014", "in 2014",
         TRANSLATED, "one event with two dates, or two events"),
    ]  # fmt: skip
    assert rows(store, "contradictions", "value article quote other_value other_article "
                "other_quote", kind="party") == [
        ("South Korea|Ukraine", REPORT, "it has refrained from directly supplying arms to Ukraine",
         "North Korea|Russia|Ukraine", TRANSLATED,
         "North Korea and Russia have denied such accusations and have avoided providing weapons "
         "directly to Ukraine"),
    ]  # fmt: skip
    denied = rows(store, "contradictions", "claimant other_claimant", kind="denial", event=EVENT)
    ((deniers, asserters),) = denied
    assert {"North Korea", "Russia"} <= set(deniers.split("|"))
    said = {"National Intelligence Service", "South Korea", "Volodymyr Zelenskyy"}
    assert said <= set(asserters.split("|"))


def test_the_three_clocks(store):
    columns = (
        "happened_precision happened_words said_start said_end said_precision said_words published"
    )
    assert rows(store, "clocks", columns, claimant="National Intelligence Service",
                article=REPORT) == [
        ("month", "this month", "2024-10-14", "2024-10-20", "week", "last week", "2024-10-22"),
    ]  # fmt: skip


def test_every_claim_beyond_the_first_says_why_it_was_joined(store):
    about = [event for (event,) in rows(store, "claims", "event") if event]
    assert len(rows(store, "joins", "because")) == len(about) - len(set(about))
    assert all(because for (because,) in rows(store, "joins", "because"))


def test_origins_and_chains_and_support(store):
    (service,) = rows(store, "origins", "article_count story_count", speaker="KOR-NIS")
    assert service == ("4", "3")
    support = "stance claim_count article_count story_count origin_count"
    assert ("denies", "10", "4", "2", "2") in rows(store, "support", support, event=EVENT)
    chain = rows(store, "chains", "position speaker outermost innermost", speaker_key="KOR-NIS")
    assert set(chain) == {("1", *("National Intelligence Service",) * 3)}
    unnamed = rows(store, "chains", "speaker_key article", role="unnamed")
    assert all(article.replace("_", "-") in key for key, article in unnamed)


def test_no_voice_of_the_seeds_turns(store):
    assert rows(store, "history", "turn") == []


def test_the_graph_is_lean(store):
    claims = len(rows(store, "claims", "claim"))
    assert len(store) / claims <= MOST_TRIPLES
