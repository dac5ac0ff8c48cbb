"""What README.md and the guide show is made again, and the picture of the page: `make readme`.

The picture needs Chromium, and `graph/` as `kg build seeds --out graph` leaves it.
"""

import shutil

from tests.guide.blocks import ROOT

PICTURE = ROOT / "notebooks" / "page.png"
CHOSEN = "deployment-PRK-RUS-2024"  # what the picture shows the two sides of


def take_picture() -> None:
    """A screenshot of `graph/graph.html` with one event chosen."""
    from playwright.sync_api import sync_playwright

    from tests.browser import SWITCHES

    page_file = (ROOT / "graph" / "graph.html").as_uri()
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=shutil.which("chromium"), args=list(SWITCHES)
        )
        page = browser.new_page(viewport={"width": 1360, "height": 820})
        page.goto(f"{page_file}#select={CHOSEN}")
        page.wait_for_selector("#panel h2")
        page.wait_for_timeout(1000)  # the drawing moves to what is chosen
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    from tests.guide.renew import renew

    renew()
    if shutil.which("chromium") and (ROOT / "graph" / "graph.html").exists():
        take_picture()
