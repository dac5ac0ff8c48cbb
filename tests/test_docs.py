"""The README cannot drift from what it describes."""

import re
import shlex
from pathlib import Path

import pytest

from kg.cli.main import app

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
QUERIES = sorted(path.stem for path in (ROOT / "queries").glob("*.rq"))
INTERNAL = {"network", "network-agents"}  # what the page is drawn from
COMMANDS = sorted(command.name for command in app.registered_commands)
SHELL = [
    line[2:].partition("#")[0].strip() for line in README.splitlines() if line.startswith("$ ")
]


def test_the_two_commands_come_first():
    assert SHELL[:2] == ["make graph", "make test"]
    assert README.index("$ make graph") < README.index("![")


def test_a_picture_of_the_page_is_there():
    (picture,) = re.findall(r"!\[[^]]+\]\(([^)]+)\)", README)
    assert (ROOT / picture).is_file()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command):
    assert f"`kg {command}" in README or any(line.startswith(f"kg {command}") for line in SHELL)


@pytest.mark.parametrize("query", [name for name in QUERIES if name not in INTERNAL])
def test_every_query_is_named(query):
    assert f"`{query}`" in README


def test_no_command_is_documented_that_does_not_exist():
    named = set(re.findall(r"`kg ([a-z]+)", README))
    named |= {shlex.split(line)[1] for line in SHELL if line.startswith("kg ")}
    assert named <= set(COMMANDS)


def test_every_file_that_the_readme_links_is_there():
    links = re.findall(r"\]\(([^)#]+)\)", README)
    missing = [link for link in links if "://" not in link and not (ROOT / link).exists()]
    assert missing == []


def test_every_make_target_that_the_docs_name_exists():
    makefile = (ROOT / "Makefile").read_text()
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = re.findall(r"make ([a-z]+)", "\n".join(re.findall(r"[`$]\s?(make [a-z]+)", README)))
    named += re.findall(r"\$ make ([a-z]+)", contributing)
    assert {target for target in named if f"\n{target}:" not in makefile} == set()
