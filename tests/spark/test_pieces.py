from dataclasses import replace

from kg.link.voices import OWN
from kg.model import Story
from kg.spark.agents import Joined
from kg.spark.pieces import Beside, beside, pieces, together, whole
from kg.spark.stories import Told
from tests.spark import drawn


def article(name: str):
    reading = drawn.drawn()[name]
    told = Told(Story(f"story-of-{name}", (name,)), name)
    return whole(reading, told, Joined({}, {}))


def names() -> list[str]:
    return [name for name, reading in drawn.drawn().items() if len(reading.claims) > 1][:4]


def test_every_claim_of_an_article_is_in_one_piece():
    for name in names():
        one = article(name)
        found = [m.claim.id for piece in pieces(one) for m in piece.told.members]
        follow = [c.id for p in pieces(one) for some in p.beside.followers.values() for c in some]
        assert sorted(found + follow) == sorted(claim.id for claim in one.claims)


def test_a_piece_brings_what_its_claims_are_judged_by():
    one = article(names()[0])
    (piece, *_) = pieces(one)
    heard = piece.beside.voices()
    silent = replace(piece.told.members[0].claim, claimant=None)
    assert heard.of(silent) == f"{OWN}{one.told.story.id}"
    assert heard.articles[one.article.name].text == ""
    assert {key for m in piece.told.members for key in m.claim.actors} <= set(piece.beside.agents)


def test_what_is_beside_several_is_all_of_it():
    one, other = (article(name) for name in names()[:2])
    both = together((beside(one, one.claims), beside(other, other.claims)))
    assert set(both.homes) == {one.article.name, other.article.name}
    assert together([Beside()]) == Beside()
