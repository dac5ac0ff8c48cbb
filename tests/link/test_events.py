from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.link.corpus import link
from kg.model import Corpus, Event
from tests.link.claims import claim, reading, span, year


def events_of(corpus: Corpus) -> dict[str, Event]:
    return {identifier: event for event in corpus.events for identifier in event.claims}


def together(corpus: Corpus) -> set[tuple[str, ...]]:
    return {event.claims for event in corpus.events}


def test_claims_of_two_articles_meet_at_one_event():
    corpus = link([reading("a", claim("a", 0)), reading("b", claim("b", 0))])
    (event,) = corpus.events
    assert event.id == "deployment-ERI-ETH-2021"
    assert event.label == "Deployment: Eritrea → Ethiopia"
    assert (event.actors, event.recipients, event.claims) == (("ERI",), ("ETH",), ("a.0", "b.0"))
    assert event.joined == ("same class, actors and recipients; no dates, reported within a year",)


def test_a_ministry_and_a_leader_count_as_their_states():
    one = claim("a", 0, actors=("eri-ministry",), recipients=("eth-leader",))
    corpus = link([reading("a", one, claim("a", 10))])
    assert [event.actors for event in corpus.events] == [("ERI",)]


@pytest.mark.parametrize(
    "other",
    [
        {"event_class": "Sanction"},
        {"actors": ("TCD",)},
        {"recipients": ("SDN",)},
        {"actors": ("ERI", "TCD")},
        {"actors": ("ETH",), "recipients": ("ERI",)},
        {"time": year(2022)},
    ],
    ids=str,
)
def test_another_class_party_direction_or_date_is_another_event(other):
    corpus = link([reading("a", claim("a", 0, time=year(2021)), claim("a", 10, **other))])
    assert len(corpus.events) == 2


@pytest.mark.parametrize(
    "other",
    [
        {"stance": "denies"},
        {"stance": "unconfirmed"},
        {"negated": True},
        {"modality": "planned"},
        {"phase": "ends"},
        {"objects": ("tanks",)},
        {"time": span("2021-12-30")},
        {"time": span(None, "2021-12-31")},
    ],
    ids=str,
)
def test_what_is_disputed_about_an_event_never_splits_it(other):
    corpus = link([reading("a", claim("a", 0, time=year(2021)), claim("a", 10, **other))])
    assert len(corpus.events) == 1


def test_who_meets_whom_has_no_order():
    one = claim("a", 0, event_class="Meeting", actors=("ERI",), recipients=("ETH",))
    two = claim("b", 0, event_class="Meeting", actors=("ETH", "ERI"), recipients=())
    (event,) = link([reading("a", one), reading("b", two)]).events
    assert (event.id, event.label) == ("meeting-ERI_ETH-2021", "Meeting: Eritrea, Ethiopia")
    assert event.recipients == ()


def test_two_years_are_two_events_and_ids_tell_the_year():
    corpus = link(
        [
            reading("a", claim("a", 0, time=year(1998))),
            reading("b", claim("b", 0, time=year(2000)), claim("b", 10, time=span("2000-04-01"))),
        ]
    )
    assert [event.id for event in corpus.events] == [
        "deployment-ERI-ETH-1998",
        "deployment-ERI-ETH-2000",
    ]
    assert corpus.events[1].label == "Deployment: Eritrea → Ethiopia (2000)"


def test_an_undated_claim_goes_where_its_article_dates_the_event_else_to_the_nearest():
    corpus = link(
        [
            reading("a", claim("a", 0, time=year(1998)), claim("a", 10), published="2015-01-01"),
            reading("b", claim("b", 0, time=year(2014)), published="2015-01-01"),
            reading("c", claim("c", 0), published="2015-02-01"),
        ]
    )
    assert together(corpus) == {("a.0", "a.10"), ("b.0", "c.0")}


@pytest.mark.parametrize(
    ("kind", "other", "events"),
    [
        ("Deployment", "2021-05-01", 1),
        ("Deployment", "2021-12-01", 2),
        ("Attack", "2021-03-04", 1),
        ("Attack", "2021-05-01", 2),
        ("Invasion", "2021-12-01", 1),
    ],
)
def test_how_far_dates_may_lie_apart_is_told_for_each_class(kind, other, events):
    one = claim("a", 0, event_class=kind, time=span("2021-03-02"))
    two = claim("b", 0, event_class=kind, time=span(other))
    corpus = link([reading("a", one), reading("b", two, published="2021-12-31")])
    assert len(corpus.events) == events


def test_an_event_dates_over_no_more_than_a_year_however_close_its_reports_follow():
    claims = [claim("a", n, time=span(f"{2019 + n // 12}-{n % 12 + 1:02}-01")) for n in range(24)]
    assert [len(e.claims) for e in link([reading("a", *claims)]).events] == [13, 11]


def test_two_events_of_a_pair_in_one_year_are_told_apart_by_month_those_of_a_day_by_day():
    days = ("2021-03-02", "2021-06-02", "2021-06-20")
    told = [claim("a", n, event_class="Meeting", time=span(d)) for n, d in enumerate(days)]
    told += [claim("a", 9 + n, event_class="Aid", time=span(d)) for n, d in enumerate(days[:2])]
    assert [event.id for event in link([reading("a", *told)]).events] == [
        "aid-ERI-ETH-2021", "aid-ERI-ETH-2021-06", *(f"meeting-ERI_ETH-{day}" for day in days),
    ]  # fmt: skip


def test_a_loose_date_goes_to_the_event_it_holds():
    corpus = link(
        [
            reading("a", claim("a", 0, time=span("2021-02-01"))),
            reading("b", claim("b", 0, time=span("2021-11-01")), published="2021-11-02"),
            reading("c", claim("c", 0, time=year(2021)), published="2021-11-03"),
        ]
    )
    assert together(corpus) == {("a.0",), ("b.0", "c.0")}


@pytest.mark.parametrize(("modality", "events"), [("actual", 1), ("planned", 2)])
def test_what_was_done_is_recalled_for_years_and_a_plan_is_not(modality, events):
    old = reading("a", claim("a", 0, time=span("2019-05-01")), published="2019-05-02")
    new = reading("b", claim("b", 0, modality=modality))
    assert len(link([old, new]).events) == events


def test_undated_claims_published_years_apart_are_two_events_and_the_first_keeps_its_id():
    early = reading("a", claim("a", 0), published="2015-01-01")
    late = reading("b", claim("b", 0), published="2019-01-01")
    assert [e.id for e in link([early]).events] == ["deployment-ERI-ETH-2015"]
    assert [e.id for e in link([early, late]).events] == [
        "deployment-ERI-ETH-2015",
        "deployment-ERI-ETH-2019",
    ]


def test_a_date_that_becomes_known_leaves_the_id_as_it_was():
    undated, dated = reading("a", claim("a", 0)), reading("b", claim("b", 0, time=year(2021)))
    assert [e.id for e in link([undated]).events] == ["deployment-ERI-ETH-2021"]
    assert [e.id for e in link([undated, dated]).events] == ["deployment-ERI-ETH-2021"]


def test_a_claim_of_a_wider_class_joins_the_lone_narrower_event():
    invasion = claim("a", 0, event_class="Invasion", time=year(2021))
    attack = claim("b", 0, event_class="Attack")
    (event,) = link([reading("a", invasion), reading("b", attack)]).events
    assert (event.event_class, event.claims) == ("Invasion", ("a.0", "b.0"))
    assert event.joined[0].startswith("named as Attack, which Invasion is a kind of")


def test_a_claim_of_a_wider_class_stays_apart_from_competing_events():
    corpus = link(
        [
            reading("a", claim("a", 0, event_class="Invasion", time=year(2021))),
            reading(
                "b",
                claim("b", 0, event_class="Attack", time=year(2021)),
                claim("b", 10, event_class="Attack", time=year(2018)),
            ),
        ]
    )
    assert len(corpus.events) == 3


def test_a_vague_claim_goes_to_the_event_its_article_speaks_of_most():
    corpus = link(
        [
            reading(
                "a",
                claim("a", 0, recipients=("SDN",)),
                claim("a", 10),
                claim("a", 20),
                claim("a", 30, actors=(), recipients=(), stance="denies"),
                claim("a", 40, actors=(), recipients=("SDN",)),
            ),
            reading("b", claim("b", 0, actors=("TCD",))),
        ]
    )
    assert ("a.10", "a.20", "a.30") in together(corpus)
    assert ("a.0", "a.40") in together(corpus)


def test_a_claim_without_recipient_joins_the_only_such_event_of_the_corpus():
    vague = reading("b", claim("b", 0, recipients=()))
    one, two = reading("a", claim("a", 0)), reading("c", claim("c", 0, recipients=("SDN",)))
    assert together(link([one, vague])) == {("a.0", "b.0")}
    assert together(link([one, vague, two])) == {("a.0",), ("b.0",), ("c.0",)}


@pytest.mark.parametrize("other", [{"time": year(2015)}, {"place": "Elsewhere"}], ids=str)
def test_a_vague_claim_of_another_time_or_place_stays_an_event_of_its_own(other):
    told = claim("a", 0, time=year(2021), place="Somewhere")
    vague = claim("a", 10, recipients=(), **other)
    assert len(link([reading("a", told, vague)]).events) == 2


def test_claims_that_name_nobody_are_never_joined_across_articles():
    nobody = {"actors": (), "recipients": ()}
    corpus = link([reading(n, claim(n, 0, **nobody), claim(n, 9, **nobody)) for n in ("a", "b")])
    assert together(corpus) == {("a.0", "a.9"), ("b.0", "b.9")}


def test_what_takes_up_a_claim_follows_it_through_a_chain():
    chain = (
        claim("a", 0),
        claim("a", 10, event_class="Event", label="the claims", about="a.0", stance="denies"),
        claim("a", 20, event_class="Event", label="that denial", about="a.10"),
    )
    (event,) = link([reading("a", *chain)]).events
    assert event.claims == ("a.0", "a.10", "a.20")
    assert event.joined == (
        "takes up the claim at character 0",
        "takes up the claim at character 10",
    )


def test_claims_that_take_up_each_other_or_nothing_known_still_get_an_event():
    corpus = link(
        [reading("a", claim("a", 0, about="a.9"), claim("a", 9, about="a.0")),
         reading("b", claim("b", 0, recipients=("SDN",), about="gone"))]
    )  # fmt: skip
    assert together(corpus) == {("a.0", "a.9"), ("b.0",)}


def test_plain_events_join_by_their_words_within_an_article():
    def denial(article, at, label):
        return claim(article, at, event_class="Event", label=label, stance="denies")

    corpus = link(
        [
            reading("a", denial("a", 0, "a coup plot"), denial("a", 9, "A  coup plot")),
            reading("b", denial("b", 0, "a coup plot")),
            reading("c", denial("c", 0, ""), denial("c", 9, "")),
        ]
    )
    assert together(corpus) == {("a.0", "a.9"), ("b.0",), ("c.0",), ("c.9",)}
    assert events_of(corpus)["a.0"].label == "a coup plot"
    assert events_of(corpus)["a.0"].id.startswith("event-a-coup-plot-")


def test_time_is_what_all_dates_allow_and_plans_do_not_narrow_it():
    corpus = link(
        [
            reading(
                "a",
                claim("a", 0, time=year(2021)),
                claim("a", 10, time=span("2021-05-01", "2021-05-31", "in May")),
                claim("a", 20, time=span(None, "2021-12-31"), modality="planned"),
            )
        ]
    )
    assert corpus.events[0].time == span("2021-05-01", "2021-05-31", "in May")


def test_a_possibility_or_a_denial_dates_no_event_that_is_asserted():
    corpus = link(
        [
            reading(
                "a",
                claim("a", 0),
                claim("a", 10, time=span("2021-03-01"), modality="possible"),
                claim("a", 20, time=span("2021-02-27"), stance="denies"),
                claim("a", 30, time=year(2021)),
            )
        ]
    )
    assert corpus.events[0].time == year(2021)


def test_a_dated_claim_behind_an_undated_one_says_that_it_dates_the_event():
    corpus = link([reading("a", claim("a", 0), claim("a", 10, time=year(2021)))])
    assert corpus.events[0].joined == (
        "gives the event its date; the vaguer ones were placed by it",
    )


def test_time_is_open_where_dates_disagree():
    days = span("2021-03-01"), span("2021-03-04")
    corpus = link([reading("a", *(claim("a", n, time=day) for n, day in enumerate(days)))])
    assert [event.time for event in corpus.events] == [None]


def test_ids_are_unique_and_readable_for_odd_keys():
    corpus = link(
        [
            reading(
                "a",
                claim("a", 0, actors=("Côte d'Ivoire",)),
                claim("a", 10, actors=("Cote dIvoire",)),
                claim("a", 20, actors=("ERI", "TCD")),
                claim("a", 30, actors=tuple(f"group-{n}" for n in range(40))),
                claim("a", 40, event_class="Sanction", actors=()),
            )
        ]
    )
    ids = [event.id for event in corpus.events]
    assert len(set(ids)) == len(ids) == 5
    assert "deployment-ERI_TCD-ETH-2021" in ids
    assert "sanction-x-ETH-2021" in ids
    assert all(len(identifier) < 90 and identifier.isascii() for identifier in ids)


STATES = st.lists(st.sampled_from(["ERI", "ETH", "TCD", "SDN", "eri-ministry"]), max_size=2)


@st.composite
def readings(draw):
    out = []
    for name in draw(st.lists(st.sampled_from("abcdef"), unique=True, min_size=1)):
        claims = [
            claim(
                name, 10 * n,
                event_class=draw(st.sampled_from(
                    ["Deployment", "Meeting", "Attack", "Invasion", "Transfer", "Aid", "Event"])),
                actors=tuple(draw(STATES)),
                recipients=tuple(draw(STATES)),
                stance=draw(st.sampled_from(["asserts", "denies"])),
                time=draw(st.one_of(st.none(), st.integers(2015, 2021).map(year))),
                label=draw(st.sampled_from(["", "a plot"])),
                about=draw(st.sampled_from([None, None, f"{name}.0", f"{name}.10"])),
            )
            for n in range(draw(st.integers(0, 4)))
        ]  # fmt: skip
        published = draw(st.sampled_from([None, "2016-01-01", "2021-03-01"]))
        out.append(reading(name, *claims, published=published))
    return out


@settings(max_examples=150, deadline=None)
@given(readings(), st.randoms())
def test_order_of_readings_and_claims_changes_nothing(given_readings, random):
    shuffled = [
        reading(
            r.article.name,
            *random.sample(r.claims, len(r.claims)),
            published=r.article.published and r.article.published.isoformat(),
        )
        for r in random.sample(given_readings, len(given_readings))
    ]
    assert link(shuffled) == link(given_readings)


@settings(max_examples=150, deadline=None)
@given(readings())
def test_every_claim_has_one_event_and_ids_are_unique(given_readings):
    corpus = link(given_readings)
    held = sorted(identifier for event in corpus.events for identifier in event.claims)
    assert held == sorted(c.id for c in corpus.claims)
    assert len({event.id for event in corpus.events}) == len(corpus.events)
    assert all(len(e.joined) == len(e.claims) - 1 for e in corpus.events)


@settings(max_examples=100, deadline=None)
@given(readings())
def test_unrelated_readings_leave_ids_as_they_were(given_readings):
    far = reading("z", claim("z", 0, actors=("FJI",), recipients=("TON",), time=year(1990)))
    before = {e.id: e for e in link(given_readings).events}
    after = {e.id: e for e in link([*given_readings, far]).events}
    assert before.items() <= after.items()
    assert set(after) - set(before) == {"deployment-FJI-TON-1990"}
