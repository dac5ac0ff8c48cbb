"""What ships is what works: the wheel, unpacked away from the checkout, does the whole way."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """A folder with the wheel's contents and nothing of the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", folder, ROOT]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    if made.returncode and not os.environ.get("CI"):
        pytest.skip(f"no wheel: pip could not fetch the build tool hatchling: {made.stderr[-200:]}")
    assert made.returncode == 0, made.stderr
    (wheel,) = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "site")
    return folder / "site"


def run(site: Path, code: str) -> str:
    command = [sys.executable, "-c", code]
    env = {**os.environ, "PYTHONPATH": str(site)}
    done = subprocess.run(
        command, cwd=site.parent, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_builds_queries_and_checks(installed):
    code = f"""
import kg, kg.resources
assert kg.__file__.startswith({str(installed)!r}), kg.__file__
assert str(kg.resources.ontology()).startswith({str(installed)!r})
report = kg.build({str(ROOT / "seeds")!r}, out="graph")
print(len(kg.query("claims")) == len(report.corpus.claims) > 50, bool(kg.query("contested")))
"""
    assert run(installed, code).split() == ["True", "True"]


def test_the_wheel_brings_its_component_to_spacy(installed):
    code = """
import spacy
nlp = spacy.blank("en")
nlp.add_pipe("kg_claims")
doc = nlp("Ethiopia said that Eritrea had sent troops to Tigray. Eritrea denied it.")
print(*(claim.stance for claim in doc._.claims))
"""
    assert run(installed, code).split() == ["asserts", "denies"]


def test_the_wheel_carries_every_file_of_knowledge(installed):
    for folder in ("ontology", "queries"):
        here = {p.relative_to(ROOT) for p in (ROOT / folder).rglob("*") if p.is_file()}
        there = {p.relative_to(installed / "kg") for p in (installed / "kg" / folder).rglob("*")}
        assert here <= there
