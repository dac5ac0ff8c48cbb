from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kg.link.classes import class_tree
from kg.link.mentions import mention
from kg.link.sights import PUBLICATION, TEXT, Sight, completed, is_news, sight, together
from kg.model import Article, Claim, Evidence, Quantity
from tests.link.claims import claim, span
from tests.link.sights import HELD, mentioned, seen

NEWS = "Eritrea attacked Kassala in Sudan.\nRain fell.\nIt attacked Gedaref after the 2019 accord."
TREE = class_tree()


def words(quote: str) -> Evidence:
    start = NEWS.index(quote)
    return Evidence(quote, start, start + len(quote))


def told(quote: str, trigger: str = "attacked", **slots) -> Claim:
    evidence = words(quote)
    at = evidence.start + quote.index(trigger)
    given = {"evidence": evidence, "trigger": Evidence(trigger, at, at + len(trigger))}
    return claim("a", 0, **{"event_class": "Attack", "recipients": ("SDN",)} | given | slots)


def shown(given: Claim, published: str | None = "2021-03-09") -> Sight:
    day = date.fromisoformat(published) if published else None
    article = Article("a", NEWS, published=day)
    return sight(mention(given, article, {}, TREE), article, HELD, TREE)


FIRST = told("Eritrea attacked Kassala")
LATER = told("It attacked Gedaref")


def test_words_of_the_parties_tell_nothing():
    found = shown(FIRST)
    assert found.names == {"kassa"}
    assert "attac" in found.words and not {"eritr", "sudan"} & found.words


def test_what_is_news_of_the_day_is_dated_by_it_and_a_date_goes_first():
    found = shown(FIRST)
    assert found.basis == PUBLICATION and found.when and found.when[1] == date(2021, 3, 9)
    dated = shown(replace(FIRST, time=span("2021-02-01")))
    assert (dated.basis, dated.when) == (TEXT, (date(2021, 2, 1),) * 2)
    assert shown(FIRST, published=None).when is None
    assert shown(LATER).when is None


@pytest.mark.parametrize(
    ("given", "news"),
    [
        (FIRST, True),
        (LATER, False),  # the third paragraph
        (replace(LATER, item=2), True),  # of a digest
        (replace(FIRST, modality="planned"), False),
        (replace(FIRST, phase="ongoing"), False),
    ],
    ids=["first line", "further down", "item", "planned", "goes on"],
)
def test_what_has_just_happened_is_told_first(given, news):
    assert is_news(given, Article("a", NEWS), given.evidence.quote, given.evidence.start) == news


def test_a_war_is_named_as_a_whole_and_not_as_the_news_of_a_day():
    war = seen(mentioned(trigger=Evidence("war", 0, 3)))
    assert war.lasting and war.is_anchored(0)
    assert not seen(mentioned(trigger=Evidence("war", 0, 3), recipients=())).is_anchored(0)
    assert not seen(mentioned()).lasting


def test_an_anchor_is_a_day_a_place_a_thing_or_a_figure():
    assert not seen(mentioned()).is_anchored(0)
    assert seen(mentioned(place="Kassala")).is_anchored(0)
    assert not seen(mentioned(place="the north")).is_anchored(0)
    assert seen(mentioned(objects=("the dam",))).is_anchored(0)
    assert seen(mentioned(time=span("2021-02-01"))).is_anchored(0)
    long = seen(mentioned(time=span("2020-11-01", "2021-02-01")))
    assert not long.is_anchored(30) and long.is_anchored(400)


def test_together_the_narrowest_date_of_the_text_counts_and_all_words():
    loose = shown(replace(FIRST, time=span("2021-01-01", "2021-03-31"), place="Kassala"))
    exact = shown(replace(LATER, time=span("2021-02-01"), place="Gedaref"))
    both = together([loose, exact, shown(FIRST)])
    assert (both.when, both.basis) == ((date(2021, 2, 1),) * 2, TEXT)
    assert both.places == {"kassa", "gedar"}
    assert together([loose]) is loose


def test_together_most_name_the_class_and_the_parties():
    some = [seen(mentioned(event_class=c)) for c in ("Attack", "Attack", "Deployment")]
    some.append(seen(mentioned(event_class="Attack", recipients=("SDN",))))
    both = together(some)
    assert (both.event_class, both.recipients) == ("Attack", {"ETH"})


def test_together_one_that_denies_makes_a_dispute_and_only_all_a_denial():
    plain, denied = seen(mentioned()), seen(mentioned(stance="denies"))
    both = together([plain, denied])
    assert (both.disputed, both.denied) == (True, False)
    assert together([denied, denied]).denied


def test_what_the_headline_calls_the_strike_is_news_wherever_it_is_told():
    news, own = shown(FIRST), shown(LATER)
    assert own.when is None and news.basis == PUBLICATION
    found = completed(own, news)
    assert (found.when, found.basis) == (news.when, PUBLICATION)
    assert completed(own, shown(replace(FIRST, stance="denies"))).when is None


def test_what_takes_up_a_claim_adds_what_that_leaves_out_and_overrules_nothing():
    own = seen(mentioned(place="Keren"))
    few = Quantity(Decimal(4), Decimal(4), "men", "", "4 men")
    other = seen(mentioned(place="Kassala", objects=("the dam",), quantity=few))
    found = completed(own, other)
    assert (found.places, found.things, found.figures) == (own.places, other.things, other.figures)
    assert completed(own) is own


def test_another_is_believed_to_be_hit_before_who_hits():
    itself = seen(mentioned(recipients=("ERI",)))
    assert together([itself, itself, seen(mentioned(recipients=("TCD",)))]).recipients == {"TCD"}
    assert together([itself, itself]).recipients == {"ERI"}
