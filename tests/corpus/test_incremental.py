"""Several builds into one folder: what they read, and that they end as a build from nothing."""

import random
import resource
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kg
from kg.corpus import workers
from kg.errors import StatecraftError
from tests.benchmarks import unparsed
from tests.corpus.contents import contents
from tests.corpus.fake import FakeReader

READ: list[str] = []


class Noting(FakeReader):
    def read(self, article):
        READ.append(article.name)
        return super().read(article)


@pytest.fixture(autouse=True)
def fake_reader(monkeypatch):
    READ.clear()
    monkeypatch.setattr(workers, "reader", lambda model: Noting())


@pytest.fixture
def news(tmp_path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for name in ("one", "two", "three"):
        (folder / f"{name}.txt").write_text(f"Eritrea sent troops, Ethiopia said, {name}.\n")
    return folder


def build(news: Path, out: Path) -> list[str]:
    """The names of the articles that this build read."""
    READ.clear()
    kg.build(news, out)
    return sorted(READ)


def fresh(news: Path, out: Path) -> dict[str, bytes]:
    shutil.rmtree(out, ignore_errors=True)
    kg.build(news, out)
    return contents(out)


def test_only_what_is_new_or_changed_is_read(news, tmp_path):
    out = tmp_path / "graph"
    assert build(news, out) == ["one", "three", "two"]
    assert build(news, out) == []
    (news / "four.txt").write_text("Eritrea denied it.\n")
    (news / "one.txt").write_text("Eritrea denied it all.\n")
    assert build(news, out) == ["four", "one"]
    (news / "two.txt").unlink()
    assert build(news, out) == []
    assert contents(out) == fresh(news, tmp_path / "other")


def test_what_was_removed_is_forgotten(news, tmp_path):
    out = tmp_path / "graph"
    build(news, out)
    moved = (news / "two.txt").rename(tmp_path / "two.txt")
    build(news, out)
    moved.rename(news / "two.txt")
    assert build(news, out) == ["two"]


def test_an_article_is_known_again_in_another_folder(news, tmp_path):
    build(news, tmp_path / "graph")
    moved = news.rename(tmp_path / "moved")
    assert build(moved, tmp_path / "graph") == []


def test_metadata_count_as_the_article(news, tmp_path):
    build(news, tmp_path / "graph")
    (news / "index.csv").write_text("file,published\none.txt,2024-10-24\n")
    assert build(news, tmp_path / "graph") == ["one"]


def test_another_pipeline_or_other_code_reads_everything_anew(news, tmp_path, monkeypatch):
    build(news, tmp_path / "graph")
    monkeypatch.setattr("kg.corpus.gather.reading_identity", lambda model: "another")
    assert build(news, tmp_path / "graph") == ["one", "three", "two"]


@pytest.mark.parametrize("harm", [b"", b"no database at all", None])
def test_a_broken_store_costs_a_second_reading_only(news, tmp_path, harm):
    out = tmp_path / "graph"
    build(news, out)
    before, kept = contents(out), out / ".kg" / "kept.sqlite"
    kept.write_bytes(kept.read_bytes()[:3000] if harm is None else harm)
    for _ in range(2):
        try:
            build(news, out)
        except StatecraftError as error:
            assert "Remove it" in str(error)
            kept.unlink()
    assert contents(out) == before


def test_a_full_disk_leaves_the_graph_whole_and_keeps_what_was_read(news, tmp_path):
    """The limit on the size of a file stands in for the disk: both end a write half way."""
    out = tmp_path / "graph"
    build(news, out)
    before = contents(out)
    (news / "long.txt").write_text("Eritrea sent troops, Ethiopia said.\n" * 300)
    said, size = tmp_path / "stderr", (out / "graph.html").stat().st_size
    for limit in (20_000, 100_000, size // 2, size - 1):
        command = ["build", str(news), "--out", str(out)]
        command += ["--any-language"]  # detection unpacks its table into a file, larger than this
        run = unparsed.start(command, said, unparsed.Conditions(largest=limit))
        run.join()
        assert run.exitcode == 2
        assert "cannot be written" in said.read_text() and "Traceback" not in said.read_text()
        assert contents(out) == before
    assert build(news, out) == []  # the last of these runs had room for the readings
    assert contents(out) == fresh(news, tmp_path / "other")
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY


def test_two_builds_at_once_do_not_mix(news, tmp_path):
    out = tmp_path / "graph"
    command, conditions = ["build", str(news), "--out", str(out)], unparsed.Conditions(pause=0.5)
    slow = unparsed.start(command, tmp_path / "stderr", conditions)
    while not (out / ".kg" / "kept.sqlite").exists():
        assert slow.is_alive()
    with pytest.raises(StatecraftError, match="another build is writing into this folder"):
        kg.build(news, out)
    slow.join()
    assert slow.exitcode == 0
    assert contents(out) == fresh(news, tmp_path / "other")


WORDS = st.text(max_size=12) | st.sampled_from(["Eritrea sent troops.", "Eritrea denied it.\n"])
TEXTS = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(TEXTS, min_size=1, max_size=6), st.integers(1, 3), st.randoms())
def test_any_permutation_and_any_split_gives_the_same_bytes(tmp_path_factory, texts, parts, draw):
    root = tmp_path_factory.mktemp("split")
    news = root / "news"
    news.mkdir()
    for number, text in enumerate([*texts, "Eritrea sent troops.\n"]):
        (news / f"n{number}.txt").write_text(text, encoding="utf-8", newline="")
    files = sorted(news.iterdir())
    whole = fresh(news, root / "whole")
    assert contents_of(_shuffled(files, draw), root / "permuted") == whole
    given_so_far: list[Path] = []
    for part in range(parts):
        given_so_far += files[part::parts]
        try:
            kg.build(_shuffled(given_so_far, draw), root / "split")
        except StatecraftError:  # nothing in these files can be read
            continue
    assert contents(root / "split") == whole


NEWS = st.lists(
    st.sampled_from([
        *("Eritrea sent 1,200 troops, Ethiopia said.\n", "Eritrea denied it.\n"),
        *("Eritrea sent 900 troops, Ethiopia said.\n", "Ethiopia said it again.\n"),
    ]),
    min_size=1,
    max_size=4,
).map("".join)  # fmt: skip
CHANGES = st.lists(st.tuples(st.integers(0, 4), st.none() | NEWS), min_size=1, max_size=4)
"""By number of an article its new text, or None where it goes."""


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(NEWS, min_size=2, max_size=4), st.lists(CHANGES, min_size=1, max_size=3))
def test_after_any_additions_changes_and_removals_the_bytes_are_those_of_a_build_from_nothing(
    tmp_path_factory, texts, rounds
):
    root = tmp_path_factory.mktemp("changed")
    news, out = root / "news", root / "graph"
    news.mkdir()
    (news / "stays.txt").write_text("Eritrea sent troops.\n")
    for changes in ([*enumerate(texts)], *rounds):
        for number, text in changes:
            path = news / f"n{number}.txt"
            if text is None:
                path.unlink(missing_ok=True)
            else:
                path.write_text(text)
        kg.build(news, out)
        assert contents(out) == fresh(news, root / "whole")


def contents_of(files: list[Path], out: Path) -> dict[str, bytes]:
    kg.build(files, out)
    return contents(out)


def _shuffled(files: list[Path], draw: random.Random) -> list[Path]:
    return draw.sample(files, len(files))
