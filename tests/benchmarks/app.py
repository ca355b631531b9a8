"""How soon the app shows a map, and what it weighs: figures for the README, run by hand on an otherwise idle machine.

    .venv/bin/python tests/benchmarks/app.py

Cold is from starting the server to the drawn map of the built-in article in a browser that is already running; warm is from
"Map it" on a pasted text of about 800 words to its drawn map. Memory is that of the server's process afterwards. Beside
each figure stands the time of the reference loop of `throughput.py`, since machines differ.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "benchmarks")]

from throughput import reference_loop, timed  # noqa: E402

from geo.reading import sample_articles  # noqa: E402
from tests.browser.conftest import Reader, chromium, serve  # noqa: E402

ROUNDS = 5
"""Rounds of each figure; the median counts."""

WORDS = 800


def main() -> None:
    reference = statistics.median(timed(reference_loop) for _ in range(ROUNDS))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        cold = statistics.median(_cold(browser) for _ in range(ROUNDS))
        warm, megabytes = _warm(browser)
        browser.close()
    print(f"start of the app to a drawn map: {cold:.1f} s ({cold / reference:.0f} reference loops)")
    print(f"pasted {WORDS} words to their map, warm: {warm:.2f} s ({warm / reference:.0f} reference loops)")
    print(f"memory of the app's process after that: {megabytes:.0f} MB")


def _cold(browser: Browser) -> float:
    started = time.monotonic()
    with serve(ROOT / "app.py") as address:
        _open(browser, address)
        return time.monotonic() - started


def _warm(browser: Browser) -> tuple[float, float]:
    with serve(ROOT / "app.py") as address:
        reader = _open(browser, address)
        seconds = statistics.median(_paste(reader, text) for text in _texts())
        return seconds, _resident_mb(address)


def _open(browser: Browser, address: str) -> Reader:
    page = browser.new_context(viewport={"width": 1400, "height": 900}).new_page()
    page.goto(address)
    reader = Reader(page)
    reader.wait_until_drawn()
    return reader


def _paste(reader: Reader, text: str) -> float:
    before = reader.frame.evaluate("() => dateline.version")
    reader.page.get_by_role("button", name="Map a text").click()
    dialog = reader.page.get_by_role("dialog")
    dialog.get_by_label("Text", exact=True).fill(text)
    started = time.monotonic()
    dialog.get_by_role("button", name="Map it").click()
    reader.wait_until_drawn(before)
    return time.monotonic() - started


def _texts() -> list[str]:
    """Texts of about 800 words that the app has not read: two samples end to end."""
    samples = [article.text for article in sample_articles()]
    pairs = zip(samples, samples[1:], strict=False)
    return [" ".join(f"{one}\n\n{other}".split(" ")[:WORDS]) for one, other in pairs]


def _resident_mb(address: str) -> float:
    """Resident memory of the process that serves an address, by the operating system."""
    port = address.rsplit(":", 1)[1]
    pid = subprocess.run(["pgrep", "-f", f"server.port={port}"], capture_output=True, text=True).stdout.split()[0]
    status = Path(f"/proc/{pid}/status").read_text("utf-8")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


if __name__ == "__main__":
    main()
