"""Every bad input a user can give, through the real command."""

import csv
import json
from pathlib import Path

import pytest

from kg.corpus import workers
from tests.corpus.contents import contents as built
from tests.corpus.contents import names
from tests.corpus.fake import FakeReader, Reckoning

SENT = "Eritrea sent troops, Ethiopia said.\n"
DENIED = "Eritrea denied it.\n"
PRODUCTS = {"graph.ttl", "graph.html", "claims.csv", "declined.csv", "articles", "report.json"}


@pytest.fixture(autouse=True)
def fake_reader(monkeypatch):
    monkeypatch.setattr(workers, "reader", lambda model: FakeReader())


@pytest.fixture
def folder(tmp_path) -> Path:
    made = tmp_path / "news"
    made.mkdir()
    (made / "one.txt").write_text(SENT + "He may go.\n")
    (made / "two.txt").write_text(DENIED)
    return made


@pytest.fixture
def out(tmp_path) -> Path:
    return tmp_path / "graph"


def articles(out: Path) -> set[str]:
    with (out / "claims.csv").open(newline="", encoding="utf-8") as file:
        return {row["article"] for row in csv.DictReader(file)}


def test_a_build_writes_its_files_and_says_what_it_found(kg, folder, out):
    result = kg("build", folder, "--out", out)
    assert result.exit_code == 0, result.output
    assert names(out) == PRODUCTS
    assert result.stderr == ""  # no progress bar where there is no terminal
    for words in ("2 articles", "2 claims", "1 event, 1 contested", "1 sentence", "no actor"):
        assert words in result.stdout
    assert f"kg query contested --graph {out / 'graph.ttl'}" in result.stdout


def test_the_command_that_a_build_ends_with_works(kg, folder, out):
    lines = kg("build", folder, "--out", out).stdout.splitlines()
    (shown,) = (line.split("kg ")[1].split() for line in lines if "kg show" in line)
    result = kg(*shown)
    assert result.exit_code == 0
    assert "»Eritrea" in result.stdout


def test_the_same_bytes_whatever_the_order_and_the_run(kg, folder, tmp_path):
    files = sorted(folder.iterdir())
    kg("build", folder, "--out", tmp_path / "a")
    kg("build", *reversed(files), "--out", tmp_path / "b")
    assert built(tmp_path / "a") == built(tmp_path / "b")


BAD = {
    "an empty file": ("empty.txt", b"", "it is empty"),
    "white space only": ("blank.txt", b" \n\n", "it is empty"),
    "a binary file": ("photo.txt", b"\x89PNG\0\0", "it is binary"),
    "a file that is not UTF-8": ("latin.txt", "Côte".encode("latin-1"), "it is not UTF-8"),
    "a file in UTF-16": ("wide.txt", SENT.encode("utf-16"), "it is UTF-16"),
    "another kind of file": ("paper.pdf", b"%PDF-1.7", "its ending is not"),
    "a name that is taken": ("one.md", SENT.encode(), "its name is taken by"),
    "an article that breaks the reader": ("odd.txt", b"break", "RecursionError: too deep"),
    "an index row without its file": ("index.csv", b"file\ngone.txt\n", "it lists 'gone.txt'"),
    "an index that is no table": ("index.csv", b'file\n"one.txt\n', "it is no CSV"),
    "an index without names": ("index.csv", b"title\nx\n", "it has no column 'file'"),
    "an index with a bad date": (
        "index.csv",
        b"file,published\none.txt,24 Oct\n",
        "published '24 Oct' is no date",
    ),
}


@pytest.mark.parametrize("bad", BAD)
def test_the_rest_is_built_and_the_reason_is_said(kg, folder, out, bad):
    name, data, reason = BAD[bad]
    (folder / name).write_bytes(data)
    result = kg("build", folder, "--out", out)
    assert result.exit_code == 0, result.output
    assert reason in result.stdout
    assert name in result.stdout
    # of one.md and one.txt either may be the one that is read
    assert {"one", "two"} <= articles(out)


ALONE = {
    "an empty file": (b"", "it is empty"),
    "a binary file": (b"\0\0", "it is binary"),
    "a file that is not UTF-8": (b"\xff\xe9", "it is not UTF-8"),
    "an article that breaks the reader": (b"break", "RecursionError"),
}


@pytest.mark.parametrize(("data", "reason"), ALONE.values(), ids=ALONE.keys())
def test_nothing_readable_ends_with_2_and_every_reason(kg, tmp_path, out, data, reason):
    (tmp_path / "only.txt").write_bytes(data)
    result = kg("build", tmp_path / "only.txt", "--out", out)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert f"only.txt: {reason}" in result.stderr.replace("reading it failed: ", "")
    assert "no article in it could be read" in result.stderr
    assert "Traceback" not in result.stderr
    assert not out.exists()


def test_an_empty_folder(kg, tmp_path, out):
    (tmp_path / "empty").mkdir()
    result = kg("build", tmp_path / "empty", "--out", out)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "nothing to read in it" in result.stderr
    assert not out.exists()


def test_a_missing_folder(kg, tmp_path, out):
    result = kg("build", tmp_path / "nowhere", "--out", out)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "nowhere: no such file or folder" in result.stderr


def test_a_missing_folder_beside_a_good_one(kg, folder, tmp_path, out):
    result = kg("build", folder, tmp_path / "nowhere", "--out", out)
    assert result.exit_code == 0
    assert "nowhere: it cannot be opened: No such file or directory" in result.stdout


@pytest.mark.parametrize("arguments", [(), ("--workers", "0"), ("--nonsense",)])
def test_a_wrong_call_ends_with_2(kg, folder, out, arguments):
    given = (folder, "--out", out, *arguments) if arguments else ()
    result = kg("build", *given)
    assert result.exit_code == 2
    assert result.stderr and result.stdout == ""


def test_an_output_that_is_a_file_is_refused(kg, folder, tmp_path):
    (tmp_path / "file").write_text("mine")
    result = kg("build", folder, "--out", tmp_path / "file")
    assert result.exit_code == 2
    assert "it is a file, not a folder" in result.stderr
    assert (tmp_path / "file").read_text() == "mine"


def test_a_failed_run_leaves_the_old_graph_whole(kg, folder, out, monkeypatch):
    kg("build", folder, "--out", out)
    before = built(out)
    (folder / "three.txt").write_text(SENT)

    def broken(*arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kg.show.page.render", broken)
    result = kg("build", folder, "--out", out)
    assert result.exit_code == 2
    assert "No space left on device" in result.stderr
    assert built(out) == before


def test_a_second_build_forgets_the_articles_of_the_first(kg, folder, out):
    kg("build", folder, "--out", out)
    (folder / "two.txt").unlink()
    kg("build", folder, "--out", out)
    assert {path.name for path in (out / "articles").iterdir()} == {"one.txt"}


def test_a_hostile_article_does_nothing_to_the_terminal(kg, folder, out):
    (folder / "hostile.txt").write_text("\x1b[2J[bold]Eritrea sent</bold> </script> it may.\n")
    result = kg("build", folder, "--out", out)
    assert result.exit_code == 0
    for command in (("query", "claims"), ("query", "contested")):
        assert "\x1b" not in kg(*command, "--graph", out / "graph.ttl").stdout


def test_strict_ends_with_1_where_an_input_was_declined(kg, folder, out):
    assert kg("build", folder, "--out", out, "--strict").exit_code == 0
    (folder / "void.txt").write_text("")
    result = kg("build", folder, "--out", out, "--strict")
    assert result.exit_code == 1
    assert "void.txt: it is empty" in result.stdout
    assert articles(out) == {"one", "two"}
    assert kg("build", folder, "--out", out).exit_code == 0


def test_the_report_holds_what_was_read_and_what_was_not(kg, folder, out):
    (folder / "void.txt").write_text("")
    (folder / "three.txt").write_text("Nobody at Zorbia Holdings may speak of Eritrea's war.\n" * 2)
    kg("build", folder, "--out", out)
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    assert report["articles"] == {"read": 3, "dated": 0}
    assert [item["reason"] for item in report["declined_inputs"]] == ["it is empty"]
    assert report["claims"] == {
        "total": 2,
        "by_class": {"Deployment": {"asserts": 1, "denies": 1}},
        "by_reader": {"lexicon": 2, "taught": 0, "both": 0},
    }
    assert report["declined_sentences"] == {"total": 3, "by_reason": {"no actor": 3}}
    assert report["linked"]["contested"] == 1
    assert report["unresolved"] == [{"mention": "Zorbia Holdings", "times": 2, "articles": 1}]
    assert report["run"]["newly_read"] == 3
    assert set(report["run"]["seconds"]) == {"opening inputs", "reading", "linking", "writing"}
    kg("build", folder, "--out", out)
    again = json.loads((out / "report.json").read_text(encoding="utf-8"))
    assert again["run"]["newly_read"] == 0
    assert {**again, "run": None} == {**report, "run": None}


def test_the_summary_counts_the_claims_of_each_reader(kg, folder, out, monkeypatch):
    assert "\nRead by  lexicon 2\n" in kg("build", folder, "--out", out).stdout
    monkeypatch.setattr(workers, "reader", lambda model: Reckoning())
    (folder / "three.txt").write_text(DENIED + SENT + DENIED)
    again = kg("build", folder, "--out", out.with_name("other"))
    assert "\nRead by  taught 3, both 2\n" in again.stdout
    report = json.loads((out.with_name("other") / "report.json").read_text(encoding="utf-8"))
    assert report["claims"]["by_reader"] == {"lexicon": 0, "taught": 3, "both": 2}


def test_without_claims_no_reader_is_named(kg, folder, out):
    (folder / "one.txt").write_text("He may go.\n")
    (folder / "two.txt").unlink()
    assert "Read by" not in kg("build", folder, "--out", out).stdout


def test_only_certain_claims_are_built_on_request(kg, folder, out, monkeypatch):
    monkeypatch.setattr(workers, "reader", lambda model: Reckoning())
    result = kg("build", folder, "--out", out, "--min-certainty", "0.5")
    assert result.exit_code == 0, result.output
    assert articles(out) == {"one"}
    assert "1  certainty is below 0.5" in result.stdout
    by_reason = json.loads((out / "report.json").read_text())["declined_sentences"]["by_reason"]
    assert by_reason == {"certainty 0.3 is below 0.5": 1, "no actor": 1}


def test_a_certainty_that_cannot_be_is_refused_before_anything_is_read(kg, folder, out):
    result = kg("build", folder, "--out", out, "--min-certainty", "70")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "70: a certainty is a number from 0 to 1. Give one such as" in result.stderr
    assert not out.exists()


def test_old_links_are_kept_alive_beside_the_graph(kg, tmp_path):
    news, out = tmp_path / "news", tmp_path / "out"
    news.mkdir()
    (news / "b.txt").write_text("Eritrea sent troops, Ethiopia said.\n", encoding="utf-8")
    index = "file,title,publisher,published,published_basis,language\nb.txt,,,2021-01-02,,en\n"
    (news / "index.csv").write_text(index, encoding="utf-8")
    kg("build", news, "--out", out)
    assert not (out / "redirects.ttl").exists()
    (news / "a.txt").write_text("Troops were sent by Eritrea.\n", encoding="utf-8")
    (news / "index.csv").write_text(index + "a.txt,,,2020-12-31,,en\n", encoding="utf-8")
    kg("build", news, "--out", out)
    moved = (out / "redirects.ttl").read_text(encoding="utf-8")
    assert (
        "event:deployment-ERI-ETH-2021 dcterms:isReplacedBy event:deployment-ERI-ETH-2020" in moved
    )
    kg("build", news, "--out", out)
    assert (out / "redirects.ttl").read_text(encoding="utf-8") == moved
    kg("build", news, "--out", tmp_path / "fresh")
    assert (out / "graph.ttl").read_bytes() == (tmp_path / "fresh" / "graph.ttl").read_bytes()


def test_an_article_that_is_dated_ahead_is_named_and_read_all_the_same(kg, folder, out):
    (folder / "three.txt").write_text("Published: 2190-01-02\n\n" + SENT)
    result = kg("build", folder, "--out", out)
    assert "dated   three: its date of publication, 2190-01-02, is after today" in result.stdout
    assert "three" in articles(out)
    told = json.loads((out / "report.json").read_text())
    assert [line["source"] for line in told["run"]["dated_ahead"]] == ["three"]
