"""What a build prints when it is done: read, found, linked, declined, unread, and where to look."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, get_args

import typer

from kg.cli.console import plain, print_table
from kg.model import Corpus, Stance, Unread

if TYPE_CHECKING:
    from kg.build import BuildReport

STANCES: tuple[str, ...] = get_args(Stance)


def print_summary(report: BuildReport) -> None:
    """Print `report` to standard output."""
    corpus = report.corpus
    _read(corpus, report.unread)
    _found(corpus)
    _linked(corpus)
    _declined(corpus)
    for item in report.unread:
        typer.echo(f"  unread  {unread_line(item)}")
    _where(report)


def unread_line(item: Unread) -> str:
    """One input that gave no article, why, and what would help."""
    return plain(f"{item.source}: {item.reason}. {item.remedy}")


def count(number: int, noun: str) -> str:
    """`1 claim`, `2 claims`, `2 stories`."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {noun if number == 1 else plural}"


def contested(corpus: Corpus) -> int:
    """How many events somebody asserts and somebody denies."""
    stances = {claim.id: claim.stance for claim in corpus.claims}
    sides = ({stances[claim] for claim in event.claims} for event in corpus.events)
    return sum({"asserts", "denies"} <= side for side in sides)


def _read(corpus: Corpus, unread: tuple[Unread, ...]) -> None:
    dated = sum(article.published is not None for article in corpus.articles)
    told = f", {len(unread):,} inputs unread" if unread else ""
    typer.echo(f"Read     {count(len(corpus.articles), 'article')} ({dated:,} dated){told}")


def _found(corpus: Corpus) -> None:
    typer.echo(f"Found    {count(len(corpus.claims), 'claim')}")
    if not corpus.claims:
        return
    cells: Counter[tuple[str, str]] = Counter(
        (claim.event_class, claim.stance) for claim in corpus.claims
    )
    totals = Counter(claim.event_class for claim in corpus.claims)
    rows = [
        {"class": name, **{s: str(cells[name, s] or "") for s in STANCES}, "all": str(totals[name])}
        for name in sorted(totals, key=lambda name: (-totals[name], name))
    ]
    print_table(("class", *STANCES, "all"), rows)


def _linked(corpus: Corpus) -> None:
    typer.echo(
        f"Linked   {count(len(corpus.events), 'event')}, {contested(corpus):,} contested, "
        f"in {count(len(corpus.stories), 'story')}; {count(len(corpus.agents), 'agent')}"
    )


def _declined(corpus: Corpus) -> None:
    typer.echo(f"Declined {count(len(corpus.declined), 'sentence')} that held a trigger")
    reasons = Counter(declined.reason for declined in corpus.declined)
    for reason in sorted(reasons, key=lambda reason: (-reasons[reason], reason)):
        typer.echo(f"  {reasons[reason]:>6}  {plain(reason)}")


def _where(report: BuildReport) -> None:
    out = report.out
    typer.echo(f"\nThe page   {out / 'graph.html'}")
    typer.echo(f"The graph  {out / 'graph.ttl'}")
    typer.echo(f"Tables     {out / 'claims.csv'}, {out / 'declined.csv'}")
    graph = "" if out.as_posix() == "graph" else f" --graph {out / 'graph.ttl'}"
    typer.echo(f"Next       kg query contested{graph}")
    typer.echo(f"           kg query --list{graph}")
    if report.corpus.claims:
        typer.echo(f"           kg show {report.corpus.claims[0].id}{graph}")
