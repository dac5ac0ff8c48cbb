from dataclasses import replace
from decimal import Decimal

from kg.link.origins import find_origins, repeats
from kg.link.voices import voices
from kg.model import Agent, Article, Claim, Event, Origin, Quantity, Story
from tests.link.claims import AGENTS, claim

THREE = Quantity(Decimal(3), Decimal(3), "men", "", "3 men")
OFFICIALS = Agent("group/ETH/officials", "Group", "officials", of="ETH")


def origins(*claims: Claim, story: tuple[str, ...] = ()) -> dict[str, tuple[str, ...]]:
    """The claims of each origin; articles stand in stories of their own, but those of `story`."""
    names = sorted({c.article for c in claims} - set(story))
    stories = [Story(f"of-{name}", (name,)) for name in names]
    stories += [Story("shared", story)] if story else []
    heard = voices((*AGENTS, OFFICIALS), [Article(c.article, "") for c in claims], stories)
    event = Event("e", "Deployment", ("ERI",), ("ETH",), None, "", tuple(c.id for c in claims))
    return {one.id: one.claims for one in find_origins(claims, [event], heard)}


def test_what_is_said_by_somebody_named_goes_back_to_them_in_every_article():
    assert origins(claim("a", 0, claimant="ETH"), claim("b", 0, claimant="ETH")) == {
        "ETH": ("a.0", "b.0")
    }


def test_what_is_said_by_nobody_or_by_unnamed_goes_back_to_the_story():
    own, unnamed = claim("a", 0), claim("b", 0, claimant=OFFICIALS.key)
    assert origins(own, unnamed) == {"of-a": ("a.0",), "of-b-officials": ("b.0",)}
    assert origins(own, claim("c", 0), story=("a", "c")) == {"shared": ("a.0", "c.0")}


def test_an_article_that_repeats_a_figure_of_its_story_goes_back_to_who_gave_it():
    given = claim("a", 0, claimant="ETH", quantity=THREE)
    again = claim("c", 0, quantity=THREE)
    assert origins(given, again, story=("a", "c")) == {"ETH": ("a.0", "c.0")}
    other = replace(again, quantity=replace(THREE, low=Decimal(2)))
    assert "shared" in origins(given, other, story=("a", "c"))
    assert "of-c" in origins(given, again)  # of another story


def test_repetitions_are_silent_claims_that_go_back_to_somebody():
    claims = claim("a", 0, claimant="ETH"), claim("b", 0), claim("c", 0)
    given = [
        Origin("ETH", "Ethiopia", ("a.0", "b.0"), speaker="ETH"),
        Origin("s", "the article c in its own voice", ("c.0",), story="s"),
    ]
    assert repeats(claims, given) == {"b.0"}
