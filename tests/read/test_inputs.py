import gzip
import io
import sys
from datetime import date
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.model import Article, Unread
from kg.read.inputs import read
from kg.read.options import Columns, ReadOptions
from tests.read import samples

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


def test_folders_are_read_however_deep_and_names_tell_the_way(tmp_path):
    for folder in ("2024", "2025/spring"):
        (tmp_path / folder).mkdir(parents=True)
        write(tmp_path / folder, report_txt="Words.")
    write(tmp_path, report_txt="Words.")
    assert names(list(read([tmp_path]))) == ["2024--report", "2025--spring--report", "report"]


def test_hidden_folders_and_earlier_builds_are_passed_over(tmp_path):
    for folder in (".git", "graph/articles", "deep/er"):
        (tmp_path / folder).mkdir(parents=True)
        write(tmp_path / folder, a_txt="Words.")
    (tmp_path / "graph" / "graph.ttl").write_text("")
    (tmp_path / "deep" / "loop").symlink_to(tmp_path)
    items = list(read([tmp_path]))
    assert names(items) == ["deep--er--a"]


def test_what_a_browser_saves_beside_a_page_is_passed_over(tmp_path):
    for folder in ("Story_files", "Other_files"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "frame.html").write_text(samples.page(2))
        (tmp_path / folder / "style.css").write_text("a { color: red }")
    (tmp_path / "Story.html").write_text(samples.page())
    items = list(read([tmp_path]))
    assert names(items) == ["Other_files--frame", "Story"]
    assert [name for name, _ in unread(items)] == ["style.css"]


def test_metadata_that_does_not_print_is_made_to(tmp_path):
    row = {"id": "a", "text": samples.TEXT, "title": "A\u0000 de\nnial\u2028" + "x" * 9999}
    write(tmp_path, a_jsonl=samples.jsonl([row]))
    (article,) = read([tmp_path])
    assert article.title == ("A de nial " + "x" * 9999)[:500]


def test_a_mapping_for_tables_leaves_front_matter_alone(tmp_path):
    write(tmp_path, a_md=f"---\ndate: 2024-10-24\n---\n{samples.TEXT}")
    (article,) = read([tmp_path], ReadOptions(columns=Columns(published="day")))
    assert article.published == date(2024, 10, 24)


def test_what_begins_like_many_pages_is_looked_at_once(tmp_path):
    write(tmp_path, a_x=b"<!---->" * 580 + b"<p>", b_x=b"<!-- a --> " * 9 + samples.page().encode())
    write(tmp_path, c_jsonl=b'{"a": "' + b"[\\n" * 1_000_000 + b'"}\n')
    items = list(read([tmp_path], ReadOptions(any_language=True)))
    assert names(items) == ["b.x"]
    assert [name for name, _ in unread(items)] == ["c.jsonl line 1", "a.x"]


def test_patterns_are_matched_where_the_shell_has_not(tmp_path):
    (tmp_path / "in").mkdir()
    write(tmp_path, a_txt="A", b_md="B")
    write(tmp_path / "in", c_txt="C")
    assert names(list(read([tmp_path / "*.txt"]))) == ["a"]
    assert names(list(read([tmp_path / "**" / "*.txt"]))) == ["a", "c"]
    with pytest.raises(InputError, match="no such file"):
        read([tmp_path / "*.html"])


def test_a_file_whose_name_has_the_signs_of_a_pattern_is_itself(tmp_path):
    (tmp_path / "a[1].txt").write_text("Words.")
    assert names(list(read([tmp_path / "a[1].txt"]))) == ["a[1]"]


def test_files_of_one_unknown_ending_are_one_line(tmp_path):
    write(tmp_path, a_png=b"1", b_png=b"2", c_css=b"3", d_txt="Words.")
    declined = [item for item in read([tmp_path]) if isinstance(item, Unread)]
    assert [item.source.removeprefix(f"{tmp_path.as_posix()}/") for item in declined] == [
        "c.css",
        "a.png and 1 more '.png' beside it",
    ]


@pytest.mark.parametrize(
    ("name", "command"),
    [("a b.docx", "pandoc --wrap=none -t plain '"), ("a.pdf", "pdftotext '"), ("a.zip", "unzip '")],
)
def test_what_is_not_read_is_refused_with_the_command_that_makes_it_readable(
    tmp_path, name, command
):
    (tmp_path / name).write_bytes(b"PK")
    (unread,) = read([tmp_path / name])
    assert command in unread.remedy and f"{name}'" in unread.remedy


def test_pages_are_known_without_an_ending_and_other_files_by_the_option(tmp_path):
    (tmp_path / "story.php?id=3").write_text(samples.page())
    (tmp_path / "story.php?id=4").write_text(samples.page(2))
    (tmp_path / "words.asc").write_text("Words.")
    found = names(list(read([tmp_path], ReadOptions(format="text"))))
    assert found == ["story.php?id=3", "story.php?id=4", "words.asc"]


@pytest.mark.parametrize(
    "data",
    [
        samples.jsonl([samples.row(text=samples.TEXT, day="")]),
        b"[\n " + samples.jsonl([samples.row(text=samples.TEXT, day="")]) + b"]",
        samples.page().encode(),
    ],
)
@pytest.mark.parametrize("name", ["saved.txt", "saved"])
def test_what_is_saved_under_another_ending_is_known_by_how_it_begins(tmp_path, data, name):
    (tmp_path / name).write_bytes(data)
    (article,) = read([tmp_path / name])
    assert article.title == "Ruritania denies report 1"
    assert article.text.startswith((samples.PROSE[0], article.title))


def test_an_unknown_format_or_encoding_is_an_input_error(tmp_path):
    write(tmp_path, a_txt="A")
    with pytest.raises(InputError, match=r"it is no format\. Choose one of text"):
        read([tmp_path], ReadOptions(format="pdf"))
    with pytest.raises(InputError, match="no encoding"):
        read([tmp_path], ReadOptions(encoding="utf-9"))


STREAMS = {
    "text": samples.TEXT.encode(),
    "a page": samples.page().encode(),
    "JSON Lines": samples.jsonl([samples.row(text=samples.TEXT, day="")]),
    "JSON": b"[\n" + samples.jsonl([samples.row(text=samples.TEXT, day="")]) + b"]",
    "a table": samples.separated([samples.row(text=samples.TEXT, day="")]),
    "a packed table": gzip.compress(samples.separated([samples.row(text=samples.TEXT, day="")])),
}


@pytest.mark.parametrize("case", STREAMS)
def test_standard_input_is_known_by_what_it_holds(monkeypatch, case):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STREAMS[case])))
    (article,) = read([Path("-")])
    assert samples.PROSE[0] in article.text
    assert article.source.startswith("standard input")


def test_standard_input_that_is_empty_is_unread(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    assert [item.reason for item in read([Path("-")])] == ["it is empty"]


def test_metadata_goes_before_the_page_and_the_page_before_the_dateline(tmp_path):
    dated = ["GENEVA, Oct. 1, 2024 (Wire) -- The talks ended.", *samples.PROSE]
    write(
        tmp_path,
        a_html=samples.page(prose=dated),
        b_html=samples.page(prose=dated),
        c_txt="\n".join(dated),
        d_txt=samples.TEXT,
        index_csv="file,published\na.html,2024-12-31\n",
    )
    found = [(i.name, i.published, i.published_basis) for i in read([tmp_path])]
    assert found == [
        ("a", date(2024, 12, 31), "metadata"),
        ("b", date(2024, 10, 24), "page"),
        ("c", date(2024, 10, 1), "dateline"),
        ("d", None, ""),
    ]


@pytest.mark.parametrize(
    "matter",
    [
        "---\ntitle: A denial\ndate: 2024-10-24\nauthor: [One, Two]\n---\n",
        "---\r\ntitle: A denial\r\ndate: 2024-10-24\r\n---\r\n",
        '+++\ntitle = "A denial"\ndate = 2024-10-24T08:30:00Z\n+++\n',
    ],
)
@pytest.mark.parametrize("ending", ["md", "txt"])
def test_front_matter_is_metadata_and_offsets_count_the_whole_file(tmp_path, matter, ending):
    (tmp_path / f"a.{ending}").write_bytes((matter + samples.TEXT).encode())
    (article,) = read([tmp_path])
    assert article.text == matter + samples.TEXT
    assert article.text[article.body :] == samples.TEXT
    assert (article.title, article.published) == ("A denial", date(2024, 10, 24))


def test_lines_with_labels_before_the_prose_are_metadata(tmp_path):
    matter = "Title: A denial\r\nDate: May 6, 2024\nSource: The Wire\nAuthor: A. N. Author\n"
    (tmp_path / "a.txt").write_text(f"{matter}\n{samples.TEXT}", newline="")
    (article,) = read([tmp_path])
    assert article.text[article.body :].strip() == samples.TEXT
    assert (article.title, article.publisher) == ("A denial", "The Wire")
    assert article.published == date(2024, 5, 6)


@pytest.mark.parametrize(
    "text",
    [
        "---\nOne thing or another.\n---\nWords.",
        "---\ntitle: never closed\nWords.",
        "---\n&a [*a, *a\n---\nWords.",
        "+++\nnot = toml = at all\n+++\nWords.",
        "--- and so on.",
        "Source: nobody knows.\nAuthor: he said.\n\nWords.",
        "Title: A denial\n\nWords.",
        "Title: A denial\nDate: 2024-05-06\nWords.",
        "---\n" + "[" * 15_000 + "\n---\nWords.",
    ],
)
def test_what_only_looks_like_front_matter_is_prose(tmp_path, text):
    (tmp_path / "a.md").write_text(text)
    (article,) = read([tmp_path], ReadOptions(any_language=True))
    assert (article.text, article.body) == (text, 0)


def test_merge_keys_that_would_explode_cost_nothing(tmp_path):
    levels = "".join(
        f"l{n}: &l{n} {{<<: [{', '.join([f'*l{n - 1}'] * 9)}]}}\n" for n in range(1, 40)
    )
    (tmp_path / "a.md").write_text(f"---\nl0: &l0 {{a: b}}\n{levels}title: A\n---\nWords.")
    (article,) = read([tmp_path], ReadOptions(any_language=True))
    assert article.title == "A"


def test_a_heading_is_the_title_of_markdown_without_one(tmp_path):
    (tmp_path / "a.md").write_text("# A denial\n\nRuritania denied it, and said so.")
    (article,) = read([tmp_path])
    assert (article.title, article.body) == ("A denial", 0)
