from datetime import date
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.model import Article, Unread
from kg.read.inputs import read

SEEDS = Path(__file__).parents[2] / "seeds"


def write(folder: Path, **files: str | bytes) -> Path:
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        (folder / name.replace("_", ".")).write_bytes(data)
    return folder


def names(items: list[Article | Unread]) -> list[str]:
    return [item.name for item in items if isinstance(item, Article)]


def unread(items: list[Article | Unread]) -> list[tuple[str, str]]:
    return [(Path(i.source).name, i.reason) for i in items if isinstance(i, Unread)]


def test_the_seeds_are_read_whole_with_their_metadata():
    items = list(read([SEEDS]))
    assert len(names(items)) == 5
    assert unread(items) == []
    first = items[0]
    assert first.published == date(2024, 10, 24)
    assert first.text.encode() == (SEEDS / f"{first.name}.txt").read_bytes()


def test_articles_come_in_order_of_name_whatever_the_order_of_the_paths(tmp_path):
    write(tmp_path, b_txt="B", a_md="A", c_txt="C")
    paths = [tmp_path / name for name in ("c.txt", "a.md", "b.txt")]
    assert names(list(read(paths))) == ["a", "b", "c"]
    assert list(read(paths)) == list(read(reversed(paths)))


def test_a_file_alone_has_the_metadata_it_has_in_its_folder(tmp_path):
    index = "file,published\na.txt,2024-10-24\nb.txt,yesterday\ngone.txt,\n"
    write(tmp_path, a_txt="A", b_txt="B", index_csv=index)
    assert list(read([tmp_path / "a.txt"])) == [
        Article(
            "a",
            "A",
            published=date(2024, 10, 24),
            published_basis="metadata",
            source=f"{tmp_path.as_posix()}/a.txt",
        )
    ]


def test_what_gives_no_article_is_reported_and_the_rest_is_read(tmp_path):
    write(
        tmp_path,
        good_txt="Words.",
        empty_txt="",
        binary_txt=b"\0\1",
        latin_txt=b"caf\xe9",
        image_png=b"\x89PNG",
        index_csv="file,published\ngood.txt,2024-10-24\ngone.txt,2024-10-24\n",
    )
    (tmp_path / "inner").mkdir()
    (tmp_path / ".hidden").write_text("passed over")
    items = list(read([tmp_path]))
    assert names(items) == ["good"]
    assert [name for name, _ in unread(items)] == [
        "binary.txt",
        "empty.txt",
        "latin.txt",
        "image.png",
        "index.csv",
    ]
    assert "lists 'gone.txt', and no such file" in unread(items)[-1][1]


def test_of_two_inputs_with_one_name_the_second_is_unread(tmp_path):
    one = write(tmp_path / "one", a_txt="First")
    two = write(tmp_path / "two", a_txt="Second")
    items = list(read([two, one]))
    assert [item.text for item in items if isinstance(item, Article)] == ["First"]
    assert "name is taken by" in unread(items)[0][1]


def test_an_unreadable_twin_does_not_take_the_name(tmp_path):
    write(tmp_path, a_md="", a_txt="Words.")
    assert names(list(read([tmp_path]))) == ["a"]


def test_a_file_given_twice_is_read_once(tmp_path):
    write(tmp_path, a_txt="A")
    assert len(list(read([tmp_path, tmp_path / "a.txt"]))) == 1


def test_an_article_in_another_language_is_unread(tmp_path):
    write(tmp_path, a_txt="Worte.", index_csv="file,language\na.txt,de\n")
    assert unread(list(read([tmp_path]))) == [("a.txt", "index.csv says its language is 'de'")]


def test_a_missing_input_beside_a_good_one_is_unread(tmp_path):
    write(tmp_path, a_txt="A")
    items = list(read([tmp_path, tmp_path / "nowhere"]))
    assert names(items) == ["a"]
    assert unread(items)[0][0] == "nowhere"


@pytest.mark.parametrize("files", [{}, {"index_csv": "file\n"}])
def test_an_empty_folder_is_an_input_error(tmp_path, files):
    write(tmp_path, **files)
    with pytest.raises(InputError, match="nothing to read"):
        read([tmp_path])


def test_a_missing_folder_is_an_input_error_at_once(tmp_path):
    with pytest.raises(InputError, match="no such file or folder"):
        read([tmp_path / "nowhere"])


def test_no_input_is_an_input_error():
    with pytest.raises(InputError, match="no input"):
        read([])


def test_a_file_whose_name_is_no_text_is_unread(tmp_path):
    (tmp_path / "line\nend.txt").write_text("Words.")
    (unprintable,) = read([tmp_path])
    assert unprintable.reason == "its name is not plain text"
