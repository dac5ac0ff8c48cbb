"""Notes of correction: no prose where a report opens with one, and known at either end."""

import pytest

from kg.read.notes import is_corrected, opening_note

PROSE = "KIGALI, March 11 (Wire) - Oman has sent 2,100 soldiers to Yemen, its army said on Monday."


@pytest.mark.parametrize(
    "note",
    [
        "(Corrects number of soldiers to 2,100 from 1,200)\n\n",
        "(Corrects number of soldiers in first paragraph) ",
        "(Refiles to fix dateline)\n",
        "[Updates with quotes, background]\n\n",
        "(This March 11 story corrects the number of soldiers)\n",
        "CORRECTION: The number of soldiers is 2,100.\n\n",
        "Corrected - number of soldiers\n",
    ],
)
def test_a_report_opens_behind_its_note(note):
    text = note + PROSE
    assert text[opening_note(text, 0) :] == PROSE
    assert is_corrected(text, 0)


@pytest.mark.parametrize(
    "note",
    [
        "This story has been corrected to show that 2,100 soldiers were sent.",
        "An earlier version of this article incorrectly said that there were 1,200.",
    ],
)
def test_a_note_at_the_end_is_known(note):
    assert is_corrected(f"{PROSE}\n\n___\n\n{note}", 0)
    assert opening_note(f"{PROSE}\n\n{note}", 0) == 0


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        "Correction officers in Oman said that they had sent nobody to Yemen.",
        "Updates on the war came from Oman.\nYemen denied it.",
        "(Wire) Oman corrects its course.",
        "(Corrects a number)",
        "The army corrected an earlier statement on Monday.",
    ],
)
def test_prose_is_no_note(text):
    assert opening_note(text, 0) == 0
    assert not is_corrected(text, 0) or text.startswith("(Corrects")


def test_a_note_is_looked_for_behind_front_matter():
    matter = "---\ntitle: A\n---\n"
    text = f"{matter}(Corrects a number)\n{PROSE}"
    assert text[opening_note(text, len(matter)) :] == PROSE
