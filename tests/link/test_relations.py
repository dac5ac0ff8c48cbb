"""Revisions, disagreements, reversals, retractions, counter-accusations, origins: by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from kg.link.corpus import link
from kg.model import Evidence, Quantity
from tests.link.claims import claim, reading, span, year
from tests.link.test_stories import REPORT, REWRITE


def count(low: int | None, high: int | None = -1, unit="troops", qualifier="") -> Quantity:
    bounds = [None if n is None else Decimal(n) for n in (low, low if high == -1 else high)]
    return Quantity(*bounds, unit, qualifier, f"{low} {unit}")


def found(readings, *kinds: str) -> set[tuple[str, str, str]]:
    relations = link(readings).relations
    known = {(r.kind, r.claim, r.other) for r in relations if not kinds or r.kind in kinds}
    return known if kinds else {r for r in known if r[0] != "stance"}


def two(first: dict, second: dict, days=("2021-03-01", "2021-03-05")):
    return [
        reading("a", claim("a", 0, **first), published=days[0]),
        reading("b", claim("b", 0, **second), published=days[1]),
    ]


@pytest.mark.parametrize("other", ["ETH", "eth-leader"])
def test_a_later_figure_of_the_same_state_revises_the_earlier_one(other):
    told = two(
        {"claimant": "ETH", "quantity": count(1500)}, {"claimant": other, "quantity": count(3000)}
    )
    assert found(told) == {("revises", "b.0", "a.0")}


@pytest.mark.parametrize("url", ["https://wire.example/a", ""])
def test_of_one_day_a_later_version_of_the_page_revises_the_earlier(url):
    said = {"claimant": "ETH", "said": span("2021-03-01")}
    told = [
        reading("b", claim("b", 0, quantity=count(1500), **said)),
        reading("a", claim("a", 0, quantity=count(3000), **said)),
    ]
    told = [
        replace(r, article=replace(r.article, url=url, fetched=f"2021-03-0{n}T10:00:00Z"))
        for n, r in enumerate(told, 1)
    ]
    assert found(told) == ({("revises", "a.0", "b.0")} if url else set())


@pytest.mark.parametrize("publisher", ["The Wire", ""])
def test_of_one_day_a_corrected_report_revises_what_its_outlet_told_before(publisher):
    said = {"claimant": "ETH", "said": span("2021-03-01")}
    told = [
        reading("b", claim("b", 0, quantity=count(1500), **said), text=REPORT),
        reading("a", claim("a", 0, quantity=count(3000), **said), text=REPORT),
    ]
    told = [
        replace(r, article=replace(r.article, publisher=publisher, corrected=r.article.name == "a"))
        for r in told
    ]
    assert found(told) == ({("revises", "a.0", "b.0")} if publisher else set())


def test_another_claimants_other_figure_is_a_disagreement():
    told = two(
        {"claimant": "ETH", "quantity": count(1500)}, {"claimant": "SDN", "quantity": count(3000)}
    )
    assert found(told) == {("figure", "b.0", "a.0")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (count(3000), count(3000)),
        (count(3000), count(2000, None)),
        (count(3000, qualifier="around"), count(2800)),
        (count(3000), count(5, unit="tanks")),
        (count(3000), count(500, qualifier="another")),
        (count(3000, unit="soldiers"), count(3000, unit="men")),
    ],
)
def test_figures_that_may_both_be_true_disagree_in_nothing(one, other):
    told = two({"claimant": "ETH", "quantity": one}, {"claimant": "SDN", "quantity": other})
    assert found(told) == set()


@pytest.mark.parametrize("who", ["ETH", "SDN"])
def test_a_plan_contradicts_neither(who):
    told = two(
        {"claimant": "ETH", "quantity": count(1500)},
        {"claimant": who, "quantity": count(9000), "modality": "planned"},
    )
    assert found(told) == set()


def test_who_has_revised_a_figure_disagrees_with_nobody_later():
    told = [
        reading("a", claim("a", 0, claimant="ETH", quantity=count(1500)), published="2021-03-01"),
        reading("b", claim("b", 0, claimant="ETH", quantity=count(3000)), published="2021-03-05"),
        reading("c", claim("c", 0, claimant="SDN", quantity=count(3000)), published="2021-03-06"),
        reading("d", claim("d", 0, claimant="ETH", quantity=count(1500)), published="2021-03-09"),
    ]
    assert found(told) == {("revises", "b.0", "a.0")}


def test_two_figures_of_one_voice_on_one_day_are_in_no_order():
    told = two(
        {"claimant": "ETH", "quantity": count(1500)},
        {"claimant": "ETH", "quantity": count(3000)},
        days=("2021-03-01", "2021-03-01"),
    )
    assert "revises" not in {kind for kind, _, _ in found(told)}


def test_when_it_was_said_counts_before_when_it_was_printed():
    told = two(
        {"claimant": "ETH", "quantity": count(3000)},
        {"claimant": "ETH", "quantity": count(1500), "said": span("2021-02-20")},
    )
    assert found(told) == {("revises", "a.0", "b.0")}


def test_from_denial_to_confirmation_is_kept_as_history():
    told = two({"claimant": "ERI", "stance": "denies"}, {"claimant": "eri-ministry"})
    assert found(told) == {("reverses", "b.0", "a.0")}
    assert len(link(told).claims) == 2


def test_a_retraction_takes_back_and_disputes_nobody():
    told = [
        reading(
            "a",
            claim("a", 0, claimant="ETH"),
            claim("a", 9, claimant="ETH", stance="denies", kind="retraction", about="a.0"),
            claim("a", 20, claimant="SDN"),
        )
    ]
    assert found(told) == {("retracts", "a.9", "a.0")}
    assert link(told).disputes == ()


def test_each_denier_stands_against_each_asserter_once():
    told = [
        reading("a", claim("a", 0, claimant="SDN"), claim("a", 5, claimant="SDN"), claim("a", 9)),
        reading("b", *(claim("b", n, stance="denies", claimant="ERI") for n in (0, 9))),
    ]
    assert len(link(told).disputes) == 6
    assert found(told, "stance") == {("stance", "b.0", "a.0"), ("stance", "b.0", "a.9")}


def test_a_partial_denial_disputes_the_figure_and_not_the_deed():
    told = [
        reading(
            "a",
            claim("a", 0, claimant="ETH", quantity=count(3000)),
            claim("a", 9, claimant="ERI", stance="denies", kind="partialDenial", about="a.0"),
        ),
        reading("b", claim("b", 0, claimant="SDN"), claim("b", 9, quantity=count(3000))),
    ]
    assert link(told).disputes == (("a.9", "a.0"), ("a.9", "b.9"))


@pytest.mark.parametrize(("published", "kind"), [("2021-03-09", "counterAccusation"),
                                                 ("2021-06-09", "accusation")])  # fmt: skip
def test_who_accuses_the_accuser_within_a_month_counters(published, kind):
    accusation = claim("a", 0, claimant="ETH")
    answer = claim(
        "b", 0, event_class="ArmsTransfer", actors=("eth-leader",), recipients=("SDN",),
        claimant="ERI", kind="accusation",
    )  # fmt: skip
    corpus = link([reading("a", accusation), reading("b", answer, published=published)])
    assert [c.kind for c in corpus.claims] == [None, kind]
    assert [r.kind for r in corpus.relations] == ["counters"] * (kind != "accusation")


def test_who_accuses_of_an_attack_answers_within_days():
    accusation = claim("a", 0, claimant="ETH", event_class="Attack")
    answer = replace(accusation, id="b.0", article="b", claimant="ERI", kind="accusation")
    answer = replace(answer, actors=("ETH",), recipients=("ERI",))
    for published, kinds in (("2021-03-03", ["counters"]), ("2021-03-09", [])):
        corpus = link([reading("a", accusation), reading("b", answer, published=published)])
        assert [r.kind for r in corpus.relations] == kinds


def test_events_alike_but_for_their_time_are_paired_and_their_dates_disagree():
    invaded = {"event_class": "Invasion"}
    told = two({"time": year(2014), **invaded}, {"time": year(2020), **invaded})
    corpus = link(told)
    assert corpus.alike == (("invasion-ERI-ETH-2014", "invasion-ERI-ETH-2020"),)
    assert found(told) == {("date", "b.0", "a.0")}


@pytest.mark.parametrize(("kind", "apart"), [("Attack", {("date", "b.0", "a.0")}),
                                            ("Deployment", set())])  # fmt: skip
def test_two_days_of_one_event_disagree_where_the_event_takes_a_day(kind, apart):
    told = two(
        {"event_class": kind, "time": span("2021-02-26"), "claimant": "ETH"},
        {"event_class": kind, "time": span("2021-02-28"), "claimant": "SDN"},
    )
    assert found(told) == apart


@pytest.mark.parametrize(("day", "apart"), [("2021-03-09", {("statement", "b.0", "a.0")}),
                                            ("2021-09-09", set())])  # fmt: skip
def test_that_it_was_and_that_it_was_not_is_a_disagreement_within_a_month(day, apart):
    told = two({"claimant": "ETH"}, {"claimant": "SDN", "negated": True}, days=("2021-03-01", day))
    assert found(told) == apart


def test_a_rewrite_that_names_another_actor_disagrees_with_its_report():
    at = REPORT.index("Aid workers"), REWRITE.index("Around 300")

    def told(name, text, start, who):
        words = Evidence(text[start : start + 9], start, start + 9)
        return reading(name, claim(name, start, actors=(who,), evidence=words), text=text)

    assert found([told("a", REPORT, at[0], "ERI"), told("b", REWRITE, at[1], "TCD")]) == {
        ("party", f"a.{at[0]}", f"b.{at[1]}")
    }
    assert found([told("a", REPORT, at[0], "ERI"), told("b", REWRITE, at[1], "ERI")]) == set()
    assert found([told("a", REPORT, at[0], "ERI"), told("b", REWRITE, 0, "TCD")]) == set()


def origins_of(readings) -> dict[str, tuple[str, ...]]:
    return {origin.id: origin.claims for origin in link(readings).origins}


def test_a_named_source_is_one_origin_however_many_cite_it():
    told = [reading(n, claim(n, 0, claimant="eri-ministry"), text=f"Text {n}.") for n in "abcde"]
    assert origins_of(told) == {"eri-ministry": ("a.0", "b.0", "c.0", "d.0", "e.0")}


def test_own_words_go_back_to_the_story_and_to_whom_the_story_names():
    told = [
        reading("a", claim("a", 0, claimant="ETH", quantity=count(3000)), text=REPORT),
        reading("b", claim("b", 0, quantity=count(3000)), claim("b", 9), text=REWRITE),
    ]
    origins = origins_of(told)
    (story,) = link(told).stories
    assert origins == {"ETH": ("a.0", "b.0"), story.id: ("b.9",)}


@pytest.mark.parametrize("claims", [400, 2])
def test_an_event_that_all_deny_and_all_assert_keeps_its_links_few(claims):
    says = [reading(f"s{n}", claim(f"s{n}", 0, claimant="SDN")) for n in range(claims)]
    denies = [
        reading(f"d{n}", claim(f"d{n}", 0, claimant="ERI", stance="denies"), claim(f"d{n}", 9))
        for n in range(claims)
    ]
    # All with all where they are few; else each with its own article and with each voice once.
    assert len(link(says + denies).disputes) == (3 * claims - 1 if claims > 2 else 8)


def test_two_figures_in_one_article_count_two_things():
    told = [reading("a", *(claim("a", at, claimant="ETH", quantity=count(n))
                           for at, n in ((0, 1500), (9, 3000), (18, 400), (27, 9))))]  # fmt: skip
    assert not found(told)


@pytest.mark.parametrize("published", ["2021-03-20", "2021-04-20"])
def test_what_had_not_happened_yet_contradicts_nobody_who_says_that_it_did_later(published):
    slots = {"event_class": "Attack", "place": "Omdurman"}
    then = slots | {"time": span("2021-04-02")}
    told = [
        reading("a", claim("a", 0, claimant="ERI", negated=True, **then), published=published),
        reading("b", claim("b", 0, claimant="ETH", **then), published="2021-04-03"),
    ]
    denied = {("statement", "a.0", "b.0")} if published > "2021-04-02" else set()
    assert found(told, "statement") == denied
