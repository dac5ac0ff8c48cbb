"""Stories of one owner, of one agency and of nobody known; all are invented."""

from datetime import date

from kg.link import credits as crediting
from kg.link import publishers as module
from kg.link.publishers import publisher, with_publishers
from kg.model import Article, Story
from tests.knowledge.test_publishers import made

DAY = date(2021, 3, 1)


def put_out(monkeypatch, tmp_path, *articles: Article, together=()) -> list[tuple[str, str]]:
    table = made(tmp_path)
    for room in (module, crediting):
        monkeypatch.setattr(room, "load", lambda: table)
    crediting.patterns.cache_clear()
    told = [tuple(a.name for a in articles)] if together else [(a.name,) for a in articles]
    stories = [Story(f"s{n}", names) for n, names in enumerate(told)]
    found = with_publishers(stories, {a.name: a for a in articles})
    crediting.patterns.cache_clear()
    return [(story.publisher, story.published_by) for story in found]


def test_outlets_of_one_owner_are_one_publisher(monkeypatch, tmp_path):
    found = put_out(
        monkeypatch, tmp_path,
        Article("a", "Arland denied it.", publisher="The Coast Daily"),
        Article("b", "Borland denied it.", url="https://www.radio.example/news/1"),
        Article("c", "Corland denied it.", publisher="Norwegian Post"),
    )  # fmt: skip
    assert found[:2] == [("harbour-group", "Harbour Group")] * 2
    assert found[2] == ("NOR", "Norway (state)")


def test_what_credits_an_agency_is_the_agencys_whoever_prints_it(monkeypatch, tmp_path):
    wired = "ARTOWN, Jan 3 (Wind Agency) - Arland denied it."
    found = put_out(
        monkeypatch, tmp_path,
        Article("a", wired, publisher="The Coast Daily"),
        Article("b", "Borland denied it.", publisher="Hill Gazette"),
        Article("c", "Borland denied it. (WIND)", publisher="Hill Gazette"),
    )  # fmt: skip
    assert [key for key, _ in found] == ["wind-agency", "outlet-hill-gazette", "wind-agency"]


def test_a_story_is_the_agencys_where_one_copy_is_else_that_of_the_first(monkeypatch, tmp_path):
    first = Article("a", "Arland denied it.", publisher="Hill Gazette", published=DAY)
    later = Article("b", "Arland denied it.", publisher="The Coast Daily",
                    published=date(2021, 3, 2))  # fmt: skip
    agency = Article("c", "Arland denied it.", publisher="WIND", published=date(2021, 3, 3))
    [own] = put_out(monkeypatch, tmp_path, later, first, together=True)
    [wire] = put_out(monkeypatch, tmp_path, later, first, agency, together=True)
    assert own == ("outlet-hill-gazette", "Hill Gazette")
    assert wire == ("wind-agency", "Wind Agency")


def test_an_outlet_that_no_table_lists_is_known_by_its_site():
    pages = [Article("a", "x", url=f"https://{host}/1") for host in
             ("news.hill.example", "www.hill.example", "a.hill.co.uk", "hill.co.uk")]  # fmt: skip
    found = [publisher(page) for page in pages]
    assert [one.label for one in found if one] == ["hill.example"] * 2 + ["hill.co.uk"] * 2


def test_nothing_is_said_where_nobody_tells():
    assert publisher(Article("a", "Arland denied it.")) is None
    assert publisher(Article("a", "Arland denied it.", url="https://[broken")) is None
