"""One treatment of reporting clauses that follow what they report: "X has left, Y said".

The guidelines of Universal Dependencies hang such a clause on what it reports, as `parataxis`, and
so do PUD and, in the middle of a sentence, all treebanks. EWT and GUM mostly make it the root over
a `ccomp` when it comes last, sometimes not. A parser cannot learn both; training text takes the
guidelines' way, test text stays as it is.
"""

from __future__ import annotations

Columns = list[list[str]]
_HEAD, _LABEL = 6, 7


def hang_reports(rows: Columns) -> Columns:
    """The same sentence, a reporting clause behind its content hung on the content."""
    found = [list(row) for row in rows]
    for verb in found:
        content = _content_before(found, verb)
        if content is None:
            continue
        content[_HEAD], content[_LABEL] = verb[_HEAD], verb[_LABEL]
        verb[_HEAD], verb[_LABEL] = content[0], "parataxis"
        for row in found:
            outside = int(row[0]) < int(content[0]) or row is found[-1]
            if row[_HEAD] == verb[0] and row[_LABEL] == "punct" and outside:
                row[_HEAD] = content[0]
    return found


def _content_before(rows: Columns, verb: list[str]) -> list[str] | None:
    """The head of the clause that `verb` reports, where verb and subject come after it."""
    children = [row for row in rows if row[_HEAD] == verb[0]]
    contents = [row for row in children if row[_LABEL] == "ccomp" and int(row[0]) < int(verb[0])]
    subjects = [row for row in children if row[_LABEL] == "nsubj"]
    if verb[3] != "VERB" or len(contents) != 1 or len(subjects) != 1:
        return None
    content = contents[0]
    last = max(_under(rows, content))
    first = min(*_under(rows, subjects[0]), int(verb[0]))
    before = [r for r in children if int(r[0]) < int(content[0]) and r[_LABEL] != "punct"]
    return content if last < first and not before else None


def _under(rows: Columns, top: list[str]) -> list[int]:
    """The numbers of `top` and of all words under it."""
    found = [top[0]]
    for number in found:
        found += [row[0] for row in rows if row[_HEAD] == number]
    return [int(number) for number in found]
