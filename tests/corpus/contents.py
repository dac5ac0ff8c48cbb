"""What a user sees in the folder of a build."""

from pathlib import Path


def contents(out: Path) -> dict[str, bytes]:
    """Every file by its path below `out`; what is hidden is left out, and the report of times.

    So are the redirects: they tell of the builds before, and a build from nothing has none.
    """
    left_out = (".", "report", "redirects")
    shown = [entry for entry in out.iterdir() if not entry.name.startswith(left_out)]
    files = [path for entry in shown for path in (entry, *_below(entry.resolve(), entry))]
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in files if p.is_file()}


def _below(real: Path, shown: Path) -> list[Path]:
    return [shown / path.relative_to(real) for path in real.rglob("*")] if real.is_dir() else []


def names(out: Path) -> set[str]:
    """The names of what lies in `out` and is not hidden."""
    return {entry.name for entry in out.iterdir() if not entry.name.startswith(".")}
