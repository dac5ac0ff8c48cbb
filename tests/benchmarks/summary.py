"""What the runs come to, as JSON and as tables in Markdown, and where the guide shows it."""

from __future__ import annotations

import json
import os
import platform
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tests.benchmarks.figures import (
    BOTH,
    GATHERED,
    LEXICON,
    PARSE,
    PLAIN,
    READING,
    STAGES,
    Corpus,
    Found,
    Spread,
    growth,
)
from tests.benchmarks.plot import drawn

GUIDE = Path(__file__).parents[2] / "notebooks" / "guide"
FIGURES, PLOT, PAGE = GUIDE / "bench.json", GUIDE / "speed.svg", GUIDE / "speed.md"
LINKING = ("link", "write")
CLOCKED = ("one process", "two processes")
"""What is timed by the clock, so that it is compared with nothing else."""
VERSIONS = ("python", "spacy", "rdflib", "en_core_web_sm")
DIGITS = 3
SMALL = 1e-3
"""What is less is told with four places behind the point, and no more."""
_PART = re.compile(r"(?<=<!-- made: speed -->\n).*?(?=<!-- end -->)", re.DOTALL)
Told = Mapping[str, Any]


def summary(found: Found, size: str, *, real: bool) -> Told:
    """Everything that is told of the runs, ready for JSON."""
    rows = list(found.rows())
    return _rounded(
        {
            "size": size,
            "texts": "real" if real else "of the repository",
            "machine": _machine(),
            "corpora": [asdict(c) | _counts(found, c) for c in found.corpora()],
            "aims": list(_aims(found)),
            "rows": [asdict(row) for row in rows if row.what not in CLOCKED],
            "growth": [asdict(one) for one in growth(r for r in rows if r.what in STAGES)],
        }
    )


def _machine() -> Mapping[str, Any]:
    from tests.benchmarks.peers import small_pipeline  # loads spaCy, which tables do not need

    small = small_pipeline()
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return {
        "processor": models[0] if models else platform.machine(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "spacy": version("spacy"),
        "rdflib": version("rdflib"),
        "en_core_web_sm": small.meta["version"] if small else "",
    }


def _counts(found: Found, corpus: Corpus) -> Mapping[str, int]:
    runs = [run for section in ("draw", "ask", "triples", "link", "gather")
            for run in found.of(section, corpus)[:1]]  # fmt: skip
    counts: dict[str, int] = {}
    for run in runs:
        counts |= run.counts
    return {n: v for n, v in counts.items() if n in {"words", "claims", "events", "triples"}}


def _aims(found: Found) -> Iterable[Mapping[str, Any]]:
    """The ratios that the program is held to, each with its aim."""
    for corpus in dict.fromkeys(run.corpus for run in found.of(READING)):
        parse, lexicon, both, plain = (
            [run.seconds[name] for run in found.of(READING, corpus)]
            for name in (PARSE, LEXICON, BOTH, PLAIN)
        )
        own = [(a - b) / b for a, b in zip(lexicon, parse, strict=True)]
        yield _aim("own work of the lexicon reader, of its parse", corpus, own, "at most", 0.3)
        whole = [a / b for a, b in zip(both, parse, strict=True)]
        yield _aim("both readers with their parse, of the parse", corpus, whole, "at most", 1.7)
        faster = [a / b for a, b in zip(plain, parse, strict=True)]
        words = "words a second of the parse, of plain nlp.pipe's"
        yield _aim(words, corpus, faster, "at least", 1.5)
    for run in found.of("cores")[:1]:
        twice = found.quotients("cores", run.corpus, "one process", "two processes")
        yield _aim("two processes against one, by the clock", run.corpus, twice, "at least", 1.8)
    for corpus in found.corpora():
        if (spread := found.summed(LINKING, corpus)) is not None:
            words = "linking, RDF, Turtle and table, of the plain parse"
            yield {"what": words, "corpus": asdict(corpus), "spread": asdict(spread)} | _to(0.1)
        first = found.of("gather", corpus)[0].seconds[GATHERED]
        built = {run.round: run.seconds["build after reading"] for run in found.of("build", corpus)}
        more = [
            run.seconds["one article more"] / (first + built[run.round])
            for run in found.of("more", corpus)
        ]
        if more:
            yield _aim("one article more, of the first build", corpus, more, "at most", 0.01)
        if peaks := [run.peak / 1024 for run in found.of("build", corpus) if run.peak]:
            words = "memory of a build after reading, MB"
            yield _aim(words, corpus, peaks, "at most", 2048)


def _aim(
    what: str, corpus: Corpus, values: Sequence[float], bound: str, aim: float
) -> Mapping[str, Any]:
    spread = asdict(Spread.of(values))
    return {"what": what, "corpus": asdict(corpus), "spread": spread} | _to(aim, bound)


def _to(aim: float, bound: str = "at most") -> Mapping[str, Any]:
    return {"bound": bound, "aim": aim}


def _rounded(value: Any) -> Any:
    """Figures to as many digits as they are good for."""
    if isinstance(value, float):
        return float(f"{value:.{DIGITS}g}")
    if isinstance(value, Mapping):
        return {name: _rounded(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(one) for one in value]
    return value


def tables(told: Told) -> str:
    """All tables, in Markdown."""
    return "\n".join((_about(told), _aims_table(told), _rows_table(told), _growth_table(told)))


def _about(told: Told) -> str:
    machine = told["machine"]
    texts = "real news" if told["texts"] == "real" else "the texts of the repository"
    rows = [
        (_corpus(c), f"{c['words']:,}",
         *(f"{c.get(n, 0):,}" for n in ("claims", "events", "triples")),
         "both readers" if c["claims_by"] == "both" else "the lexicon reader")
        for c in told["corpora"]
    ]  # fmt: skip
    head = ("corpus", "words", "claims", "events", "triples", "claims by")
    return (
        f"Size `{told['size']}`, on {texts}; {machine['cores']} cores of {machine['processor']}, "
        f"{', '.join(f'{name} {machine[name]}' for name in VERSIONS if machine[name])}.\n\n"
        f"{_table(head, rows)}"
    )


def _aims_table(told: Told) -> str:
    rows = [
        (a["what"], _corpus(a["corpus"]), f"{a['bound']} {_figure(a['aim'])}",
         *_spread(a["spread"]),
         "yes" if _reached(a) else "no")
        for a in told["aims"]
    ]  # fmt: skip
    head = ("ratio", "corpus", "aim", "median", "least to most", "runs", "reached")
    return f"### What it is held to\n\n{_table(head, rows)}"


def _reached(aim: Told) -> bool:
    value = aim["spread"]["median"]
    return bool(value <= aim["aim"] if aim["bound"] == "at most" else value >= aim["aim"])


def _rows_table(told: Told) -> str:
    rows = [
        (row["what"], _corpus(row["corpus"]), *_spread(row["ratio"]),
         f"{row['words'] / row['seconds']:,.0f}" if row["seconds"] else "",
         _figure(row["seconds"]), f"{row['peak'] / 1024:,.0f}" if row["peak"] else "")
        for row in told["rows"]
    ]  # fmt: skip
    if not any("en_core_web_sm" in row["what"] for row in told["rows"]):
        rows.append(("peer: en_core_web_sm", "", "not to be had", "", "", "", "", ""))
    head = ("what", "corpus", "of the plain parse", "least to most", "runs", "words a second",
            "seconds", "MB")  # fmt: skip
    return f"### Every figure\n\n{_table(head, rows)}"


def _growth_table(told: Told) -> str:
    rows = [
        (g["what"], g["kind"], " to ".join(f"{n:,}" for n in g["articles"]), f"{g['time']:.2f}",
         f"{g['memory']:.2f}")
        for g in told["growth"]
    ]  # fmt: skip
    head = ("what", "articles", "from", "time grows with the power", "memory with the power")
    return f"### How it grows\n\n{_table(head, rows)}"


def _corpus(corpus: Told) -> str:
    return f"{corpus['articles']:,} {corpus['kind']}"


def _spread(spread: Told) -> tuple[str, str, str]:
    least, most = _figure(spread["least"]), _figure(spread["most"])
    return _figure(spread["median"]), f"{least} to {most}", str(spread["runs"])


def _figure(value: float) -> str:
    """Three digits, none of them as a power of ten."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.{DIGITS}g}" if abs(value) >= SMALL else f"{value:.4f}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def write(path: Path, told: Told) -> None:
    path.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def shown() -> Told:
    """The figures of the guide."""
    found: Told = json.loads(FIGURES.read_text(encoding="utf-8"))
    return found


def show(told: Told) -> None:
    """Put figures, plot and tables into the guide."""
    write(FIGURES, told)
    PLOT.write_text(drawn(told), encoding="utf-8")
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(_PART.sub(lambda _: f"\n{tables(told).strip()}\n\n", page), encoding="utf-8")
