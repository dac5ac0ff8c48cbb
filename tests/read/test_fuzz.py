"""Damage of every kind and at every place; `tests.benchmarks.fuzz_readers` does ten thousand."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kg.model import Article, Unread
from kg.read.inputs import read
from tests.benchmarks import fuzz_readers
from tests.read import samples

pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
ROOT = Path(__file__).parents[2]
PLACES = 60
"""Places in a file at which it is cut and changed; every place is tried where it is as short."""


FUZZ = """
import json, sys
from pathlib import Path
from tests.benchmarks.fuzz_readers import fuzz
print(json.dumps(fuzz(280, 7, Path(sys.argv[1]))))
"""


def test_mutated_inputs_of_every_format(tmp_path):
    # In a process of its own: the peak of this one counts all tests before.
    command = [sys.executable, "-c", FUZZ, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["raised"] == []
    assert found["slowest"] < 60
    assert not [kind for kind in found if "reading it failed" in kind]
    assert max(found["kilobytes"], found["kilobytes of the other process"]) < fuzz_readers.GIGABYTE


@pytest.mark.parametrize(
    "ending", ["md", "html", "jsonl", "csv", "parquet", "warc", "warc.gz", "jsonl.zst"]
)
def test_a_file_cut_or_changed_anywhere_gives_whole_articles_or_reasons(tmp_path, ending):
    whole = fuzz_readers.seeds(tmp_path)[ending]
    (tmp_path / "seed.parquet").unlink()
    path = tmp_path / f"a.{ending}"
    for place in range(0, len(whole), max(1, len(whole) // PLACES)):
        changed = whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :]
        for data in (whole[:place], changed):
            path.write_bytes(data)
            for item in read([path]):
                assert isinstance(item, Article | Unread)
                if isinstance(item, Unread):
                    assert item.reason and item.remedy and "reading it failed" not in item.reason
                    assert item.source.startswith(path.as_posix())


@pytest.mark.parametrize("ending", ["jsonl", "csv"])
def test_every_single_cut_of_a_small_table_keeps_the_rows_before(tmp_path, ending):
    rows = [{"id": f"n{n}", "text": "It was so, he said."} for n in range(3)]
    data = samples.jsonl(rows) if ending == "jsonl" else samples.separated(rows)
    path = tmp_path / f"a.{ending}"
    newline = b"\n" if ending == "jsonl" else b"\r\n"
    header = ending == "csv"
    for place in range(len(data)):
        path.write_bytes(data[:place])
        found = [item.name for item in read([path]) if isinstance(item, Article)]
        whole = data[:place].count(newline) - header
        assert found[: max(0, whole)] == [f"n{n}" for n in range(whole)]
