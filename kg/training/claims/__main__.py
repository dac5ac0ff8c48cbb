"""Teach the reader of claims anew: `python -m kg.training.claims GOLD OUT`."""

from __future__ import annotations

import logging
from argparse import ArgumentParser
from pathlib import Path

from kg.training.claims.recipe import ROUNDS, run


def main() -> None:
    """Read the command line and run the training; it goes on where an earlier call was stopped."""
    parser = ArgumentParser(prog="python -m kg.training.claims", description=run.__doc__)
    parser.add_argument("gold", type=Path, help="folder with gold.jsonl and articles/")
    parser.add_argument("out", type=Path, help="folder for what is made on the way, and the model")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="passes over the articles")
    parser.add_argument("--share", type=float, default=1.0, help="share of the articles, 0 to 1")
    given = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    run(given.gold, given.out, given.rounds, given.share)


if __name__ == "__main__":
    main()
