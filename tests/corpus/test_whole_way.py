"""The seeds through the real pipeline, as a user builds them."""

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import kg
from kg.cli.main import app
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


def rows(out: Path) -> list[dict[str, str]]:
    with (out / "claims.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_the_same_bytes_with_another_seed_another_order_and_two_workers(seeds_graph, tmp_path):
    files = sorted(SEEDS.glob("*.txt"), reverse=True)
    result = run(tmp_path, *files, "--workers", 2, seed="1")
    assert result.returncode == 0, result.stderr
    assert result.stderr == ""
    assert contents(tmp_path) == contents(seeds_graph)


def test_every_quote_stands_where_its_offsets_say(seeds_graph):
    claims = rows(seeds_graph)
    assert len(claims) > 50
    for row in claims:
        text = (SEEDS / f"{row['article']}.txt").read_bytes().decode()
        assert text[int(row["start"]) : int(row["end"])] == row["quote"]


def test_an_article_gives_the_same_claims_alone_and_among_others(seeds_graph):
    among = rows(seeds_graph)
    for article in kg.read_articles(SEEDS):
        (reading,) = kg.extract_claims([article])
        together = [row["claim"] for row in among if row["article"] == article.name]
        assert sorted(claim.id for claim in reading.claims) == sorted(together)


def test_the_graph_passes_its_checks(seeds_graph):
    result = CliRunner().invoke(app, ["check", "--graph", str(seeds_graph / "graph.ttl")])
    assert result.exit_code == 0, result.output


def test_what_the_seeds_are_about_is_contested(seeds_graph):
    stances = {
        (row["class"], row["actor"], row["recipient"], row["stance"])
        for row in kg.query("contested", seeds_graph)
    }
    assert {("Deployment", "PRK", "RUS", "asserts"), ("Deployment", "PRK", "RUS", "denies")} <= (
        stances
    )


@pytest.mark.parametrize("workers", [1, 2])
def test_an_unknown_model_is_said(tmp_path, capfd, workers):
    out, model, news = tmp_path / "graph", "no_such_model", tmp_path / "news.txt"
    news.write_text("Eritrea sent troops to Ethiopia.")
    arguments = ["build", news, "--out", out, "--model", model, "--workers", workers]
    result = CliRunner().invoke(app, list(map(str, arguments)))
    assert result.exit_code == 2
    assert model in result.stderr
    assert "Traceback" not in result.stderr + capfd.readouterr().err
    assert not out.exists()
