from pathlib import Path

from kg.model import Article, Reading, Unread
from kg.spark.shards import Outcome, loaded, shards

NEWS = [Article(f"a{number:03}", f"Words of {number}.") for number in range(60)]


def reading(article: Article) -> Reading | Unread:
    if article.name == "a007":
        return Unread("a007", "it breaks", "Mend it.")
    return Reading(article, (), (), ())


def read(items, folder: Path, task=reading):
    return list(shards(items, folder, task, "as today", mean=8))


def test_all_articles_are_in_some_shard_and_what_was_not_read_is_told(tmp_path):
    made = read([*NEWS, Unread("b", "no article", "Nothing.")], tmp_path)
    assert 3 < len(made) < 30
    assert sum(shard.articles for shard in made) == 59
    assert {item.source for shard in made for item in shard.unread} == {"a007", "b"}
    names = {r.article.name for shard in made for r in loaded(shard.path).readings}
    assert names == {article.name for article in NEWS} - {"a007"}


def test_what_was_read_is_not_read_again(tmp_path):
    first = read(NEWS, tmp_path)
    again = read(NEWS, tmp_path, task=None)
    assert [s.path for s in again] == [s.path for s in first]
    assert sum(s.fresh for s in first) == 60 and sum(s.fresh for s in again) == 0
    assert [s.unread for s in again] == [s.unread for s in first]


def test_a_new_article_changes_one_shard(tmp_path):
    read(NEWS, tmp_path)
    again = read([*NEWS[:30], Article("new", "New words."), *NEWS[30:]], tmp_path)
    assert 1 <= sum(s.fresh > 0 for s in again) <= 2


def test_another_way_of_reading_reads_anew(tmp_path):
    read(NEWS, tmp_path)
    other = list(shards(NEWS, tmp_path, reading, "as tomorrow", mean=8))
    assert sum(s.fresh for s in other) == 60


def test_a_shard_is_read_back_as_it_was(tmp_path):
    (made,) = shards(NEWS[:1], tmp_path, reading, "", mean=10**9)
    assert loaded(made.path) == Outcome((Reading(NEWS[0], (), (), ()),), ())
