"""The seeds through the real pipeline, as a user builds them."""

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

import kg
from tests.corpus.contents import contents

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"


def run(out: Path, *arguments: object, seed: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from kg.cli.main import run; run()", "build"]
    return subprocess.run(
        [*command, *map(str, arguments), "--out", str(out)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("whole") / "graph"
    result = run(out, SEEDS, seed="0")
    assert result.returncode == 0, result.stderr
    assert result.stderr == ""
    return out


def rows(out: Path) -> list[dict[str, str]]:
    with (out / "claims.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_the_same_bytes_with_another_seed_another_order_and_two_workers(built, tmp_path):
    files = sorted(SEEDS.glob("*.txt"), reverse=True)
    result = run(tmp_path, *files, "--workers", 2, seed="1")
    assert result.returncode == 0, result.stderr
    assert contents(tmp_path) == contents(built)


def test_every_quote_stands_where_its_offsets_say(built):
    claims = rows(built)
    assert len(claims) > 50
    for row in claims:
        text = (SEEDS / f"{row['article']}.txt").read_bytes().decode()
        assert text[int(row["start"]) : int(row["end"])] == row["quote"]


def test_an_article_gives_the_same_claims_alone_and_among_others(built):
    among = rows(built)
    for article in kg.read(SEEDS):
        (reading,) = kg.extract([article])
        together = [row["claim"] for row in among if row["article"] == article.name]
        assert sorted(claim.id for claim in reading.claims) == sorted(together)


def test_the_graph_passes_its_checks(built):
    code = "from kg.cli.main import run; run()"
    result = subprocess.run(
        [sys.executable, "-c", code, "check", "--graph", str(built / "graph.ttl")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_what_the_seeds_are_about_is_contested(built):
    stances = {
        (row["class"], row["actor"], row["recipient"], row["stance"])
        for row in kg.query("contested", built)
    }
    assert {("Deployment", "PRK", "RUS", "asserts"), ("Deployment", "PRK", "RUS", "denies")} <= (
        stances
    )


def test_an_unknown_model_is_said(tmp_path):
    result = run(tmp_path / "graph", SEEDS, "--model", "no_such_model", seed="0")
    assert result.returncode == 2
    assert "no_such_model" in result.stderr
    assert "Traceback" not in result.stderr
    result = run(tmp_path / "graph", SEEDS, "--model", "no_such_model", "--workers", 2, seed="0")
    assert result.returncode == 2
    assert "Traceback" not in result.stderr
    assert not (tmp_path / "graph").exists()
