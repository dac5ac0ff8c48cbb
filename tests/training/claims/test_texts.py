"""Texts are made again from where they lie, and only where they are those that were labelled."""

import gzip
import hashlib
import json

from kg.training.claims.texts import documents, made, releases, wikinews


def packed(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode()))
    return path


def test_a_release_is_taken_as_it_is(tmp_path):
    path = packed(
        tmp_path / "state.jsonl.gz", json.dumps({"id": "a", "text": "One.\n\nTwo."}) + "\n"
    )
    assert list(releases(path)) == [("a", "One.\n\nTwo.")]


def test_an_article_loses_its_date_and_what_stands_behind_it(tmp_path):
    told = "Friday, January 4, 2019 \n\n\nThey met.\n\n\n Sources\nA"
    rows = f'url,date,title,text\nx,2019,Talks end ,"{told}"\n'
    path = packed(tmp_path / "wikinews_2019.csv.gz", rows)
    assert list(wikinews(path)) == [("Talks end", "Talks end.\n\nThey met.")]


def test_sentences_of_a_document_are_joined(tmp_path):
    rows = (
        "# newdoc id = d\n# sent_id = d-1\n# text = One.\n1\tOne\n\n# newpar\n# text = Two = 2.\n"
    )
    path = packed(tmp_path / "ewt.conllu.gz", rows)
    assert list(documents(path)) == [("d", "One.\n\nTwo = 2.")]


def test_sentences_of_pud_belong_to_the_text_that_their_number_begins_with(tmp_path):
    rows = "".join(
        f"# newdoc id = {n[:6]}\n# sent_id = {n}\n# text = {n}.\n"
        for n in ("n01001011", "n01001013")
    )
    path = packed(tmp_path / "pud-test.conllu.gz", rows)
    assert list(documents(path)) == [("n01001", "n01001011. n01001013.")]


def test_a_long_document_ends_with_a_sentence(tmp_path):
    rows = "# newdoc id = d\n" + "".join(
        f"# text = Word number {n} stands here.\n" for n in range(400)
    )
    ((_, text),) = documents(packed(tmp_path / "ewt.conllu.gz", rows))
    assert len(text) < 4300
    assert text.endswith("here.")


def test_another_text_than_was_labelled_is_told_of(tmp_path, caplog):
    rows = "".join(json.dumps({"id": n, "text": n}) + "\n" for n in ("same", "other"))
    packed(tmp_path / "gold" / "raw" / "state.jsonl.gz", rows)
    digest = hashlib.sha256(b"same").hexdigest()[:16]
    wanted = [
        {"id": n, "key": n, "published": "2020-01-01", "digest": digest}
        for n in ("same", "other", "none")
    ]
    assert [row["id"] for row in made(wanted, tmp_path)] == ["same"]
    assert "other" in caplog.text
    assert "none" in caplog.text
