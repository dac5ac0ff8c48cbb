"""Texts that archives of the press export: one file, many articles, each below a header.

What the headers look like stands in `ontology/inputs/exports.toml`. The prose of each article is
its text, its lines joined to paragraphs; the header gives title, outlet and day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.read import dates
from kg.read.layouts import Layout, layouts
from kg.read.reflow import blocks, paragraphs

_DATE = re.compile(
    r"\d{4}-\d{2}-\d{2}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}"
)
_COUNT = re.compile(
    r"^[ \t]*(?P<words>(?:[A-Za-z]{3,12} )?)(?P<one>\d{1,5}) of (?P<all>\d{1,5})"
    r"(?: [A-Za-z]{3,12})?[ \t]*\r?$",
    re.MULTILINE,
)
_LONGEST_DATED = 60
"""Characters of a line that is a date, with weekday and edition."""
_EDITION = re.compile(r"\s*(?:;.*|,[^,;]*\bedition\b.*|\[.*)$", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Exported:
    """One article of an export: its text, and what the header says, by slot of a record."""

    text: str
    said: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Numbered:
    """Lines that count parts of a text, "Item 1 of 3": how many, and the words before the count."""

    number: int
    words: str

    def command(self, name: str) -> str:
        """The command that cuts a file of that name at these lines."""
        return f"csplit -z -b '%03d.txt' '{name}' '/^ *{self.words}[0-9]* of [0-9]/' '{{*}}'"


@dataclass(slots=True)
class _Header:
    """What was read of an article so far."""

    labels: dict[str, str] = field(default_factory=dict)
    free: list[list[str]] = field(default_factory=list)  # blocks of lines without a label
    body: list[str] = field(default_factory=list)


def exported(text: str) -> tuple[Exported, ...]:
    """The articles of an export in their order; none where `text` is no export that is known.

    An article whose prose is missing has an empty text.
    """
    lines = text.splitlines()
    for layout in layouts():
        found = [
            article for part in _parts(lines, layout) if (article := _read(part, layout, text))
        ]
        if sum(bool(article.text) for article in found) >= layout.fewest:
            return tuple(found)
    return ()


def numbered(text: str) -> Numbered | None:
    """The lines that count the parts of a text from the first to the last; None where none do."""
    found = [match for match in _COUNT.finditer(text) if int(match["all"]) > 1]
    total = int(found[0]["all"]) if found else 0
    counted = [int(match["one"]) for match in found if int(match["all"]) == total]
    whole = found and counted == list(range(1, total + 1))
    return Numbered(total, found[0]["words"]) if whole else None


def _parts(lines: list[str], layout: Layout) -> list[list[str]]:
    """The lines of each article; of none where the file has no line that parts articles."""
    begins = [n for n, line in enumerate(lines) if layout.begins and layout.begins.match(line)]
    if layout.repeats and len(begins) < layout.fewest:
        labels = [layout.label(line) for line in lines]
        first = next((label[0] for label in labels if label), None)
        begins = [n - 1 for n, label in enumerate(labels) if label and label[0] == first]
    if begins:
        ends = [*begins[1:], len(lines)]
        return [lines[start + 1 : end] for start, end in zip(begins, ends, strict=True)]
    ends = [n for n, line in enumerate(lines) if layout.ends and layout.ends.match(line)]
    starts = [0, *(end + 1 for end in ends)]
    return [lines[start : end + 1] for start, end in zip(starts, ends, strict=False)]


def _read(lines: list[str], layout: Layout, whole: str) -> Exported | None:
    """The article of these lines; None where they are none of this layout."""
    ended = next((m for line in lines if layout.ends and (m := layout.ends.match(line))), None)
    held = [line for line in lines if not (layout.ends and layout.ends.match(line))]
    read = _coded(held, layout) if layout.coded else _headed(held, layout)
    marks = (*read.labels, *(line.strip() for block in read.free for line in block))
    if not any(layout.is_mark(mark) for mark in marks):
        return None
    said = {**_said(read, layout), **(ended.groupdict() if ended else {})}
    if not said.get("title") and not said.get("published"):
        return None
    return Exported(paragraphs(read.body, whole), said)


def _coded(lines: list[str], layout: Layout) -> _Header:
    """Every line belongs to the last label; what stands before the first one is no article's."""
    read, label = _Header(), ""
    for line in lines:
        found = layout.label(line)
        if found:
            label, line = found  # noqa: PLW2901 - what follows the label belongs to it
            read.labels.setdefault(label, "")
            read.body += [""]
        if label in layout.body:
            read.body.append(line)
        elif label:
            read.labels[label] = f"{read.labels[label]} {line}".strip()
    return read


def _headed(lines: list[str], layout: Layout) -> _Header:
    """Header, prose and footer; a label within the prose counts behind an empty line alone."""
    read = _Header()
    start = _start(lines, layout)
    _take_header(lines[:start], layout, read)
    above = ""
    for number, line in enumerate(lines[start:], start):
        found = layout.label(line)
        after_gap = not above.strip() or number == start
        if found and found[0] in layout.body and not read.body:
            read.labels.setdefault(found[0], "")
            read.body.append(found[1])
        elif after_gap and ((found and found[0] in layout.footer) or layout.is_copyright(line)):
            _take_header(lines[number:], layout, read)
            break
        else:
            read.body.append(line)
        above = line
    return read


def _start(lines: list[str], layout: Layout) -> int:
    """Where the prose begins: at its label, behind the closing line, or behind the last label."""
    labels = [layout.label(line) for line in lines]
    named = (n for n, label in enumerate(labels) if label and label[0] in layout.body)
    if (number := next(named, None)) is not None:
        return number
    closed = (n for n, line in enumerate(lines) if layout.closing and layout.closing.match(line))
    if (number := next(closed, None)) is not None:
        return number + 1
    last, in_label, seen = 0, False, False
    for number, (line, label) in enumerate(zip(lines, labels, strict=True)):
        if label and label[0] in layout.footer and label[0] not in layout.header:
            break
        if label and label[0] in layout.header:
            in_label = seen = True
        elif not line.strip():
            in_label = False
        elif seen and not in_label:
            break
        if seen:
            last = number + 1
    return last


def _take_header(lines: list[str], layout: Layout, read: _Header) -> None:
    for block in blocks(lines):
        free: list[str] = []
        label = ""
        for line in block:
            found = layout.label(line)
            if found:
                label = found[0]
                if not read.labels.get(label):
                    read.labels[label] = found[1]
            elif label and label not in layout.body:
                read.labels[label] = f"{read.labels[label]} {line}".strip()
            else:
                free.append(line)
        if free and not read.body:
            read.free.append(free)


def _said(read: _Header, layout: Layout) -> dict[str, str]:
    """Title, outlet, day and the like: from labels, and from lines that have none."""
    said = _unlabelled(read, layout)
    for label, value in read.labels.items():
        slot = layout.slots.get(label)
        if slot and value:
            said.setdefault(slot, value)
        if "published" not in said and (found := _DATE.search(value)) and slot == "publisher":
            said["published"] = found[0]
    if "publisher" in said:
        said["publisher"] = _EDITION.sub("", said["publisher"]).strip(" ,")
    if "published" in said and not dates.published(said["published"]):
        found = _DATE.search(said["published"])
        said["published"] = found[0] if found else said["published"]
    return said


def _unlabelled(read: _Header, layout: Layout) -> dict[str, str]:
    """The lines that have no label, by the order in which the layout has them."""
    kept = [[line for line in block if not layout.is_passing(line)] for block in read.free]
    found = [block for block in kept if block]
    if not found or not layout.order:
        return {}
    dated = next(((b, n) for b, block in enumerate(found) for n in _dated(block)), None)
    if dated is None:
        return {"title": " ".join(found[0])}
    at, number = dated
    before = [*found[:at], found[at][:number]]
    lines = [line for block in before for line in block]
    said = {"published": found[at][number]}
    if layout.order[-1] == "publisher":
        rest = [*found[at][number + 1 :], *(line for block in found[at + 1 :] for line in block)]
        return said | _named(
            title=" ".join(next(filter(None, reversed(before)), [])), publisher=rest
        )
    if found[at + 1 :] and not layout.body & read.labels.keys():
        return said | _named(title=" ".join(found[-1]), publisher=lines)
    return said | _named(title=" ".join(lines[:-1]), publisher=lines[-1:])


def _named(title: str, publisher: Sequence[str]) -> dict[str, str]:
    return {"title": title} | ({"publisher": publisher[0]} if publisher else {})


def _dated(block: list[str]) -> Iterator[int]:
    """Which lines of a block are a date."""
    return (
        n
        for n, line in enumerate(block)
        if len(line) <= _LONGEST_DATED and dates.published(line.strip())
    )
