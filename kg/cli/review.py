"""`kg review`: doubtful claims one by one, and a reader's verdicts into corrections.csv."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from kg.store.engine import Store

CHOICES = {"a": "accept", "r": "reject", "c": "change", "s": "skip", "q": "quit"}


def command(
    who: Annotated[str, typer.Option(help="Your name, as it will stand beside each verdict.")],
    graph: Annotated[Path, typer.Option(help="The Turtle file to review.")] = Path(
        "graph/graph.ttl"
    ),
    corrections: Annotated[
        Path | None, typer.Option(help="File to write; default: where the build looked for it.")
    ] = None,
    when: Annotated[str, typer.Option(help="Date of the verdicts; default: today.")] = "",
) -> None:
    """Walk through doubtful claims, least certain first, and write down what is wrong.

    Those of which no certainty is known come after the others, most doubtful first.
    Each verdict is written at once, so that the walk may end at any time; what you judged before
    is passed over. The next `kg build` applies the file.
    """
    from kg.cli.summary import count
    from kg.correct.table import append
    from kg.store.engine import Store

    store = Store.load(graph)
    path = corrections or _default(graph)
    done = _judged(path, who)
    doubts = [(claim, reasons) for claim, reasons in _doubtful(store) if claim not in done]
    left = count(len(doubts), "doubtful claim")
    typer.echo(f"{left}, {len(done)} judged by {who} before; verdicts go to {path}")
    for place, (claim, reasons) in enumerate(doubts, start=1):
        _show(store, graph, claim, reasons, f"{place} of {len(doubts)}")
        row = _ask(who, when or _today())
        if row is None:
            break
        if row:
            append(path, _named(store, claim) | row)
    _agreement(path)


def _doubtful(store: Store) -> list[tuple[str, list[str]]]:
    """Claims with their doubts, in the order of the query: the least certain first."""
    from kg.store.named import find

    rows = store.query(find("doubtful").text).records()
    return [(row["claim"], row["doubts"].split("|") if row["doubts"] else []) for row in rows]


def _default(graph: Path) -> Path:
    """Beside the corpus, where the build of this graph looked."""
    import json

    from kg.corpus.output import REPORT
    from kg.correct.table import FILE

    try:
        told = json.loads((graph.parent / REPORT).read_text(encoding="utf-8"))
        return Path(told["corrections"]["files"][0])
    except (OSError, ValueError, KeyError, IndexError):
        return Path(FILE)


def _judged(path: Path, who: str) -> set[str]:
    from kg.correct.table import read_corrections
    from kg.model import Correction

    if not path.exists():
        return set()
    rows = read_corrections(path, frozenset())
    return {row.claim for row in rows if isinstance(row, Correction) and row.who == who}


def _show(store: Store, graph: Path, claim: str, reasons: list[str], place: str) -> None:
    from kg.cli.console import say, text
    from kg.cli.show import print_card
    from kg.store.show import claim_card

    say(text(f"\n{place}", "bold"), text("".join(f"\n  doubt: {reason}" for reason in reasons)))
    print_card(claim_card(store, claim), graph)


def _ask(who: str, when: str) -> dict[str, str] | None:
    """The verdict as cells of a row; empty to pass over, None to end."""
    letters = ", ".join(f"[{key}] {word}" for key, word in CHOICES.items())
    try:
        while (choice := typer.prompt(letters, default="s").strip().lower()[:1]) not in CHOICES:
            typer.echo(f"Choose one of {', '.join(CHOICES)}.")
        if choice == "q":
            return None
        if choice == "s":
            return {}
        cells = {"verdict": CHOICES[choice], "who": who, "when": when}
        if choice == "c":
            cells |= _change()
        return cells | {"why": typer.prompt("why", default="", show_default=False)}
    except typer.Abort:  # the end of input, or Ctrl-C: what was written stays
        return None


def _change() -> dict[str, str]:
    from kg.correct.slots import SLOTS, refusal
    from kg.link.classes import class_tree

    classes = frozenset({*class_tree().above, "Event"})
    while True:
        slot = typer.prompt(f"slot ({', '.join(SLOTS)})").strip()
        value = typer.prompt("value, as in claims.csv", default="", show_default=False).strip()
        wrong = refusal(slot, value, classes)
        if wrong is None:
            return {"slot": slot, "value": value}
        typer.echo(f"{wrong[0]}. {wrong[1]}")


def _named(store: Store, claim: str) -> dict[str, str]:
    """The claim by id and by its words, so that it is found after another extraction too."""
    from kg.store.show import claim_card

    card = claim_card(store, claim)
    slots = dict(card.slots)
    return {"claim": claim, "article": card.article, "quote": card.quote, "class": slots["class"]}


def _today() -> str:
    from datetime import date

    return date.today().isoformat()


def _agreement(path: Path) -> None:
    """How far the reviewers in the file agree, where there are two or more."""
    from kg.cli.summary import agreement_line
    from kg.correct.agreement import agreement
    from kg.correct.table import read_corrections
    from kg.model import Correction

    rows = read_corrections(path, frozenset()) if path.exists() else []
    line = agreement_line(agreement(row for row in rows if isinstance(row, Correction)))
    if line:
        typer.echo(line)
