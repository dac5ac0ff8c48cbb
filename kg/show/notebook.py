"""The page inside a notebook's cell."""

from __future__ import annotations

import html
from dataclasses import dataclass

HEIGHT = 720
"""Pixels; what a notebook shows of a cell without scrolling on a common screen."""
ALLOWED = "allow-scripts allow-downloads"


@dataclass(frozen=True, slots=True)
class Inline:
    """A rendered page that a notebook shows in a frame of its own: same page, no file, no request.

    The frame may run the page's scripts and save what the reader asks for; it has no access to the
    notebook.
    """

    page: str
    height: int = HEIGHT

    def _repr_html_(self) -> str:
        return (
            f'<iframe title="Network of claims" width="100%" height="{self.height}" '
            f'sandbox="{ALLOWED}" style="border:0" srcdoc="{html.escape(self.page)}"></iframe>'
        )
