from kg.cli.progress import Progress
from kg.model import Unread


def go(progress: Progress) -> None:
    with progress:
        progress.stage("reading", 0)
        progress.stage("extracting", 2)
        progress.step()
        progress.unread(Unread("a.txt", "it is empty", "Fill it."))
        progress.step()


def test_nothing_is_drawn_where_there_is_no_terminal(capsys):
    progress = Progress()
    go(progress)
    assert progress.unread_items == [Unread("a.txt", "it is empty", "Fill it.")]
    assert capsys.readouterr() == ("", "")


def test_on_a_terminal_the_bar_is_on_standard_error_and_goes_away(capsys, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    go(Progress())
    out, err = capsys.readouterr()
    assert out == ""
    assert "extracting" in err
    assert err.endswith("\x1b[2K")  # the line is cleared
