"""What a build prints when it is done: read, found, linked, declined, unread, and where to look."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, get_args

import typer

from kg.cli.console import plain, print_table
from kg.corpus.output import REPORT
from kg.corpus.report import by_reader
from kg.model import Corpus, Stance, Unread

if TYPE_CHECKING:
    from kg.corpus.report import BuildReport
    from kg.correct.agreement import Agreement

MENTIONS = 5
REASONS = 8  # the rest is counted: many name a word, and the table holds them all
CERTAINTY = re.compile(r"^certainty [\d.]+")
"""How the reason of a claim that is not certain enough begins: all of them are one reason here."""
STANCES: tuple[str, ...] = get_args(Stance)


def print_summary(report: BuildReport) -> None:
    """Print `report` to standard output."""
    corpus = report.corpus
    _read(corpus, report.unread)
    _found(corpus)
    _linked(corpus, report.contested)
    _declined(corpus)
    _unresolved(report)
    _corrections(report)
    for item in report.unread:
        typer.echo(f"  unread  {unread_line(item)}")
    for item in report.ahead:
        typer.echo(f"  dated   {unread_line(item)}")
    _where(report)


def unread_line(item: Unread) -> str:
    """One input that gave no article, why, and what would help."""
    return plain(f"{item.source}: {item.reason}. {item.remedy}")


def count(number: int, noun: str) -> str:
    """`1 claim`, `2 claims`, `2 stories`."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {noun if number == 1 else plural}"


def _read(corpus: Corpus, unread: tuple[Unread, ...]) -> None:
    dated = sum(article.published is not None for article in corpus.articles)
    told = f"; {count(len(unread), 'problem')} listed below" if unread else ""
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
    read = ", ".join(f"{name} {n:,}" for name, n in by_reader(corpus.claims).items() if n)
    typer.echo(f"Read by  {read}")


def _linked(corpus: Corpus, contested: int) -> None:
    typer.echo(
        f"Linked   {count(len(corpus.events), 'event')}, {contested:,} contested, "
        f"in {count(len(corpus.stories), 'story')}; {count(len(corpus.agents), 'agent')}"
    )


def _declined(corpus: Corpus) -> None:
    typer.echo(f"Declined {count(len(corpus.declined), 'sentence')} that held a trigger")
    reasons = Counter(CERTAINTY.sub("certainty", item.reason) for item in corpus.declined)
    ordered = sorted(reasons, key=lambda reason: (-reasons[reason], reason))
    for reason in ordered[:REASONS]:
        typer.echo(f"  {reasons[reason]:>6,}  {plain(reason)}")
    if ordered[REASONS:]:
        left = sum(reasons[reason] for reason in ordered[REASONS:])
        typer.echo(f"  {left:>6,}  for {count(len(ordered) - REASONS, 'other reason')}")


def _unresolved(report: BuildReport) -> None:
    if not report.unresolved:
        return
    typer.echo(f"Unlisted {count(len(report.unresolved), 'name')} that no gazetteer holds")
    for item in report.unresolved[:MENTIONS]:
        typer.echo(f"  {item.times:>6,}  {plain(item.mention)}")
    left = len(report.unresolved) - MENTIONS
    if left > 0:
        typer.echo(f"          and {left:,} more, see {REPORT}")


def _corrections(report: BuildReport) -> None:
    verdicts = Counter(applied.correction.verdict for applied in report.corpus.corrections)
    if verdicts or report.astray:
        told = ", ".join(f"{verdicts[name]} {name}" for name in sorted(verdicts)) or "none"
        typer.echo(f"Reviewed {told}; {len(report.astray)} find no claim")
    for item in report.astray:
        said = item.correction
        typer.echo(plain(f"  astray  {said.source}: {item.reason}: {said.claim} “{said.quote}”"))
    if report.agreement and (line := agreement_line(report.agreement)):
        typer.echo(line)


def agreement_line(found: Agreement) -> str:
    """How far reviewers agree; empty where there are not two of them."""
    if len(found.reviewers) < 2:
        return ""
    alpha = "not defined" if found.alpha is None else f"{found.alpha:.2f}"
    return plain(
        f"Agreement of {', '.join(found.reviewers)}: {found.same} of {found.shared} claims that "
        f"two or more judged, Krippendorff's alpha {alpha}"
    )


def _where(report: BuildReport) -> None:
    out = report.out
    typer.echo(f"\nThe page   {out / 'graph.html'}")
    typer.echo(f"The graph  {out / 'graph.ttl'}")
    typer.echo(f"Tables     {out / 'claims.csv'}, {out / 'declined.csv'}")
    typer.echo(f"The report {out / REPORT}")
    graph = "" if out.as_posix() == "graph" else f" --graph {out / 'graph.ttl'}"
    typer.echo(f"Next       kg query contested{graph}")
    typer.echo(f"           kg query --list{graph}")
    told = [denying for denying, _ in report.corpus.disputes]
    told += [claim.id for claim in report.corpus.claims]
    if told:
        typer.echo(f"           kg show {told[0]}{graph}")
