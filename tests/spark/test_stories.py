from kg.link.prints import Print
from kg.link.stories import BANDS
from kg.spark.stories import bands
from tests.link.test_stories import REPORT, REWRITE


def test_copies_meet_in_some_band_and_others_in_none():
    report = set(bands(Print(REPORT)))
    assert len(report) == BANDS
    assert report & set(bands(Print(f"Our news.\n\n{REPORT}")))
    assert not report & set(bands(Print("Nobody was seen at the harbour of the town. " * 3)))
    assert REWRITE != REPORT


def test_what_has_no_words_meets_nobody():
    assert list(bands(Print("…"))) == []
