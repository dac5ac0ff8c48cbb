"""README.md and the guide say what the program does now, and all that they show runs."""

import json
import re
import shlex
import tomllib
from contextlib import nullcontext
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml
from typer.main import get_command

import kg
from kg.cli.main import app
from kg.extras import EXTRAS
from tests.forked.begun import found
from tests.guide import blocks, parts
from tests.guide.blocks import GUIDE, README, ROOT
from tests.guide.renew import copied
from tests.outside import need

PAGES = {page: page.read_text(encoding="utf-8") for page in blocks.pages()}
OTHERS = {"pip", "curl", "python3", ".", "zcat"}
"""Programs that are named and not run; what they are given is not ours to check."""
HELP_AS_SHOWN = (0, 29)
FIRST = GUIDE / "start.md"
"""The page whose commands are started as its readers start them; those of the others are forked."""
RUN = {"console", "python"}
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def release(package: str) -> tuple[int, ...]:
    """The first two numbers of the version that is installed."""
    return tuple(map(int, version(package).split(".")[:2]))


def having(*languages):
    """The pages with a block of one of the languages."""
    found = [
        p for p, text in PAGES.items() if {b.language for b in blocks.blocks(text)} & {*languages}
    ]
    return pytest.mark.parametrize("page", found, ids=lambda page: page.name)


@pytest.fixture(scope="module")
def seeds(seeds_graph):
    return kg.open(seeds_graph)


@pytest.mark.parametrize("page", [p for p in PAGES if p.parent == GUIDE], ids=lambda p: p.name)
def test_what_is_made_is_up_to_date(page, seeds):
    """Where it changed for good reason: `make readme`, then read what changed."""
    if page.name == "commands.md" and release("typer") < HELP_AS_SHOWN:
        pytest.skip("typer before 0.29 writes the kinds of values otherwise")
    assert parts.renewed(PAGES[page], seeds) == PAGES[page]


@having("console")
@pytest.mark.usefixtures("offline")
def test_the_commands_print_what_the_page_shows(page, prepared, programs):
    """Where it changed for good reason: `make readme`, then read what changed."""
    if "$ for f in papers/*.pdf" in PAGES[page]:
        need("pdftotext", "poppler-utils")
    with copied(prepared) as folder, nullcontext() if page == FIRST else found(programs):
        assert blocks.ran(PAGES[page], folder) == PAGES[page]


@having("python")
@pytest.mark.usefixtures("offline")
def test_the_python_of_the_page_runs(page, prepared):
    with copied(prepared) as folder:
        blocks.run_script(PAGES[page], folder)


@each_page
def test_every_block_is_of_a_kind_that_is_checked(page):
    kinds = {b.language for b in blocks.blocks(PAGES[page]) if not b.file}
    assert kinds <= RUN | {"sh", "json"}


@having("json")
def test_json_is_json(page):
    for block in blocks.blocks(PAGES[page]):
        if block.language == "json":
            json.loads(block.text)


def lines():
    """Commands of `kg` that the pages name and do not run: in blocks of the shell, and in prose."""
    for page, text in PAGES.items():
        outside = blocks.MADE.sub("", text)
        named = re.findall(r"`(kg [a-z]+[^`]*)`", outside)
        for block in blocks.blocks(text):
            if block.language == "sh":
                named += [part.strip() for part in re.split(r"[|\n]", block.text)]
        yield from ((page.name, line) for line in named if line)


@pytest.mark.parametrize(("page", "line"), sorted(set(lines())))
def test_a_command_that_is_named_is_one(page, line):
    words = shlex.split(line)
    while words and re.fullmatch(r"[A-Z_]+=.*", words[0]):
        words.pop(0)
    if words[0] != "kg":
        assert words[0] in OTHERS
        return
    command = get_command(app).commands[words[1]]
    given = [word for word in words[2:] if word != "..."]
    if given:  # else the command is named, not shown
        command.make_context(words[1], given)


def test_every_extra_that_is_named_is_declared_and_every_one_is_named():
    named = set(re.findall(r"'statecraft\[([a-z]+)\]'", "\n".join(PAGES.values())))
    assert named == set(EXTRAS)


@each_page
def test_links_lead_somewhere(page):
    for link, anchor in re.findall(r"\]\(([^)#:]*)(#[^)]*)?\)", PAGES[page]):
        target = (page.parent / link) if link else page
        assert target.exists(), link
        if anchor and target.suffix == ".md":
            assert anchor in anchors(target), f"{link}{anchor}"


def anchors(page: Path) -> set[str]:
    """What headings are linked by, as GitHub makes it."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    kept = (re.sub(r"[^\w -]", "", heading.lower()) for heading in headings)
    return {f"#{words.replace(' ', '-')}" for words in kept}


def test_every_part_stands_in_one_page():
    named = [name for text in PAGES.values() for name in re.findall(r"<!-- made: ([\w-]+)", text)]
    assert sorted(named) == sorted({*parts.PARTS, "accuracy"})


def test_every_page_is_in_the_list_of_contents():
    contents = PAGES[GUIDE / "README.md"]
    pages = {page.name for page in PAGES if page.parent == GUIDE} - {"README.md"}
    assert {name for name in pages if f"]({name})" not in contents} == set()


def test_every_option_of_a_build_is_told_in_words():
    (build,) = (c for name, c in get_command(app).commands.items() if name == "build")
    options = {name for p in build.params for name in p.opts if name.startswith("--")}
    told = PAGES[GUIDE / "inputs.md"]
    assert {option for option in options - {"--help"} if f"`{option}`" not in told} == set()


def test_the_example_is_contested_and_left_open():
    (part,) = re.findall(r"made: paragraph -->(.*?)<!-- end", PAGES[GUIDE / "model.md"], re.DOTALL)
    for stance in ("asserts", "denies", "unconfirmed"):
        assert stance in part


def test_the_citation_names_what_the_package_declares():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    cited = yaml.safe_load((GUIDE / "CITATION.cff").read_text())
    assert str(cited["version"]) == project["version"]
    assert cited["license"] == project["license"].partition(" AND ")[0]  # the code's
    assert f"version {project['version']}" in PAGES[GUIDE / "cite.md"]


def test_the_readme_is_a_screen():
    assert len(PAGES[README].splitlines()) <= 60
