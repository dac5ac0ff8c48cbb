"""What is drawn where."""

from __future__ import annotations

from typing import Any


def assert_apart(page: Any) -> None:
    """No box of a sign with its name, or of words on a line, lies on another."""
    boxes = page.evaluate("window.statecraft.boxes()")
    for place, (name, one) in enumerate(boxes):
        for other_name, other in boxes[place + 1 :]:
            apart = (
                one["right"] <= other["left"] + 2
                or other["right"] <= one["left"] + 2
                or one["bottom"] <= other["top"] + 2
                or other["bottom"] <= one["top"] + 2
            )
            assert apart, (name, one, other_name, other)
