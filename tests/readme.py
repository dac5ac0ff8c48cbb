"""What README.md shows of the commands: run again, compared by a test, refreshed by `make readme`.

The picture of the page is taken again too, where Chromium is.

A block of the language `console` whose first line is `$ kg ...` shows that command (with its
here-document, if it has one) and its output. A line `…` at its end stands for the rest.
"""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PICTURE = ROOT / "notebooks" / "page.png"
CHOSEN = "deployment-PRK-RUS-2024"  # what the picture shows the two sides of
REST = "…"
_BLOCK = re.compile(r"(?<=```console\n)\$ kg .*?(?=\n```)", re.DOTALL)
_HEREDOC = re.compile(r"<<'(\w+)'$")


@dataclass(frozen=True)
class Block:
    command: str
    output: tuple[str, ...]


def parse(text: str) -> Block:
    lines = text.removeprefix("$ ").split("\n")
    heredoc = _HEREDOC.search(lines[0])
    last = lines.index(heredoc[1]) if heredoc else 0
    return Block("\n".join(lines[: last + 1]), tuple(lines[last + 1 :]))


def blocks() -> list[Block]:
    return [parse(text) for text in _BLOCK.findall(README.read_text(encoding="utf-8"))]


def run(block: Block, folder: Path) -> tuple[str, ...]:
    """The lines that the command prints in `folder`, cut where the block is cut."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", block.command],
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{block.command}: {done.stderr}")
    lines = tuple(line.rstrip() for line in done.stdout.strip("\n").rstrip().split("\n"))
    if block.output and block.output[-1] == REST:
        return (*lines[: len(block.output) - 1], REST)
    return lines


def refresh() -> None:
    """Put what the commands print now into README.md."""

    def renew(match: re.Match[str]) -> str:
        block = parse(match.group())
        return "\n".join((f"$ {block.command}", *run(block, ROOT)))

    text = README.read_text(encoding="utf-8")
    README.write_text(_BLOCK.sub(renew, text), encoding="utf-8")


def take_picture() -> None:
    """A screenshot of `graph/graph.html` with one event chosen."""
    from playwright.sync_api import sync_playwright

    from tests.browser import SWITCHES

    page_file = (ROOT / "graph" / "graph.html").as_uri()
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=shutil.which("chromium"), args=list(SWITCHES)
        )
        page = browser.new_page(viewport={"width": 1360, "height": 820})
        page.goto(f"{page_file}#select={CHOSEN}")
        page.wait_for_selector("#panel h2")
        page.wait_for_timeout(1000)  # the drawing moves to what is chosen
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    from tests import guide

    refresh()
    guide.renew()
    if shutil.which("chromium"):
        take_picture()
