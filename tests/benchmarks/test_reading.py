"""The benchmark runs and gives ratios; how high they are depends on the machine and is no test."""

from kg.model import Article
from tests.benchmarks.reading import Speeds, measure


def test_ratios_come_from_the_times():
    told = str(Speeds(words=1000, parse=0.5, reading=0.6, both=0.9, other=0.4))
    assert "2,000 words a second" in told
    assert "0.20 of the parse" in told
    assert "1.80 times the parse" in told
    assert "other model: 0.800" in told


def test_a_run_measures_parse_and_own_work(monkeypatch):
    monkeypatch.setattr("tests.benchmarks.reading.ROUNDS", 1)
    found = measure([Article("one", "Mali sent troops to Niger.")])
    assert found.words == 6
    assert found.other is None
    assert found.reading > 0
