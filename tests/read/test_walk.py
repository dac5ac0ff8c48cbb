"""Which files are found: named by their paths from the folder given, without what is clutter."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.read.walk import Found, find, printable, refuse_elsewhere, unknown


def tree(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Chad met Mali.")
    return folder


def names(*paths: Path) -> list[str]:
    return [found.name for found in find(paths)[0]]


def test_articles_are_named_by_their_folders_and_come_in_that_order(tmp_path):
    tree(tmp_path, "b.txt", "a/c.txt", "a/b.txt")
    assert names(tmp_path) == ["a--b", "a--c", "b"]


def test_clutter_is_passed_over(tmp_path):
    tree(tmp_path, "a.txt", ".hidden", ".git/b.txt", "index.csv", "corrections.csv")
    assert names(tmp_path) == ["a"]


def test_what_a_browser_saves_beside_a_page_belongs_to_it(tmp_path):
    tree(tmp_path, "Story.html", "Story_files/frame.html", "other_files/b.html")
    found = [found.path.relative_to(tmp_path).as_posix() for found in find([tmp_path])[0]]
    assert sorted(found) == ["Story.html", "other_files/b.html"]


def test_a_build_is_not_read_again(tmp_path):
    tree(tmp_path, "a.txt", "out/graph.ttl", "out/articles/b.txt")
    assert names(tmp_path) == ["a"]


def test_a_file_that_is_reached_twice_is_there_once(tmp_path):
    tree(tmp_path, "a.txt")
    (found,), _, _ = find([tmp_path, tmp_path / "a.txt"])
    assert found.given  # so that it is read whatever its ending


def test_a_pattern_finds_what_it_matches(tmp_path):
    tree(tmp_path, "a.txt", "b.md", "c/d.txt")
    assert names(tmp_path / "**" / "*.txt") == ["a", "d"]


def test_nothing_at_all_is_an_error_and_a_part_that_is_missing_is_told(tmp_path):
    with pytest.raises(InputError, match="no such file or folder"):
        find([tmp_path / "nowhere"])
    tree(tmp_path, "a.txt")
    files, _, closed = find([tmp_path / "a.txt", tmp_path / "nowhere"])
    assert [found.name for found in files] == ["a"]
    assert [item.reason for item in closed] == ["it cannot be opened: No such file or directory"]


@pytest.mark.parametrize("path", [r"C:\news", r"\\server\news", r"news\today"])
def test_paths_of_windows_are_told_as_such(path):
    with pytest.raises(InputError, match="Windows path"):
        refuse_elsewhere(Path(path))


def test_endings_that_nobody_reads_are_told_once_a_folder_with_what_makes_them_text():
    files = [Found(n, f"news/{n}.docx", Path(f"news/{n}.docx"), given=False) for n in "ab"]
    (told,) = unknown(files)
    assert told.source == "news/a.docx and 1 more '.docx' beside it"
    assert told.remedy.startswith(
        """Run for f in news/*.docx; do pandoc --wrap=none -t plain "$f\""""
    )
    (alone,) = unknown([Found("a", "a.xyz", Path("a.xyz"), given=True)])
    assert alone.remedy == "Give its text, or --format."


def test_a_name_with_a_line_end_stays_on_one_line():
    assert printable("a\nb") == r"'a\nb'" and printable("Ça") == "Ça"
