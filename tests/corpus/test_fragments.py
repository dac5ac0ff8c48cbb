"""What is kept of articles, and is not made again."""

import pytest

from kg.corpus.cache.portions import portions
from kg.corpus.cache.readings import keeping
from kg.corpus.fragments import _fragment, fragments
from kg.link.corpus import link
from tests.link.synthetic import synthetic


@pytest.fixture(scope="module")
def corpus():
    return link(synthetic(30).readings)


def test_what_is_kept_is_not_made_again(corpus, tmp_path, monkeypatch):
    with keeping(tmp_path / "kept.sqlite") as kept:
        first = dict(fragments(corpus, kept))
        monkeypatch.setattr("kg.corpus.fragments._fragment", None)
        assert dict(fragments(corpus, kept)) == first
        kept.put("fragments", [(list(first)[3], b"broken")])
        with pytest.raises(TypeError):
            dict(fragments(corpus, kept))


def test_one_article_more_makes_few_fragments_anew(tmp_path):
    readings = synthetic(41).readings
    with keeping(tmp_path / "kept.sqlite") as kept:
        before = {key for key, _ in fragments(link(readings[:-1]), kept)}
        after = {key for key, _ in fragments(link(readings), kept)}
    assert 0 < len(after - before) < 15


def test_a_fragment_is_the_same_alone_and_among_others(corpus):
    together = dict(fragments(corpus))
    portion = next(p for p in portions(corpus) if len(p.claims) > 1 and p.disputes == ())
    assert _fragment(portion) in together.values()
