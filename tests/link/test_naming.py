from kg.link.classes import class_tree
from kg.link.naming import SLUG_LENGTH, identifier, label, named, place, spoken_day, tell_apart
from tests.link.claims import AGENTS, span, year
from tests.link.sights import group, told

HELD = {agent.key: agent for agent in AGENTS}


def apart(*groups):
    tell_apart(groups, class_tree())
    return [g.scope for g in groups]


def test_events_of_one_pair_are_told_by_no_more_of_the_day_than_needed():
    days = ("2021-03-05", "2021-07-09", "2022-01-01")
    scopes = apart(*(group(told(f"a{n}", time=span(day))) for n, day in enumerate(days)))
    assert len(set(scopes)) == 3
    assert all(day.startswith(scope) for day, scope in zip(days, scopes, strict=True))


def test_two_of_one_day_are_told_by_their_place():
    at = {"event_class": "Attack", "time": span("2021-03-05")}
    first, second = (group(told(n, place=w, **at)) for n, w in (("a", "Kassala"), ("b", "Gedaref")))
    assert apart(first, second) == ["2021-03-05", "2021-03-05-gedaref"]


def test_ids_are_read_where_they_are_plain_and_end_in_a_digest_where_not():
    assert named("Deployment", ("ERI",), ("ETH",), "2021", has_sides=True) == (
        "deployment-ERI-ETH-2021"
    )
    assert named("Meeting", ("ERI", "ETH"), (), "", has_sides=False) == "meeting-ERI_ETH"
    long = named("Deployment", ("some-body",) * 9, ("ETH",), "", has_sides=True)
    assert len(long) <= SLUG_LENGTH + 9 and long != named(
        "Deployment", ("some-body",) * 10, ("ETH",), "", has_sides=True
    )


def test_an_event_without_a_class_is_named_by_its_words():
    plain = group(told(event_class="Event", label="A Comedy"))
    assert identifier(plain).startswith("event-a-comedy-")
    assert label(plain, HELD) == "A Comedy"
    assert identifier(group(told(event_class="Event", label="a  comedy"))) == identifier(plain)


def test_the_place_told_most_is_named_unless_it_is_a_party():
    given = [told(f"a{n}", place=w) for n, w in enumerate(("Kassala", "Om", "Om"))]
    assert place(group(*given)) == "Om"
    assert label(group(*given), HELD).startswith("Deployment: Eritrea → Ethiopia, Om")
    assert ", Northern" not in label(group(told(place="Northern Ethiopia")), HELD)


def test_a_day_is_said_as_loosely_as_it_is_known():
    said = {
        "5 March 2021": span("2021-03-05"),
        "March 2021": span("2021-03-01", "2021-03-31"),
        "2021": year(2021),
        "2020–2021": span("2020-12-01", "2021-02-01"),
    }
    assert [spoken_day(group(told(time=time))) for time in said.values()] == [*said]
    assert spoken_day(group(told("a", "2021-03-09"))) == "told March 2021"
    assert spoken_day(group(told(published=None))) == ""
