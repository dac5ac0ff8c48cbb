"""Notes of an agency that a report is a corrected or newer version of one that it sent before."""

from __future__ import annotations

import re
from typing import Final

_VERBS: Final = (
    r"(?:correct(?:s|ed|ing|ion|s and clarifies)|clarif(?:ies|ied|ication)|refil(?:es|ed|ing)|"
    r"updat(?:es|ed|e)|adds|recasts|rewrites|amends|amended|repeats)\b"
)
_THIS: Final = r"(?:this (?:[\w ]{1,30} )?(?:story|article|version|report)\b[^)\]\n]{0,40}? )"
_OPENING: Final = re.compile(
    rf"\s*(?:[(\[]\s*{_THIS}?{_VERBS}[^)\]]{{0,400}}[)\]]"
    r"|(?:correction|corrected|refile|update ?\d*)\s*[:–—-][^\n]{0,300}(?=\n))[.:]?\s*",
    re.IGNORECASE,
)
_CLOSING: Final = re.compile(
    r"\b(?:this|an earlier|a previous) (?:story|article|report|version|item)\b[^.\n]{0,80}"
    r"\b(?:corrects|been corrected|been updated|was corrected|was updated|incorrectly|misstated|"
    r"erroneously|wrongly)\b",
    re.IGNORECASE,
)
_LAST: Final = 600
"""Code points at the end of a text in which a note stands, if it stands there."""


def opening_note(text: str, body: int) -> int:
    """The offset behind a note with which the prose at `body` opens; `body` where there is none.

    A text that is nothing but the note is prose.
    """
    match = _OPENING.match(text, body)
    return match.end() if match and text[match.end() :].strip() else body


def is_corrected(text: str, body: int) -> bool:
    """Whether the text says, at one of its ends, that it corrects or renews an earlier one."""
    return opening_note(text, body) > body or bool(
        _CLOSING.search(text, max(body, len(text) - _LAST))
    )
