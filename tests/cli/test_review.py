"""Corrections through the real commands: a file by the corpus, builds, show and review."""

import csv
import json
from pathlib import Path

import pytest

from kg.corpus import workers
from kg.correct.table import COLUMNS
from kg.rdf.shapes import validate
from tests.corpus.contents import contents
from tests.corpus.fake import FakeReader, Reckoning

SENT = "Eritrea sent troops, Ethiopia said.\n"
DENIED = "Eritrea denied it.\n"


@pytest.fixture(autouse=True)
def fake_reader(monkeypatch):
    monkeypatch.setattr(workers, "reader", lambda model: FakeReader())


@pytest.fixture
def folder(tmp_path) -> Path:
    made = tmp_path / "news"
    made.mkdir()
    (made / "one.txt").write_text(SENT)
    (made / "two.txt").write_text(DENIED)
    return made


@pytest.fixture
def out(tmp_path) -> Path:
    return tmp_path / "graph"


def rows(out: Path) -> list[dict[str, str]]:
    with (out / "claims.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def say(folder: Path, *lines: dict[str, str]) -> None:
    with (folder / "corrections.csv").open("w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, COLUMNS, restval="")
        table.writeheader()
        table.writerows({"who": "Ada", **line} for line in lines)


def test_a_rejected_claim_leaves_table_and_graph_and_its_verdict_stays(kg, folder, out):
    kg("build", folder, "--out", out)
    sent, denied = rows(out)
    say(folder, {"claim": sent["claim"], "verdict": "reject", "why": "a film"})
    result = kg("build", folder, "--out", out)
    assert result.exit_code == 0, result.output
    assert "Reviewed 1 reject; 0 find no claim" in result.stdout
    assert [row["claim"] for row in rows(out)] == [denied["claim"]]
    graph = out / "graph.ttl"
    told = kg("query", "corrections", "--format", "csv", "--graph", graph).stdout
    (verdict,) = csv.DictReader(told.splitlines())
    assert (verdict["claim"], verdict["why"], verdict["quote"]) == (
        sent["claim"], "a film", sent["quote"])  # fmt: skip
    assert validate(graph).violations == ()
    assert json.loads((out / "report.json").read_text())["corrections"]["applied"] == 1


def test_a_changed_slot_shows_with_who_and_why(kg, folder, out):
    say(
        folder,
        {"quote": DENIED.strip(), "article": "two", "verdict": "change", "slot": "stance",
         "value": "unconfirmed", "why": "not denied", "when": "2024-10-24"},
        {"quote": DENIED.strip(), "verdict": "change", "slot": "actor", "value": "Norway"},
        {"quote": SENT.strip(), "verdict": "accept", "who": "Ben"},
    )  # fmt: skip
    kg("build", folder, "--out", out)
    sent, denied = rows(out)
    assert (denied["stance"], denied["actor"]) == ("unconfirmed", "NOR")
    shown = kg("show", denied["claim"], "--graph", out / "graph.ttl").stdout
    assert "change stance from 'denies' to 'unconfirmed' by Ada, 2024-10-24: not denied" in shown
    assert "accept by Ben" in kg("show", sent["claim"], "--graph", out / "graph.ttl").stdout
    assert validate(out / "graph.ttl").violations == ()


def test_corrections_that_go_astray_and_bad_rows_are_told(kg, folder, out):
    kg("build", folder, "--out", out)
    before = rows(out)
    say(folder, {"claim": "gone", "verdict": "reject"}, {"claim": "x", "verdict": "maybe"})
    result = kg("build", folder, "--out", out)
    assert result.exit_code == 0
    assert "row 2: no claim is like it: gone" in result.stdout
    assert "row 3: verdict 'maybe' is not allowed" in result.stdout
    assert rows(out) == before
    report = json.loads((out / "report.json").read_text())
    assert [a["claim"] for a in report["corrections"]["astray"]] == ["gone"]
    assert kg("build", folder, "--out", out, "--strict").exit_code == 1


def test_corrections_give_the_same_bytes_in_one_build_and_in_two(kg, folder, tmp_path):
    kg("build", folder, "--out", tmp_path / "a")
    sent, _ = rows(tmp_path / "a")
    say(folder, {"claim": sent["claim"], "verdict": "change", "slot": "phase", "value": "ends"})
    kg("build", folder, "--out", tmp_path / "a")
    kg("build", folder, "--out", tmp_path / "b")
    assert contents(tmp_path / "a") == contents(tmp_path / "b")
    (folder / "corrections.csv").unlink()
    kg("build", folder, "--out", tmp_path / "a")
    kg("build", folder, "--out", tmp_path / "c")
    assert contents(tmp_path / "a") == contents(tmp_path / "c") != contents(tmp_path / "b")


def test_another_file_may_be_named(kg, folder, out, tmp_path):
    say(tmp_path, {"quote": SENT.strip(), "verdict": "reject"})
    kg("build", folder, "--out", out, "--corrections", tmp_path / "corrections.csv")
    assert [row["article"] for row in rows(out)] == ["two"]
    result = kg("build", folder, "--out", out, "--corrections", tmp_path / "no.csv")
    assert "no.csv: it cannot be opened" in result.stdout


@pytest.fixture
def doubted(folder, monkeypatch):
    """A corpus in which one voice says yes and no in one article."""
    (folder / "one.txt").write_text(SENT + DENIED + "Eritrea sent troops.\n")

    class OneVoice(FakeReader):
        def read(self, article):
            from dataclasses import replace

            reading = super().read(article)
            claims = (replace(claim, claimant="ERI") for claim in reading.claims)
            return replace(reading, claims=tuple(claims))

    monkeypatch.setattr(workers, "reader", lambda model: OneVoice())
    return folder


def test_review_walks_through_doubts_and_the_next_build_applies_it(kg, doubted, out):
    kg("build", doubted, "--out", out)
    graph = out / "graph.ttl"
    answers = "r\na film\nx\nc\nmood\nx\nstance\nunconfirmed\nsaid nothing\nq\n"
    result = kg("review", "--who", "Ada", "--graph", graph, input=answers)
    assert result.exit_code == 0, result.output
    assert "3 doubtful claims, 0 judged by Ada before" in result.stdout
    assert "the same voice says yes and no in one article" in result.stdout
    assert "'mood' is no slot" in result.stdout
    with (doubted / "corrections.csv").open(newline="") as file:
        said = list(csv.DictReader(file))
    assert [(row["verdict"], row["slot"], row["why"]) for row in said] == [
        ("reject", "", "a film"),
        ("change", "stance", "said nothing"),
    ]
    assert all(row["quote"] and row["article"] == "one" and row["when"] for row in said)
    assert len(rows(out)) == 4
    kg("build", doubted, "--out", out)
    assert len(rows(out)) == 3
    assert "unconfirmed" in {row["stance"] for row in rows(out)}


def test_review_begins_with_the_least_certain_and_shows_who_read_it(kg, folder, out, monkeypatch):
    monkeypatch.setattr(workers, "reader", lambda model: Reckoning())
    kg("build", folder, "--out", out)
    sent, denied = rows(out)
    result = kg("review", "--who", "Ada", "--graph", out / "graph.ttl", input="s\ns\n")
    assert "2 doubtful claims" in result.stdout
    first, second = result.stdout.split("2 of 2")
    assert f"Claim {denied['claim']}" in first and f"Claim {sent['claim']}" in second
    assert "read_by        taught" in first and "certainty      0.3" in first
    assert "read_by        lexicon, taught" in second and "certainty      0.9" in second


def test_review_passes_over_what_was_judged_and_prints_agreement(kg, doubted, out):
    kg("build", doubted, "--out", out)
    graph = out / "graph.ttl"
    kg("review", "--who", "Ada", "--graph", graph, input="a\n\nr\nno\n")
    again = kg("review", "--who", "Ada", "--graph", graph, input="")
    assert "1 doubtful claim, 2 judged by Ada before" in again.stdout
    other = kg("review", "--who", "Ben", "--graph", graph, input="a\n\na\n\nq\n")
    assert "Agreement of Ada, Ben: 1 of 2 claims" in other.stdout
    assert "Krippendorff's alpha" in other.stdout
