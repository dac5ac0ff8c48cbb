"""The user's browser: is there one that opens a window, and the page shown in it."""

from __future__ import annotations

import os
import sys
import webbrowser
from pathlib import Path

_WINDOWED = {"darwin", "win32"}


def present() -> bool:
    """Whether a page can be opened in a window of its own: no text browser in the terminal."""
    if sys.platform not in _WINDOWED and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        return False
    try:
        webbrowser.get()
    except webbrowser.Error:
        return False
    return True


def show(page: Path) -> bool:
    """Open `page` where somebody sits at a terminal and has a browser; whether it was opened."""
    return sys.stdout.isatty() and present() and webbrowser.open(page.resolve().as_uri())
