"""What is kept to claims: certainty, who read them, and the claims they take up."""

from kg.extract.agree.agree import UNSURE, Agreement, Policy
from kg.extract.agree.conclude import concluded
from kg.extract.agree.kept import Joined
from kg.extract.propose.lexical import LexicalReading
from tests.extract.agree.test_agree import card
from tests.extract.contexts import context

TEXT = "Peru sent troops to Chile. Lima denied sending them."


def joined(text: str) -> tuple[list, Joined]:
    of = context(text)
    told = LexicalReading(of).run()
    return told, Agreement(of, card(), {}, Policy(doubted=0.0)).join(told, [])


def test_every_claim_says_who_read_it_and_how_certain_it_is():
    told, found = joined(TEXT)
    claims = concluded(found, told, card(bias=6.0), Policy()).claims
    assert {c.read_by for c in claims} == {("lexicon",)}
    assert all((c.certainty or 0) > 0.9 for c in claims)


def test_a_rule_is_kept_however_uncertain_and_the_network_alone_is_not():
    told, found = joined("Peru sent troops to Chile.")
    (one,) = found.kept
    rules = concluded(found, told, card(bias=-6.0), Policy())
    assert len(rules.claims) == 1
    alone = Joined((type(one)(one.draft, one.claims, one.facts, ("taught",)),), ())
    refused = concluded(alone, [], card(bias=-6.0), Policy())
    assert refused.claims == ()
    assert [r.reason for r in refused.refused] == [UNSURE]


def test_a_claim_that_is_gone_is_taken_up_by_nobody():
    told, found = joined(TEXT)
    assert any(c.about for one in found.kept for c in one.claims)
    last = Joined(found.kept[-1:], ())
    assert [c.about for c in concluded(last, told, card(), Policy()).claims] == [None]
