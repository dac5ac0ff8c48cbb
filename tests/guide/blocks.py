"""The blocks of code in README.md and the guide: run in a folder, and put back with their output.

A page's blocks are run in their order, in a folder that holds `seeds/` and the graph of them.

- `console`: lines that begin with `$ ` are commands, with their here-documents and lines that go
  on; what stands below a command is its output, cut where a line `…` stands. A command without
  output below it has to succeed. `make` is not run.
- any language below `<!-- file: NAME -->`: the content of that file.
- `python`: run as one script, a page.
- `sh` and `json`: not run, but held against the options of `kg` and the syntax of JSON.

What stands between `<!-- made: ... -->` and `<!-- end -->` is left to `parts.py`.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.outside import search

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
GUIDE = ROOT / "notebooks" / "guide"
REST = "…"
MADE = re.compile(r"<!-- made: [\w-]+ -->\n.*?<!-- end -->", re.DOTALL)
_BLOCK = re.compile(
    r"(?:<!-- file: (?P<file>\S+) -->\n+)?^```(?P<language>\w*)\n(?P<text>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
_HEREDOC = re.compile(r"<<'(\w+)'$")


@dataclass(frozen=True)
class Block:
    """One fenced block; `start` and `end` are where its text lies in the page."""

    language: str
    text: str
    file: str
    start: int
    end: int


@dataclass(frozen=True)
class Command:
    """A command of a console, as it is typed, and what the page shows of its output."""

    typed: str
    output: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "\n".join((f"$ {self.typed}", *self.output))


def pages() -> list[Path]:
    return [README, *sorted(GUIDE.glob("*.md"))]


def blocks(page: str) -> list[Block]:
    """The blocks of a page's text that are not made by `parts.py`."""
    made = [match.span() for match in MADE.finditer(page)]
    return [
        Block(found["language"], found["text"], found["file"] or "", *found.span("text"))
        for found in _BLOCK.finditer(page)
        if not any(start <= found.start() < end for start, end in made)
    ]


def commands(console: str) -> Iterator[Command]:
    """The commands of a console's text."""
    typed: list[str] = []
    output: list[str] = []
    lines = iter(console.rstrip("\n").split("\n"))
    for line in lines:
        if not line.startswith("$ "):
            output.append(line)
            continue
        if typed:
            yield _command(typed, output)
        typed, output = _typed(line[2:], lines), []
    if typed:
        yield _command(typed, output)


def _typed(first: str, lines: Iterator[str]) -> list[str]:
    """A command's lines: with those that `\\` goes on to, or its here-document."""
    typed = [first]
    heredoc = _HEREDOC.search(first)
    while typed[-1].endswith("\\") or (heredoc and typed[-1] != heredoc[1]):
        typed.append(next(lines))
    return typed


def _command(typed: list[str], output: list[str]) -> Command:
    return Command("\n".join(typed), tuple(output))


def printed(command: Command, folder: Path) -> tuple[str, ...]:
    """The lines that a command prints in `folder`, cut where the page cuts them.

    RuntimeError where it fails, and the page shows no error of it.
    """
    if command.typed.startswith("make "):
        return command.output
    done = _run(["bash", "-c", command.typed], folder)
    expected = any(line.startswith("kg: ") for line in command.output)
    if done.returncode and not expected:
        raise RuntimeError(f"{command.typed}: {done.stdout}")
    if not command.output:
        return ()
    lines = [line.rstrip() for line in done.stdout.strip("\n").rstrip().split("\n")]
    between = [""] * (len(command.output) - len("\n".join(command.output).rstrip().split("\n")))
    if REST in command.output:
        return (*lines[: command.output.index(REST)], REST, *between)
    return (*lines, *between)


def _run(call: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """A call in `folder` with this Python's programs, what it complains of among its output."""
    return subprocess.run(
        call,
        cwd=folder,
        env={**os.environ, "PATH": search(), "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def ran(page: str, folder: Path) -> str:
    """The page as it would be if it showed what its commands print now."""
    made, last = [], 0
    for block in blocks(page):
        text = block.text
        if block.file:
            target = folder / block.file
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        elif block.language == "console":
            shown = (Command(c.typed, printed(c, folder)) for c in commands(text))
            text = "".join(f"{command}\n" for command in shown)
        made += [page[last : block.start], text]
        last = block.end
    return "".join((*made, page[last:]))


def script(page: str) -> str:
    """The Python of a page, as one script."""
    return "\n".join(block.text for block in blocks(page) if block.language == "python")


def run_script(page: str, folder: Path) -> None:
    """Run the Python of a page in `folder`; RuntimeError where it fails."""
    done = _run([sys.executable, "-W", "error::SyntaxWarning", "-c", script(page)], folder)
    if done.returncode:
        raise RuntimeError(done.stdout)


def runs(page: str) -> bool:
    """Whether anything on the page is run."""
    return any(block.language in {"console", "python"} for block in blocks(page))
