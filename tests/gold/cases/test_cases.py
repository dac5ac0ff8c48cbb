"""Faults that users of such tools have met, as small texts with the claims that they must give.

`cases.jsonl` holds the kinds by their first examples, `own.jsonl` other wordings, states and verbs
of the same kinds. `known.json` names the cases that are still read wrongly, and why; one that is
read right must leave it.
"""

import csv
import json
import tempfile
from pathlib import Path

import pytest

from tests import accuracy
from tests.gold.cases.compare import faults
from tests.once import once

HERE = Path(__file__).parent
CASES = [
    json.loads(line)
    for name in ("cases.jsonl", "own.jsonl")
    for line in (HERE / name).read_text(encoding="utf-8").splitlines()
]
KNOWN = json.loads((HERE / "known.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def claims(tmp_path_factory) -> dict[str, list[dict[str, str]]]:
    """The rows of claims.csv of all cases, linked as one corpus, by article; made once in a run."""
    made = once(tmp_path_factory, "cases.json", lambda path: path.write_text(json.dumps(read())))
    found: dict[str, list[dict[str, str]]] = {case["id"]: [] for case in CASES}
    for row in json.loads(made.read_text()):
        found[row["article"]].append(row)
    return found


def read() -> list[dict[str, str]]:
    """What `queries/claims.rq` gives on all cases."""
    with tempfile.TemporaryDirectory() as folder:
        news = Path(folder)
        for case in CASES:
            (news / f"{case['id']}.txt").write_text(case["text"], encoding="utf-8")
        with (news / "index.csv").open("w", encoding="utf-8", newline="") as file:
            written = csv.writer(file)
            written.writerow(["file", "published"])
            written.writerows([f"{c['id']}.txt", c["published"] or ""] for c in CASES)
        return accuracy.rows(news)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_case_gives_what_it_says(case, claims):
    found = faults(case, claims[case["id"]])
    if case["id"] in KNOWN:
        assert found, f"{case['id']} is read right now: take it out of known.json"
        pytest.xfail(KNOWN[case["id"]])
    assert not found, case["text"]


def test_every_known_fault_is_of_a_case():
    assert KNOWN.keys() <= {case["id"] for case in CASES}
