"""Copies, rewrites, and what only looks alike. The reports are invented."""

from __future__ import annotations

import csv
from array import array
from collections import Counter
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.link.stories import SHARED_RUNS, _alike, find_stories, sharing
from kg.model import Article

DAY = date(2021, 3, 1)
REPORT = """\
The government of Chad said on Monday that 1,200 soldiers had crossed the border from Libya.
General Abakar Saleh told reporters in Faya that the column was stopped near the wells of Ounianga.
Libya has denied that any of its units took part, and called the report a provocation.
The African Union asked both sides to withdraw their forces and to open talks in Addis Ababa.
Aid workers say that 300 families fled the fighting and are camped along the road to Fada.
An opposition leader, Mariam Idriss, accused the army of inventing the attack before the vote.
France, which keeps jets in the capital, has not confirmed the movement of troops.
"""
REWRITE = """\
Some 1,200 soldiers crossed the border from Libya, the government of Chad has said.
The column was stopped near the wells of Ounianga, according to General Abakar Saleh in Faya.
Libya denied that any of its units took part and spoke of a provocation.
Both sides were asked by the African Union to withdraw their forces and open talks in Addis Ababa.
Around 300 families fled the fighting, aid workers say, and are now camped along the road to Fada.
Opposition leader Mariam Idriss accused the army of inventing the attack.
"""
OWN_WORDS = """\
Fighting was reported from the far north of Chad after a column of 1,200 men appeared there.
Witnesses in Faya spoke of smoke over the oasis and of helicopters during the night.
Tripoli rejected every charge, while N'Djamena summoned the ambassador of Libya.
Diplomats of the African Union were preparing a mission, an official in Addis Ababa said.
Elections are due within weeks, and the opposition of Mariam Idriss doubts the army's account.
Observers recall the war of the 1980s, when Ounianga changed hands three times.
"""


def articles(*texts: str, days: tuple[int, ...] = ()) -> list[Article]:
    return [
        Article(f"n{i}", text, published=date.fromordinal(DAY.toordinal() + (days or [0] * 99)[i]))
        for i, text in enumerate(texts)
    ]


def together(given: list[Article]) -> set[tuple[str, ...]]:
    return {story.articles for story in find_stories(given)}


def test_a_copy_with_a_new_head_and_a_cut_end_is_one_story():
    copy = "From our own desk.\n" + "\n".join(REPORT.splitlines()[:6])
    assert together(articles(REPORT, copy, days=(0, 40))) == {("n0", "n1")}


def test_an_excerpt_is_a_copy_whenever_it_was_printed():
    excerpt = "\n".join(REPORT.splitlines()[1:4])
    assert together(articles(REPORT, excerpt, days=(0, 400))) == {("n0", "n1")}


def test_a_rewrite_within_days_is_one_story_and_later_is_not():
    assert together(articles(REPORT, REWRITE, days=(0, 2))) == {("n0", "n1")}
    assert together(articles(REPORT, REWRITE, days=(0, 30))) == {("n0",), ("n1",)}


def test_a_rewrite_without_a_date_is_not_guessed_at():
    undated = [Article("a", REPORT), Article("b", REWRITE)]
    assert together(undated) == {("a",), ("b",)}


def test_a_report_of_the_same_affair_in_its_own_words_is_another_story():
    assert together(articles(REPORT, OWN_WORDS)) == {("n0",), ("n1",)}


@pytest.mark.parametrize(
    "swaps",
    [
        {"1,200": "4,500", "300": "90"},
        {"Chad": "Niger", "Libya": "Algeria", "Faya": "Arlit", "Ounianga": "Assamaka",
         "Abakar": "Issa", "Saleh": "Moussa", "Mariam": "Halima", "Idriss": "Oumarou",
         "Fada": "Agadez", "General": "Colonel"},
    ],
    ids=["figures", "names"],
)  # fmt: skip
def test_a_form_filled_with_other_figures_or_names_is_another_story(swaps):
    other = REWRITE
    for old, new in swaps.items():
        other = other.replace(old, new)
    assert together(articles(REPORT, other)) == {("n0",), ("n1",)}


def test_copies_of_copies_are_one_story_with_the_id_of_the_first():
    alone = find_stories(articles(REPORT))
    (story,) = find_stories(articles(REPORT, REPORT, REPORT + "Edited by hand.", REWRITE))
    assert story.id == alone[0].id
    assert story.articles == ("n0", "n1", "n2", "n3")


def test_ids_stay_when_other_stories_come():
    before = find_stories(articles(REPORT, REWRITE))
    after = find_stories([*articles(REPORT, REWRITE), Article("z", OWN_WORDS, published=DAY)])
    assert set(before) <= set(after)


def test_the_seeds_hold_two_pairs_and_one_article_of_its_own():
    folder = Path(__file__).parents[2] / "seeds"
    with (folder / "index.csv").open(encoding="utf-8", newline="") as file:
        given = [
            Article(
                row["file"][:3],
                (folder / row["file"]).read_text(encoding="utf-8"),
                published=date.fromisoformat(row["published"]),
            )
            for row in csv.DictReader(file)
        ]
    assert together(given) == {("000", "002"), ("001", "003"), ("004",)}


TEXTS = st.one_of(st.text(), st.sampled_from([REPORT, REWRITE, OWN_WORDS, "", "one two"]))


@settings(max_examples=100, deadline=None)
@given(st.lists(TEXTS, max_size=6), st.randoms())
def test_any_texts_in_any_order_each_article_in_one_story(texts, random):
    given_articles = articles(*texts)
    stories = find_stories(given_articles)
    assert find_stories(random.sample(given_articles, len(texts))) == stories
    held = sorted(name for story in stories for name in story.articles)
    assert held == [article.name for article in given_articles]
    assert len({story.id for story in stories}) == len(stories)


PAGE = "https://wire.example/a"


def version(name: str, text: str, url: str = PAGE) -> Article:
    return Article(name, text, published=DAY, url=url)


def test_versions_of_one_page_are_one_story_however_short():
    one, other = "Chad sent 90 soldiers to Niger.", "Chad sent 95 soldiers to Niger, Faya said."
    assert together([version("a", one), version("b", other)]) == {("a", "b")}
    apart = together([version("a", one), version("b", other, f"{PAGE}/2")])
    assert apart == {("a",), ("b",)}


def test_a_front_page_of_another_day_is_no_version():
    assert len(together([version("a", REPORT), version("b", OWN_WORDS)])) == 2


WALL = (
    "We use cookies and similar technologies to run this site and to measure its audience. You can "
    "change what you allow at any time. Accept all cookies or manage your preferences below. Our "
    "journalism is paid for by those who read it. To continue reading, start your free trial now."
)


@pytest.mark.parametrize("wall", [WALL, WALL.replace(". ", ".\n\n")])
def test_a_wall_that_stubs_share_makes_them_no_story(wall):
    heads = (
        "Chad sent soldiers to Niger.",
        "Libya met Egypt in Cairo.",
        "Mali struck a convoy.",
        "",
    )
    assert together(articles(*(f"{head}\n{wall}" for head in heads))) == {
        (f"n{i}",) for i in range(4)
    }


def test_copies_behind_walls_and_in_many_places_are_one_story():
    assert together(articles(f"{WALL}\n{REPORT}", REPORT)) == {("n0", "n1")}
    assert together(articles(*[REPORT] * 4)) == {tuple(f"n{i}" for i in range(4))}


def test_a_digest_makes_the_reports_that_it_holds_no_one_story():
    other = OWN_WORDS.replace("Chad", "Mali").replace("Faya", "Gao")
    third = "\n".join(
        f"Peru said on day {n} that {n}0 of its ships had left port." for n in range(9)
    )
    digest = f"The day in brief\n\n{REPORT}\n\n{other}\n\n{third}"
    assert together(articles(REPORT, other, digest)) == {("n0",), ("n1",), ("n2",)}
    assert together(articles(REPORT, f"{REPORT}\n\n{other}")) == {("n0", "n1")}


def test_a_correction_and_what_it_corrects_are_one_story_however_short():
    text = (
        "Chad has sent 1,200 soldiers to Niger, the defence ministry in N'Djamena said on Monday."
    )
    note = "(Corrects number)\n"

    def told(publisher: str) -> list[Article]:
        return [
            Article("a", text, publisher="The Wire", published=DAY),
            Article("b", note + text.replace("1,200", "2,100"), publisher=publisher, published=DAY,
                    body=len(note), corrected=True),
        ]  # fmt: skip

    assert together(told("The Wire")) == {("a", "b")}
    assert len(together(told("The Post"))) == 2


RUNS = st.frozensets(st.integers(0, 7).map(lambda n: n * 0x1FFFFFFF), max_size=8)


@given(st.lists(st.tuples(RUNS, st.integers(1, 9)), max_size=40))
def test_pairs_found_at_once_are_those_of_each_run(texts):
    days = [day for _, day in texts]
    fours = [array("I", sorted(runs)) for runs, _ in texts]
    marks = [SimpleNamespace(runs=four, four=four.tobytes()) for four in fours]
    shared = Counter()
    for run in {run for runs, _ in texts for run in runs}:
        held = sorted((day, number) for number, (runs, day) in enumerate(texts) if run in runs)
        shared.update(sharing(held))
    expected = sorted(pair for pair in shared if shared[pair] >= SHARED_RUNS)
    assert list(_alike(marks, range(len(texts)), days)) == expected
