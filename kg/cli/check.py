"""`kg check`: is the graph what the ontology says it is?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import FILE

FAILED = 1


def command(
    graph: Annotated[Path, typer.Option(help=f"The file to validate: {FILE}.")] = Path(
        "graph/graph.ttl"
    ),
) -> None:
    """Validate graph and ontology; ends with 1 where something fails."""
    results = [_shapes(graph), _checks(graph), _owl(graph)]
    if not all(results):
        raise typer.Exit(FAILED)
    typer.echo(f"{graph} is as it should be.")


def _shapes(graph: Path) -> bool:
    from kg.cli.console import plain
    from kg.rdf.shapes import validate

    report = validate(graph)
    for violation in report.violations:
        where = " ".join(filter(None, (violation.focus, violation.path, violation.value)))
        typer.echo(plain(f"  {where}: {violation.message}"), err=True)
    for warning in report.warnings:
        typer.echo(plain(f"  warning  {warning.focus}: {warning.message}"))
    return _verdict("SHACL shapes", len(report.violations))


def _checks(graph: Path) -> bool:
    from kg.cli.console import plain
    from kg.rdf.checks import breaches

    found = breaches(graph)
    for breach in found:
        cells = ", ".join(breach.row)
        typer.echo(plain(f"  {breach.check.problem} {cells}. {breach.check.solution}"), err=True)
    return _verdict("Checks", len(found))


def _owl(graph: Path) -> bool:
    from kg.cli.console import plain
    from kg.rdf.reasoner import reason

    found = reason(graph)
    if not found.ran:
        typer.echo(f"{'OWL':<14} {plain(found.message)}")
        return True
    for name in found.unsatisfiable:
        typer.echo(f"  nothing can be a {name}", err=True)
    return _verdict("OWL", len(found.unsatisfiable) + (not found.consistent), found.message)


def _verdict(what: str, failures: int, told: str = "") -> bool:
    verdict = f"{failures} failed" if failures else "passed"
    typer.echo(f"{what:<14} {verdict}{f' ({told})' if told else ''}")
    return not failures
