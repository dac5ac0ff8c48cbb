from kg.link.series import series
from kg.model import Event
from tests.link.claims import AGENTS, span
from tests.link.sights import group, told

HELD = {agent.key: agent for agent in AGENTS}


def event(identifier: str, of) -> Event:
    return Event(identifier, of.event_class, of.actors, of.recipients, None, "", ())


def test_events_of_one_pair_and_class_are_one_series_in_order_of_time():
    late, early = (
        group(told("a", time=span("2021-03-05"))),
        group(told("b", time=span("2021-02-05"))),
    )
    other = group(told("c", event_class="Aid"))
    given = [
        (late, event("late", late)),
        (early, event("early", early)),
        (other, event("x", other)),
    ]
    aid, sent = series(given, [], HELD)
    assert (sent.id, sent.label) == ("deployment-ERI-ETH", "Deployment: Eritrea → Ethiopia")
    assert sent.events == ("early", "late")
    assert (aid.event_class, aid.events) == ("Aid", ("x",))


def test_what_tells_no_event_is_about_the_series_alone():
    vague = group(told("b"), told("a"))
    (found,) = series([], [(vague, [m.claim for m in reversed(vague.members)])], HELD)
    assert (found.events, found.claims) == ((), ("a.0", "b.0"))


def test_those_who_act_together_have_no_sides():
    met = group(told(event_class="Meeting", actors=("ERI", "ETH"), recipients=()))
    (found,) = series([(met, event("m", met))], [], HELD)
    assert (found.id, found.label) == ("meeting-ERI_ETH", "Meeting: Eritrea, Ethiopia")


def test_a_plain_event_has_no_series():
    plain = group(told(event_class="Event"))
    assert series([(plain, event("e", plain))], [], HELD) == ()
