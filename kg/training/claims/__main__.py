"""Teach the reader of claims anew: `python -m kg.training.claims GOLD... --out FOLDER`."""

from __future__ import annotations

import logging
from argparse import ArgumentParser
from pathlib import Path

from kg.training.claims.recipe import run


def main() -> None:
    """Read the command line and run the training; it goes on where an earlier call was stopped."""
    parser = ArgumentParser(prog="python -m kg.training.claims", description=run.__doc__)
    parser.add_argument("gold", type=Path, nargs="+", help="folders with gold.jsonl and articles")
    parser.add_argument("--out", type=Path, required=True, help="folder for states and the model")
    parser.add_argument("--share", type=float, default=1.0, help="share of the articles, 0 to 1")
    given = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    run(given.gold, given.out, given.share)


if __name__ == "__main__":
    main()
