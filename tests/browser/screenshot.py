"""Takes the README's picture of the app: `python -m tests.browser.screenshot [docs/screenshot.png]`."""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import ROOT, Reader, chromium, serve


def take(out: Path) -> None:
    """The built-in article with a border picked."""
    with serve(ROOT / "app.py") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1400, "height": 860}, reduced_motion="reduce")
        page.goto(address)
        reader = Reader(page)
        reader.wait_until_drawn()
        reader.mark("its border with").click()
        reader.wait_card("Belarus–Ukraine border")
        page.mouse.move(700, 855)
        page.wait_for_timeout(2000)
        page.screenshot(path=out)
        browser.close()


if __name__ == "__main__":
    take(Path(sys.argv[1]) if sys.argv[1:] else ROOT / "docs" / "screenshot.png")
