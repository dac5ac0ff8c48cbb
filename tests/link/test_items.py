from dataclasses import replace

from kg.link.items import with_items
from kg.model import Article
from tests.link.claims import claim

TEXT = "Digest\n\nEritrea sent troops.\n\nIt denied the rest.\n\nChad sent tanks.\n"


def told(*places: int, text: str = TEXT, item: int = 1) -> list[int]:
    claims = [replace(claim("a", at), item=item) for at in places]
    return [one.item for one in with_items(claims, {"a": Article("a", text)})]


def test_claims_of_a_digest_have_the_paragraph_they_stand_in():
    assert told(TEXT.index("Eritrea"), TEXT.index("Chad")) == [2, 3]


def test_a_paragraph_that_leans_on_the_one_before_belongs_to_it():
    assert told(TEXT.index("Eritrea"), TEXT.index("denied")) == [2, 2]


def test_an_article_that_is_no_digest_has_no_items():
    assert told(TEXT.index("Eritrea"), TEXT.index("Chad"), item=0) == [0, 0]


def test_without_the_text_items_stay_as_they_were_counted():
    assert told(5, text="") == [1]
    assert [c.item for c in with_items([replace(claim("b", 5), item=7)], {})] == [7]
