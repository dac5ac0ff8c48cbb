"""The demonstration: what ships is built, and each line that it offers works."""

import shlex

import pytest

from kg.cli import browser
from kg.corpus import workers
from tests.corpus.fake import FakeReader

SENT = "Eritrea sent troops, Ethiopia said.\n"


@pytest.fixture(autouse=True)
def two_articles(monkeypatch, tmp_path):
    monkeypatch.setattr(workers, "reader", lambda model: FakeReader())
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "one.txt").write_text(SENT)
    (seeds / "two.txt").write_text("Eritrea denied it.\n")
    monkeypatch.setattr("kg.resources.seeds", lambda: seeds)


def test_the_demonstration_says_what_it_found_and_where_the_page_is(kg, tmp_path):
    result = kg("demo", "--out", tmp_path / "graph")
    assert result.exit_code == 0, result.output
    assert "2 articles: 2 claims about 1 event, 1 contested" in result.stdout
    assert str(tmp_path / "graph" / "graph.html") in result.stdout
    assert (tmp_path / "graph" / "graph.html").is_file()


def test_what_it_offers_to_try_works(kg, tmp_path):
    told = kg("demo", "--no-open", "--out", tmp_path / "with space").stdout
    offered = [line.strip() for line in told.splitlines() if line.startswith("  kg ")]
    assert len(offered) == 3
    for line in offered[:2]:
        assert kg(*shlex.split(line)[1:]).exit_code == 0, line
    assert offered[2].startswith("kg build ")


def test_without_a_folder_it_builds_into_a_temporary_one(kg, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    kg("demo")
    (made,) = tmp_path.glob("statecraft-*")
    assert (made / "graph" / "graph.ttl").is_file()


class Terminal:
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("display", "terminal", "opened"), [(":0", True, 1), (":0", False, 0), ("", True, 0)]
)
def test_the_page_opens_only_at_a_terminal_with_a_browser(
    monkeypatch, tmp_path, display, terminal, opened
):
    pages = []
    monkeypatch.setattr(browser.sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(browser.webbrowser, "get", lambda: None)
    monkeypatch.setattr(browser.webbrowser, "open", lambda url: pages.append(url) or True)
    if terminal:
        monkeypatch.setattr(browser.sys, "stdout", Terminal())
    browser.show(tmp_path / "graph.html")
    assert len(pages) == opened


def test_a_machine_without_any_browser_has_none(monkeypatch):
    def none():
        raise browser.webbrowser.Error

    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(browser.webbrowser, "get", none)
    assert not browser.present()
