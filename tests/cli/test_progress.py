import sys

import pytest
from rich.progress import Task, TaskID

from kg.cli import progress as module
from kg.cli.progress import Progress, Rate
from kg.model import Unread


def go(progress: Progress) -> None:
    with progress:
        progress.stage("reading", 0)
        progress.stage("extracting", 2)
        progress.step("one")
        progress.unread(Unread("a.txt", "it is empty", "Fill it."))
        progress.step("two")


def test_nothing_is_drawn_where_there_is_no_terminal(capsys):
    progress = Progress()
    go(progress)
    assert progress.unread_items == [Unread("a.txt", "it is empty", "Fill it.")]
    assert capsys.readouterr() == ("", "")


@pytest.fixture
def coloured(monkeypatch):
    """As notebooks ask for."""
    monkeypatch.setenv("FORCE_COLOR", "1")


@pytest.mark.usefixtures("coloured")
def test_a_cell_of_a_notebook_is_no_terminal(capsys):
    go(Progress())
    assert capsys.readouterr() == ("", "")


@pytest.mark.usefixtures("coloured")
def test_on_a_terminal_the_bar_is_on_standard_error_and_goes_away(capsys, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    go(Progress())
    out, err = capsys.readouterr()
    assert out == ""
    assert "extracting" in err
    assert err.endswith("\x1b[2K")  # the line is cleared


def test_a_rate_is_told_by_the_second_or_the_minute(monkeypatch):
    def told(speed: float | None) -> str:
        task = Task(TaskID(1), "reading", None, 0, _get_time=lambda: 0.0)
        monkeypatch.setattr(Task, "speed", speed)
        return Rate().render(task).plain

    assert [told(speed) for speed in (None, 12.345, 0.25)] == ["", "12.3/s", "15.0/min"]


@pytest.mark.usefixtures("coloured")
def test_the_article_that_was_waited_for_longest_is_named(capsys, monkeypatch):
    clock = iter([0.0, 0.0, 1.0, 1.0, 9.0, 9.0, 12.0, 12.0])
    monkeypatch.setattr(module, "perf_counter", lambda: next(clock))
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with Progress() as progress:
        progress.stage("reading", 3)
        for name in ("quick", "long", "shorter"):
            progress.step(name)
    err = capsys.readouterr().err
    assert "slowest: long, 8 s" in err
    assert "quick" not in err and "shorter" not in err
