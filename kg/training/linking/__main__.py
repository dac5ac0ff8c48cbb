"""`python -m kg.training.linking LABELS`: writes `ontology/likeness.toml` from labelled events.

LABELS holds `events/gold.jsonl` and `train/`; pairs of claims of dated news that were read one by
one are in `pairs.csv` beside this file.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Mapping
from pathlib import Path

from kg.link.likeness import TABLES
from kg.resources import ontology
from kg.training.linking.fit import weights_of
from kg.training.linking.labels import labelled, news

PAIRS = Path(__file__).with_name("pairs.csv")
HEAD = """\
# How much each sign speaks for one event (above 0) or for two (below). The chance that two claims
# are of one event is 1 / (1 + exp(-sum)), the sum being of the weights of all signs that are there,
# each sign from 0 to 1. `within` weighs two claims of one article, `across` what two articles tell,
# `digests` what two items of dated digests tell.
#
# Found by logistic regression (`python -m kg.training.linking`) from
# {disputes}, and
# {read}.
# A weight is what it adds beside the others: one that looks odd by itself may mend another.
"""


def pairs_told(path: Path = PAIRS) -> dict[tuple[str, str], bool]:
    """Pairs of claim ids to whether somebody who read both held them to be of one event."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {(row["one"], row["other"]): row["same"] == "yes" for row in rows}


def main(folder: Path) -> None:
    """Fit and write."""
    labels, same = labelled(folder), pairs_told()
    tables = weights_of(labels, news(folder, same), same)
    disputes = (
        f"{len(labels.event)} claims of {len(labels.readings)} disputes told by three articles each"
    )
    read = f"{len(same)} pairs of news read one by one, {sum(same.values())} of them one event"
    text = HEAD.format(disputes=disputes, read=read)
    text += "".join(_table(name, tables[name]) for name in TABLES)
    ontology("likeness.toml").write_text(text, encoding="utf-8")


def _table(name: str, weights: Mapping[str, float]) -> str:
    lines = (f'"{sign}" = {weights[sign]}\n' for sign in sorted(weights))
    return f"\n[{name}]\n{''.join(lines)}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
