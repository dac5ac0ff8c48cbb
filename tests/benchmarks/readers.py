"""How well each reader reads labelled texts that it was not taught from, and both together.

    python -m tests.benchmarks.readers GOLD [--most N] [--fit CARD]

GOLD is a folder with `gold.jsonl` and `articles/` as `python -m kg.training.claims` takes it. Only
its dev part is read, which nothing is taught from. Prints detection and whole-claim F1 and the
slots by source, for the lexicon alone, all of the taught reader alone and both; for both also the
classes, and how often claims of a certainty are wholly right. `--fit` first weighs anew what makes
a claim certain and writes the weights into the file CARD, the `card.json` of the network; what is
printed then was seen by it.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import tempfile
import warnings
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from msgspec import structs
from msgspec.json import decode as json_decode
from msgspec.json import encode as json_encode
from msgspec.json import format as json_format

from kg.extract.agree.agree import SHIPPED, Agreement, Policy
from kg.extract.agree.certainty import Facts, numbers
from kg.extract.agree.conclude import concluded
from kg.extract.agree.kept import Joined
from kg.extract.agree.parties import PartyReading
from kg.extract.context import Context
from kg.extract.passes import once
from kg.extract.propose import features, taught
from kg.extract.propose.card import Card
from kg.extract.propose.features import Sheet
from kg.extract.propose.lexical import LexicalReading, Told, telling
from kg.extract.propose.marks import Marks
from kg.extract.propose.network import Network
from kg.extract.propose.proposal import Proposal
from kg.extract.reader import Reader
from kg.language.pipeline import load
from kg.model import Agent, Article, Claim, principal
from kg.rdf.agents import claimant_of
from kg.read.inputs import read
from kg.training.claims.calibrate import EVERYTHING, fit
from kg.training.claims.labels import is_dev
from tests.gold import score

SLOTS = ("actor", "recipient", "claimant_of", "stance", "modality", "negated", "phase")
SOURCES = {"ce": "digests", "sd": "state releases", "re": "defence reports", "wn": "Wikinews"}
INVENTED = "invented press"
BINS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.01)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--most", type=int, default=100_000, help="articles read at most")
    parser.add_argument("--fit", type=Path, metavar="CARD", help="card.json to write weights into")
    given = parser.parse_args()
    articles = [a for a in read([given.gold / "articles"], None) if isinstance(a, Article)]
    articles = [a for a in articles if is_dev(a.name)][: given.most]
    gold = given.gold / "gold.jsonl"
    readers = Readers()
    if given.fit:
        write_weights(given.fit, gold, readers, articles)
        readers = Readers()
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for article in articles:
        for name, rows in readers.rows(article).items():
            found[name] += rows
    for title, names in groups(a.name for a in articles):
        print(f"\n## {title}")
        for reader, rows in found.items():
            measured = measure(given.gold / "gold.jsonl", rows, names)
            print(f"{reader:8} {line(measured)}")
        print(by_class(measured))  # of the last, which is both
    print("\n## certainty: claims of both readers that are wholly right")
    calibration(gold, found["both"], {a.name for a in articles})


class Readers:
    """The two readers and their agreement, over one pipeline."""

    def __init__(self) -> None:
        self._reader, self._network = Reader(load(), None), Network()

    def rows(self, article: Article) -> dict[str, list[dict[str, str]]]:
        """The claims of each reader as rows of `claims.csv`."""
        read = self.proposed(article)
        lexicon = [claim for one in read.told for claim in one.claims]
        agents = read.context.agents.seen
        claims = {
            "lexicon": lexicon,
            "taught": self._concluded(read, EVERYTHING, []),
            "both": self._concluded(read, SHIPPED, read.told),
        }
        return {name: [row(c, agents) for c in found] for name, found in claims.items()}

    def weighed(self, article: Article) -> list[tuple[dict[str, str], Facts]]:
        """All that both readers tell, however uncertain, with what its certainty hangs on."""
        read = self.proposed(article)
        kept = self.settled(read, EVERYTHING, read.told).kept
        agents = read.context.agents.seen
        return [(row(claim, agents), one.facts) for one in kept for claim in one.claims]

    def joined(self, read: Proposed, policy: Policy, told: Sequence[Told]) -> Joined:
        """What both readers agree on by `policy`, before its parties are weighed."""
        context = telling(read.context, read.told)
        agreement = Agreement(context, self._network.card, read.marks, policy)
        return agreement.join(told, read.proposals)

    def settled(self, read: Proposed, policy: Policy, told: Sequence[Told]) -> Joined:
        """The same with the parties that are likeliest."""
        joined = self.joined(read, policy, told)
        return replace(joined, kept=self.parties(read).settled(joined.kept))

    def parties(self, read: Proposed) -> PartyReading:
        """Weighs the parties of the article that was read."""
        return PartyReading(read.context, read.sheet, self._network.parties)

    def _concluded(self, read: Proposed, policy: Policy, told: Sequence[Told]) -> list[Claim]:
        settled = self.settled(read, policy, told)
        return list(concluded(settled, told, self._network.card, policy).claims)

    def proposed(self, article: Article) -> Proposed:
        context = self._reader.context(article)
        lexical = LexicalReading(context)
        told, repeated = lexical.run(), lexical.repeated()
        sheet = features.sheet(context, once(one.proposal for one in told))
        asked = frozenset(one.proposal.trigger for one in told)
        marks = list(self._network.marks(sheet, asked))
        proposals = [p for p in taught.proposals(sheet, marks) if p.trigger not in repeated]
        by_token = {sheet.tokens[mark.trigger]: mark for mark in marks}
        return Proposed(context, told, proposals, by_token, sheet)


@dataclass(frozen=True)
class Proposed:
    """What both readers propose for one article."""

    context: Context
    told: list[Told]
    proposals: list[Proposal]
    marks: dict[int, Marks]
    sheet: Sheet


def write_weights(path: Path, gold: Path, readers: Readers, articles: list[Article]) -> None:
    """Fit the two regressions of the card on what the readers tell of `articles`."""
    told = [pair for article in articles for pair in readers.weighed(article)]
    rows = [pair[0] for pair in told]
    right, found, false = judged(gold, rows, {a.name for a in articles})
    asked = [n for n in range(len(rows)) if n in found or n in false]
    alone = [n for n in asked if not told[n][1].by_lexicon]
    card = structs.replace(
        json_decode(path.read_bytes(), type=Card),
        certainty=fit([numbers(told[n][1]) for n in asked], [n in right for n in asked]),
        event=fit(
            [numbers(replace(told[n][1], parties=1.0)) for n in alone], [n in found for n in alone]
        ),
    )
    path.write_bytes(json_format(json_encode(card), indent=1))


def row(claim: Claim, agents: dict[str, Agent]) -> dict[str, str]:
    """The columns of `queries/claims.rq` that the score reads, and the certainty."""
    of = claimant_of(claim.claimant, agents) if claim.claimant else None
    return {
        "article": claim.article,
        "class": claim.event_class,
        "actor": "|".join(sorted({code(principal(k, agents), agents) for k in claim.actors})),
        "recipient": "|".join(
            sorted({code(principal(k, agents), agents) for k in claim.recipients})
        ),
        "claimant": agents[claim.claimant].label if claim.claimant else "",
        "claimant_of": code(of, agents) if of else "",
        "stance": claim.stance,
        "modality": claim.modality,
        "negated": str(claim.negated).lower(),
        "phase": claim.phase,
        "quote": claim.evidence.quote,
        "start": str(claim.evidence.start),
        "end": str(claim.evidence.end),
        "certainty": "" if claim.certainty is None else str(claim.certainty),
    }


def code(key: str, agents: dict[str, Agent]) -> str:
    return agents[key].iso3 or agents[key].label


def groups(names: Iterable[str]) -> list[tuple[str, set[str]]]:
    """All articles, those of real press, and those of each source."""
    by: dict[str, set[str]] = defaultdict(set)
    for name in names:
        source = SOURCES.get(name.partition("-")[0], INVENTED)
        by["all"].add(name)
        by[source].add(name)
        if source != INVENTED:
            by["real texts"].add(name)
    first = ("all", "real texts", INVENTED, *SOURCES.values())
    return [(title, by[title]) for title in first if title in by]


def measure(gold: Path, rows: list[dict[str, str]], names: set[str]) -> dict:
    """What `score.py` makes of the rows of some articles."""
    with part(gold, names) as path, contextlib.redirect_stdout(io.StringIO()):
        return score.report(*score.load(path, [r for r in rows if r["article"] in names]))


@contextlib.contextmanager
def part(gold: Path, names: set[str]):
    """The gold of some articles as a file."""
    lines = gold.read_text(encoding="utf-8").splitlines()
    kept = [text for text in lines if text.strip() and json.loads(text)["article"] in names]
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # score.py leaves closing to Python
        path = Path(folder) / "gold.jsonl"
        path.write_text("\n".join(kept), encoding="utf-8")
        yield path


def line(found: dict) -> str:
    detection, slots = found["detection"], found["slots"]
    told = "  ".join(f"{name} {slots[name]['right']:.2f}" for name in SLOTS)
    return (
        f"{detection['gold']:5} claims  P {detection['precision']:.3f}  R {detection['recall']:.3f}"
        f"  F1 {detection['f1']:.3f}  whole {found['whole']['f1']:.3f}   {told}"
    )


def by_class(found: dict) -> str:
    return "\n".join(
        f"  {name:20}{of['gold']:5} claims  P {of['precision']:.3f}  R {of['recall']:.3f}"
        f"  F1 {of['f1']:.3f}"
        for name, of in found["classes"].items()
    )


def calibration(gold: Path, rows: list[dict[str, str]], names: set[str]) -> None:
    """Claims by certainty, and the share of them that is wholly right."""
    right, _, _ = judged(gold, rows, names)
    for low, high in pairwise(BINS):
        inside = [
            n for n, r in enumerate(rows) if r["certainty"] and low <= float(r["certainty"]) < high
        ]
        if inside:
            mean = sum(float(rows[n]["certainty"]) for n in inside) / len(inside)
            share = sum(n in right for n in inside) / len(inside)
            told = f"{len(inside):5} claims, said {mean:.2f}, right {share:.2f}"
            print(f"{low:.1f} to {high:.1f}: {told}")


def matched(gold: Path, rows: list[dict[str, str]], names: set[str]) -> list[tuple[int, dict]]:
    """The numbers of the rows that meet a gold row, each with that."""
    with part(gold, names) as path:
        loaded, parts = score.load(path, rows)
    wanted, found, *_ = score.score(loaded, parts)
    by: dict[tuple[str, str], list[dict]] = defaultdict(list)
    for one in parts:
        by[one["article"], one["class"]].append(one)
    return [(by[at[0], at[1]][at[2]]["_n"], wanted[n]) for n, (at, _) in sorted(found.items())]


def judged(
    gold: Path, rows: list[dict[str, str]], names: set[str]
) -> tuple[set[int], set[int], set[int]]:
    """The numbers of the rows that are wholly right, those that meet a gold row, the false ones."""
    given = [r for r in rows if r["article"] in names]
    with part(gold, names) as path:
        loaded, parts = score.load(path, given)
    _, matched, false, _, _ = score.score(loaded, parts)
    by: dict[tuple[str, str], list[dict]] = defaultdict(list)
    for one in parts:
        by[one["article"], one["class"]].append(one)
    numbers = {place: by[place[0], place[1]][place[2]]["_n"] for place, _ in matched.values()}
    right = {
        numbers[place]
        for place, slots in matched.values()
        if all(slots.get(slot, 1.0) == 1.0 for slot in score.CORE)
    }
    return right, set(numbers.values()), {one["_n"] for one in false}


if __name__ == "__main__":
    main()
