"""How fast the project's map is in the browser: figures to run by hand on an otherwise idle machine.

    .venv/bin/python tests/benchmarks/explorer.py [articles] [mentions]

A made project of 10,000 articles with 50,000 mentions of 2,000 places, unless told otherwise, and one article of 5,000 words.
Each figure is the median of a few rounds. Beside it stands what a stock page of `st_folium` with a `folium.Marker` for each
place takes for the same step, where it can take it, and how many times ours that is. Milliseconds, as the browser sees them.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from geo.project import Projects  # noqa: E402
from geo.types import Article, Location, Mention, Resolution, Story  # noqa: E402
from tests.benchmarks.project import PLACE, made  # noqa: E402
from tests.browser.conftest import Reader, chromium, serve  # noqa: E402

ROUNDS = 5
FIRST = "a project opens, drawn"
SECOND = "the same where the app was open before"
CROWD = 30
"""Marks that the map of one made article never has."""

SETTLED_MS = 2500
"""Milliseconds after which a trace of a new tab showed no more work of Chromium's own window."""

LONG = 5000
"""Words of the long article."""

STOCK = """
import sys
sys.path.insert(0, {root!r})
import folium, streamlit as st
from streamlit_folium import st_folium
from geo.drawing.offline import served
from geo.drawing.map import SCRIPTS, STYLES
from tests.benchmarks.project import PLACE
st.set_page_config(layout="wide")
map = folium.Map(location=(30, 15), zoom_start=2, tiles=None)
map.default_js, map.default_css = served("").links(SCRIPTS), served("").links(STYLES)
wanted = st.text_input("Filter")
for place in PLACE:
    if wanted in place.name:
        folium.Marker((place.lat, place.lon), popup=place.name, tooltip=place.name).add_to(map)
found = st_folium(map, key="map", use_container_width=True, returned_objects=["last_object_clicked_popup"])
st.text(f"picked {{found and found.get('last_object_clicked_popup')}}, of {{wanted or 'all'}}")
"""
"""The page that people write first; its scripts come from here too, so that no network is in the figure."""


def main(articles: int = 10_000, mentions: int = 50_000) -> None:
    """Print a line for each figure."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        with Projects(Path(folder)).create() as project:
            project.add(made(articles, mentions))
            project.add([long_story()])
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        with serve(ROOT / "app.py", projects=Path(folder)) as address:
            ours = measured(browser, f"{address}/?project={project.token}&show=all")
        script = Path(folder) / "stock.py"
        script.write_text(STOCK.format(root=str(ROOT)))
        (Path(folder) / "static").symlink_to(ROOT / "static")
        with serve(script, "--server.enableStaticServing=true") as address:
            stock = measured_stock(browser, address)
        browser.close()
    for what, ms in ours.items():
        beside = f"   stock {stock[what]:8.0f} ms, {stock[what] / ms:5.1f} ×" if what in stock else ""
        print(f"{what:<42} {ms:8.0f}{beside}", flush=True)


def long_story() -> Story:
    """An article of `LONG` words that names a place in each tenth sentence."""
    text, found = "", []
    for number in range(LONG // 20):
        text += (
            "the talks in which ministers said on Sunday that water and power would come back to towns along the river "
        )
        if number % 10 == 0:
            place = PLACE[number]
            resolution = Resolution(place, 0.9, ("made",))
            where = Location(place.lat, place.lon)
            found.append(
                Mention(len(text), len(text) + len(place.name), place.name, resolution=resolution, location=where)
            )
            text += f"{place.name}. "
    return Story(Article(text, "long", "The long one", "2025-01-01"), tuple(found))


def measured(browser: Browser, address: str) -> dict[str, float]:
    """Our figures."""
    open_page(browser, address).close()  # the server's first page loads the engine
    opens, again, weights = zip(*(opening(browser, address) for _ in range(ROUNDS)), strict=True)
    page = open_page(browser, address)
    reader = Reader(page)
    reader.wait_until_drawn()
    figures = {
        FIRST: statistics.median(opens),
        SECOND: statistics.median(again),
        "the same from one of its articles": rounds(lambda _: choosing(browser, address)),
        "bytes of the first load, in thousands": weights[0] / 1000,
        "filter to map redrawn": rounds(lambda number: filtering(reader, number)),
    }
    page.get_by_role("button", name="Clear all").click()
    page.wait_for_timeout(3000)
    figures["click on a mark to its card"] = rounds(lambda number: clicking(reader, number))
    long = open_page(browser, f"{address}&place={PLACE[10].id}")
    figures["opening an article of 5,000 words"] = rounds(lambda number: reading(Reader(long)))
    reader = Reader(long)
    figures["click in the text to the map moving"] = rounds(lambda number: following(reader, number))
    return figures


def opening(browser: Browser, address: str) -> tuple[float, float, float]:
    """Milliseconds from the address to the drawn map, in a browser that never saw the app and in one that did; first bytes."""
    context = browser.new_context(viewport={"width": 1400, "height": 900}, reduced_motion="reduce")
    first, weight = loading(context, address)
    loading(context, address)  # from the second time on Chromium keeps the scripts compiled
    again, _ = loading(context, address)
    context.close()
    return first, again, weight


def loading(context: BrowserContext, address: str) -> tuple[float, float]:
    """Milliseconds from the address to the drawn map in a new tab, and bytes on the wire."""
    page, weight = settled(context), []
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: weight.append(event["encodedDataLength"]))
    session.on(
        "Network.webSocketFrameReceived", lambda event: weight.append(len(event["response"]["payloadData"]) * 3 / 4)
    )
    start = time.perf_counter()
    page.goto(address)
    wait_marks(Reader(page))
    ms = (time.perf_counter() - start) * 1000
    page.wait_for_timeout(2000)
    page.close()
    return ms, sum(weight)


def settled(context: BrowserContext) -> Page:
    """A new tab, once Chromium has set up its own window around it, which takes both cores for a second."""
    page = context.new_page()
    page.wait_for_timeout(SETTLED_MS)
    return page


def choosing(browser: Browser, address: str) -> float:
    """From the choice of the project's map in the list of articles to its marks."""
    page = browser.new_page(viewport={"width": 1400, "height": 900}, reduced_motion="reduce")
    page.goto(address.partition("&")[0])
    Reader(page).wait_until_drawn()
    page.wait_for_timeout(1500)
    page.get_by_role("combobox").first.click()
    all_of_them = page.get_by_role("option").first
    start = time.perf_counter()
    all_of_them.click()
    wait_marks(Reader(page), CROWD)
    ms = (time.perf_counter() - start) * 1000
    page.close()
    return ms


def open_page(browser: Browser, address: str) -> Page:
    page = browser.new_page(viewport={"width": 1400, "height": 900}, reduced_motion="reduce")
    page.set_default_timeout(60_000)
    page.goto(address)
    wait_marks(Reader(page))
    return page


def wait_marks(reader: Reader, number: int = 1) -> None:
    reader.page.wait_for_function(
        """number => [...document.querySelectorAll("iframe")].some(
            frame => frame.contentWindow.document.querySelectorAll(".dl-marker").length >= number)""",
        arg=number,
    )


def filtering(reader: Reader, number: int) -> float:
    """From Enter in the search to another scene on the map."""
    field = reader.page.get_by_placeholder("Words in the articles")
    field.fill(f"Town{number + 1}")
    before = reader.version
    start = time.perf_counter()
    field.press("Enter")
    reader.frame.wait_for_function("before => dateline.version !== before && dateline.order.length", arg=before)
    return (time.perf_counter() - start) * 1000


def clicking(reader: Reader, number: int) -> float:
    """From a click on a mark well inside the map to the card that names its place."""
    inside = "dateline.order.filter(id => dateline.map.getBounds().pad(-0.2).contains(dateline.places[id].at))"
    place, name = reader.frame.evaluate(
        f"number => {{ const id = {inside}[number]; return [id, dateline.places[id].label] }}", number
    )
    start = time.perf_counter()
    reader.frame.locator(f'[data-place="{place}"] .dl-dot').dispatch_event("click")
    reader.page.wait_for_function(
        """name => [...document.querySelectorAll("*")].some(e => e.shadowRoot &&
            [...e.shadowRoot.querySelectorAll(".card h2")].some(h => h.textContent.split(",")[0] === name))""",
        arg=name,
        polling=10,
    )
    return (time.perf_counter() - start) * 1000


def reading(reader: Reader) -> float:
    """From a click on an excerpt of the long article to its text."""
    back = reader.page.get_by_role("button", name="All articles")
    if back.count():
        back.click()
        reader.article.wait_for(state="detached")
        reader.page.wait_for_timeout(1500)
    excerpt = reader.card.locator(".excerpts button").first
    excerpt.wait_for()
    start = time.perf_counter()
    excerpt.click()
    reader.article.locator("mark").first.wait_for()
    return (time.perf_counter() - start) * 1000


NOW = "performance.timeOrigin + performance.now()"
"""Milliseconds, the same clock in the page and in the map's frame."""


def following(reader: Reader, number: int) -> float:
    """From a click on a mention to the first move of the map."""
    listen = f"dateline.map.on('movestart', () => {{ dateline.moved ??= {NOW} }})"
    reader.frame.evaluate(f"() => {{ dateline.moved = null; {listen} }}")
    mark = reader.article.locator("mark").nth(number)
    mark.scroll_into_view_if_needed()
    clicked = mark.evaluate(f"e => {{ const at = {NOW}; e.click(); return at }}")
    reader.frame.wait_for_function("() => dateline.moved", polling=5)
    moved = reader.frame.evaluate("() => dateline.moved")
    reader.page.wait_for_timeout(1500)
    return moved - clicked


def measured_stock(browser: Browser, address: str) -> dict[str, float]:
    """The stock page's figures for what it can do."""
    drawn = """() => [...document.querySelectorAll("iframe")].some(
        frame => frame.contentWindow.document.querySelectorAll(".leaflet-marker-icon").length)"""

    def load(context: BrowserContext) -> float:
        page = settled(context)
        page.set_default_timeout(120_000)
        start = time.perf_counter()
        page.goto(address)
        page.wait_for_function(drawn)
        ms = (time.perf_counter() - start) * 1000
        page.close()
        return ms

    def loads(_round: int) -> tuple[float, float]:
        context = browser.new_context(viewport={"width": 1400, "height": 900})
        first, _, again = (load(context) for _ in range(3))
        context.close()
        return first, again

    opens, again = (statistics.median(each) for each in zip(*map(loads, range(ROUNDS)), strict=True))
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.set_default_timeout(120_000)
    page.goto(address)
    page.wait_for_function(drawn)
    page.wait_for_timeout(2000)

    def refine(number: int) -> float:
        field = page.get_by_label("Filter")
        field.fill(f"Town{number + 1}")
        start = time.perf_counter()
        field.press("Enter")
        page.get_by_text(f"of Town{number + 1}", exact=False).wait_for()
        page.wait_for_function(drawn)
        return (time.perf_counter() - start) * 1000

    return {FIRST: opens, SECOND: again, "filter to map redrawn": rounds(refine)}


def rounds(step: Callable[[int], float]) -> float:
    return statistics.median(step(number) for number in range(ROUNDS))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
