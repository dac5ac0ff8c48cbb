from kg.link.voices import OWN, voices
from kg.model import Agent, Article, Story
from tests.link.claims import AGENTS, claim, reading, span

MORE = (
    Agent("eri-tv", "Media", "Eritrean television", of="ERI"),
    Agent("wire", "Media", "The Wire"),
    Agent("g:villagers-a", "Group", "villagers"),
    Agent("n:doe-a", "Person", "J. Doe"),
)
STORY = Story("s1", ("a", "b"))


def heard(*articles: Article):
    given = articles or (reading("a").article, reading("b").article)
    return voices((*AGENTS, *MORE), given, (STORY,))


def test_a_body_and_a_states_broadcaster_speak_for_their_state():
    known = heard()
    said = [known.of(claim("a", 0, claimant=who)) for who in ("eri-ministry", "eri-tv", "wire")]
    assert said == ["ERI", "ERI", "wire"]


def test_an_articles_own_words_are_its_storys():
    assert heard().of(claim("b", 0)) == f"{OWN}s1"


def test_when_it_was_said_goes_before_when_it_was_printed():
    known = heard()
    assert str(known.day(claim("a", 0, said=span("2021-02-20")))) == "2021-02-20"
    assert str(known.day(claim("a", 0))) == "2021-03-01"
    assert known.day(claim("unknown", 0)) is None


def test_a_later_version_of_a_page_succeeds_the_earlier():
    first, second = (
        Article(name, "Text.", url="https://wire.example/1", fetched=f"2021-03-0{n}T10:00:00Z")
        for n, name in enumerate("ab", 1)
    )
    known = heard(first, second)
    assert known.succeeds(claim("b", 0), claim("a", 0))
    assert not known.succeeds(claim("a", 0), claim("b", 0))
    assert not heard().succeeds(claim("b", 0), claim("a", 0))


def test_whom_another_article_could_mean_too():
    known = heard()
    names = ("ETH", "g:villagers-a", "n:doe-a", None)
    assert [known.is_named(claim("a", 0, claimant=who)) for who in names] == [
        True, False, False, False,
    ]  # fmt: skip
    assert known.label(claim("a", 0, claimant="ETH")) == "Ethiopia"
