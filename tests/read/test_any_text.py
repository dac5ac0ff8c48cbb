"""Any text in a table comes out as it went in, or is declined for holding no words."""

import csv
import io
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Article
from kg.read.inputs import read
from kg.read.options import ReadOptions
from kg.read.text import decode
from tests.read import samples

ODD = ('"', ",", ";", "\r", "\n", "\r\n", "\t", "\u2028", "\x85", "\x0b", "\\", "\ufeff", "{", "'")
WRITTEN = re.compile(r"\\[nrtu\"'/]|&#?\w+;|<[a-z/!?]", re.IGNORECASE)
texts = st.one_of(
    st.text(max_size=40),
    st.lists(st.one_of(st.sampled_from(ODD), st.text(max_size=3)), max_size=12).map("".join),
)


def many() -> list[str]:
    found = ["A first line of words, to begin with."]

    @settings(max_examples=400, deadline=None, database=None, derandomize=True)
    @given(text=texts)
    def gather(text):
        if not WRITTEN.search(text):  # services write signs and markup so, and mean them
            found.append(text)

    gather()
    return found


def written(rows: list[dict[str, object]], ending: str, path) -> None:
    if ending == "parquet":
        samples.parquet(rows, path)
    elif ending == "json":
        path.write_text(json.dumps(rows))
    elif ending == "jsonl":
        path.write_bytes(samples.jsonl(rows))
    else:
        out = io.StringIO(newline="")
        writer = csv.DictWriter(
            out, ["id", "text"], delimiter="\t" if ending == "tsv" else ",", quoting=csv.QUOTE_ALL
        )
        writer.writeheader()
        writer.writerows(rows)
        path.write_bytes(out.getvalue().encode())


@pytest.mark.parametrize("ending", ["csv", "tsv", "jsonl", "json", "parquet"])
def test_any_text_in_a_table(tmp_path, ending):
    rows = [{"id": f"n{n}", "text": text} for n, text in enumerate(many())]
    path = tmp_path / f"a.{ending}"
    written(rows, ending, path)
    found = {
        item.name: item.text
        for item in read([path], ReadOptions(any_language=True))
        if isinstance(item, Article)
    }
    wanted = {row["id"]: row["text"] for row in rows if isinstance(_as_file(row["text"]), str)}
    assert found == wanted
    assert len(found) > len(rows) // 2


def _as_file(text: str) -> object:
    """What the text would be in a file of its own, its mark kept."""
    read_as = decode(b"\xef\xbb\xbf" + text.encode(), "a.txt")
    return text if isinstance(read_as, str) else read_as
