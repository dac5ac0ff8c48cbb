"""Who speaks in a quotation: beside it, behind it, before it, over its paragraphs."""

import pytest

from tests.extract.contexts import context

SENT = "“Chad has sent tanks to Niger since the spring,”"
MORE = "“It will send two more battalions to Niger in June.”"
OPEN = "“It will send two more battalions to Niger in June."


def said(text: str) -> list[str | None]:
    found = context(text).speakers.quotations
    return [q.speaker.text if q.speaker is not None else None for q in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{SENT} the minister of Togo said.", ["minister"]),
        (f"{SENT} the minister of Togo said.\n\n{MORE}", ["minister", "minister"]),
        # who comes next and is silent has not said it
        (
            f"{SENT} the minister of Togo said.\n\n{MORE}\n\nThe embassy did not comment.",
            ["minister", "minister"],
        ),
        (
            f"{SENT} the minister of Togo said.\n\n{MORE}\n\nThe embassy declined to respond.",
            ["minister", "minister"],
        ),
        # nor has who speaks of something else in the next paragraph
        (
            f"{SENT} the minister of Togo said.\n\n{MORE}\n\nThe governor said the road was open.",
            ["minister", "minister"],
        ),
        # a quotation left open goes on in the next paragraph
        (f"The minister of Togo said: {OPEN}\n\n{MORE}", ["minister", "minister"]),
        # another speaker of its own
        (
            f"{SENT} the minister of Togo said.\n\n{MORE[:-1]},” the governor said.",
            ["minister", "governor"],
        ),
    ],
)
def test_who_speaks(text, expected):
    assert said(text) == expected


def test_words_in_scare_quotes_are_no_speech():
    assert said("The minister of Togo called it a “war of nerves” on Monday.") == []


def test_a_quotation_alone_has_no_speaker():
    assert said(f"{MORE}") == [None]
