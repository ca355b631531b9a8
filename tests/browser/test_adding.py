"""Articles of one's own: pasted, from files, from an address; kept, listed, and found again."""

import re
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from tests.browser.conftest import serve
from tests.reading import documents, made

pytestmark = pytest.mark.browser

FERRY = "The ferry from Dover to Calais was late on Monday, a passenger said, and nobody had been told why."


@pytest.fixture
def files(tmp_path):
    """`files({name: bytes}) -> [path]`."""

    def write(contents):
        for name, data in contents.items():
            (tmp_path / name).write_bytes(data)
        return [tmp_path / name for name in contents]

    return write


def told(reader):
    """What the page tells of the articles that were added."""
    line = reader.page.locator(".st-key-told")
    line.wait_for()
    return line.inner_text()


def test_files_are_added_at_once_and_the_one_that_cannot_be_read_is_told(open_page, shipped, files):
    reader = open_page(shipped)
    reader.map_files(
        *files(
            {
                "talks.html": made.html_page(),
                "broken.docx": b"This is no document of Word.",
                "ferry.txt": FERRY.encode(),
                "report.pdf": documents.pdf([["Heavy rain fell in Lisbon on Monday, the town hall said."]]),
                "news.csv": made.csv_file(),
            }
        )
    )
    assert "All articles on one map (5)" in reader.chosen
    assert "5 added, 1 could not be read" in told(reader) and "broken.docx" in told(reader)
    own = reader.own()
    assert len(own) == 5
    assert [sum(name in line for line in own) for name in ("ferry", "report", "Talks begin", "Border opens")] == [
        1,
        1,
        2,
        1,
    ]
    reader.page.get_by_role("button", name="All right").click()
    reader.page.locator(".st-key-told").wait_for(state="detached")
    reader.choose("ferry")
    reader.wait_text("The ferry from")
    reader.marker("Dover").locator(".dl-dot").wait_for()


def test_the_page_of_an_excerpt_is_named_on_the_card(open_page, shipped, files):
    reader = open_page(shipped)
    pages = [["The minister spoke in Warsaw, and then left."], ["Heavy rain fell in Lisbon on Monday, they said."]]
    reader.map_files(*files({"report.pdf": documents.pdf(pages)}))
    reader.mark("Lisbon").click()
    reader.wait_card("page 2")


def test_the_same_text_is_shown_and_not_added_again(open_page, shipped, files):
    reader = open_page(shipped)
    reader.map_files(*files({"ferry.txt": FERRY.encode()}))
    ferry = reader.version
    reader.page.get_by_role("combobox").click()
    reader.page.get_by_role("option").nth(1).click()
    reader.wait_until_drawn(ferry)
    reader.map_files(*files({"copy.txt": FERRY.encode()}))
    reader.wait_text("The ferry from")
    assert "1 there already (“ferry.txt”)" in told(reader)
    assert len(reader.own()) == 1


def test_nothing_that_can_be_read_is_said_in_the_dialog_which_stays(open_page, shipped, files):
    reader = open_page(shipped)
    dialog = reader.give(*files({"broken.docx": b"no document"}))
    dialog.get_by_text("1 could not be read").wait_for()
    assert "broken.docx" in dialog.inner_text()
    dialog.get_by_role("button", name="Close").click()
    assert "sample" in reader.chosen and not reader.page.locator(".st-key-told").count()


def test_a_closed_browser_finds_the_article_again_by_its_address(open_page, address):
    first = open_page(address)
    first.paste("It rained in [Minsk|minsk] all day.", "Rain in the capital")
    first.mark("Minsk").click()
    first.page.wait_for_url("**mention=0*")
    kept = first.page.url
    first.page.context.close()
    second = open_page(kept)
    second.wait_text("all day")
    second.wait_card("Minsk, BY")
    assert "Rain in the capital" in second.chosen


def test_another_reader_s_page_lists_none_of_it(open_page, address):
    open_page(address).paste("It rained in [Minsk|minsk].", "Only mine")
    other = open_page(address)
    assert not any("Only mine" in line for line in other.listed())
    assert "project=" not in other.page.url


def test_a_killed_server_loses_nothing(open_page, hand_made_script, tmp_path):
    with serve(hand_made_script, projects=tmp_path) as before:
        reader = open_page(before)
        reader.paste("It rained in [Minsk|minsk].", "The first")
        reader.paste("It snowed in [Kharkiv|kharkiv].", "The second")
        query = reader.page.url.partition("?")[2]
        reader.page.close()
    with serve(hand_made_script, projects=tmp_path) as after:
        reader = open_page(f"{after}/?{query}")
        reader.wait_text("It snowed in")
        own = reader.own()
        reader.page.close()
    assert [line.partition(" (")[0] for line in own] == ["The second", "The first"]


def test_an_address_of_a_project_that_there_is_not_says_so_and_shows_the_samples(open_page, address):
    reader = open_page(f"{address}/?project=nobody-has-this-one&article=pasted")
    reader.page.get_by_text("This address names a project that there is not").wait_for()
    reader.wait_card("Pick a place in the text or on the map.")


@pytest.fixture
def listener():
    """A server on this machine; gives its port and the requests that it got."""
    got = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            got.append(self.path)
            self.send_error(404)

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server.server_port, got
    server.shutdown()
    server.server_close()
    thread.join()


def test_addresses_of_the_own_network_are_refused_and_nobody_is_asked(open_page, address, listener):
    port, got = listener
    reader = open_page(address)
    dialog = reader.add("Web address")
    for asked, why in (
        (f"http://127.0.0.1:{port}/", "only the web's own, 80 and 443"),
        ("http://127.0.0.1/", "no address of the open internet"),
        ("file:///etc/passwd", "An address begins with https:// or http://"),
    ):
        dialog.get_by_role("textbox", name="Address of an article").fill(asked)
        dialog.get_by_role("button", name="Read it").click()
        dialog.get_by_text(why).wait_for()
    assert got == []


HOSTILE = ("<img src=x onerror=alert(1)>", "{{7*7}}", "${alert(1)}", "![x](https:example.org)", ":red[x] $x^2$")
"""What a name or a headline may hold; no / because these are names of files."""


def test_hostile_names_and_headlines_are_shown_as_text(open_page, shipped, files):
    reader = open_page(shipped)
    good = {f"{name}.txt": f"{FERRY} {number}".encode() for number, name in enumerate(HOSTILE)}
    rows = [(f"r{number}", name, f"{number} ferries left Dover.", "", "") for number, name in enumerate(HOSTILE)]
    broken = {f"{name}.docx": b"no document" for name in HOSTILE}
    reader.map_files(*files({**good, **broken, "rows.csv": made.csv_file(rows)}))
    said, listed = told(reader), reader.listed()
    for name in HOSTILE:
        assert name in said
        assert sum(name in line for line in listed) == 2, name
    assert reader.page.locator("img[src='x'], img[src*='example']").count() == 0
    reader.choose(HOSTILE[1])
    dialog = reader.details()
    assert "49" not in dialog.inner_text()
    assert reader.page.locator("img[src='x'], img[src*='example']").count() == 0


FOCUSED = "() => [document.activeElement.innerText || '', document.activeElement.ariaLabel || ''].join(' ')"


def tab_to(reader, words):
    """Press Tab until what has the focus says these words."""
    seen = []
    for _ in range(40):
        reader.page.keyboard.press("Tab")
        seen.append(reader.page.evaluate(FOCUSED))
        if words in seen[-1]:
            return
    pytest.fail(f"Tab does not lead to {words!r}: {seen}")


def test_the_keyboard_alone_adds_an_article(open_page, address):
    reader = open_page(address)
    before = reader.version
    reader.page.mouse.click(5, 5)
    tab_to(reader, "Add articles")
    reader.page.keyboard.press("Enter")
    reader.page.get_by_role("dialog").wait_for()
    reader.page.get_by_role("dialog").get_by_label("Text", exact=True).wait_for()
    tab_to(reader, "Text")
    reader.page.keyboard.type("It rained in [Minsk|minsk].")
    tab_to(reader, "Map it")
    reader.page.keyboard.press("Enter")
    reader.page.get_by_role("dialog").wait_for(state="detached")
    reader.wait_until_drawn(before)
    reader.marker("Minsk").locator(".dl-dot").wait_for()


def test_on_a_phone_nothing_is_wider_than_the_screen_and_both_buttons_stand_in_a_row(open_page, address):
    reader = open_page(address, width=390, height=844)
    facts = reader.page.get_by_role("button", name="Details").bounding_box()
    add = reader.page.get_by_role("button", name="Add articles").bounding_box()
    assert abs(facts["y"] - add["y"]) < 2 and facts["x"] + facts["width"] <= add["x"] and add["x"] + add["width"] <= 390
    assert reader.overflow() <= 0
    for tab in ("Paste", "Files", "Web address"):
        dialog = reader.add(tab)
        box = dialog.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 390
        assert dialog.evaluate("element => element.scrollWidth <= element.clientWidth")
        assert reader.overflow() <= 0
        dialog.get_by_role("button", name="Close").click()
        dialog.wait_for(state="detached")
    reader.paste(
        "It rained in [Minsk|minsk].", "A headline that is a good deal longer than what a phone has room for " * 3
    )
    assert reader.overflow() <= 0
    dialog = reader.details()
    assert dialog.bounding_box()["x"] + dialog.bounding_box()["width"] <= 390 and reader.overflow() <= 0


def test_a_stop_keeps_what_was_added_by_then(open_page, shipped, files):
    reader = open_page(shipped)
    rows = [
        (
            f"n{number}",
            f"Report {number}",
            f"On day {number} the ferry left Dover for Calais, and came back to Dover.",
            "",
            "",
        )
        for number in range(3000)
    ]
    dialog = reader.give(*files({"many.csv": made.csv_file(rows)}))
    dialog.get_by_text(re.compile(r"\d: Report \d")).wait_for()
    dialog.get_by_role("button", name="Stop").click()
    reader.page.wait_for_url("**project=*")
    reader.page.get_by_role("dialog").wait_for(state="detached")
    added = told(reader)
    own = reader.own()
    assert own and all(line.startswith("Report") for line in own)
    assert "stopped" in added.lower() and "3000 added" not in added
