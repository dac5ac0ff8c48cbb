"""Tables and plot from runs that were written by hand, and those of the guide from its figures."""

from xml.etree import ElementTree as ET

import pytest

from tests.benchmarks import plot, summary
from tests.benchmarks.figures import (
    BOTH,
    GATHERED,
    LEXICON,
    PARSE,
    PLAIN,
    READING,
    Corpus,
    Found,
    Run,
)

SIZES = [Corpus("whole", 10), Corpus("whole", 100)]


def runs():
    for number in (0, 1):
        read = {PLAIN: 2.0, PARSE: 1.0 + number, LEXICON: 1.5 + number, BOTH: 4.0}
        yield Run(READING, SIZES[1], number, read, 500_000, {"words": 1000})
        clocks = {"one process": 1.9, "two processes": 1.0}
        yield Run("cores", SIZES[1], number, clocks, 1, {"words": 1000})
        for size in SIZES:
            counts = {"words": size.articles * 100}
            if not number:
                yield Run("gather", size, 0, {GATHERED: 1.0 * size.articles}, 1024, counts)
            for section, what in (("link", "link"), ("write", "RDF, Turtle and table")):
                seconds = {what: 0.01 * size.articles}
                yield Run(section, size, number, seconds, 1024 * size.articles, counts)
            after = {"build after reading": 1.0 * size.articles}
            yield Run("build", size, number, after, 2048, counts)
            yield Run("more", size, number, {"one article more": 0.1}, 2048, counts)


@pytest.fixture
def told():
    return summary.summary(Found(runs()), "quick", real=True)


def aims(told):
    return {(aim["what"], aim["corpus"]["articles"]): aim for aim in told["aims"]}


def test_the_ratios_that_count(told):
    found = aims(told)
    own = found["own work of the lexicon reader, of its parse", 100]["spread"]
    assert (own["median"], own["least"], own["most"], own["runs"]) == (0.375, 0.25, 0.5, 2)
    assert found["two processes against one, by the clock", 100]["spread"]["median"] == 1.9
    linking = found["linking, RDF, Turtle and table, of the plain parse", 10]
    assert linking["spread"]["median"] == 0.1
    assert found["one article more, of the first build", 10]["spread"]["median"] == 0.005
    assert found["memory of a build after reading, MB", 10]["spread"]["median"] == 2.0


def test_tables_say_what_is_reached_and_what_is_not(told):
    shown = summary.tables(told)
    assert "| two processes against one, by the clock | 100 whole | at least 1.8 | 1.9 " in shown
    own = next(line for line in shown.splitlines() if line.startswith("| own work"))
    assert own.endswith("| at most 0.3 | 0.375 | 0.25 to 0.5 | 2 | no |")
    assert "| link | whole | 10 to 100 | 1.00 | 1.00 |" in shown
    assert "one process" not in shown


def test_a_peer_that_is_not_there_is_said(told):
    assert "| peer: en_core_web_sm |  | not to be had |" in summary.tables(told)
    first, *_ = told["rows"]
    having = {**told, "rows": [first | {"what": "peer: en_core_web_sm"}]}
    assert "not to be had" not in summary.tables(having)


def test_the_plot_is_the_same_for_the_same_figures(told):
    drawn = plot.drawn(told)
    assert drawn == plot.drawn(told)
    paths = ET.fromstring(drawn).findall(".//{*}path[@class='whole']")
    assert len(paths) == 2 * 4  # two panels of what was measured at two sizes


def test_the_plot_of_the_guide_is_that_of_its_figures():
    assert summary.PLOT.read_text(encoding="utf-8") == plot.drawn(summary.shown())


def test_runs_that_are_still_missing_are_no_error():
    nothing = summary.summary(Found([]), "quick", real=False)
    assert "texts of the repository" in summary.tables(nothing)
    assert plot.drawn(nothing).startswith("<svg")


def test_the_guide_is_renewed(told, tmp_path, monkeypatch):
    for name in ("FIGURES", "PLOT", "PAGE"):
        monkeypatch.setattr(summary, name, tmp_path / name)
    page = "before\n<!-- made: speed -->\nold\n<!-- end -->\nbehind\n"
    (tmp_path / "PAGE").write_text(page)
    summary.show(told)
    assert summary.shown() == told
    made = (tmp_path / "PAGE").read_text()
    assert made == page.replace("\nold\n", f"\n\n{summary.tables(told).strip()}\n\n")
