"""Every reader that is compared reads."""

from kg.model import Article
from tests.benchmarks.compared import readers, seconds
from tests.benchmarks.figures import BOTH, LEXICON, PARSE, PLAIN


def test_each_reader_takes_its_time():
    taken = seconds(readers(), [Article("one", "Mali sent troops to Niger on Monday.")])
    assert {PLAIN, PARSE, LEXICON, BOTH} <= taken.keys()
    assert sum(name.startswith("peer: ") for name in taken) >= 2
    assert all(took > 0 for took in taken.values())
