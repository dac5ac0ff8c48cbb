"""What a build tells of itself, at the end of the command and in `report.json`."""

from __future__ import annotations

import calendar
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, get_args

from kg.correct.agreement import Agreement
from kg.correct.apply import Astray
from kg.model import Claim, Corpus, Evidence, ReaderName, Unread

BOTH = "both"
"""Stands for the two readers together where claims are counted."""
UNNAMED = frozenset({"Group", "Document"})
"""Kinds of agents that have no name of their own, and so no place in a gazetteer."""
_CAPITALISED = re.compile(
    r"[A-Z](?:(?<=[\w,;:(] .)[\w’'-]+(?: [A-Z][\w’'-]+)*|(?<=\A.)[\w’'-]+(?: [A-Z][\w’'-]+)+)"
)
"""Names within a sentence; its first word alone has a capital whatever it is. What stands before
is looked at behind the capital, for a letter of a set is found far faster."""
_SMALL = re.compile(r"\b[a-z]+\b")
_END = re.compile(r"[.!?][\"”’)]*\s+|\n")
_REACH = 400
"""Code points around a quotation in which the ends of its sentence are looked for."""
_PROSE = re.compile(r"[a-z](?<!\w.)[a-z]{4}")
"""What headlines lack that give each longer word a capital."""
SHORTEST = 3
"""Letters of a name; below it are initials and "Mr"."""
_CALENDAR = frozenset(
    word.casefold() for word in (*calendar.month_name, *calendar.day_name) if word
)


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A name that no table of the gazetteer lists: how often it stands where an agent would."""

    mention: str
    times: int
    articles: int


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build gave: the folder, everything linked, and what could not be read and why.

    `contested` counts the events of the query of that name, `fresh` the articles that no earlier
    build had read. `astray` are corrections that no longer find their claim, `correction_files`
    where corrections were looked for. `ahead` are articles dated after the day on which they can
    have been published. `seconds` is the time of each stage by the clock.
    """

    out: Path
    corpus: Corpus
    contested: int
    unread: tuple[Unread, ...]
    unresolved: tuple[Unresolved, ...] = ()
    astray: tuple[Astray, ...] = ()
    correction_files: tuple[Path, ...] = ()
    agreement: Agreement | None = None
    fresh: int = 0
    ahead: tuple[Unread, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict)

    def __repr__(self) -> str:
        corpus = self.corpus
        counts = f"{len(corpus.articles):,} articles, {len(corpus.claims):,} claims"
        return f"<kg.BuildReport of {self.out.as_posix()}: {counts}>"

    def _repr_html_(self) -> str:
        from kg.corpus.shown import shown

        return shown(self.out, self.corpus, self.unread, by_class(self.corpus.claims))


def as_json(report: BuildReport) -> str:
    """The report as JSON; what differs from run to run stands under `run`."""
    corpus = report.corpus
    told: dict[str, Any] = {
        "articles": {
            "read": len(corpus.articles),
            "dated": sum(article.published is not None for article in corpus.articles),
        },
        "declined_inputs": [asdict(item) for item in report.unread],
        "claims": {
            "total": len(corpus.claims),
            "by_class": by_class(corpus.claims),
            "by_reader": by_reader(corpus.claims),
        },
        "declined_sentences": {
            "total": len(corpus.declined),
            "by_reason": dict(_by_count(d.reason for d in corpus.declined)),
        },
        "linked": {
            "events": len(corpus.events),
            "contested": report.contested,
            "stories": len(corpus.stories),
            "agents": len(corpus.agents),
        },
        "unresolved": [asdict(item) for item in report.unresolved],
        "corrections": _corrections(report),
        "run": {
            "newly_read": report.fresh,
            "dated_ahead": [asdict(item) for item in report.ahead],
            "seconds": {name: round(took, 3) for name, took in report.seconds.items()},
        },
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _corrections(report: BuildReport) -> dict[str, Any]:
    agreed = report.agreement
    return {
        "files": [path.as_posix() for path in report.correction_files],
        "applied": len(report.corpus.corrections),
        "astray": [
            {"source": a.correction.source, "claim": a.correction.claim,
             "quote": a.correction.quote, "reason": a.reason}
            for a in report.astray
        ],
        "agreement": asdict(agreed) if agreed and len(agreed.reviewers) > 1 else None,
    }  # fmt: skip


def by_class(claims: Iterable[Claim]) -> dict[str, dict[str, int]]:
    """Class -> stance -> number of claims, the commonest class first."""
    cells = Counter((claim.event_class, claim.stance) for claim in claims)
    totals: Counter[str] = Counter()
    for (name, _), number in cells.items():
        totals[name] += number
    return {
        name: {stance: n for (other, stance), n in sorted(cells.items()) if other == name}
        for name in sorted(totals, key=lambda name: (-totals[name], name))
    }


def by_reader(claims: Iterable[Claim]) -> dict[str, int]:
    """How many claims each reader gave alone, and how many `both` did; those of 0 are left in."""
    names = get_args(ReaderName)
    cells = Counter(claim.read_by for claim in claims)
    return {**{name: cells[(name,)] for name in names}, BOTH: cells[names]}


def unresolved(corpus: Corpus) -> tuple[Unresolved, ...]:
    """Names that the gazetteer lacks, the most frequent first.

    They are those of agents that only their article introduces, wherever claims name them, and
    other capitalised words in sentences that gave a claim, or none for want of somebody known.
    """
    found: dict[str, list[str]] = defaultdict(list)
    named = tuple(_in_claims(corpus))
    for mention, article in (*named, *_in_words(corpus, frozenset(named))):
        found[mention].append(article)
    told = (Unresolved(m, len(articles), len(set(articles))) for m, articles in found.items())
    return tuple(sorted(told, key=lambda u: (-u.times, -u.articles, u.mention)))


def _in_claims(corpus: Corpus) -> Iterator[tuple[str, str]]:
    labels = {
        agent.key: _unlisted(agent.label)
        for agent in corpus.agents
        if agent.kind not in UNNAMED and agent.key not in _keys()
    }
    for claim in corpus.claims:
        keys = (*claim.actors, *claim.recipients, *claim.via, claim.claimant)
        yield from ((left, claim.article) for key in keys if key for left in labels.get(key, ()))


def _in_words(corpus: Corpus, named: frozenset[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Names in what is quoted, each place once; none of those that agents are `named` by."""
    agents: dict[str, set[str]] = defaultdict(set)
    for label, article in named:
        agents[article] |= {label, *label.split()}
    told = [(d.article, d.sentence) for d in corpus.declined]
    texts = {article.name: article.text for article in corpus.articles}
    told += [(c.article, _sentence(texts.get(c.article, ""), c.evidence)) for c in corpus.claims]
    tokens = {token for _, quoted in told for token in quoted.quote.split()}
    small = {word for token in tokens for word in _SMALL.findall(token)}
    places = {
        (article, quoted.start + match.start()): match[0]
        for article, quoted in told
        if _PROSE.search(quoted.quote)
        for match in _CAPITALISED.finditer(quoted.quote)
    }
    for (article, _), words in sorted(places.items()):
        for found in _unlisted(words):
            first, _, rest = found.partition(" ")  # 'The Zorblat Front' begins a sentence
            name = rest if first.casefold() in small else found
            if len(name) >= SHORTEST and name not in agents[article]:
                yield name, article


def _sentence(text: str, quoted: Evidence) -> Evidence:
    """The sentence of `text` around what is quoted, which leaves out whom nobody knows."""
    begun = [m.end() for m in _END.finditer(text, max(quoted.start - _REACH, 0), quoted.start)]
    start = begun[-1] if begun else 0 if quoted.start < _REACH else quoted.start
    ended = _END.search(text, quoted.end, quoted.end + _REACH)
    end = ended.start() if ended else quoted.end
    return Evidence(text[start:end], start, end) if text else quoted


@lru_cache(maxsize=1 << 14)
def _unlisted(said: str) -> tuple[str, ...]:
    """The names that remain when all listed ones are taken out of a run of words."""
    words, runs, at = said.split(), list[list[str]]([[]]), 0
    while at < len(words):
        size = _listed(words[at:])
        if size:
            runs.append([])
        else:
            runs[-1].append(re.sub(r"[’']s?$", "", words[at]))
        at += size or 1
    names = (" ".join(run) for run in runs)
    return tuple(
        name
        for name in names
        if len(name) >= SHORTEST and name[0].isupper() and name.casefold() not in _parts()
    )


def _listed(words: list[str]) -> int:
    """How many of the first words are the longest listed name, 0 where none is."""
    for size in range(len(words), 0, -1):
        said = re.sub(r"[’']s?$", "", " ".join(words[:size])).casefold()
        if said in _names() or said in _CALENDAR:
            return size
    return 0


@cache
def _names() -> frozenset[str]:
    """Every name and word for an office that the gazetteer lists, in small letters."""
    from kg.knowledge.gazetteer import load

    tables = load()
    roles = (word for role in tables.roles for word in (*role.words, *role.titles))
    titles = (term.title for terms in tables.leaders.values() for term in terms)
    surnames = (s for terms in tables.leaders.values() for term in terms for s in term.surname)
    names = (name for name, _ in tables.entries())
    told = filter(None, (*names, *roles, *titles, *surnames))
    return frozenset(word.casefold() for word in told)


@cache
def _parts() -> frozenset[str]:
    """Single words of listed names: 'the North' is no name that the gazetteer lacks."""
    return frozenset(word for name in _names() for word in name.split())


@cache
def _keys() -> frozenset[str]:
    from kg.knowledge.gazetteer import load

    tables = load()
    return frozenset((*tables.states, *tables.organisations, *tables.bodies, *tables.leaders))


def _by_count(values: Iterable[str]) -> list[tuple[str, int]]:
    counts = Counter(values)
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
