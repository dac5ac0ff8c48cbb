"""Train the English pipeline anew: `python -m kg.training.parser DATA OUT`."""

from __future__ import annotations

import logging
from argparse import ArgumentParser
from pathlib import Path

from kg.training.parser.train import STEPS, run


def main() -> None:
    """Read the command line and run the recipe; progress goes to the log."""
    parser = ArgumentParser(prog="python -m kg.training.parser", description=run.__doc__)
    parser.add_argument("data", type=Path, help="folder of *.conllu.gz and wikigold.conll.txt.gz")
    parser.add_argument("out", type=Path, help="folder for corpus, trainings, model and scores")
    parser.add_argument("--start", type=Path, help="pipeline to go on from")
    parser.add_argument("--step", choices=STEPS[1:], default="second", help="what goes on from it")
    given = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    run(given.data, given.out, given.start, given.step)


if __name__ == "__main__":
    main()
