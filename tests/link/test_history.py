from kg.link.classes import class_tree
from kg.link.history import countered, reversals
from kg.link.voices import voices
from kg.model import Article, Claim, Event
from tests.link.claims import AGENTS, claim, reading, span

PRINCIPALS = {"ERI": "ERI", "ETH": "ETH"}


def heard(*claims: Claim):
    return voices(AGENTS, [Article(c.article, "") for c in claims], [])


def turns(*claims: Claim) -> list[tuple[str, str, str]]:
    """What the claims of one event say against each other."""
    event = Event("e", "Deployment", ("ERI",), ("ETH",), None, "", tuple(c.id for c in claims))
    found = reversals({c.id: c for c in claims}, [event], heard(*claims))
    return [(one.kind, one.claim, one.other) for one in found]


def said(article: str, day: int, **slots) -> Claim:
    return claim(article, 0, **{"claimant": "ERI", "said": span(f"2021-03-0{day}")} | slots)


def test_who_denied_and_then_asserts_has_reversed():
    denied, told = said("a", 1, stance="denies"), said("b", 2)
    assert turns(told, denied) == [("reverses", "b.0", "a.0")]
    assert turns(denied, said("b", 2, stance="denies")) == []
    assert turns(denied, said("b", 2, claimant="ETH")) == []


def test_of_one_day_and_two_articles_nobody_can_say_which_is_later():
    assert turns(said("a", 1, stance="denies"), said("b", 1)) == []


def test_a_partial_denial_a_plan_and_a_silence_are_no_turn():
    denied = said("a", 1, stance="denies")
    assert turns(said("b", 2, stance="denies", kind="partialDenial"), said("c", 3)) == []
    assert turns(denied, said("b", 2, modality="planned")) == []
    assert turns(denied, said("b", 2, stance="unconfirmed")) == []


def test_a_retraction_takes_back_the_last_assertion_or_what_it_names():
    taken = said("b", 2, stance="denies", kind="retraction")
    assert turns(said("a", 1), taken) == [("retracts", "b.0", "a.0")]
    assert turns(said("a", 1, stance="denies"), taken) == []
    named = said("b", 2, stance="denies", kind="retraction", about="z.9")
    assert turns(said("a", 1), named) == [("retracts", "b.0", "z.9")]


def answers(*claims: Claim):
    marked, found = countered(claims, heard(*claims), PRINCIPALS, class_tree())
    return [c.kind for c in marked], [(r.claim, r.other) for r in found]


def accusing(article: str, day: str, who: str, whom: str) -> Claim:
    return claim(article, 0, claimant=who, actors=(whom,), recipients=(), kind="accusation",
                 said=span(day))  # fmt: skip


def test_who_accuses_the_accuser_within_a_month_counters():
    first = accusing("a", "2021-03-01", "ERI", "ETH")
    back = accusing("b", "2021-03-20", "ETH", "ERI")
    assert answers(back, first) == (["counterAccusation", "accusation"], [("b.0", "a.0")])
    late = accusing("b", "2021-05-20", "ETH", "ERI")
    assert answers(first, late) == (["accusation", "accusation"], [])
    other = accusing("b", "2021-03-20", "TCD", "ERI")
    assert answers(first, other)[1] == []


def test_an_articles_own_voice_accuses_nobody():
    first = accusing("a", "2021-03-01", "ERI", "ETH")
    own = reading("b", claim("b", 0, actors=("ERI",), kind="accusation")).claims[0]
    assert answers(first, own)[1] == []
