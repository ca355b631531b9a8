"""The street map below the marks, in the browser: tiles of a server of the test, and of none."""

import base64
import shutil
import sqlite3
import threading
import time
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import pytest

from geo.project import Projects
from tests.browser.conftest import HAND_MADE, LOAD_MS, ROOT, WAIT_MS, Reader, serve
from tests.stories import story

PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=")

LOST = "The street map did not load. The built-in map is shown."
PARTLY = "Part of the street map did not load. The built-in map is shown there."


class Tiles:
    """A server of tiles that are all alike; `lacks(column) -> bool` says of which columns it has none."""

    def __init__(self):
        self.asked, self.lacks = [], lambda column: False
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                outer.asked.append((self.path, self.headers.get("Referer")))
                found = not outer.lacks(int(self.path.split("/")[-2]))
                self.send_response(200 if found else 404)
                self.send_header("Cache-Control", "no-store")
                self.end_headers()
                self.wfile.write(PNG if found else b"")

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/{{z}}/{{x}}/{{y}}.png"


@pytest.fixture(scope="module")
def tile_server():
    tiles = Tiles()
    thread = threading.Thread(target=tiles.server.serve_forever, daemon=True)
    thread.start()
    yield tiles
    tiles.server.shutdown()
    tiles.server.server_close()
    thread.join()


@pytest.fixture
def tiles(tile_server):
    """The server of tiles, which has them all and was not asked yet."""
    tile_server.asked.clear()
    tile_server.lacks = lambda column: False
    return tile_server


@pytest.fixture(scope="module")
def project(hand_made_script, tile_server, tmp_path_factory):
    """The app with a street map of the test's server, and a project of two articles; gives the addresses of both."""
    folder = tmp_path_factory.mktemp("projects")
    with Projects(folder).create() as made:
        made.add([story(id="one", title="Talks"), story("[Minsk|minsk] slept.", id="two")])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATELINE_TILES", tile_server.address)
        with serve(hand_made_script, projects=folder) as address:
            yield address, f"{address}/?project={made.token}"


@pytest.fixture
def open_lossy(browser):
    """As `open_page`, for pages whose tiles do not come: the browser logs each as an error, and no script may fail."""
    contexts, failed, logged = [], [], []

    def open_at(address):
        context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
        contexts.append(context)
        context.set_default_timeout(LOAD_MS)
        page = context.new_page()
        page.on("pageerror", lambda error: failed.append(str(error)))
        page.on("console", lambda message: logged.append(message.text) if message.type == "error" else None)
        page.goto(address)
        reader = Reader(page)
        reader.wait_until_drawn()
        context.set_default_timeout(WAIT_MS)
        return reader

    yield open_at
    for context in contexts:
        context.close()
    assert failed == []
    assert [line for line in logged if "Failed to load resource" not in line] == []


def late():
    """True, when other tiles have had time to come: where the first few fail and none came, the street map is given up."""
    time.sleep(0.5)
    return True


def choose(reader, name):
    reader.page.get_by_role("radio", name=name, exact=True).click()


def wait(reader, state):
    reader.frame.wait_for_function("state => document.querySelector('.dl-map').dataset.street === state", arg=state)


def test_no_tile_is_asked_for_until_the_reader_chooses_the_street_map(open_page, project, tiles):
    reader = open_page(project[0])
    assert tiles.asked == []
    assert reader.frame.locator(".leaflet-tile").count() == 0


def test_the_street_map_comes_and_goes_and_the_map_stays_as_it_is(open_page, project, tiles):
    reader = open_page(project[0])
    reader.mark("Kharkiv").click()
    reader.wait_card("Kharkiv")
    reader.look_at(50.0, 30.0, 5)
    reader.sign()
    choose(reader, "Street map")
    wait(reader, "drawn")
    assert reader.view() == [50.0, 30.0, 5] and reader.signed()
    assert "ground=tiles" in reader.page.url
    assert {path.split("/")[1] for path, _ in tiles.asked} == {"5"}
    assert reader.frame.locator(".dl-name").count() == 0
    credit = reader.frame.locator(".leaflet-control-attribution")
    assert "© OpenStreetMap contributors" in credit.inner_text()
    assert (
        credit.get_by_role("link", name="OpenStreetMap").get_attribute("href").endswith("openstreetmap.org/copyright")
    )
    choose(reader, "Built-in")
    wait(reader, "none")
    assert reader.view() == [50.0, 30.0, 5] and reader.signed()
    assert "ground" not in reader.page.url and reader.frame.locator(".leaflet-tile").count() == 0
    assert "OpenStreetMap" not in credit.inner_text()
    reader.wait_card("Kharkiv")


def test_a_street_map_is_seen_nearer_than_the_built_in_one(open_page, project, tiles):
    reader = open_page(f"{project[0]}/?ground=tiles")
    wait(reader, "drawn")
    reader.look_at(50.0, 30.0, 18)
    reader.frame.wait_for_function("() => document.querySelector(\"img.leaflet-tile-loaded[src*='/18/']\")")
    choose(reader, "Built-in")
    wait(reader, "none")
    assert reader.view() == [50.0, 30.0, 14]


def test_a_server_of_tiles_is_told_the_page_s_origin_and_nothing_of_its_address(open_page, project, tiles):
    address, of_project = project
    reader = open_page(f"{of_project}&article=one&ground=tiles")
    wait(reader, "drawn")
    parts = urlsplit(address)
    assert {referrer for _, referrer in tiles.asked} == {f"{parts.scheme}://{parts.netloc}/"}


def test_borders_of_the_chosen_view_lie_over_the_street_map_as_far_as_they_are_exact_enough(open_page, project, tiles):
    lines = """() => {
        const [, borders, divisions, disputed] = dateline.layers;
        const seen = layer => Boolean(layer.drawn) && dateline.map.hasLayer(layer.drawn);
        const opacity = (part, view) => {
            const found = [];
            disputed[part].eachLayer(line => { if (line.feature.properties.view === view) found.push(line.options.opacity); });
            return Math.max(...found);
        };
        return {
            borders: seen(borders), divisions: seen(divisions), disputed: seen(disputed),
            un: opacity("dashes", "un"), facto: opacity("dashes", "de-facto"),
            wiped: Math.max(opacity("wipe", "un"), opacity("wipe", "both")),
        };
    }"""
    reader = open_page(f"{project[0]}/?ground=tiles&borders=de-facto")
    wait(reader, "drawn")
    reader.look_at(46.0, 34.0, 6)
    reader.frame.wait_for_function("() => dateline.layers[1].drawn && dateline.layers[3].drawn")
    credit = reader.frame.locator(".leaflet-control-attribution")
    assert reader.frame.evaluate(lines) == {
        "borders": True, "divisions": False, "disputed": True, "un": 0, "facto": 1, "wiped": 0
    }  # fmt: skip
    assert credit.inner_text().endswith("Borders: de facto view over the street map’s own")
    reader.look_at(46.0, 34.0, 10)
    shown = reader.frame.evaluate(lines)
    assert not any(shown[name] for name in ("borders", "divisions", "disputed"))
    assert credit.inner_text().endswith("Borders: the street map’s own")


def test_in_a_dark_page_the_street_map_is_dark_and_the_marks_are_as_they_were(open_page, project, tiles):
    reader = open_page(f"{project[0]}/?ground=tiles", dark=True)
    wait(reader, "drawn")
    turned = "name => getComputedStyle(document.querySelector(name)).filter"
    assert "invert(1)" in reader.frame.evaluate(turned, ".leaflet-tile-pane")
    assert reader.frame.evaluate(turned, ".leaflet-marker-pane") == "none"


def test_the_project_s_map_has_the_choice_its_legend_and_its_borders_below_it(open_page, project, tiles):
    reader = open_page(f"{project[1]}&show=all")
    reader.sign()
    reader.page.get_by_text("Borders: United Nations view", exact=True).wait_for()
    assert reader.page.locator(".dl-legend").count() == 1
    choose(reader, "Street map")
    wait(reader, "drawn")
    assert reader.signed() and "ground=tiles" in reader.page.url


@pytest.mark.parametrize("more", ["", "&show=all"])
def test_on_a_phone_nothing_overflows(open_page, project, tiles, more):
    reader = open_page(f"{project[1]}{more}&ground=tiles", width=390, height=844)
    wait(reader, "drawn")
    assert reader.overflow() <= 0


def test_a_street_map_that_does_not_come_leaves_the_built_in_one_and_a_word(open_lossy, project, tiles):
    tiles.lacks = lambda column: True
    reader = open_lossy(f"{project[0]}/?ground=tiles")
    reader.frame.get_by_role("status").filter(has_text=LOST).wait_for()
    wait(reader, "failed")
    assert reader.frame.locator(".leaflet-tile").count() == 0
    assert (
        reader.frame.evaluate("() => dateline.map.hasLayer(dateline.layers[0].drawn) && dateline.map.getMaxZoom()")
        == 14
    )
    assert reader.frame.locator(".dl-name").count() > 0
    asked = len(tiles.asked)
    reader.mark("Kharkiv").click()  # the next order asks for the same ground, and for no tile
    reader.wait_card("Kharkiv")
    assert len(tiles.asked) == asked
    tiles.lacks = lambda column: False
    reader.frame.get_by_role("button", name="Try again").click()
    wait(reader, "drawn")
    assert reader.frame.get_by_role("status").count() == 0


def test_where_a_part_of_the_street_map_does_not_come_the_built_in_one_is_below_it(open_lossy, project, tiles):
    tiles.lacks = lambda column: column % 2 == 0 and late()
    reader = open_lossy(f"{project[0]}/?ground=tiles")
    reader.frame.get_by_role("status").filter(has_text=PARTLY).wait_for()
    wait(reader, "drawn")
    assert reader.frame.evaluate("() => dateline.map.hasLayer(dateline.layers[0].drawn)")
    reader.frame.get_by_role("button", name="Close").click()
    assert reader.frame.get_by_role("status").count() == 0


def test_a_server_that_never_answers_is_not_waited_for_without_a_word(open_lossy, project, tiles):
    reader = open_lossy(project[0])
    reader.page.context.route(f"{tiles.address.partition('{')[0]}**", lambda route: None)
    reader.page.clock.install()
    choose(reader, "Street map")
    wait(reader, "waiting")
    assert reader.frame.locator(".dl-name").count() > 0  # meanwhile the built-in map is in sight
    reader.page.clock.fast_forward(16_000)
    reader.frame.get_by_role("status").filter(has_text=LOST).wait_for()
    wait(reader, "failed")


def test_another_ground_takes_the_word_away(open_lossy, project, tiles):
    tiles.lacks = lambda column: True
    reader = open_lossy(f"{project[0]}/?ground=tiles")
    reader.frame.get_by_role("status").wait_for()
    choose(reader, "Built-in")
    wait(reader, "none")
    assert reader.frame.get_by_role("status").count() == 0


@pytest.fixture(scope="module")
def packaged(tmp_path_factory):
    """The app with a package of tiles up to zoom 4, below a base path; they are unpacked into a copy of its static files."""
    folder = tmp_path_factory.mktemp("packaged")
    shutil.copytree(ROOT / "static", folder / "static", ignore=shutil.ignore_patterns("tiles"))
    rows = [(zoom, column, row, PNG) for zoom in range(5) for column in range(2**zoom) for row in range(2**zoom)]
    with closing(sqlite3.connect(folder / "basemap.db")) as database, database:
        database.execute("CREATE TABLE tiles (zoom_level, tile_column, tile_row, tile_data)")
        database.executemany("INSERT INTO tiles VALUES (?, ?, ?, ?)", rows)
    places = f"""    from pathlib import Path
    from geo.ui import ground
    ground.packaged = lambda: Path({str(folder / "basemap.db")!r})
    ground.FOLDER = Path({str(folder / "static" / "tiles")!r})
    from geo.ui.page import page
"""
    script = folder / "app.py"
    script.write_text(HAND_MADE.format(root=str(ROOT)).replace("    from geo.ui.page import page\n", places))
    with serve(script, "--server.baseUrlPath=news/map") as address:
        yield address


def test_tiles_of_a_package_come_from_the_page_s_own_server_and_stop_where_they_would_blur(open_page, packaged):
    reader = open_page(packaged)
    reader.look_at(50.0, 30.0, 4)
    choose(reader, "Street map, offline (to zoom 6)")
    wait(reader, "drawn")
    sources = reader.frame.locator("img.leaflet-tile").evaluate_all(
        "all => all.map(each => new URL(each.src).pathname)"
    )
    assert sources and all(path.startswith("/news/map/app/static/tiles/") for path in sources)
    reader.look_at(50.0, 30.0, 9)
    wait(reader, "waiting")
    assert reader.frame.locator(".leaflet-tile").count() == 0
    assert reader.frame.evaluate("() => dateline.map.getMaxZoom()") == 14
    reader.look_at(50.0, 30.0, 4)
    wait(reader, "drawn")
