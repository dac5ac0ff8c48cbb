from kg.link.prints import fingerprint
from kg.link.stories import BANDS
from kg.spark.stories import bands
from tests.link.test_stories import REPORT, REWRITE


def test_copies_meet_in_some_band_and_others_in_none():
    report = set(bands(fingerprint(REPORT)))
    assert len(report) == BANDS
    assert report & set(bands(fingerprint(f"Our news.\n\n{REPORT}")))
    assert not report & set(bands(fingerprint("Nobody was seen at the harbour of the town. " * 3)))
    assert REWRITE != REPORT


def test_what_has_no_words_meets_nobody():
    assert list(bands(fingerprint("…"))) == []
