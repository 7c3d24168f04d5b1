"""Takes the README's picture of a scorecard from the example report: ``make pictures`` (needs Chromium)."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

CARD = Path("reports/example/scores/cards/water-trendnettle.html")
OUT = Path("reports/pictures/scorecard.png")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def main() -> int:
    """Write the picture; 1 if there is no Chromium."""
    browser_path = (
        shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    )
    if browser_path is None:
        print("No Chromium found; install it to take the picture.", file=sys.stderr)
        return 1
    from playwright.sync_api import sync_playwright

    OUT.parent.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=browser_path, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1440, "height": 980})
        page.goto(CARD.resolve().as_uri())
        page.screenshot(path=str(OUT))
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
