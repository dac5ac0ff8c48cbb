"""The whole way once, with a reader that needs no model: what is told, and when nothing is left."""

from pathlib import Path

import pytest

from kg.corpus import output, workers
from kg.corpus.build import BuildOptions, build
from kg.errors import InputError, StatecraftError
from tests.corpus.fake import FakeReader


class Noting:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.stages: list[tuple[str, int]] = []
        self.steps: list[str] = []
        self.reasons: list[str] = []

    def stage(self, name, total):
        self.stages.append((name, total))

    def step(self, name):
        self.steps.append(name)

    def unread(self, item):
        self.reasons.append(item.reason)


@pytest.fixture
def news(tmp_path, monkeypatch) -> Path:
    monkeypatch.setattr(workers, "reader", lambda model: FakeReader())
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in (("one", "Eritrea sent troops.\n"), ("two", "Eritrea denied it.\n")):
        (folder / f"{name}.txt").write_text(text)
    return folder


def test_an_observer_is_told_of_stages_articles_and_what_is_unread(news, tmp_path):
    (news / "empty.txt").write_text("")
    told = Noting()
    report = build([news], tmp_path / "graph", observer=told)
    assert told.stages == [("reading", 3), ("linking", 0), ("writing", 0)]
    assert told.steps == ["one", "two"]
    assert told.reasons == [item.reason for item in report.unread] != []
    assert set(report.seconds) >= {"opening inputs", "reading", "linking", "writing"}


def test_the_report_counts_what_was_read_now(news, tmp_path):
    first, again = (build([news], tmp_path / "graph") for _ in range(2))
    assert (first.fresh, again.fresh) == (2, 0)
    assert [len(report.corpus.claims) for report in (first, again)] == [2, 2]
    assert (tmp_path / "graph" / output.GRAPH).read_bytes().startswith(b"@prefix")


def test_where_nothing_can_be_read_nothing_is_written(news, tmp_path):
    for file in news.iterdir():
        file.write_text("")
    with pytest.raises(InputError, match="no article in it could be read"):
        build([news], tmp_path / "graph")
    assert not (tmp_path / "graph" / output.GRAPH).exists()


def test_a_certainty_that_cannot_be_is_refused_before_anything_is_read(news, tmp_path):
    told = Noting()
    with pytest.raises(StatecraftError, match=r"1\.5"):
        build([news], tmp_path / "graph", BuildOptions(min_certainty=1.5), told)
    assert told.stages == []
