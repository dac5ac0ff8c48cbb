"""The README cannot drift from what it describes."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHELL = [
    line[2:].partition("#")[0].strip() for line in README.splitlines() if line.startswith("$ ")
]


def test_the_two_commands_come_first():
    assert SHELL[:2] == ["make graph", "make test"]
    assert README.index("$ make graph") < README.index("![")


def test_a_picture_of_the_page_is_there():
    (picture,) = re.findall(r"!\[[^]]+\]\(([^)]+)\)", README)
    assert (ROOT / picture).is_file()


def test_every_make_target_that_the_docs_name_exists():
    makefile = (ROOT / "Makefile").read_text()
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = re.findall(r"make ([a-z]+)", "\n".join(re.findall(r"[`$]\s?(make [a-z]+)", README)))
    named += re.findall(r"\$ make ([a-z]+)", contributing)
    assert {target for target in named if f"\n{target}:" not in makefile} == set()


def test_the_changelog_begins_with_the_version_of_the_package():
    """A heading for each version, the newest first; its day stands there once it is released."""
    versions = re.findall(
        r"^## \[(\d+\.\d+\.\d+)\] - (?:\d{4}-\d\d-\d\d|unreleased)$",
        (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert versions[0] == project["version"]
    numbers = [tuple(map(int, version.split("."))) for version in versions]
    assert numbers == sorted(set(numbers), reverse=True)
