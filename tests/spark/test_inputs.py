from pathlib import Path

import pytest

from kg.errors import InputError
from kg.model import Article, Unread
from kg.read.inputs import read
from kg.read.options import ReadOptions
from kg.spark.inputs import articles
from kg.spark.session import started

ANY = ReadOptions(any_language=True)


def file(folder: Path, name: str, words: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(words)


@pytest.mark.usefixtures("spark")
def test_inputs_give_the_articles_that_one_process_reads(tmp_path):
    for number in range(4):
        file(tmp_path, f"deep/a{number}.txt", f"Words that are told in file {number}.")
    file(
        tmp_path,
        "b.jsonl",
        '{"id": "one", "text": "Some words."}\n{"id": "one", "text": "Other."}\n',
    )
    file(tmp_path, "index.csv", "file,published\nmissing.txt,2024-10-24\n")
    with started("local[1]") as context:
        found = articles(context, [tmp_path], ANY, 2).collect()
        url = articles(context, [Path(f"file://{tmp_path}/b.jsonl")], ANY, 1).collect()
        with pytest.raises(InputError, match="matches 0 files"):
            articles(context, [Path(f"file://{tmp_path}/*.parquet")], ANY, 1)
        with pytest.raises(InputError, match="on one machine alone"):
            articles(context, [Path("-")], ANY, 1)
    wanted = list(read([tmp_path], ANY))
    assert sorted(map(repr, found)) == sorted(map(repr, wanted))
    assert sum(isinstance(item, Unread) for item in wanted) == 2
    assert [item.name for item in url if isinstance(item, Article)] == ["one"]
    assert url[0].source.startswith("file:")
