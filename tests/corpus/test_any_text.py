"""Any text at all, from a file to its claims: nothing raises, and every quote is where it says."""

import json

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kg.corpus.workers import extract_one
from kg.model import Article, Reading
from kg.read.inputs import read
from kg.read.options import ReadOptions

SENTENCES = (
    "Ruritania denied on Monday that it had sent 2,000 troops to Somalia.",
    "“Sudan has bombed our villages by next week,” Chad’s defence ministry said.",
    "GENEVA, Oct. 24, 2024 (Wire) -- Turkey will impose sanctions on Greece next month.",
)
ODD = ("\u200b", "\u202e", "\ufeff", "\u0301", "\u2028", "\x0b", "\x85", "😀", "שלום", "\x1b[31m")
pieces = st.one_of(st.sampled_from(SENTENCES), st.sampled_from(ODD), st.text(max_size=15))
texts = st.one_of(st.text(max_size=60), st.lists(pieces, max_size=6).map("".join))
ANY = ReadOptions(any_language=True)
SETTINGS = settings(
    max_examples=50,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def check(article: Article) -> None:
    """What holds for the claims of any article."""
    outcome = extract_one(article, None)
    assert isinstance(outcome, Reading), outcome
    for words in (
        *(claim.evidence for claim in outcome.claims),
        *(claim.trigger for claim in outcome.claims),
        *(declined.sentence for declined in outcome.declined),
    ):
        assert article.text[words.start : words.end] == words.quote
        assert words.end > article.body
    article.text.encode()


@pytest.mark.parametrize("before", ["", "---\ntitle: Ruritania sent troops to Chad.\n---\n"])
@SETTINGS
@given(text=texts)
@example(text="\n\n---\nRuritania denied it.")
@example(text="\r\rRuritania sent 2,000 troops to Chad.\r")
def test_any_text_in_a_file(tmp_path, before, text):
    path = tmp_path / "a.md"
    path.write_bytes((before + text).encode())
    for item in read([path], ANY):
        if isinstance(item, Article):
            assert item.text == (before + text).removeprefix("\ufeff")
            check(item)


def test_any_texts_in_json_lines(tmp_path):
    found: list[str] = []

    @SETTINGS
    @given(text=st.one_of(texts, st.text(st.characters(), max_size=30)))
    def gather(text):
        found.append(text)

    gather()
    path = tmp_path / "a.jsonl"
    lines = [json.dumps({"id": f"n{n}", "text": text}) for n, text in enumerate(found)]
    path.write_text("\n".join(lines))
    items = list(read([path], ANY))
    assert len(items) == len(found)
    for item in items:
        if isinstance(item, Article):
            assert item.text == found[int(item.name[1:])]
            check(item)
    assert sum(isinstance(item, Article) for item in items) > len(found) // 3
