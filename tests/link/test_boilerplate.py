"""What is around every article is told from what an article reports."""

import pytest

from kg.link.boilerplate import FEWEST, common, mark, plain, reported

REPORT = "Chad sent 90 soldiers to Niger. Its army said nothing of them."


@pytest.mark.parametrize(
    "sentence",
    [
        "We use cookies to measure our audience.",
        "To continue reading, sign in to your account.",
        "Subscribe now and cancel at any time!",
        "You have reached your limit of free articles.",
    ],
)
def test_a_sentence_of_the_site_is_left_out(sentence):
    assert reported(f"{REPORT} {sentence}", frozenset()).split("\n") == REPORT.replace(
        ". ", ".\n"
    ).split("\n")


def test_a_sentence_of_many_articles_is_left_out_unless_it_names_somebody():
    texts = [
        f"Report {n}. You can change that at any time. Now Chad denied it." for n in range(FEWEST)
    ]
    shared = common(map(plain, texts))
    assert shared == {mark("you can change that, at any time")}
    assert reported(texts[0], shared) == "Report 0.\nNow Chad denied it."
    assert common(map(plain, texts[:-1])) == frozenset()
