"""Which claims are one event, by chances of the real table or of a table that knows one answer."""

from kg.link.classes import class_tree
from kg.link.happenings import DISPUTED, Gathered, by_article, happenings, is_firm
from kg.link.likeness import likeness
from kg.link.mentions import Mention
from tests.link.claims import span
from tests.link.sights import mentioned, seen, told

TREE = class_tree()
DAY = {"event_class": "Attack", "time": span("2021-02-01"), "place": "Kassala"}


def found(*given: Mention) -> tuple[list[list[str]], list[list[str]]]:
    """The claims of each event, and those of each that stays with its series."""
    gathered: Gathered = happenings(by_article(given, seen, likeness()), likeness())
    return tuple(  # type: ignore[return-value]
        [[m.claim.id for m in g.members] for g in groups]
        for groups in (gathered.events, gathered.vague)
    )


def test_reports_of_one_day_and_place_are_one_event_with_the_reason():
    given = mentioned("a", **DAY), mentioned("b", **DAY)
    (event,) = happenings(by_article(given, seen, likeness()), likeness()).events
    assert [m.claim.id for m in event.members] == ["a.0", "b.0"]
    assert event.reasons.keys() == {"b.0"}
    assert event.reasons["b.0"].startswith("same actor and recipient; days that meet")


def test_another_class_or_another_month_is_another_event():
    other = DAY | {"time": span("2021-06-01"), "place": "Gedaref"}
    assert found(mentioned("a", **DAY), mentioned("b", **other))[0] == [["a.0"], ["b.0"]]
    meeting = DAY | {"event_class": "Meeting"}
    assert found(mentioned("a", **DAY), mentioned("b", **meeting))[0] == [["a.0"], ["b.0"]]


def test_a_vague_claim_goes_to_the_one_event_that_it_is_likely_about_or_stays_alone():
    event, vague = mentioned("a", **DAY), mentioned("b", event_class="Attack")
    assert found(event, vague) == ([["a.0", "b.0"]], [])
    assert found(vague) == ([], [["b.0"]])
    other = mentioned("c", **DAY | {"time": span("2021-03-20"), "place": "Gedaref"})
    assert found(event, other, vague)[1] == [["b.0"]]  # it may be about either


def test_vague_claims_of_which_one_denies_are_one_event_unless_years_part_them():
    said, denied = mentioned("a"), mentioned("b", stance="denies")
    (event,) = happenings(by_article([said, denied], seen, likeness()), likeness()).events
    assert event.reasons == {"b.0": DISPUTED}
    assert found(said, mentioned("b")) == ([], [["a.0"], ["b.0"]])
    late = mentioned("b", "2025-03-01", stance="denies")
    assert found(said, late) == ([], [["a.0"], ["b.0"]])


def test_words_that_have_no_class_are_one_only_within_an_article():
    plain = {"event_class": "Event", "label": "a comedy"}
    assert found(mentioned("a", **plain), mentioned("a", at=9, **plain))[0] == [["a.0", "a.9"]]
    assert found(mentioned("a", **plain), mentioned("b", **plain))[0] == [["a.0"], ["b.0"]]


def test_the_order_of_claims_changes_nothing():
    given = [mentioned(n, **DAY) for n in "abc"] + [mentioned("d", stance="denies"), mentioned("e")]
    assert found(*given) == found(*reversed(given))


def test_what_tells_it_from_the_next_makes_it_firm():
    assert is_firm(told(**DAY), TREE) and is_firm(told(event_class="Event"), TREE)
    assert not is_firm(told(), TREE)
