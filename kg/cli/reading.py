"""The options of `kg build` that say how inputs are read, as types that typer understands."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

Inputs: TypeAlias = Annotated[
    list[Path], typer.Argument(help="Files, folders, patterns; - for standard input.")
]
Model: TypeAlias = Annotated[
    str | None, typer.Option(help="An installed spaCy model instead of the bundled one.")
]
Base: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="IRI", help="Where the corpus' own IRIs live; by default made from its name."
    ),
]
Licence: TypeAlias = Annotated[
    str, typer.Option(metavar="IRI", help="Under which the graph may be used, as it says itself.")
]
Text: TypeAlias = Annotated[
    str | None, typer.Option(metavar="COLUMN", help="Column or JSON field that holds the text.")
]
Title: TypeAlias = Annotated[
    str | None, typer.Option(metavar="COLUMN", help="The one that holds the title.")
]
Published: TypeAlias = Annotated[
    str | None, typer.Option(metavar="COLUMN", help="The one that holds the date of publication.")
]
Url: TypeAlias = Annotated[
    str | None, typer.Option(metavar="COLUMN", help="The one that holds the address.")
]
Publisher: TypeAlias = Annotated[
    str | None, typer.Option(metavar="COLUMN", help="The one that holds the publisher.")
]
Id: TypeAlias = Annotated[
    str | None, typer.Option(metavar="COLUMN", help="The one that holds the article's id.")
]
Language: TypeAlias = Annotated[
    str | None, typer.Option(metavar="COLUMN", help="The one that holds the language's code.")
]
Format: TypeAlias = Annotated[
    str | None,
    typer.Option(help="Format of inputs whose ending does not tell it: csv, html, jsonl, ..."),
]
Encoding: TypeAlias = Annotated[
    str, typer.Option(help="Encoding of plain text, CSV and JSON; pages tell their own.")
]
DateFormat: TypeAlias = Annotated[
    str | None, typer.Option(help="How dates of metadata are written, as %d/%m/%Y.")
]
AnyLanguage: TypeAlias = Annotated[
    bool, typer.Option("--any-language", help="Read also what does not seem to be English.")
]
MaxBytes: TypeAlias = Annotated[int, typer.Option(min=1, help="Largest file or record of one.")]
MaxCharacters: TypeAlias = Annotated[int, typer.Option(min=1, help="Longest text of one.")]
MaxLine: TypeAlias = Annotated[int, typer.Option(min=1, help="Longest line, in characters.")]
MaxNesting: TypeAlias = Annotated[
    int, typer.Option(min=1, help="Deepest nesting of elements or brackets.")
]
MaxExpansion: TypeAlias = Annotated[
    int, typer.Option(min=1, help="Most that a compressed file may unpack to, in times its size.")
]
MaxSeconds: TypeAlias = Annotated[
    float, typer.Option(min=0.1, help="Longest that a page or record may take to read.")
]
Spark: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="MASTER", help="Build on Spark there: local[4], spark://HOST:7077, yarn."),
]
Strict: TypeAlias = Annotated[
    bool, typer.Option("--strict", help="End with 1 where anything was declined.")
]
Corrections: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="Verdicts on claims; default: corrections.csv by the inputs."
    ),
]
MinCertainty: TypeAlias = Annotated[
    float | None,
    typer.Option(metavar="0..1", help="Least certainty of a claim; what is below is declined."),
]
