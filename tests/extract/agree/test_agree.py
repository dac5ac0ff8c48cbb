"""What is kept of two readers' proposals, by hand-made probabilities over parsed sentences."""

from __future__ import annotations

import pytest

from kg.extract.agree.agree import OVERRULED, UNSURE, Agreement, Policy
from kg.extract.agree.certainty import BIAS
from kg.extract.agree.conclude import Concluded, concluded
from kg.extract.propose.card import Card
from kg.extract.propose.lexical import LexicalReading, telling
from kg.extract.propose.marks import Marks
from kg.extract.propose.proposal import Proposal
from tests.extract.contexts import context, run

SENT = "Peru sent 300 troops to Chile on Monday."
MARCH = "Ghana marched its recruits over the border into Togo."
WORDS = {"Deployment": ("send", "march"), "Attack": ("attack",)}


def card(bias: float = 0.0, words: dict[str, tuple[str, ...]] | None = None) -> Card:
    """A card that gives every claim the same certainty; 0 is one half."""
    return Card(
        (),
        (),
        ("-", "Deployment"),
        ("actor",),
        {},
        80,
        certainty={BIAS: bias},
        event={BIAS: 6.0},
        lexicon=WORDS if words is None else words,
    )


def marks(chance: float) -> Marks:
    values = {
        "stance": {"asserts": 1.0},
        "modality": {"actual": 1.0},
        "negated": {"false": 1.0},
        "phase": {"starts": 1.0},
    }
    return Marks(0, {"-": 1 - chance, "Deployment": chance}, {}, values)


def proposal(of, trigger: str, event_class: str = "Deployment", **roles: str) -> Proposal:
    return Proposal(
        event_class=event_class,
        trigger=run(of, trigger)[0],
        roles={role: (run(of, words),) for role, words in roles.items()},
        stance="asserts",
        modality="actual",
        negated=False,
        phase="starts",
        score=0.9,
        by="taught",
    )


def join(
    text: str,
    *given: tuple[str, str, dict[str, str]],
    chance: float = 0.9,
    shown: Card | None = None,
    policy: Policy = Policy(),  # noqa: B008 - frozen
    by_lexicon: bool = True,
) -> Concluded:
    of = context(text)
    told = LexicalReading(of).run() if by_lexicon else []
    proposals = [proposal(of, trigger, name, **roles) for trigger, name, roles in given]
    places = [*(p.trigger for p in proposals), *(t.proposal.trigger for t in told)]
    by_token = {place: marks(chance) for place in places}
    agreement = Agreement(telling(of, told), shown or card(), by_token, policy)
    joined = agreement.join(told, proposals)
    return concluded(joined, told, shown or card(), policy)


def test_what_the_lexicon_alone_tells_is_kept_as_it_is():
    (claim,) = join(SENT).claims
    assert (claim.actors, claim.recipients, claim.read_by) == (("PER",), ("CHL",), ("lexicon",))
    assert claim.certainty == 0.5


def test_what_the_network_holds_for_no_event_is_refused_with_the_reason():
    joined = join(SENT, chance=0.001)
    assert joined.claims == ()
    assert [(r.trigger.text, r.reason) for r in joined.refused] == [("sent", OVERRULED)]


def test_the_network_has_no_say_on_words_that_it_was_not_taught_beside():
    for words in ({"Deployment": ("march",)}, {"Attack": ("send",)}):
        (claim,) = join(SENT, chance=0.001, shown=card(words=words)).claims
        assert claim.read_by == ("lexicon",)


def test_what_the_taught_reader_alone_tells_is_a_claim_where_it_is_certain():
    found = (
        "marched",
        "Deployment",
        {"actor": "Ghana", "recipient": "Togo", "object": "its recruits"},
    )
    (claim,) = join(MARCH, found, by_lexicon=False).claims
    assert (claim.actors, claim.recipients) == (("GHA",), ("TGO",))
    assert (claim.read_by, claim.certainty) == (("taught",), 0.5)
    assert claim.evidence.quote == "Ghana marched its recruits over the border into Togo"


def test_what_it_alone_tells_is_refused_below_that():
    found = ("marched", "Deployment", {"actor": "Ghana"})
    joined = join(MARCH, found, by_lexicon=False, shown=card(bias=-6.0))
    assert joined.claims == ()
    assert [r.reason for r in joined.refused] == [UNSURE]


def test_one_event_of_both_readers_is_one_claim():
    found = ("sent", "Deployment", {"actor": "Peru", "recipient": "Chile"})
    (alone,) = join(SENT).claims
    (claim,) = join(SENT, found).claims
    assert claim.read_by == ("lexicon", "taught")
    assert claim.id == alone.id


def test_the_lexicon_goes_first():
    found = ("sent", "Deployment", {"actor": "Chile", "recipient": "Peru"})
    (rule,) = join(SENT, found).claims
    assert (rule.actors, rule.recipients) == (("PER",), ("CHL",))


def test_the_taught_reader_fills_what_the_lexicon_left_out():
    text = "Troops were sent to Chile. Peru is behind it."
    (before,) = join(text).claims
    found = ("sent", "Deployment", {"actor": "Peru", "recipient": "Chile"})
    (claim,) = join(text, found).claims
    assert before.actors == ()
    assert (claim.actors, claim.read_by) == (("PER",), ("lexicon", "taught"))


@pytest.mark.parametrize("trigger", ["launched", "attack"])
def test_words_that_a_rule_has_used_are_no_second_event(trigger):
    text = "Peru launched an attack on Chile."
    found = (trigger, "Deployment", {"actor": "Peru"})
    claims = join(text, found).claims
    assert [c.event_class for c in claims] == ["Attack"]


def test_a_claim_that_takes_up_another_points_at_it_under_its_present_id():
    text = "Peru sent troops to Chile. Lima denied sending them."
    found = ("sent", "Deployment", {"actor": "Peru", "recipient": "Chile", "time": "Chile"})
    claims = join(text, found).claims
    ids = {c.id for c in claims}
    assert {c.about for c in claims if c.about} <= ids
