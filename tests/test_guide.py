"""The guide says what the program does now."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

import kg
from tests import guide

ROOT = Path(__file__).parents[1]
each_page = pytest.mark.parametrize("page", guide.pages(), ids=lambda page: page.name)


@pytest.fixture(scope="module")
def seeds(seeds_graph):
    return kg.open(seeds_graph)


@each_page
def test_what_is_made_is_up_to_date(page, seeds):
    """Where it changed for good reason: `make readme`, then read what changed."""
    assert guide.renewed(page, seeds) == page.read_text(encoding="utf-8")


def test_every_part_stands_in_one_page():
    named = [n for p in guide.pages() for n in re.findall(r"<!-- made: ([\w-]+)", p.read_text())]
    assert sorted(named) == sorted(guide.PARTS)


@each_page
def test_links_lead_somewhere(page):
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_page_is_in_the_list_of_contents():
    contents = (guide.GUIDE / "README.md").read_text(encoding="utf-8")
    pages = {page.name for page in guide.pages()} - {"README.md"}
    assert {name for name in pages if f"]({name})" not in contents} == set()


def test_the_example_is_contested_and_left_open():
    (part,) = re.findall(r"made: paragraph -->(.*?)<!-- end", _text("model.md"), re.DOTALL)
    for stance in ("asserts", "denies", "unconfirmed"):
        assert stance in part


def test_the_citation_names_what_the_package_declares():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    cited = yaml.safe_load((guide.GUIDE / "CITATION.cff").read_text())
    assert (str(cited["version"]), cited["license"]) == (project["version"], project["license"])
    assert f"version {project['version']}" in _text("cite.md")


def test_a_table_shows_what_people_read():
    rows = [{"what": "a|b", "claim_iri": "urn:x", "empty": "", "quote": "w " * 60}] * 5
    shown = guide.table(rows)
    assert shown.startswith("| what | quote |\n| --- | --- |\n| a\\|b | w w")
    assert "…" in shown and shown.endswith("and 2 more.\n") and "urn:x" not in shown


def test_no_rows_are_said():
    assert "No row" in guide.table([])


def _text(name: str) -> str:
    return (guide.GUIDE / name).read_text(encoding="utf-8")
