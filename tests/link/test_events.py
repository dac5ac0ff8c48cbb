from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.link.corpus import link
from kg.model import Corpus, Event, TimeSpan
from tests.link.claims import claim, reading, span, year


def events_of(corpus: Corpus) -> dict[str, Event]:
    return {identifier: event for event in corpus.events for identifier in event.claims}


def together(corpus: Corpus) -> set[tuple[str, ...]]:
    return {event.claims for event in corpus.events}


def alone(corpus: Corpus) -> set[tuple[str, ...]]:
    return {series.claims for series in corpus.series if series.claims}


def test_claims_of_two_articles_meet_at_one_event():
    corpus = link([reading("a", claim("a", 0)), reading("b", claim("b", 0))])
    (event,) = corpus.events
    assert event.id == "deployment-ERI-ETH-2021"
    assert event.label == "Deployment: Eritrea → Ethiopia (1 March 2021)"
    assert (event.actors, event.recipients, event.claims) == (("ERI",), ("ETH",), ("a.0", "b.0"))
    assert event.joined[0].startswith("same actor and recipient; days that meet by publication")
    assert "likelihood 0." in event.joined[0]


def test_a_ministry_and_a_leader_count_as_their_states():
    one = claim("a", 0, actors=("eri-ministry",), recipients=("eth-leader",))
    corpus = link([reading("a", one, claim("a", 10))])
    assert [event.actors for event in corpus.events] == [("ERI",)]


DATED = {"time": span("2021-02-27"), "place": "Zalambessa"}


@pytest.mark.parametrize(
    "other",
    [
        {"event_class": "Sanction"},
        {"actors": ("TCD",), "place": "Kassala"},
        {"recipients": ("SDN",), "place": "Kassala"},
        {"actors": ("ETH",), "recipients": ("ERI",), "place": "Keren"},
        {"time": span("2022-02-27")},
        {"time": span("2020-02-27"), "event_class": "Attack"},
    ],
    ids=str,
)
def test_another_class_party_direction_or_date_is_another_event(other):
    one, two = claim("a", 0, **DATED), claim("b", 0, **DATED | other)
    assert len(link([reading("a", one), reading("b", two)]).events) == 2


@pytest.mark.parametrize(
    "other",
    [
        {"stance": "denies"},
        {"stance": "unconfirmed"},
        {"negated": True},
        {"objects": ("tanks",)},
        {"time": span("2021-02-26")},
        {"time": None},
    ],
    ids=str,
)
def test_what_is_disputed_about_an_event_never_splits_it(other):
    corpus = link([reading("a", claim("a", 0, **DATED), claim("a", 10, **DATED | other))])
    assert len(corpus.events) == 1


def test_who_meets_whom_has_no_order():
    one = claim("a", 0, event_class="Meeting", actors=("ERI",), recipients=("ETH",))
    two = claim("b", 0, event_class="Meeting", actors=("ETH", "ERI"), recipients=())
    (event,) = link([reading("a", one), reading("b", two)]).events
    assert event.id == "meeting-ERI_ETH-2021-03-01"
    assert event.label == "Meeting: Eritrea, Ethiopia (1 March 2021)"
    assert event.recipients == ()


def test_one_who_met_somebody_unnamed_may_have_met_anybody():
    met = {"event_class": "Meeting", "actors": ("ERI",), "recipients": ()}
    corpus = link([reading("a", claim("a", 0, **met)), reading("b", claim("b", 0, **met))])
    assert together(corpus) == {("a.0",), ("b.0",)}


def test_two_years_are_two_events_and_ids_tell_the_year():
    told = [claim("a", 0, time=span("1998-05-06")), claim("a", 9, time=span("2000-05-12"))]
    corpus = link([reading("a", *told)])
    assert [event.id for event in corpus.events] == [
        "deployment-ERI-ETH-1998",
        "deployment-ERI-ETH-2000",
    ]
    assert corpus.events[1].label == "Deployment: Eritrea → Ethiopia (12 May 2000)"


@pytest.mark.parametrize(
    ("kind", "other", "events"),
    [
        ("Deployment", "2021-03-20", 1),
        ("Deployment", "2022-06-01", 2),
        ("Attack", "2021-03-03", 1),
        ("Attack", "2021-05-01", 2),
    ],
)
def test_how_far_dates_may_lie_apart_is_told_for_each_class(kind, other, events):
    one = claim("a", 0, event_class=kind, time=span("2021-03-02"))
    two = claim("b", 0, event_class=kind, time=span(other))
    corpus = link([reading("a", one), reading("b", two, published="2022-06-30")])
    assert len(corpus.events) == events


def test_two_events_of_a_pair_in_one_year_are_told_apart_by_month_those_of_a_day_by_day():
    days = ("2021-02-02", "2021-08-02", "2021-12-20")
    told = [
        reading(f"m{n}", claim(f"m{n}", 0, event_class="Meeting", time=span(day)))
        for n, day in enumerate(days)
    ]
    told += [
        reading(f"t{n}", claim(f"t{n}", 0, event_class="Aid", time=span(day)))
        for n, day in enumerate(days[:2])
    ]
    assert [event.id for event in link(told).events] == [
        "aid-ERI-ETH-2021", "aid-ERI-ETH-2021-08", *(f"meeting-ERI_ETH-{day}" for day in days),
    ]  # fmt: skip


def test_undated_claims_published_years_apart_are_two_events_and_the_first_keeps_its_id():
    early = reading("a", claim("a", 0), published="2015-01-01")
    late = reading("b", claim("b", 0), published="2019-01-01")
    assert [e.id for e in link([early]).events] == ["deployment-ERI-ETH-2015"]
    assert [e.id for e in link([early, late]).events] == [
        "deployment-ERI-ETH-2015",
        "deployment-ERI-ETH-2019",
    ]


def test_a_claim_of_a_wider_class_joins_the_narrower_event():
    invasion = claim("a", 0, event_class="Invasion", time=span("2021-02-28"))
    attack = claim("b", 0, event_class="Attack", time=span("2021-02-28"))
    (event,) = link([reading("a", invasion), reading("b", attack)]).events
    assert (event.event_class, event.claims) == ("Invasion", ("a.0", "b.0"))
    assert "Invasion beside Attack" in event.joined[0]


VAGUE = {"modality": "planned"}  # nothing dates it, and it tells no place, thing or figure


def test_what_tells_no_happening_from_the_next_stays_with_the_series():
    corpus = link([reading("a", claim("a", 0, **VAGUE)), reading("b", claim("b", 0, **VAGUE))])
    assert not corpus.events
    (series,) = corpus.series
    assert (series.id, series.label) == ("deployment-ERI-ETH", "Deployment: Eritrea → Ethiopia")
    assert (series.events, series.claims) == ((), ("a.0", "b.0"))


def test_events_of_a_series_stand_in_order_of_time():
    told = [claim("a", 0, time=span("2021-02-20")), claim("a", 9, time=span("2014-05-12"))]
    (series,) = link([reading("a", *told)]).series
    assert series.events == ("deployment-ERI-ETH-2014", "deployment-ERI-ETH-2021")


def test_a_vague_claim_goes_to_the_one_event_that_it_is_likely_about():
    one = reading("a", claim("a", 0, place="Zalambessa", modality="planned"))
    vague = reading("b", claim("b", 0, **VAGUE))
    corpus = link([one, vague])
    assert together(corpus) == {("a.0", "b.0")}
    assert corpus.events[0].joined[0].endswith("and no other event is as likely")


def test_a_vague_claim_stays_with_the_series_where_two_events_could_be_meant():
    struck = {"event_class": "Attack", "modality": "planned"}
    told = [
        reading(name, claim(name, 0, time=span(day), **struck))
        for name, day in (("a", "2021-02-24"), ("b", "2021-03-30"))
    ]
    corpus = link([*told, reading("c", claim("c", 0, **struck))])
    assert together(corpus) == {("a.0",), ("b.0",)}
    assert alone(corpus) == {("c.0",)}


def test_two_items_of_a_digest_are_never_one_event():
    text = "Eritrea sends troops.\nEritrea sends more troops.\n"
    told = [claim("a", at, item=n) for n, at in enumerate((0, 22), 1)]
    assert together(link([reading("a", *told, text=text)])) == {("a.0",), ("a.22",)}


def test_claims_that_name_nobody_are_never_joined_across_articles():
    nobody = {"actors": (), "recipients": ()}
    corpus = link([reading(n, claim(n, 0, **nobody), claim(n, 9, **nobody)) for n in ("a", "b")])
    assert not any({"a", "b"} <= {c[0] for c in event.claims} for event in corpus.events)


def test_what_takes_up_a_claim_follows_it_through_a_chain():
    chain = (
        claim("a", 0),
        claim("a", 10, event_class="Event", label="the claims", about="a.0", stance="denies"),
        claim("a", 20, event_class="Event", label="that denial", about="a.10"),
    )
    (event,) = link([reading("a", *chain)]).events
    assert event.claims == ("a.0", "a.10", "a.20")
    assert event.joined == ("", "")  # what each takes up says it


def test_claims_that_take_up_each_other_or_nothing_known_still_get_an_event():
    corpus = link(
        [reading("a", claim("a", 0, about="a.9"), claim("a", 9, about="a.0")),
         reading("b", claim("b", 0, recipients=("SDN",), about="gone", place="Kassala"))]
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


def test_what_is_told_as_news_happened_about_its_publication():
    (event,) = link([reading("a", claim("a", 0), published="2021-03-04")]).events
    assert event.time == TimeSpan(date(2021, 3, 1), date(2021, 3, 4), "", "publication")


def test_time_is_open_where_dates_disagree():
    days = span("2021-02-27"), span("2021-02-28")
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
def test_every_claim_has_one_event_or_one_series_and_ids_are_unique(given_readings):
    corpus = link(given_readings)
    held = sorted(c for one in (*corpus.events, *corpus.series) for c in one.claims)
    assert held == sorted(c.id for c in corpus.claims)
    assert len({event.id for event in corpus.events}) == len(corpus.events)
    assert all(len(e.joined) == len(e.claims) - 1 for e in corpus.events)


@settings(max_examples=100, deadline=None)
@given(readings())
def test_unrelated_readings_leave_ids_as_they_were(given_readings):
    far = reading("z", claim("z", 0, actors=("FJI",), recipients=("TON",), time=span("1990-01-01")))
    before = {e.id: e for e in link(given_readings).events}
    after = {e.id: e for e in link([*given_readings, far]).events}
    assert before.items() <= after.items()
    assert set(after) - set(before) == {"deployment-FJI-TON-1990"}
