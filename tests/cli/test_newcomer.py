"""What goes wrong on the first day ends in one message that says what to do."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from kg.corpus import workers
from kg.extract.propose import network
from kg.language import pipeline
from tests.corpus.fake import FakeReader

ROOT = Path(__file__).parents[2]
SENT = "Eritrea sent troops, Ethiopia said.\n"


@pytest.fixture
def fake_reader(monkeypatch):
    monkeypatch.setattr(workers, "reader", lambda model: FakeReader())


@pytest.fixture
def news(tmp_path):
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "one.txt").write_text(SENT)
    return tmp_path / "news"


@pytest.fixture
def unloaded():
    """No reader is kept from an earlier test, nor for a later one."""
    workers.reader.cache_clear()
    yield
    workers.reader.cache_clear()


def told(result) -> str:
    """The message of a call that failed, which is all that there is to read."""
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    return result.stderr


@pytest.mark.parametrize(
    ("version", "status"), [("2.7", 2), ("3.10", 2), ("3.11", 0), ("3.13", 0), ("3.14", 2)]
)
def test_make_says_which_python_it_needs_before_it_makes_anything(tmp_path, version, status):
    """The test of the Makefile, with a version given to it."""
    need = shutil.which("make")
    if not need:
        pytest.skip("make was not found: install make")
    python = tmp_path / "python"
    major, minor = version.split(".")
    python.write_text(
        "#!/bin/sh\n"
        f'[ "$1" = -m ] && mkdir -p .venv/bin && exit 0\n'
        f'exec python3 -c "import sys; sys.version_info = ({major}, {minor}, 0); $2"\n'
    )
    python.chmod(0o755)
    shutil.copy(ROOT / "Makefile", tmp_path)
    call = [need, "-C", tmp_path, ".venv/bin/python", f"PYTHON={python}"]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stderr
    assert (tmp_path / ".venv").exists() is not status
    assert ("3.11, 3.12 or 3.13 is needed. Name one: make" in done.stdout) is bool(status)


@pytest.mark.usefixtures("unloaded")
def test_weights_of_the_parser_that_are_not_there(kg, news, tmp_path, monkeypatch):
    monkeypatch.setattr(pipeline, "_BUNDLED", tmp_path / "gone")
    message = told(kg("build", news, "--out", tmp_path / "graph"))
    assert "bundled model: spaCy cannot load it" in message
    assert "Install statecraft again." in message


@pytest.mark.usefixtures("unloaded")
def test_weights_of_the_taught_reader_that_are_damaged(kg, news, tmp_path, monkeypatch):
    shutil.copytree(network.BUNDLED, tmp_path / "model")
    (tmp_path / "model" / network.WORDS).write_text("version https://git-lfs.github.com/spec/v1\n")
    monkeypatch.setattr(network.Network.__init__, "__defaults__", (tmp_path / "model",))
    message = told(kg("build", news, "--out", tmp_path / "graph"))
    assert "words.onnx: the taught reader cannot load it" in message


@pytest.mark.parametrize("path", [r"C:\news\a.txt", r"\\server\news", r"news\a.txt"])
def test_a_path_of_windows_elsewhere(kg, tmp_path, path):
    message = told(kg("build", path, "--out", tmp_path / "graph"))
    assert path in message
    assert "it is a Windows path, and folders are parted by '/' here" in message
    assert r"C:\news is /mnt/c/news" in message


def test_a_graph_is_not_written_into_a_folder_named_like_a_drive(kg, news, monkeypatch):
    monkeypatch.chdir(news)
    assert "it is a Windows path" in told(kg("build", ".", "--out", r"C:\graph"))
    assert [entry.name for entry in news.iterdir()] == ["one.txt"]


def test_a_file_whose_name_holds_a_backslash_is_read_where_it_is_there(
    kg, news, tmp_path, fake_reader
):
    (news / "a\\b.txt").write_text(SENT)
    assert kg("build", news / "a\\b.txt", "--out", tmp_path / "graph").exit_code == 0


@pytest.mark.usefixtures("fake_reader")
@pytest.mark.parametrize("command", ["build", "demo"])
def test_a_folder_that_cannot_be_written_to(kg, news, command):
    given = (news,) if command == "build" else ()
    message = told(kg(command, *given, "--out", "/proc/graph"))
    assert "/proc/graph: it cannot be written: " in message
    assert "Choose another folder with --out." in message


def test_a_folder_of_pdfs(kg, tmp_path):
    papers = tmp_path / "my papers"
    papers.mkdir()
    for name in ("a.PDF", "b.PDF"):
        (papers / name).write_bytes(b"%PDF-1.4\n")
    message = told(kg("build", papers, "--out", tmp_path / "graph"))
    assert "a.PDF and 1 more '.pdf' beside it" in message
    assert f"""for f in '{papers}'/*.PDF; do pdftotext "$f" "$f.txt"; done""" in message
    assert "no article in it could be read" in message


def test_without_java_only_the_reasoner_is_left_out(kg, graph, monkeypatch):
    monkeypatch.setattr("kg.rdf.reasoner.shutil.which", lambda name: None)
    result = kg("check", "--graph", graph / "graph.ttl")
    assert result.exit_code == 0, result.output
    assert "HermiT needs Java, and no java was found. Install a Java runtime." in result.output


def test_a_notebook_needs_no_widgets():
    """Nothing of an install has them: what is shown is HTML, and a line of words without it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["notebooks"]]
    names = {re.split(r"[<>=\[ ]", line)[0] for line in lines}
    assert "spacy" in names and not {"ipywidgets", "anywidget"} & names
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "kg").rglob("*.py"))
    assert "widget" not in code
