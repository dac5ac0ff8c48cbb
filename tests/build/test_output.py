import csv
from pathlib import Path

import pytest

from kg.errors import StatecraftError
from kg.model import Article, Declined, Evidence
from kg.output import refuse_foreign, replacing, write_articles, write_declined


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file()
    }


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
    assert {path.name for path in tmp_path.iterdir()} == {"graph", "articles"}


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
