"""The order of the work, and how it goes on after it was stopped."""

import json
import subprocess

import pytest

from tests.benchmarks import bench
from tests.benchmarks.figures import READING, Corpus
from tests.benchmarks.news import Pool, Text

SMALL, LARGE = Corpus("whole", 1), Corpus("whole", 2)
SIZE = bench.Size((SMALL, LARGE), (LARGE,), SMALL, 1)


@pytest.fixture
def called(monkeypatch):
    """The sections that were run, none of which measures anything, and those that fail."""
    sections = []

    def run(call, **_):
        section, _, kind, articles, by, number = call[3:]
        sections.append((section, int(articles), int(number)))
        corpus = {"kind": kind, "articles": int(articles), "claims_by": by}
        told = {"section": section, "corpus": corpus, "round": int(number), "seconds": {}}
        if section in run.fails:
            raise subprocess.CalledProcessError(1, call)
        return subprocess.CompletedProcess(call, 0, json.dumps(told))

    run.fails = set()
    monkeypatch.setattr(bench.subprocess, "run", run)
    monkeypatch.setattr(bench, "version", lambda: "this one")
    monkeypatch.setattr(bench.news, "pool", lambda: Pool([Text("Rain fell.", "")], [], real=False))
    return sections, run.fails


def test_rounds_follow_each_other_and_a_corpus_is_read_once():
    order = list(bench.tasks(SIZE, 2))
    assert [task.round for task in order] == sorted(task.round for task in order)
    assert [(t.corpus, t.round) for t in order if t.section == "gather"] == [(SMALL, 0), (LARGE, 0)]
    assert [t.corpus for t in order if t.section == READING] == [LARGE, LARGE]


def test_what_is_done_is_not_done_again(called, tmp_path):
    sections, _ = called
    bench.Bench(tmp_path, SIZE).run(100, rounds=1)
    first = list(sections)
    bench.Bench(tmp_path, SIZE).run(100, rounds=2)
    assert first == [(t.section, t.corpus.articles, 0) for t in bench.tasks(SIZE, 1)]
    assert {number for _, _, number in sections[len(first) :]} == {1}


def test_without_time_nothing_is_begun(called, tmp_path):
    bench.Bench(tmp_path, SIZE).run(0)
    assert called[0] == []


def test_one_that_fails_stops_only_what_needs_it(called, tmp_path):
    sections, fails = called
    fails.add("build")
    bench.Bench(tmp_path, SIZE).run(100, rounds=1)
    named = {section for section, *_ in sections}
    assert "link" in named
    assert "more" not in named
    assert {run.section for run in bench.Bench(tmp_path, SIZE).found().runs} == named - {"build"}


def test_other_code_begins_anew(called, tmp_path, monkeypatch):
    bench.Bench(tmp_path, SIZE).run(100, rounds=1)
    monkeypatch.setattr(bench, "version", lambda: "another")
    assert bench.Bench(tmp_path, SIZE).found().runs == ()


def test_the_corpora_are_written_with_one_article_more(called, tmp_path):
    assert bench.Bench(tmp_path, SIZE).prepare() is False
    lines = {p.name: len(p.read_text().splitlines()) for p in tmp_path.glob("*.jsonl")}
    assert lines == {
        "whole-1.jsonl": 1, "whole-1-and-one.jsonl": 2,
        "whole-2.jsonl": 2, "whole-2-and-one.jsonl": 3,
    }  # fmt: skip


def test_no_kind_goes_without_and_a_large_corpus_is_built_once():
    large = Corpus("short", 9_000)
    order = list(bench.tasks(bench.Size((SMALL, large), (SMALL, large), SMALL, 1), 3))
    kinds = [(t.round, t.corpus.kind) for t in order if t.section == "link"]
    assert kinds == [
        (0, "whole"), (0, "short"),
        (1, "whole"), (2, "whole"), (1, "short"), (2, "short"),
    ]  # fmt: skip
    assert [t.round for t in order if t.section == "build" and t.corpus == large] == [0]


def test_the_guide_is_not_renewed_from_nothing(called, tmp_path, monkeypatch):
    monkeypatch.setattr(bench.sys, "argv", ["bench", "--minutes", "0", "--guide"])
    monkeypatch.setattr(bench.tempfile, "gettempdir", lambda: str(tmp_path))
    monkeypatch.setattr(bench, "SIZES", {"standard": SIZE})
    monkeypatch.setattr(bench.summary, "show", lambda told: pytest.fail("shown"))
    with pytest.raises(SystemExit):
        bench.main()
