"""Takes the pictures of the README and of docs/app.md: `python -m tests.browser.screenshot [FOLDER]`."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

import geo
from geo.project import Projects
from geo.reading import sample_articles
from tests.browser.conftest import ROOT, Reader, chromium, serve

WIDE = {"width": 1400, "height": 860}
PHONE = {"width": 390, "height": 760}


def take(folder: Path) -> None:
    """The built-in article with a border picked, and the samples as a project: its map, its review, a phone."""
    with tempfile.TemporaryDirectory() as kept, sync_playwright() as playwright:
        with Projects(Path(kept)).create() as project:
            project.add(geo.parse_many(sample_articles()))
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        with serve(ROOT / "app.py", projects=Path(kept)) as address:
            whole = f"{address}/?project={project.token}&show=all"
            picture(browser, address, WIDE, border, folder / "screenshot.png")
            picture(browser, f"{whole}&place=geonames:690791", WIDE, settle, folder / "app-project.png")
            picture(browser, whole, WIDE, review, folder / "app-review.png")
            picture(browser, whole, PHONE, phone, folder / "app-phone.png")
        browser.close()


def picture(browser: Browser, address: str, size: dict[str, int], act: Callable[[Reader], None], out: Path) -> None:
    page: Page = browser.new_page(viewport=size, reduced_motion="reduce")
    page.goto(address)
    reader = Reader(page)
    reader.wait_until_drawn()
    act(reader)
    page.mouse.move(size["width"] / 2, size["height"] - 5)
    page.wait_for_timeout(2500)
    page.screenshot(path=out)
    page.close()


def border(reader: Reader) -> None:
    reader.mark("its border with").click()
    reader.wait_card("Belarus–Ukraine border")


def settle(reader: Reader) -> None:
    reader.card.locator(".excerpts").wait_for()


def review(reader: Reader) -> None:
    reader.page.get_by_text("Review", exact=True).click()
    reader.page.locator(".review").wait_for()


def phone(reader: Reader) -> None:
    reader.page.get_by_role("radio", name="Map", exact=True).click(force=True)


if __name__ == "__main__":
    take(Path(sys.argv[1]) if sys.argv[1:] else ROOT / "docs")
