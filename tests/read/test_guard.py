"""What harms the process that reads costs the record it was at, and no other."""

import signal

import pytest

from kg.model import Article, Unread
from kg.read import guard as guards
from kg.read.formats import FORMATS, Format
from kg.read.guard import Guard
from kg.read.options import Limits, ReadOptions
from kg.read.record import Input
from tests.read import samples

# warcio leaves temporary files to the garbage collector
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
HARMFUL = Format("harmful", (), "tests.read.harmful")
TWO_SECONDS = ReadOptions(limits=Limits(seconds=2.0))
MANY_SECONDS = ReadOptions(limits=Limits(seconds=60.0), any_language=True)
ONE_SECOND = ReadOptions(limits=Limits(seconds=1.0), any_language=True)


def read(
    tmp_path, words: str, made: Format = HARMFUL, options: ReadOptions = ONE_SECOND
) -> tuple[list[str], list[Unread]]:
    path = tmp_path / "a.harmful"
    path.write_text(words)
    with Guard() as guard:
        items = list(guard.items(Input(path, "a.harmful", "a"), made, options))
    names = [item.name for item in items if isinstance(item, Article)]
    return names, [item for item in items if isinstance(item, Unread)]


@pytest.mark.parametrize(
    ("order", "reason", "options"),
    [
        ("work for ever", "it takes longer than 1 seconds", ONE_SECOND),
        ("die", f"it crashes its parser ({signal.SIGABRT.name})", MANY_SECONDS),
        ("eat memory", "MemoryError", MANY_SECONDS),
        ("fail", "reading it failed: ZeroDivisionError: by order", MANY_SECONDS),
    ],
    ids=["works for ever", "dies", "eats memory", "fails"],
)
def test_what_a_reader_cannot_get_past_costs_the_rest_of_its_file(tmp_path, order, reason, options):
    names, unread = read(tmp_path, f"one\n{order}\ntwo\nthree\n", options=options)
    assert names == ["one"]
    assert [item.source for item in unread] == ["a.harmful record 2 and all after it"]
    assert reason in unread[0].reason


def test_one_that_waits_without_working_is_left_too(tmp_path, monkeypatch):
    monkeypatch.setattr(guards, "_PATIENCE", 2)
    names, unread = read(tmp_path, "one\nwait for ever\ntwo\n")
    assert names == ["one"]
    assert ["takes longer" in item.reason for item in unread] == [True]


def test_the_pages_around_a_bomb_are_read(tmp_path):
    """Half a million elements keep the finder of main text busy for a minute."""
    bomb = b"<html><body>" + b"<b>x</b>" * 500_000 + b"</body></html>"
    pages = [samples.page(1).encode(), bomb, samples.page(2).encode()]
    path = tmp_path / "a.warc"
    path.write_bytes(samples.warc(pages, packed=False))
    with Guard() as guard:
        items = list(guard.items(Input(path, "a.warc", "a"), FORMATS["warc"], TWO_SECONDS))
    assert [isinstance(item, Article) for item in items] == [True, False, True]
    assert items[1].reason == "it takes longer than 2 seconds"


def test_a_file_that_kills_whoever_opens_it_is_given_up(tmp_path):
    names, unread = read(tmp_path, "", Format("harmful", (), "tests.read.harmful", "at_once"))
    assert names == []
    assert [item.source for item in unread] == ["a.harmful record 1 and all after it"]


def test_who_leaves_early_leaves_no_answers_behind(tmp_path):
    path = tmp_path / "a.harmful"
    path.write_text("one\ntwo\nthree\n")
    given = Input(path, "a.harmful", "a")
    with Guard() as guard:
        first = next(iter(guard.items(given, HARMFUL, ONE_SECOND)))
        items = list(guard.items(given, HARMFUL, ONE_SECOND))
    assert [item.name for item in [first, *items]] == ["one", "one", "two", "three"]
