"""The app in real Chromium. Every request that is not for the app's own server is blocked, and fails the test."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
START_S = 40
"""Seconds for the server to answer on a busy machine."""

WAIT_MS = 15_000
"""Milliseconds that a step of a test may take on a busy machine."""

LOAD_MS = 60_000
"""Milliseconds for a page to be drawn on a busy machine; the first one of a server waits for the gazetteer and the model."""

HAND_MADE = """
import sys
sys.path.insert(0, {root!r})
import streamlit as st
from geo.ui.document import MIDDLEWARE
app = st.App(__file__, middleware=MIDDLEWARE)
if __name__ == "__main__":
    from geo.ui import engine
    from tests.ui.conftest import HandMade
    engine.load = HandMade
    from geo.ui.page import page
    st.set_page_config(page_title="Dateline", layout="wide")
    page()
"""


def chromium() -> str | None:
    """Where Chromium is: named by DATELINE_CHROMIUM, on the path, or Playwright's own."""
    named = os.environ.get("DATELINE_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    return named or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def browser():
    """One Chromium for the session; in CI a missing one is a failure, elsewhere a skip."""
    if not os.environ.get("CI"):
        pytest.importorskip("playwright", reason="no Playwright: pip install -r requirements-test.txt")
    from playwright import sync_api as playwright_api

    with playwright_api.sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(
                executable_path=chromium(), args=["--no-sandbox", "--disable-dev-shm-usage"]
            )
        except playwright_api.Error as error:
            message = (
                f"no Chromium: `apt install chromium` or `python -m playwright install chromium` ({error.message[:80]})"
            )
            if os.environ.get("CI"):
                pytest.fail(message)
            pytest.skip(message)
        yield started
        started.close()


@contextmanager
def serve(script: Path, *options: str, projects: Path | None = None) -> Iterator[str]:
    """Run a streamlit script from the repository's root; gives its address without a slash at the end.

    `projects` is the folder of its projects; None: one of its own, which goes with it. The user's is never touched.
    """
    with tempfile.TemporaryDirectory() as own, _served(script, options, projects or Path(own)) as address:
        yield address


@contextmanager
def _served(script: Path, options: Sequence[str], projects: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(script), f"--server.port={port}", "--server.headless=true"]
    command += ["--server.address=127.0.0.1", "--server.fileWatcherType=none", *options]
    log = script.parent / "server.log" if script.parent != ROOT else Path(os.devnull)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DATELINE_PROJECTS": str(projects)}
    environment.pop("DATELINE_OFFLINE", None)
    with log.open("w") as output:
        process = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=output, env=environment)
    base = next((option.partition("=")[2] for option in options if "baseUrlPath" in option), "")
    address = f"http://127.0.0.1:{port}" + (f"/{base}" if base else "")
    try:
        _wait(f"{address}/_stcore/health", process)
        yield address
    finally:
        process.kill()  # without a warning, as when the power goes
        process.wait(10)


def _wait(address: str, process: subprocess.Popen) -> None:
    end = time.monotonic() + START_S
    while time.monotonic() < end and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"the app did not start at {address}")


@pytest.fixture(scope="session")
def hand_made_script(tmp_path_factory) -> Path:
    """The app's page with the hand-made engine; beside it the static files, where streamlit looks for them."""
    folder = tmp_path_factory.mktemp("app")
    (folder / "static").symlink_to(ROOT / "static")
    script = folder / "app.py"
    script.write_text(HAND_MADE.format(root=str(ROOT)))
    return script


@pytest.fixture(scope="session")
def address(hand_made_script) -> Iterator[str]:
    """The app with the hand-made engine."""
    with serve(hand_made_script) as found:
        yield found


@pytest.fixture(scope="session")
def shipped() -> Iterator[str]:
    """The app as it ships."""
    with serve(ROOT / "app.py") as found:
        yield found


@pytest.fixture
def open_page(browser):
    """`open_page(address, width=…, dark=…) -> Reader`; afterwards no stranger may have been asked and no script have failed."""
    contexts, outside, errors = [], [], []

    def open_at(
        address: str, *, width: int = 1400, height: int = 900, dark: bool = False, drawn: bool = True
    ) -> Reader:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        contexts.append(context)
        context.set_default_timeout(LOAD_MS)
        context.route(lambda url: not _own(url), lambda route: (outside.append(route.request.url), route.abort()))
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.on("dialog", lambda dialog: (errors.append(f"alert: {dialog.message}"), dialog.dismiss()))
        page.goto(address)
        reader = Reader(page)
        if drawn:
            reader.wait_until_drawn()
        context.set_default_timeout(WAIT_MS)
        return reader

    yield open_at
    for context in contexts:
        context.close()
    assert outside == [], "the page asked for something outside"
    assert errors == [], "a script failed or an alert came up"


def _own(url: str) -> bool:
    return url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:", "file:", "about:"))


class Reader:
    """What somebody at the page does and sees."""

    def __init__(self, page):
        self.page = page
        self.article = page.locator(".article")
        self.card = page.locator(".card")

    # ---- the map ----

    @property
    def frame(self):
        """The map's frame; the page itself where the map stands in no frame."""
        return next((frame for frame in self.page.frames if "streamlit_folium" in frame.url), self.page.main_frame)

    def wait_until_drawn(self, before: str = "") -> None:
        """Until marks and basemap are there; `before` is the version of a story that shall have gone."""
        self.page.wait_for_function(
            """before => {
                const frames = [window, ...[...document.querySelectorAll("iframe")].map(frame => frame.contentWindow)];
                return frames.some(
                    w => w && w.dateline && w.dateline.version !== before && w.document.querySelector("[data-basemap=drawn]")
                );
            }""",
            arg=before,
        )
        self._wait_until_still()

    def wait_until_idle(self) -> None:
        """Until the server has told all that the last click changes."""
        self.page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()

    def _wait_until_still(self) -> None:
        """Until the map has found its size: the frame takes its height from a style that may come after the map."""
        seen = None
        while seen != (seen := self.view()):
            self.page.wait_for_timeout(150)

    def view(self) -> list[float]:
        """Latitude, longitude and zoom of the map, rounded to what the eye sees."""
        return self.frame.evaluate(
            "() => { const m = dateline.map, c = m.getCenter(); return [c.lat, c.lng, m.getZoom()].map(v => +v.toFixed(2)) }"
        )

    def look_at(self, lat: float, lon: float, zoom: float) -> None:
        """Pan the map by hand, once it has come to rest from what was picked before."""
        self._wait_until_still()
        self.frame.evaluate(
            "([lat, lon, zoom]) => { dateline.touched = true; dateline.map.setView([lat, lon], zoom, {animate: false}) }",
            [lat, lon, zoom],
        )

    def click_map(self, lat: float, lon: float) -> None:
        """Click where a point of the globe is on the screen."""
        x, y = self.frame.evaluate(
            "([lat, lon]) => { const p = dateline.map.latLngToContainerPoint([lat, lon]); return [p.x, p.y] }",
            [lat, lon],
        )
        inside = self.page.locator("iframe[title*='streamlit_folium']")
        box = inside.bounding_box() if inside.count() else self.page.locator(".folium-map").bounding_box()
        self.page.mouse.click(box["x"] + x, box["y"] + y)

    def marker(self, name: str):
        """The mark of a place."""
        return self.frame.locator(".dl-marker").filter(has_text=name).first

    def click_marker(self, name: str) -> None:
        """Click the dot of a place."""
        self.marker(name).locator(".dl-dot").click()

    def sign(self) -> None:
        """Leave a sign on the map that goes away if it is built again."""
        self.frame.evaluate("() => { dateline.map.signed = true }")

    def signed(self) -> bool:
        """Whether the map still has the sign."""
        return self.frame.evaluate("() => dateline.map.signed === true")

    # ---- the text and the card ----

    def mark(self, words: str, number: int = 0):
        """A mention by its words."""
        return self.article.locator("mark", has_text=words).nth(number)

    def wait_picked(self, words: str) -> None:
        """Until exactly this mention is picked in the text."""
        self.page.wait_for_function(
            """words => {
                for (const host of [document, ...[...document.querySelectorAll("*")].map(e => e.shadowRoot).filter(Boolean)]) {
                    const found = host.querySelector && host.querySelectorAll(".phrase.on");
                    if (found && found.length === 1 && found[0].textContent === words) return true;
                }
                return false;
            }""",
            arg=words,
        )

    def wait_card(self, words: str) -> None:
        """Until the card says these words."""
        self.card.get_by_text(words).first.wait_for()

    def in_view(self, mark) -> bool:
        """Whether a mention stands inside the visible part of the article."""
        inner, outer = mark.bounding_box(), self.article.bounding_box()
        return outer["y"] <= inner["y"] and inner["y"] + inner["height"] <= outer["y"] + outer["height"]

    def show(self, pane: str) -> None:
        """On a narrow screen, have the text or the map in sight."""
        self.page.get_by_role("radio", name=pane, exact=True).click()
        self.page.get_by_role("radio", name=pane, exact=True, checked=True).wait_for()

    def in_frame(self, mark) -> bool:
        """Whether something on the map stands inside its visible part."""
        inner, outer = mark.bounding_box(), self.page.locator("iframe[title*='streamlit_folium']").bounding_box()
        return (
            outer["x"] <= inner["x"] <= outer["x"] + outer["width"]
            and outer["y"] <= inner["y"] <= outer["y"] + outer["height"]
        )

    # ---- articles of one's own ----

    @property
    def version(self) -> str:
        """Which story the map shows, and what of it."""
        return self.frame.evaluate("() => dateline.version")

    def add(self, tab: str = "Paste"):
        """Open the dialog at a tab; gives the dialog."""
        self.page.get_by_role("button", name="Add articles").click()
        dialog = self.page.get_by_role("dialog")
        dialog.get_by_role("tab", name=tab).click()
        return dialog

    def paste(self, text: str, title: str = "", date: str = "") -> None:
        """Paste a text through the dialog and wait for its map; `date` is eight digits, year, month and day."""
        before, dialog = self.version, self.add()
        dialog.get_by_label("Text", exact=True).fill(text)
        if title:
            dialog.get_by_role("textbox", name="Headline").fill(title)
        if date:
            dialog.get_by_test_id("stDateInputField").get_by_role("spinbutton").first.click()
            self.page.keyboard.type(date)
        dialog.get_by_role("button", name="Map it").click()
        dialog.wait_for(state="detached")
        self.wait_until_drawn(before)

    def give(self, *files: Path):
        """Hand files to the dialog and ask to map them; gives the dialog, which may go at once."""
        dialog = self.add("Files")
        dialog.locator("input[type=file]").set_input_files(files)
        dialog.get_by_test_id("stFileChip").first.wait_for()  # from here on the button waits for the files
        dialog.get_by_role("button", name="Map them").click()
        return dialog

    def map_files(self, *files: Path) -> None:
        """Have files mapped and wait for the map of the first article."""
        before = self.version
        self.give(*files).wait_for(state="detached")
        self.wait_until_drawn(before)

    @property
    def chosen(self) -> str:
        """The article that the list shows as chosen."""
        return self.page.get_by_role("combobox").input_value() or self.page.get_by_test_id("stSelectbox").inner_text()

    def listed(self) -> list[str]:
        """The articles in the list."""
        self.page.get_by_role("combobox").click()
        options = self.page.get_by_role("option")
        options.first.wait_for()
        found = options.all_inner_texts()
        self.page.keyboard.press("Escape")
        return found

    def own(self) -> list[str]:
        """The reader's own articles in the list."""
        return [line for line in self.listed() if "sample" not in line and "All articles on one map" not in line]

    def choose(self, words: str) -> None:
        """Choose the first article in the list that is called so, and wait for its map."""
        self.wait_until_drawn()
        before = self.version
        self.page.get_by_role("combobox").click()
        self.page.get_by_role("option").filter(has_text=words).first.click()
        self.wait_until_drawn(before)

    def wait_text(self, words: str) -> None:
        """Until the article says these words."""
        self.article.get_by_text(words).first.wait_for()

    def details(self):
        """Open what is known of the article; gives the dialog."""
        self.page.get_by_role("button", name="Details").click()
        dialog = self.page.get_by_role("dialog")
        dialog.wait_for()
        return dialog

    def overflow(self) -> int:
        """Pixels by which the page is wider than the window; 0 or less: by none."""
        return self.page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
