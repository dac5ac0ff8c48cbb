"""The sections of the benchmark. Each runs in a process of its own, so that its memory is its own:

    python -m tests.benchmarks.sections SECTION FOLDER KIND ARTICLES CLAIMS_BY ROUND

prints one run as JSON. What a section needs and another one makes lies in FOLDER; only the work
that it is named after is timed. What parses is loaded only where something is parsed.
"""

from __future__ import annotations

import gc
import json
import shutil
import sys
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from time import monotonic, process_time
from typing import TYPE_CHECKING

import msgspec
import rdflib

import kg
from kg.corpus import output, workers
from kg.corpus.cache.identity import article_key, reading_identity
from kg.corpus.cache.readings import keeping
from kg.corpus.gather import gather, readings
from kg.corpus.written import written
from kg.link.corpus import link
from kg.model import Article, Reading, Unread
from kg.model import Corpus as Linked
from kg.rdf.graph import told
from kg.read.inputs import read
from kg.store.named import catalogue, find
from tests.benchmarks.cost import cost, peak, peak_of_children
from tests.benchmarks.figures import GATHERED, READING, Corpus, Run

if TYPE_CHECKING:
    from kg.extract.reader import Reader

SAMPLE = {"whole": 100, "short": 500}
"""Articles on which readers are compared, spread over the corpus: some 14,000 words."""
AGAIN = 100
TIMED = 128
"""Articles by which two processes are compared with one."""
WARM = 8
"""Articles that are read before two processes are timed against one, so that both are there."""
SHARED = ("clocks", "figures", "joins", "origins", "stories", "support")
"""Questions that rdflib is asked as well: those that it answers in seconds."""


@dataclass(frozen=True)
class Place:
    """Where everything of one corpus lies."""

    folder: Path
    corpus: Corpus

    @property
    def source(self) -> Path:
        return self.folder / f"{self.corpus.name}.jsonl"

    @property
    def kept(self) -> Path:
        """Readings of all articles, as a build keeps them."""
        return self.folder / f"{self.corpus.name}.sqlite"

    @property
    def linked(self) -> Path:
        return self.folder / f"{self.corpus.name}.linked"

    @property
    def out(self) -> Path:
        return self.folder / f"{self.corpus.name}-graph"

    @property
    def grown(self) -> Path:
        """The same corpus and one article more."""
        return self.folder / f"{self.corpus.name}-and-one.jsonl"

    def articles(self) -> Iterator[Article]:
        return (item for item in read([self.source]) if isinstance(item, Article))

    def sample(self, most: int) -> list[Article]:
        """So many articles spread over the corpus, at most a third of it."""
        every = list(self.articles())
        number = min(most, max(1, len(every) // 3))
        return [every[place * len(every) // number] for place in range(number)]

    def readings(self) -> list[Reading]:
        identity = reading_identity(None)
        with keeping(self.kept) as kept:
            return list(readings(kept, (article_key(a, identity) for a in self.articles())))

    def linking(self) -> Linked:
        return msgspec.msgpack.decode(self.linked.read_bytes(), type=Linked)


@dataclass(frozen=True)
class Told:
    """What a section measured. `peak` in kilobytes, 0 where it is that of this process."""

    seconds: Mapping[str, float]
    counts: Mapping[str, int]
    peak: int = 0
    clock: float = 0.0


def words(articles: list[Article]) -> int:
    return sum(len(article.text.split()) for article in articles)


def by_reading(place: Place) -> Told:
    """Readers and their peers on a sample; each has read as many other articles before, for what
    they keep of words that they have met is made once, and a corpus has more of them than a sample.
    """
    drawn = place.sample(2 * SAMPLE[place.corpus.kind])
    others, sample = drawn[::2], drawn[1::2] or drawn
    from tests.benchmarks.compared import readers, seconds

    steps = readers()
    seconds(steps, others)
    return Told(seconds(steps, sample), {"words": words(sample), "articles": len(sample)})


@workers.cache
def _lexicon() -> Reader:
    from kg.extract.reader import Reader
    from kg.language.pipeline import load

    return Reader(load(), None)


def by_lexicon(article: Article, model: str | None) -> Reading | Unread:
    """In place of `workers.extract_one`, also in its processes, which find it by its name."""
    return _lexicon().read(article)


def by_gathering(place: Place) -> Told:
    """Read the corpus by two processes, what was read already left out."""
    if place.corpus.claims_by == "lexicon":
        workers.extract_one = by_lexicon  # type: ignore[assignment]
    fresh: list[Article] = []

    def done(item: object) -> None:
        if isinstance(item, Article):
            fresh.append(item)

    with keeping(place.kept) as kept:
        identity = reading_identity(None)
        every = list(place.articles())
        missing = [a for a in every if not kept.has_reading(article_key(a, identity))]
        if not missing:  # read and killed before it was told: the last hundred are read again
            missing = every[-AGAIN:]
        with cost() as spent:
            found = gather(missing, kept, None, 2, done)
    assert not found.unread, found.unread[:3]
    counts = {"words": words(every), "fresh": words(missing), "articles": len(every)}
    seconds = spent.processor * counts["words"] / max(1, counts["fresh"])
    return Told({GATHERED: seconds}, counts, peak_of_children(), spent.clock)


def by_linking(place: Place) -> Told:
    given = place.readings()
    gc.disable()  # as a build does
    with cost() as spent:
        linked = link(given)
    place.linked.write_bytes(msgspec.msgpack.encode(linked))
    counts = {"claims": len(linked.claims), "events": len(linked.events)}
    counts["stories"] = len(linked.stories)
    return Told({"link": spent.processor}, counts)


def by_triples(place: Place) -> Told:
    linked = place.linking()
    with cost() as spent:
        found = deque(enumerate(told(linked), 1), maxlen=1)
    return Told({"RDF alone": spent.processor}, {"triples": found[0][0]})


def by_writing(place: Place) -> Told:
    """RDF, Turtle and the table of claims as a build writes them, nothing being kept of an earlier
    one.
    """
    linked, folder = place.linking(), place.folder / "written"
    folder.mkdir(exist_ok=True)
    with cost() as spent:
        written(linked, folder)
    return Told({"RDF, Turtle and table": spent.processor}, {"claims": len(linked.claims)})


def by_building(place: Place) -> Told:
    """All that `kg build` does after reading: the readings are there, nothing else is."""
    shutil.rmtree(place.out, ignore_errors=True)
    (place.out / output.HIDDEN).mkdir(parents=True)
    shutil.copy(place.kept, place.out / output.HIDDEN / output.KEPT)
    with cost() as spent:
        report = kg.build(place.source, place.out)
    assert report.fresh == 0, f"{report.fresh} articles were read again"
    claims = json.loads((place.out / output.REPORT).read_text(encoding="utf-8"))["claims"]["total"]
    return Told({"build after reading": spent.processor}, {"claims": claims})


def by_one_more(place: Place) -> Told:
    """The next build, of the same corpus and one article more."""
    workers.reader(None)  # a process that serves has it loaded; loading is no cost of an article
    with cost() as spent:
        report = kg.build(place.grown, place.out)
    assert report.fresh == 1, f"{report.fresh} articles were read"
    return Told({"one article more": spent.processor}, {"fresh": 1})


def by_asking(place: Place) -> Told:
    """Every question that ships, once, on the graph of the last build."""
    with cost() as opening:
        graph = kg.open(place.out)
    took = {}
    for query in catalogue():
        start = process_time()
        len(list(graph.query(query.name)))
        took[query.name] = process_time() - start
    slowest = max(took, key=lambda name: took[name])
    seconds = {"open the graph": opening.processor, "all queries": sum(took.values())}
    counts = {"queries": len(took), f"slowest, ms: {slowest}": round(took[slowest] * 1000)}
    return Told(seconds, counts | {"triples": len(graph)})


def by_drawing(place: Place) -> Told:
    with cost() as spent:
        kg.draw(place.out, place.folder / "page.html")
    return Told({"page": spent.processor}, {"bytes": (place.folder / "page.html").stat().st_size})


def by_rdflib(place: Place) -> Told:
    """The same graph and questions by the engine that ships and by rdflib alone.

    The engine has to read Turtle, rdflib is given N-Triples, which it reads fastest.
    """
    asked = [find(name).text for name in SHARED]
    (plain,) = kg.export_graph("nt", place.out, place.folder / "graph.nt")
    seconds = {}
    for name, kind, path in (("engine", _Engine, place.out), ("rdflib alone", Plain, plain)):
        with cost() as loading:
            graph = kind(path)
        with cost() as asking:
            for query in asked:
                graph.ask(query)
        seconds[f"peer: load, {name}"] = loading.processor
        seconds[f"peer: {len(asked)} queries, {name}"] = asking.processor
    return Told(seconds, {"queries": len(asked)})


class Plain:
    """A graph in rdflib and nothing else."""

    def __init__(self, triples: Path) -> None:
        self._graph = rdflib.Graph().parse(triples, format="nt")

    def ask(self, sparql: str) -> Sequence[object]:
        return list(self._graph.query(sparql))


class _Engine:
    def __init__(self, path: Path) -> None:
        self._graph = kg.open(path)

    def ask(self, sparql: str) -> object:
        return list(self._graph.query(sparql))


def by_cores(place: Place) -> Told:
    """Words a second on the clock with one process and with two, once both have begun."""
    sample = place.sample(TIMED)
    seconds = {}
    for number, name in ((1, "one process"), (2, "two processes")):
        outcomes = workers.extract_all(sample, None, number)
        deque(islice(outcomes, WARM), maxlen=0)
        begun = monotonic()
        deque(outcomes, maxlen=0)
        seconds[name] = monotonic() - begun
    return Told(seconds, {"words": words(sample[WARM:])})


SECTIONS: Mapping[str, Callable[[Place], Told]] = {
    READING: by_reading,
    "gather": by_gathering,
    "link": by_linking,
    "triples": by_triples,
    "write": by_writing,
    "build": by_building,
    "more": by_one_more,
    "ask": by_asking,
    "draw": by_drawing,
    "rdflib": by_rdflib,
    "cores": by_cores,
}


def main(section: str, folder: str, kind: str, *numbers: str) -> None:
    articles, claims_by, number = numbers
    corpus = Corpus(kind, int(articles), claims_by)
    place = Place(Path(folder), corpus)
    found = SECTIONS[section](place)
    run = Run(section, corpus, int(number), found.seconds, found.peak or peak(), found.counts)
    if "words" not in run.counts:
        run = replace(run, counts={"words": words(list(place.articles())), **run.counts})
    print(replace(run, clock=found.clock).line())


if __name__ == "__main__":
    main(*sys.argv[1:])
