"""Whose words a report says that it prints. Agencies and papers are invented."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.knowledge.publishers import Publishers
from kg.knowledge.tables import PublisherRow
from kg.link import credits as module
from kg.link.credits import credited
from kg.model import Article

ROWS = {
    "wind": PublisherRow(key="wind", label="Wind Agency", kind="agency", names=("WA", "Tide")),
    "calm": PublisherRow(key="calm", label="Calm", kind="agency"),
    "coast": PublisherRow(key="coast", label="Coast Daily", kind="outlet"),
}
NAMES = {"windagency": "wind", "wa": "wind", "tide": "wind", "calm": "calm", "coastdaily": "coast"}
STORY = "Arland sent troops to Borland.\n\nA minister denied it.\n\nNobody was hurt."


@pytest.fixture(autouse=True, scope="module")
def invented() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "load", lambda: Publishers(ROWS, NAMES, {}, {}, {}))
        module.patterns.cache_clear()
        yield
    module.patterns.cache_clear()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (f"ARTOWN, Jan 3 (Wind Agency) - {STORY}", "wind"),
        (f"ARTOWN (WA) — {STORY}", "wind"),
        (f"ARTOWN, Arland (WA/Calm) -- {STORY}", "wind"),
        (f"ARTOWN, January 3. /Calm/. {STORY}", "calm"),
        (f"Artown, WA – {STORY}", "wind"),
        (f"(Calm) {STORY}", "calm"),
        (f"Troops sent\n\nBy JANE DOE, Wind Agency\n\n{STORY}", "wind"),
        (f"Jane Doe and John Roe | WA\n{STORY}", "wind"),
        (f"Wind Agency Staff\n{STORY}", "wind"),
        (f"{STORY}\n\nWith files from Wind Agency", "wind"),
        (f"{STORY}\n\nWith reporting by Coast Daily and Calm", "coast"),
        (f"{STORY}\n\nWA writers Jane Doe and John Roe contributed to this report.", "wind"),
        (f"{STORY}\n\nThe Wind Agency contributed to this story.", "wind"),
        (f"{STORY}\n\n© 2021 The Wind Agency. All rights reserved.", "wind"),
        (f"{STORY} (WA)", "wind"),
        (f"{STORY}\n—Calm", "calm"),
    ],
)  # fmt: skip
def test_a_credit_is_read_where_it_stands(text, key):
    assert credited(Article("a", text)) == key


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        f"Wind Agency reported that Arland sent troops. {STORY}",
        f"A minister told Calm on Monday that nobody was hurt. {STORY}",
        f"Photo: Wind Agency\n{STORY}",
        f"{STORY}\n\nPicture by John Roe via WA",
        f"{STORY}\n\nTide is high at noon.",
        f"Calm seas are expected.\n\n{STORY}",
        f"{STORY}\n\nHe contributed to this report. Wind Agency was not reached.",
    ],
)
def test_who_is_cited_or_took_a_picture_is_not_credited(text):
    assert credited(Article("a", text)) == ""


def test_front_matter_is_no_text():
    front = "---\nsource: (Calm) -\n---\n"
    assert credited(Article("a", front + STORY, body=len(front))) == ""


def test_closing_lines_without_a_name_are_those_of_their_agency(monkeypatch):
    words = module.crediting()
    own = type(words)(**{f: getattr(words, f) for f in words.__struct_fields__} | {
        "signatures": {"calm": ("(filed by", "checked by")},
    })  # fmt: skip
    monkeypatch.setattr(module, "crediting", lambda: own)
    assert credited(Article("a", f"{STORY}\n(Filed by Jane Doe; checked by John Roe)")) == "calm"
    assert credited(Article("a", f"{STORY}\n(Filed by Jane Doe)")) == ""


@given(st.text("WA()/-–—\n ,©20Bby.", max_size=200))
def test_any_text_gives_a_key_or_none(text):
    assert credited(Article("a", text)) in {"", "wind"}
