"""The whole way once: inputs to a folder that holds graph, page and tables.

This is the one module that joins the stages. They are imported when they are needed, so that
`import kg` stays light.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Protocol

from kg.corpus import output
from kg.corpus.ahead import ahead
from kg.corpus.amend import Amended, amend
from kg.corpus.cache.linkings import TABLE as LINKINGS
from kg.corpus.cache.linkings import Linkings
from kg.corpus.cache.readings import Kept, keeping
from kg.corpus.certainty import certain, refuse_impossible
from kg.corpus.described import Description, described, refuse_unfit
from kg.corpus.gather import Gathered, gather, readings
from kg.corpus.report import BuildReport, as_json, unresolved
from kg.corpus.workers import HERE
from kg.correct.agreement import agreement
from kg.errors import InputError
from kg.model import Article, Corpus, Reading, Unread
from kg.read.count import expected
from kg.read.inputs import read
from kg.read.options import ReadOptions

if TYPE_CHECKING:
    from kg.corpus.cache.drawings import Drawings
    from kg.store.engine import Rows, Store

TITLE = "Who claims what"


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How to build: an installed spaCy model (None: the bundled one), how many processes read
    (none: this one does), how inputs are read, how certain a claim is at least (None: it does not
    matter), and what the graph says of itself.
    """

    model: str | None = None
    workers: int = HERE
    read: ReadOptions = field(default_factory=ReadOptions)
    corrections: Path | None = None
    min_certainty: float | None = None
    description: Description = field(default_factory=Description)


class Observer(Protocol):
    """Told how a build goes on; the command line draws its progress bar from this."""

    def stage(self, name: str, total: int) -> None:
        """A stage begins; it has `total` steps, 0 where it has one only."""

    def step(self, name: str) -> None:
        """One step of the stage is done: the article called `name`."""

    def unread(self, item: Unread) -> None:
        """This input gives no article."""


class Silent:
    """The observer that says nothing."""

    def stage(self, name: str, total: int) -> None:
        """Nothing."""

    def step(self, name: str) -> None:
        """Nothing."""

    def unread(self, item: Unread) -> None:
        """Nothing."""


def build(
    inputs: Iterable[Path],
    out: Path,
    options: BuildOptions | None = None,
    observer: Observer | None = None,
) -> BuildReport:
    """Build the graph of `inputs` (folders and files) into the folder `out`.

    Articles that an earlier build into `out` read are not read again. A build that fails or is
    killed leaves an older one in `out` as it was, and what it read is kept. Raises InputError
    where nothing can be read or the base is no IRI, ModelError or KnowledgeError where pipeline or
    knowledge are unfit, StatecraftError where `out` cannot be written, another build is writing
    there, or a certainty is asked for that there cannot be.
    """
    options, observer, paths = options or BuildOptions(), observer or Silent(), list(inputs)
    refuse_impossible(options.min_certainty)
    refuse_unfit(options.description)
    output.refuse_foreign(out, paths)
    clock = _Clock(observer)
    with ExitStack() as stack:
        hidden = stack.enter_context(output.locked(out))
        kept = stack.enter_context(keeping(hidden / output.KEPT))
        gathered = _gather(paths, kept, options, clock)
        stack.enter_context(_uncollected())
        amended = amend(readings(kept, gathered.keys), paths, options.corrections)
        amended = certain(amended, options.min_certainty)
        found, amended = deque(amended.readings), replace(amended, readings=())
        linkings = Linkings(kept)
        corpus = _link(_drained(found), clock, linkings)
        corpus = replace(corpus, corrections=amended.applied)
        corpus = described(corpus, paths, options.description, options.model)
        clock.stage("writing", 0)
        with output.replacing(out) as folder:
            used = {LINKINGS: linkings.keys, **write(corpus, folder, kept, out / output.ARTICLES)}
            _redirect(out, corpus, folder)
            report = _report(out, corpus, (gathered, amended), clock)
            (folder / output.REPORT).write_text(as_json(report), encoding="utf-8")
        for table, keys in {"readings": gathered.keys, **used}.items():
            kept.keep_only(table, keys)
    return report


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for circular references, of which carriers have none.

    Over a million of them it costs a quarter of linking and finds nothing.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


class _Clock:
    """Passes on what an observer is told, and notes how long each stage took."""

    def __init__(self, observer: Observer) -> None:
        self._observer, self._begun, self._name = observer, perf_counter(), ""
        self.seconds: dict[str, float] = {}
        self.step, self.unread = observer.step, observer.unread

    def stage(self, name: str, total: int) -> None:
        """A stage begins; the one before it ends."""
        self.stop()
        self._begun, self._name = perf_counter(), name
        self._observer.stage(name, total)

    def stop(self) -> None:
        """The stage under way ends."""
        if self._name:
            self.seconds[self._name] = perf_counter() - self._begun


def _report(
    out: Path, corpus: Corpus, told: tuple[Gathered, Amended], clock: _Clock
) -> BuildReport:
    from kg.link.disputes import contested

    clock.stop()
    gathered, amended = told
    opening = {"opening inputs": gathered.seconds}
    reading = clock.seconds["reading"] - gathered.seconds
    return BuildReport(
        out=out,
        corpus=corpus,
        contested=contested(corpus),
        unread=(*gathered.unread, *amended.unread),
        astray=amended.astray,
        correction_files=amended.files,
        agreement=agreement(amended.rows),
        unresolved=unresolved(corpus),
        fresh=gathered.fresh,
        ahead=ahead(corpus.articles, datetime.now(UTC).date()),
        seconds=opening | clock.seconds | {"reading": reading},
    )


def _gather(paths: list[Path], kept: Kept, options: BuildOptions, observer: Observer) -> Gathered:
    items = read(paths, options.read)
    observer.stage("reading", expected(paths, options.read.format))

    def told(item: Article | Unread) -> None:
        if isinstance(item, Unread):
            observer.unread(item)
        else:
            observer.step(item.name)

    gathered = gather(items, kept, options.model, options.workers, told)
    if not gathered.keys:
        shown = ", ".join(map(str, paths))
        raise InputError(shown, "no article in it could be read", "See the reasons above.")
    return gathered


def _drained(found: deque[Reading]) -> Iterator[Reading]:
    """All of `found`, which is let go of: of linked claims linking holds others."""
    while found:
        yield found.popleft()


def _link(found: Iterable[Reading], observer: Observer, linkings: Linkings) -> Corpus:
    from kg.link.corpus import link

    observer.stage("linking", 0)
    return link(found, recall=linkings.recall)


def write(
    corpus: Corpus, folder: Path, kept: Kept | None = None, earlier: Path | None = None
) -> Mapping[str, Collection[str]]:
    """Write every file of a build into `folder`, which exists and is empty.

    What `kept` holds of articles and of a drawing that did not change is not made anew, and texts
    that lie in `earlier` are taken from there; gives the keys of all that belongs to this build
    in what is kept, by table.
    """
    from kg.corpus.cache.drawings import TABLE, Drawings
    from kg.corpus.fragments import TABLE as FRAGMENTS
    from kg.corpus.written import written

    # Tables and page are asked of the Turtle and not of the corpus: they hold what the graph holds.
    told = written(corpus, folder, kept)
    output.write_articles(corpus.articles, folder / output.ARTICLES, earlier)
    output.write_declined(corpus.declined, folder / output.DECLINED)
    texts = {article.name: article.text for article in corpus.articles}
    drawings = Drawings(kept) if kept else None
    shown = _page(told.network, told.agents, texts, drawings)
    (folder / output.PAGE).write_bytes(shown)
    return {FRAGMENTS: told.keys, TABLE: drawings.keys if drawings else ()}


def _redirect(out: Path, corpus: Corpus, folder: Path) -> None:
    """Write what became of the IRIs of the build that is replaced, where some are gone."""
    from kg.rdf.redirects import redirects
    from kg.rdf.turtle import turtle

    moved = redirects(out / output.GRAPH, out / output.REDIRECTS, folder / output.GRAPH)
    if moved:
        (folder / output.REDIRECTS).write_bytes(turtle(moved, corpus.base))


def page(store: Store, texts: Mapping[str, str]) -> bytes:
    """The network of `store` as one HTML file; `texts` are those of articles by name."""
    claims, agents = (_ask(store, name) for name in ("network", "network-agents"))
    return _page(claims, agents, texts)


def _page(
    claims: Rows, agents: Rows, texts: Mapping[str, str], drawings: Drawings | None = None
) -> bytes:
    from kg.show.layout import afresh
    from kg.show.network import network
    from kg.show.page import render
    from kg.show.passage import around

    rows = around((dict(zip(claims.columns, row, strict=True)) for row in claims), texts)
    recall = drawings.recall if drawings else afresh
    return render(network(rows, agents.records()), TITLE, recall).encode()


def _ask(store: Store, name: str) -> Rows:
    from kg.store.named import find

    return store.query(find(name).text)
