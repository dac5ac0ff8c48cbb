import re
import tomllib
from pathlib import Path

import pytest

from kg import extras
from kg.errors import ExtraError

ROOT = Path(__file__).parents[1]


def test_a_library_that_is_there_is_given():
    assert extras.load("json", "frames").dumps([1]) == "[1]"


def test_one_that_is_not_is_named_with_the_line_that_installs_it():
    with pytest.raises(ExtraError) as caught:
        extras.load("no_such_library.inner", "frames")
    assert caught.value.value == "no_such_library"
    assert "pip install 'statecraft[frames]'" in str(caught.value)


def test_a_fault_of_our_own_is_no_missing_extra():
    with pytest.raises(ModuleNotFoundError):
        extras.load("kg.no_such_module", "frames")


def test_every_extra_for_users_is_known_with_its_modules():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    declared = project["optional-dependencies"]
    assert set(extras.EXTRAS) == set(declared) - {"training", "test"}
    for extra, modules in extras.EXTRAS.items():
        packages = {re.split(r"[<>=!~\[ ]", line)[0].replace("-", "_") for line in declared[extra]}
        assert set(modules) <= packages
    (own,) = (line for line in declared["test"] if line.startswith("statecraft"))
    assert set(re.findall(r"[a-z]+", own)[1:]) == set(extras.EXTRAS)


def test_what_is_missing_of_an_extra_is_told(monkeypatch):
    assert extras.missing("check") == ()
    monkeypatch.setattr(extras, "find_spec", lambda name: None if name == "owlready2" else 1)
    assert extras.missing("check") == ("owlready2",)
