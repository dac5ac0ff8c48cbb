"""Disagreements by hand, each beside a pair that is none."""

from datetime import date
from decimal import Decimal

from kg.link.classes import class_tree
from kg.link.contradictions import dates, parties, same_but_for_time, statements
from kg.link.voices import voices
from kg.model import Article, Claim, Event, Evidence, Quantity, Story, TimeSpan
from tests.link.claims import AGENTS, claim, span, year

TREE = class_tree()


def event(name: str, *claims: Claim, time: TimeSpan | None = None, kind: str = "Attack") -> Event:
    members = tuple(c.id for c in claims)
    return Event(name, kind, ("ERI",), ("ETH",), time, "", members)


def heard(*claims: Claim, published: str = "2021-03-01", text: str = ""):
    names = sorted({c.article for c in claims})
    given = [Article(n, text, published=date.fromisoformat(published)) for n in names]
    return voices(AGENTS, given, [Story(f"of-{n}", (n,)) for n in names])


def attack(article: str, **slots) -> Claim:
    return claim(article, 0, **{"event_class": "Attack"} | slots)


def by_id(*claims: Claim) -> dict[str, Claim]:
    return {c.id: c for c in claims}


def test_two_events_that_are_told_by_the_year_alone_may_be_one():
    one, other = attack("a", time=year(2014)), attack("b", time=year(2022))
    alike, told = same_but_for_time(by_id(one, other), [event("later", other), event("first", one)])
    assert alike == (("first", "later"),)
    assert [(r.kind, r.claim, r.other) for r in told] == [("date", "b.0", "a.0")]


def test_two_with_days_are_one_only_where_they_tell_the_same():
    def found(**slots) -> bool:
        one = attack("a", time=span("2021-03-01"), **slots)
        other = attack("b", time=span("2021-04-01"), **slots)
        given = [event("one", one), event("other", other)]
        return bool(same_but_for_time(by_id(one, other), given)[0])

    men = Quantity(Decimal(3), Decimal(3), "men", "", "3 men")
    assert not found()
    assert not found(place="Om")
    assert found(place="Om", quantity=men)
    assert found(place="Om", objects=("a bridge",))


def test_what_is_planned_dates_nothing():
    one = attack("a", time=year(2014))
    other = attack("b", time=year(2022), modality="planned")
    assert same_but_for_time(by_id(one, other), [event("x", one), event("y", other)]) == ((), ())


def test_claims_of_one_event_that_two_voices_date_otherwise():
    one = attack("a", claimant="ERI", time=span("2021-03-01"))
    other = attack("b", claimant="ETH", time=span("2021-03-03"))
    own = attack("c", claimant="ERI", time=span("2021-03-03"))
    meeting = attack("d", claimant="ETH", time=span("2021-02-27", "2021-03-02"))

    def told(*claims: Claim, kind: str = "Attack") -> list[tuple[str, str]]:
        given = [event("e", *claims, kind=kind)]
        return [(r.claim, r.other) for r in dates(by_id(*claims), given, heard(*claims), TREE)]

    assert told(one, other) == [("b.0", "a.0")]
    assert told(one, own) == told(one, meeting) == []


def test_what_goes_on_for_months_has_many_dates():
    kinds = [kind for kind in TREE.above if TREE.days_apart(kind) >= 60]
    one = attack("a", claimant="ERI", time=span("2021-03-01"))
    other = attack("b", claimant="ETH", time=span("2021-03-03"))
    given = [event("e", one, other, kind=kinds[0])]
    assert list(dates(by_id(one, other), given, heard(one, other), TREE)) == []


def stated(*claims: Claim, time: TimeSpan | None = None) -> list[tuple[str, str]]:
    found = statements(by_id(*claims), [event("e", *claims, time=time)], heard(*claims))
    return [(one.claim, one.other) for one in found]


def test_a_voice_that_says_it_was_not_stands_against_the_nearest_that_says_it_was():
    no = attack("a", claimant="ERI", negated=True, said=span("2021-03-05"))
    near = attack("b", claimant="ETH", said=span("2021-03-04"))
    far = attack("c", claimant="TCD", said=span("2021-02-20"))
    assert stated(no, near, far) == [("a.0", "b.0")]
    assert stated(no, attack("b", claimant="ERI", said=span("2021-03-04"))) == []  # itself
    assert stated(no, attack("b", claimant="ETH", said=span("2021-01-04"))) == []  # long before


def test_what_had_not_happened_might_still_do_so():
    no = attack("a", claimant="ERI", negated=True, said=span("2021-03-01"))
    yes = attack("b", claimant="ETH", said=span("2021-03-06"))
    assert stated(no, yes, time=span("2021-03-05")) == []
    assert stated(no, yes, time=span("2021-02-25")) == [("a.0", "b.0")]


SAID = "Eritrea sent two thousand soldiers over the northern border"


def misreported(first: Claim, second: Claim) -> list[tuple[str, str]]:
    claims = (first, second)
    story = Story("s", ("a", "b"))
    found = parties(claims, [story], heard(*claims), TREE, {})
    return [(one.claim, one.other) for one in found]


def quoted(article: str, words: str, **slots) -> Claim:
    return claim(article, 0, evidence=Evidence(words, 0, len(words)), **slots)


def test_rewrites_that_tell_the_same_of_somebody_else():
    one, other = quoted("a", SAID), quoted("b", SAID.replace("Eritrea", "Chad"), actors=("TCD",))
    assert misreported(one, other) == [("a.0", "b.0")]
    assert misreported(one, quoted("b", SAID)) == []
    elsewhere = quoted("b", "Rain fell upon green hills", actors=("TCD",))
    assert misreported(one, elsewhere) == []
