"""How the page of ten thousand events compares with that of the seed articles, in one run.

`python -m tests.benchmarks.page [GRAPH.html]` prints medians in milliseconds, measured inside the
page, and their ratios; the file to compare with is by default the page of a build into `graph/`.
It needs Chromium and nothing else to do on the machine. No test holds times.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import sync_playwright

from kg.show.network import network
from kg.show.page import render
from tests.browser import SWITCHES
from tests.show.generated import agents, rows

ROUNDS = 9
CHANGES = ("#legend input[value=denies]", "#legend input[value=Meeting]", "#contested", "#backed")


def measure(browser: Any, address: str) -> dict[str, list[float]]:
    """Opening and filter changes of one page, opened once."""
    context = browser.new_context(offline=True, viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector("#panel h2", timeout=120_000)
    page.wait_for_timeout(500)
    marks = page.evaluate("({...window.statecraft.marks})")
    found = {"first picture": [marks["first"]], "claims open": [marks["ready"]]}
    found["filter change"] = [_change(page, box) for box in (*CHANGES, *CHANGES)]
    context.close()
    return found


def _change(page: Any, box: str) -> float:
    page.locator(box).click()
    page.wait_for_timeout(500)
    return float(page.evaluate("window.statecraft.marks.change"))


def main() -> None:
    small = Path(sys.argv[1] if len(sys.argv) > 1 else "graph/graph.html").resolve()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        large = Path(folder) / "large.html"
        large.write_bytes(render(network(rows(), agents()), "Ten thousand events").encode())
        print(f"files: {small.stat().st_size:,} and {large.stat().st_size:,} bytes")
        browser = driver.chromium.launch(
            executable_path=shutil.which("chromium"), args=list(SWITCHES)
        )
        told: dict[str, dict[str, list[float]]] = {"small": {}, "large": {}}
        for _ in range(ROUNDS):
            for name, path in (("small", small), ("large", large)):
                for what, times in measure(browser, path.as_uri()).items():
                    told[name].setdefault(what, []).extend(times)
        browser.close()
    print(f"{'median ms':<16}{'seeds':>8}{'10,000':>8}{'ratio':>8}{'worst':>8}")
    for what, times in told["small"].items():
        large_times = told["large"][what]
        one, other = median(times), median(large_times)
        print(f"{what:<16}{one:8.0f}{other:8.0f}{other / one:8.2f}{max(large_times):8.0f}")


if __name__ == "__main__":
    main()
