import tomllib
from pathlib import Path

import pytest

from kg.corpus import health
from kg.errors import ModelError
from kg.extras import EXTRAS

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("version", "works"),
    [((3, 10, 12), False), ((3, 11, 0), True), ((3, 13, 9), True), ((3, 14, 0), False)],
)
def test_the_versions_of_python(version, works):
    found = health.python(version)
    assert found.works is works
    assert found.told == ".".join(map(str, version))
    assert "3.11" in found.remedy


def test_the_versions_are_those_that_the_package_declares():
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["requires-python"]
    low, beyond = (".".join(map(str, v)) for v in (health.LOWEST, health.BEYOND))
    assert declared == f">={low},<{beyond}"


def test_a_folder_that_takes_files_and_one_that_is_not_there(tmp_path):
    assert health.writing(tmp_path).works
    found = health.writing(tmp_path / "gone")
    assert not found.works and str(tmp_path / "gone") in found.told and "--out" in found.remedy
    assert list(tmp_path.iterdir()) == []


def test_without_java_only_the_reasoner_is_left_out(monkeypatch):
    monkeypatch.setattr(health.shutil, "which", lambda name: None)
    found = health.java()
    assert not found.works and not found.needed and "kg check" in found.told


def test_an_extra_that_is_missing_is_named_with_the_line_that_installs_it(monkeypatch):
    monkeypatch.setattr(health.extras, "missing", lambda extra: ("pyarrow",))
    found = health.part("parquet")
    assert (found.works, found.needed, found.told) == (False, False, "not installed: pyarrow")
    assert found.remedy == "Install it: pip install 'statecraft[parquet]'."


def test_weights_that_do_not_load_are_a_finding_not_a_crash(monkeypatch, tmp_path):
    def broken():
        raise ModelError("words.onnx", "it cannot be read", "Install statecraft again.")

    monkeypatch.setattr(health, "_taught", broken)
    monkeypatch.setattr(health, "_parser", lambda: None)
    found = {finding.part: finding for finding in health.examine(tmp_path)}
    assert found["parser"].works
    assert not found["taught reader"].works and found["taught reader"].needed
    assert found["taught reader"].remedy == "Install statecraft again."
    assert {f"[{extra}]" for extra in EXTRAS} <= set(found)


def test_here_the_weights_load(tmp_path):
    assert all(finding.works for finding in health.examine(tmp_path) if finding.needed)
