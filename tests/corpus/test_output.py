import csv
from contextlib import contextmanager
from pathlib import Path

import pytest

from kg.corpus import output
from kg.corpus.output import locked, refuse_foreign, write_articles, write_declined
from kg.errors import StatecraftError
from kg.model import Article, Declined, Evidence
from tests.corpus.contents import contents as seen


@contextmanager
def replacing(out: Path):
    with output.locked(out), output.replacing(out) as folder:
        yield folder


def contents(out: Path) -> dict[str, str]:
    return {name: words.decode() for name, words in seen(out).items()}


def fill(folder: Path, **files: str) -> None:
    for name, words in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words)


def test_what_is_written_replaces_its_namesakes_only(tmp_path):
    fill(tmp_path, graph="old", notes="mine", articles__gone="old")
    with replacing(tmp_path) as folder:
        fill(folder, graph="new", articles__here="new")
    assert contents(tmp_path) == {"graph": "new", "notes": "mine", "articles/here": "new"}


def test_a_failure_leaves_the_old_build_whole(tmp_path):
    fill(tmp_path, graph="old", articles__one="old")
    with pytest.raises(RuntimeError), replacing(tmp_path) as folder:
        fill(folder, graph="new", articles__two="new")
        raise RuntimeError
    assert contents(tmp_path) == {"graph": "old", "articles/one": "old"}


def test_a_failure_leaves_no_folder_where_none_was(tmp_path):
    with pytest.raises(RuntimeError), replacing(tmp_path / "deep" / "out"):
        raise RuntimeError
    assert not (tmp_path / "deep" / "out").exists()


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    fill(tmp_path, file="words")
    with pytest.raises(StatecraftError, match="cannot be written"), replacing(tmp_path / "file/x"):
        pass


def test_an_output_that_is_a_file_is_refused(tmp_path):
    fill(tmp_path, out="words")
    with pytest.raises(StatecraftError, match="is a file"):
        refuse_foreign(tmp_path / "out", [])


def test_a_folder_of_articles_that_no_build_made_is_refused(tmp_path):
    fill(tmp_path, **{"articles__one": "mine"})
    with pytest.raises(StatecraftError, match="no build made it"):
        refuse_foreign(tmp_path, [tmp_path / "articles"])
    fill(tmp_path, **{"graph.ttl": ""})
    refuse_foreign(tmp_path, [])
    with pytest.raises(StatecraftError, match="no build made it"):
        refuse_foreign(tmp_path, [tmp_path / "articles" / "one"])


def test_texts_are_kept_to_the_byte(tmp_path):
    write_articles([Article("a", "One\r\ntwo\n“three”")], tmp_path / "articles")
    assert (tmp_path / "articles" / "a.txt").read_bytes() == "One\r\ntwo\n“three”".encode()


def test_a_text_that_an_earlier_build_wrote_is_taken_over_and_any_other_written(tmp_path):
    earlier, later = tmp_path / "earlier", tmp_path / "later"
    write_articles([Article("a", "same"), Article("b", "old"), Article("c", "gone")], earlier)
    write_articles(
        [Article("a", "same"), Article("b", "new"), Article("d", "more")], later, earlier
    )
    assert seen(later) == {"a.txt": b"same", "b.txt": b"new", "d.txt": b"more"}
    assert (later / "a.txt").samefile(earlier / "a.txt")
    assert (earlier / "b.txt").read_text() == "old"


def test_a_link_among_earlier_texts_and_a_system_without_links_cost_a_copy(tmp_path, monkeypatch):
    earlier, later, last = (tmp_path / name for name in ("earlier", "later", "last"))
    earlier.mkdir()
    (tmp_path / "own").write_text("same")
    (earlier / "a.txt").symlink_to(tmp_path / "own")
    write_articles([Article("a", "same")], later, earlier)
    assert not (later / "a.txt").is_symlink()

    def refuse(*_):
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    write_articles([Article("a", "same")], last, later)
    assert seen(last) == seen(later) == {"a.txt": b"same"}


def test_declined_sentences_are_sorted_and_quoted(tmp_path):
    later = Declined("a", Evidence('He said, "no".', 40, 54), "said", "no event")
    first = Declined("a", Evidence("Two\nlines.", 9, 19), "sent", "no actor")
    write_declined([later, first], tmp_path / "declined.csv")
    with (tmp_path / "declined.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [(row["start"], row["sentence"]) for row in rows] == [
        ("9", "Two\nlines."),
        ("40", 'He said, "no".'),
    ]


def test_files_of_an_older_version_are_taken_over(tmp_path):
    fill(tmp_path, graph="old", articles__one="old", gone="old")
    with replacing(tmp_path) as folder:
        assert contents(tmp_path)["graph"] == "old"
        fill(folder, graph="new", articles__two="new")
    with replacing(tmp_path) as folder:
        fill(folder, graph="newer")
    assert contents(tmp_path) == {"graph": "newer", "gone": "old"}


def test_a_file_put_in_place_of_a_link_is_replaced(tmp_path):
    for words in ("one", "two"):
        with replacing(tmp_path) as folder:
            fill(folder, graph=words, articles__x=words)
        (tmp_path / "graph").unlink()
        fill(tmp_path, graph="mine")
    with replacing(tmp_path) as folder:
        fill(folder, graph="three", articles__x="three")
    assert contents(tmp_path) == {"graph": "three", "articles/x": "three"}


def test_all_files_change_in_one_step(tmp_path, monkeypatch):
    """Whatever call to the file system is the last before a kill, all files are of one build."""
    with replacing(tmp_path) as folder:
        fill(folder, graph="old", page="old", articles__x="old")
    steps = []
    for name in ("replace", "rename", "unlink", "symlink_to"):
        real = getattr(Path, name)

        def watched(self, *arguments, real=real, **more):
            result = real(self, *arguments, **more)
            steps.append(set(contents(tmp_path).values()))
            return result

        monkeypatch.setattr(Path, name, watched)
    with replacing(tmp_path) as folder:
        fill(folder, graph="new", page="new", articles__x="new")
    assert {"old"} in steps and {"new"} in steps
    assert all(len(step) == 1 for step in steps)


def test_where_links_cannot_be_made_files_are_moved(tmp_path, monkeypatch):
    def refused(self, target):
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "symlink_to", refused)
    for words in ("old", "new"):
        with replacing(tmp_path) as folder:
            fill(folder, graph=words, articles__x=words)
    assert contents(tmp_path) == {"graph": "new", "articles/x": "new"}


def test_a_second_build_into_the_folder_is_refused_and_harms_nothing(tmp_path):
    with replacing(tmp_path) as folder:
        fill(folder, graph="first")
        with pytest.raises(StatecraftError, match="another build is writing"), locked(tmp_path):
            pass
    assert contents(tmp_path) == {"graph": "first"}


def test_what_a_killed_build_left_is_swept_away(tmp_path):
    fill(tmp_path, **{".kg__build-dead__graph": "half", ".kg__lock": ""})
    with replacing(tmp_path) as folder:
        fill(folder, graph="whole")
    assert [path.name for path in (tmp_path / ".kg").glob("build-*")] != ["build-dead"]
    assert len(list((tmp_path / ".kg").glob("build-*"))) == 1
