"""Times against a publication date: Thursday, 14 March 2019."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import KnowledgeError
from kg.language.time_words import load_time_words
from kg.language.times import find_times
from kg.resources import ontology

PUBLISHED = date(2019, 3, 14)

RESOLVED = [
    ("The pact was signed on 7 May 2018.", "on 7 May 2018", "2018-05-07", "2018-05-07"),
    ("Eritrea, on July 9, 2018, agreed", "on July 9, 2018", "2018-07-09", "2018-07-09"),
    ("shelled on Feb. 27 by jets", "on Feb. 27", "2019-02-27", "2019-02-27"),
    ("Chad declares March 20 a day of mourning", "March 20", "2019-03-20", "2019-03-20"),
    ("shelled on 12 April by jets", "on 12 April", "2018-04-12", "2018-04-12"),
    ("since 20 March, Chad has", "since 20 March", "2018-03-20", None),
    ("on the 3rd of March it", "on the 3rd of March", "2019-03-03", "2019-03-03"),
    ("raids between July 24 and 26.", "between July 24 and 26", "2018-07-24", "2018-07-26"),
    ("talks from 12 to 14 June 2018", "from 12 to 14 June 2018", "2018-06-12", "2018-06-14"),
    ("2018-11-25 was the day", "2018-11-25", "2018-11-25", "2018-11-25"),
    ("held on 25.11.2018 there", "on 25.11.2018", "2018-11-25", "2018-11-25"),
    ("held on 11/25/2018 there", "on 11/25/2018", "2018-11-25", "2018-11-25"),
    ("held on 04/05/2018 there", "on 04/05/2018", None, None),
    ("troops came in June.", "in June", "2018-06-01", "2018-06-30"),
    ("in March, jets crossed", "in March", "2019-03-01", "2019-03-31"),
    ("June 2017 saw it", "June 2017", "2017-06-01", "2017-06-30"),
    ("this June they", "this June", "2019-06-01", "2019-06-30"),
    ("next June they", "next June", "2019-06-01", "2019-06-30"),
    ("last June they", "last June", "2018-06-01", "2018-06-30"),
    ("ready by June.", "by June", None, "2019-06-30"),
    ("since October, Chad has", "since October", "2018-10-01", None),
    ("since 2015 Yemen", "since 2015", "2015-01-01", None),
    ("the war of 1998 ended", "of 1998", "1998-01-01", "1998-12-31"),
    ("in 1962 India", "in 1962", "1962-01-01", "1962-12-31"),
    ("Eritrea’s 2018 offer", "2018", "2018-01-01", "2018-12-31"),
    ("between 1998 and 2000 they", "between 1998 and 2000", "1998-01-01", "2000-12-31"),
    ("in 1998-2000 they", "in 1998-2000", "1998-01-01", "2000-12-31"),
    ("from May to July 2016 it", "from May to July 2016", "2016-05-01", "2016-07-31"),
    ("until March 2020 it", "until March 2020", None, "2020-03-31"),
    ("before 2011 Libya", "before 2011", None, "2010-12-31"),
    ("after 2011 Libya", "after 2011", "2011-01-01", None),
    ("in the 1980s they", "in the 1980s", "1980-01-01", "1989-12-31"),
    ("in the early 1980s", "in the early 1980s", "1980-01-01", "1983-04-30"),
    ("in late 2017", "in late 2017", "2017-09-01", "2017-12-31"),
    ("in early April 2018", "in early April 2018", "2018-04-01", "2018-04-10"),
    ("in the spring of 2018", "in the spring of 2018", "2018-03-01", "2018-05-31"),
    ("winter 2017 was", "winter 2017", "2017-12-01", "2018-02-28"),
    ("last summer", "last summer", "2018-06-01", "2018-08-31"),
    ("in the second half of 2018", "in the second half of 2018", "2018-07-01", "2018-12-31"),
    ("by the end of the year", "by the end of the year", None, "2019-12-31"),
    ("before the end of the month", "before the end of the month", None, "2019-03-31"),
    ("by the end of 2020", "by the end of 2020", None, "2020-12-31"),
    (
        "shelled in the early hours of Tuesday",
        "in the early hours of Tuesday",
        "2019-03-12",
        "2019-03-12",
    ),
    ("shelled late on Tuesday", "late on Tuesday", "2019-03-12", "2019-03-12"),
    ("over the weekend, jets", "over the weekend", "2019-03-09", "2019-03-10"),
    ("will meet at the weekend", "at the weekend", "2019-03-16", "2019-03-17"),
    ("will leave by year-end", "by year-end", None, "2019-12-31"),
    ("takes effect starting May 7", "starting May 7", "2019-05-07", None),
    ("with effect from 1 July 2018", "with effect from 1 July 2018", "2018-07-01", None),
    ("with effect from 2021 they", "with effect from 2021", "2021-01-01", None),
    ("jets struck overnight", "overnight", None, None),
    ("this month", "this month", "2019-03-01", "2019-03-31"),
    ("last month", "last month", "2019-02-01", "2019-02-28"),
    ("last week", "last week", "2019-03-04", "2019-03-10"),
    ("last weekend", "last weekend", "2019-03-09", "2019-03-10"),
    ("next year", "next year", "2020-01-01", "2020-12-31"),
    ("early next week", "early next week", "2019-03-18", "2019-03-19"),
    ("earlier this week", "earlier this week", "2019-03-11", "2019-03-14"),
    ("later this year", "later this year", "2019-03-14", "2019-12-31"),
    ("in the last two years", "in the last two years", "2017-03-14", "2019-03-14"),
    ("over the next 3 months", "over the next 3 months", "2019-03-14", "2019-06-14"),
    ("two days ago", "two days ago", "2019-03-12", "2019-03-12"),
    ("almost two years ago", "almost two years ago", "2017-01-01", "2017-12-31"),
    ("three weeks ago", "three weeks ago", "2019-02-18", "2019-02-24"),
    ("yesterday", "yesterday", "2019-03-13", "2019-03-13"),
    ("today", "today", "2019-03-14", "2019-03-14"),
    ("tonight", "tonight", "2019-03-14", "2019-03-14"),
    ("last night", "last night", "2019-03-13", "2019-03-13"),
    ("tomorrow", "tomorrow", "2019-03-15", "2019-03-15"),
    ("the envoy said on Thursday that", "on Thursday", "2019-03-14", "2019-03-14"),
    ("the envoy said Friday that", "Friday", "2019-03-08", "2019-03-08"),
    ("last Thursday", "last Thursday", "2019-03-07", "2019-03-07"),
    ("next Tuesday", "next Tuesday", "2019-03-19", "2019-03-19"),
    ("this Saturday", "this Saturday", "2019-03-16", "2019-03-16"),
    ("on Sunday evening", "on Sunday", "2019-03-10", "2019-03-10"),
    ("by Friday", "by Friday", None, "2019-03-15"),
    ("ministers will meet on Friday", "on Friday", "2019-03-15", "2019-03-15"),
    ("will leave, he said on Friday", "on Friday", "2019-03-08", "2019-03-08"),
    ("met on Tuesday of last week", "on Tuesday of last week", "2019-03-05", "2019-03-05"),
    ("met last week, on Tuesday", "last week, on Tuesday", "2019-03-05", "2019-03-05"),
    ("on Monday this week", "on Monday this week", "2019-03-11", "2019-03-11"),
    ("by Friday of next week", "by Friday of next week", None, "2019-03-22"),
    ("in the last week of July", "in the last week of July", "2018-07-25", "2018-07-31"),
    ("since the first week of May", "since the first week of May", "2018-05-01", None),
    ("the last weekend in June", "last weekend in June", "2018-06-23", "2018-06-24"),
    ("on the first Monday of March", "on the first Monday of March", "2019-03-04", "2019-03-04"),
    (
        "in the second week of next month",
        "in the second week of next month",
        "2019-04-08",
        "2019-04-14",
    ),
    ("in the last days of June", "in the last days of June", "2018-06-24", "2018-06-30"),
    ("in the final two weeks of May", "in the final two weeks of May", "2018-05-18", "2018-05-31"),
    ("in the second half of June", "in the second half of June", "2018-06-16", "2018-06-30"),
    ("the last quarter of 2017", "last quarter of 2017", "2017-10-01", "2017-12-31"),
    ("the first half of last year", "first half of last year", "2018-01-01", "2018-06-30"),
    ("the first week of the month", "first week of the month", "2019-03-01", "2019-03-07"),
    ("will meet a week from Friday", "a week from Friday", "2019-03-22", "2019-03-22"),
    ("a fortnight from Monday they", "a fortnight from Monday", "2019-04-01", "2019-04-01"),
    ("two weeks from now", "two weeks from now", "2019-03-25", "2019-03-31"),
    ("meet on Friday week", "on Friday week", "2019-03-22", "2019-03-22"),
    ("will meet a week on Friday", "a week on Friday", "2019-03-22", "2019-03-22"),
    ("overnight on Monday jets", "overnight on Monday", "2019-03-11", "2019-03-11"),
    ("overnight into Tuesday", "overnight into Tuesday", "2019-03-11", "2019-03-12"),
    (
        "overnight from Monday to Tuesday",
        "overnight from Monday to Tuesday",
        "2019-03-11",
        "2019-03-12",
    ),
    (
        "on the 9th of this month last year",
        "on the 9th of this month last year",
        "2018-03-09",
        "2018-03-09",
    ),
    ("on the 9th of last month", "on the 9th of last month", "2019-02-09", "2019-02-09"),
    ("met on the 9th, he said", "on the 9th", "2019-03-09", "2019-03-09"),
    ("will leave on the 19th.", "on the 19th", "2019-03-19", "2019-03-19"),
    ("in July last year", "in July last year", "2018-07-01", "2018-07-31"),
    ("last year in July", "last year in July", "2018-07-01", "2018-07-31"),
    ("will open in May of next year", "in May of next year", "2020-05-01", "2020-05-31"),
    ("on 5 July last year", "on 5 July last year", "2018-07-05", "2018-07-05"),
    ("in the summer of last year", "in the summer of last year", "2018-06-01", "2018-08-31"),
    ("this month last year", "this month last year", "2018-03-01", "2018-03-31"),
    ("on Tuesday, February 26, they", "on Tuesday, February 26", "2019-02-26", "2019-02-26"),
    (
        "from 5 July to 9 July last year",
        "from 5 July to 9 July last year",
        "2018-07-05",
        "2018-07-09",
    ),
    (
        "between Monday and Friday of last week",
        "between Monday and Friday of last week",
        "2019-03-04",
        "2019-03-08",
    ),
    ("the week before last", "week before last", "2019-02-25", "2019-03-03"),
    ("the Friday after next", "Friday after next", "2019-03-22", "2019-03-22"),
    ("two days after July 5", "two days after July 5", "2018-07-07", "2018-07-07"),
    ("three days before Monday", "three days before Monday", "2019-03-08", "2019-03-08"),
    ("a year ago today", "a year ago today", "2018-03-14", "2018-03-14"),
    ("in July two years ago", "in July two years ago", "2017-07-01", "2017-07-31"),
    ("earlier in the week", "earlier in the week", "2019-03-11", "2019-03-14"),
    ("On Friday, Chad will sign a pact", "On Friday", "2019-03-15", "2019-03-15"),
    (
        "In the first week of May, Chad will vote",
        "In the first week of May",
        "2019-05-01",
        "2019-05-07",
    ),
    ("On Friday, Chad said it will sign", "On Friday", "2019-03-08", "2019-03-08"),
    ("On Friday, Chad attacked Mali, which will act", "On Friday", "2019-03-08", "2019-03-08"),
    ("in the last week of fighting", "in the last week", "2019-03-07", "2019-03-14"),
    ("is scheduled for April 2 in Cairo", "April 2", "2019-04-02", "2019-04-02"),
]
WORDS_ONLY = [
    ("the following day they left", "the following day"),
    ("a day after the shelling", "a day after"),
    ("hours after the vote", "hours after"),
    ("a week ago Friday they", "a week ago Friday"),
    ("days after Monday they", "days after Monday"),
    ("in the fifth week of February", "in the fifth week of February"),
    ("held for three months there", "for three months"),
    ("on the eve of the talks", "on the eve of"),
    ("on February 30", "on February 30"),
    ("5000 years ago", "5000 years ago"),
]
NO_TIME = [
    "Shots rang out on May Street",
    "Rebels may march on Asmara",
    "Mrs. May met them after May resigned",
    "the Sunday Times and Bloody Sunday",
    "sent 1500 men and 2015 rifles",
    "in 1500 villages",
    "F-2015 and $2015 and 2015%",
    "in 3000 and in 0999",
    "the 2000 soldiers",
    "north of the 38th parallel, on the 19th floor",
    "the first of the month’s ships",
]


@pytest.mark.parametrize(("text", "words", "start", "end"), RESOLVED)
def test_resolves(text: str, words: str, start: str | None, end: str | None) -> None:
    (mention,) = find_times(text, PUBLISHED)
    said = mention.span
    assert (said.words, text[mention.start : mention.end]) == (words, words)
    assert [day and day.isoformat() for day in (said.start, said.end)] == [start, end]


@pytest.mark.parametrize(("text", "words"), WORDS_ONLY)
def test_keeps_words_of_what_cannot_be_dated(text: str, words: str) -> None:
    (mention,) = find_times(text, PUBLISHED)
    assert (mention.span.words, mention.span.start, mention.span.end) == (words, None, None)


@pytest.mark.parametrize("text", NO_TIME)
def test_takes_no_name_number_or_verb_for_a_time(text: str) -> None:
    assert find_times(text, PUBLISHED) == ()


def test_without_publication_absolute_dates_resolve_and_others_keep_words() -> None:
    spans = [m.span for m in find_times("On 7 May 2018, in June, last week, or on Friday", None)]
    assert spans[0].start == date(2018, 5, 7)
    assert [(s.words, s.start, s.end) for s in spans[1:]] == [
        ("in June", None, None),
        ("last week", None, None),
        ("on Friday", None, None),
    ]


def test_a_span_that_owns_what_follows_takes_no_day_in() -> None:
    found = find_times("said on Tuesday last week’s talks failed", PUBLISHED)
    assert [m.span.words for m in found] == ["on Tuesday", "last week"]


def test_no_word_is_in_two_mentions() -> None:
    text = "a year since 1998"
    assert [text[m.start : m.end] for m in find_times(text, PUBLISHED)] == ["a year since"]


def test_leap_day_without_year_goes_back_to_the_last_one() -> None:
    (mention,) = find_times("on February 29", PUBLISHED)
    assert mention.span.start == date(2016, 2, 29)


PIECES = st.sampled_from(
    ["since ", "between ", " and ", "2014", " to ", "May ", "31 ", "June", "-", ", ", "next ",
     "two ", "years ", "ago", "Monday ", "9999", "by ", "the ", "end of ", "’s ", "٣", "early ",
     "the last week of ",
     "the 3rd of this month ", "a week from ", "last year", "overnight on ", "half of "]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(st.text(), st.lists(PIECES).map("".join)),
    st.one_of(st.none(), st.dates()),
)
def test_never_raises_and_offsets_are_exact(text: str, published: date | None) -> None:
    last = 0
    for mention in find_times(text, published):
        assert last <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.span.words
        start, end = mention.span.start, mention.span.end
        assert start is None or end is None or start <= end
        last = mention.end


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("took part in the October 7 attacks on Chad", date(2026, 7, 3), date(2023, 10, 7)),
        ("killed in Chad's 7 October massacre", date(2024, 1, 2), date(2023, 10, 7)),
        ("since the terrorist attacks of September 11", date(2019, 3, 14), date(2001, 9, 11)),
        ("the attacks of October 7", date(2022, 11, 2), date(2022, 10, 7)),
        ("the October 8 attacks on Chad", date(2026, 7, 3), date(2025, 10, 8)),
        ("shelled on October 7 in an attack", date(2026, 7, 3), date(2025, 10, 7)),
        ("the October 7, 2024 attacks", date(2026, 7, 3), date(2024, 10, 7)),
    ],
)
def test_a_day_that_names_a_deed_is_of_the_year_that_everybody_means(text, published, day) -> None:
    (mention,) = find_times(text, published)
    assert mention.span.start == day


def test_unknown_table_is_refused_with_the_allowed_ones(tmp_path) -> None:
    text = ontology("lexicon", "times.toml").read_text(encoding="utf-8")
    path = tmp_path / "times.toml"
    path.write_text(text + '\n[seasns]\n"x" = 1\n', encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"seasns: no such key .*Allowed: .*seasons"):
        load_time_words(path)


def test_unknown_unit_is_refused(tmp_path) -> None:
    text = ontology("lexicon", "times.toml").read_text(encoding="utf-8")
    path = tmp_path / "times.toml"
    path.write_text(text.replace('"year" = "year"', '"year" = "yaer"'), encoding="utf-8")
    with pytest.raises(KnowledgeError, match="yaer"):
        load_time_words(path)
