import shutil

from kg.corpus.cache import identity
from kg.model import Article


def test_the_identity_is_that_of_contents(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "verbs.csv").write_text("send\n")
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    first, second = (identity.files_digest((tmp_path / f).iterdir()) for f in "ab")
    assert first == second
    (tmp_path / "b" / "verbs.csv").write_text("deploy\n")
    assert identity.files_digest((tmp_path / "b").iterdir()) != first
    assert identity.reading_identity(None) != identity.reading_identity(str(tmp_path))


def test_every_field_of_an_article_but_its_source_is_in_its_key():
    article = Article("a", "x")
    assert identity.article_key(article, "") == identity.article_key(
        Article("a", "x", source="elsewhere"), ""
    )
    changed = {"name": "b", "text": "y", "title": "t", "publisher": "p", "language": "fr"}
    keys = {identity.article_key(Article(**{"name": "a", "text": "x", slot: value}), "")
            for slot, value in changed.items()}  # fmt: skip
    assert len(keys | {identity.article_key(article, "")}) == len(changed) + 1


def test_parts_are_told_apart():
    assert identity.digest(b"ab", b"c") != identity.digest(b"a", b"bc")


def test_what_is_read_and_what_is_written_are_known_by_different_files():
    assert identity.reading_identity(None) != identity.writing_identity()
    assert identity.model_files("no_such_model") == []
