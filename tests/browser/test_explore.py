"""What is asked of a project, in the browser: chips, the timeline and its play, charts, and the table of mentions."""

from urllib.parse import parse_qs, quote, urlsplit

import pytest

from geo.project import Projects
from tests.stories import story

SCRIPT = """
import sys
sys.path.insert(0, {root!r})
import streamlit as st
from geo.ui.document import MIDDLEWARE
app = st.App(__file__, middleware=MIDDLEWARE)

def page():
    from geo.ui import desk, engine, session
    from tests.ui.conftest import HandMade
    engine.load = HandMade
    from geo.ui.filters_view import filters_view
    from geo.ui.mentions_view import mentions_view
    from geo.ui.summary import summary_view
    from geo.ui.timeline import timeline_view
    st.set_page_config(page_title="Dateline", layout="wide")
    session.start({{"sample"}}, "sample", desk.has)

    @st.fragment
    def views():
        filters_view()
        timeline_view()
        summary_view()
        mentions_view()

    views()

if __name__ == "__main__":
    page()
"""

HOSTILE = "# <img src=x onerror=alert(1)> **Post** :material/delete: $x$ [a](javascript:alert(2))"


def stories():
    """One article a day from 1 to 9 March, each on Kyiv; on even days also on Minsk."""
    for day in range(1, 10):
        marked = f"[Kyiv|kyiv:0.9] on day {day}." + (" [Minsk|minsk:0.6] too." if day % 2 == 0 else "")
        told = story(marked, id=f"a{day}", title=f"Day {day}" if day > 1 else HOSTILE, date=f"2024-03-0{day}")
        yield told


@pytest.fixture(scope="module")
def explore(tmp_path_factory):
    """A server of these views alone, over a project of nine articles."""
    from tests.browser.conftest import ROOT, serve

    folder = tmp_path_factory.mktemp("explore")
    (folder / "static").symlink_to(ROOT / "static")
    script = folder / "app.py"
    script.write_text(SCRIPT.format(root=str(ROOT)))
    with Projects(folder / "projects").create() as made:
        made.add(stories())
    with serve(script, projects=folder / "projects") as address:
        yield f"{address}/?project={made.token}&show=all"


@pytest.fixture
def views(open_page, explore):
    """`views(query) -> Page` at these views, once they say what is kept."""
    from tests.browser.conftest import LOAD_MS

    def open_at(query="", **options):
        page = open_page(explore + query, drawn=False, **options).page
        page.locator(".dl-kept").wait_for(timeout=LOAD_MS)
        return page

    return open_at


def wait_kept(page, words):
    page.locator(".dl-kept", has_text=words).wait_for()


def wait_address(page, words):
    page.wait_for_function("words => decodeURIComponent(location.search).includes(words)", arg=words)


def wait_not_in_address(page, words):
    page.wait_for_function("words => !decodeURIComponent(location.search).includes(words)", arg=words)


def look_for(page, words):
    box = page.get_by_label("Words in the articles")
    box.fill(words)
    box.press("Enter")
    wait_address(page, f"q={words}")


def conditions(page):
    """What the address asks for."""
    return set(parse_qs(urlsplit(page.url).query)) - {"project", "show"}


def at_bar(page, number):
    """A point of the timeline in the column of a bar."""
    box, bars = page.locator(".timeline .plot").bounding_box(), page.locator(".timeline .bars span").count()
    return box["x"] + (number + 0.5) * box["width"] / bars, box["y"] + 8


def drag(page, first, last):
    page.mouse.move(*at_bar(page, first))
    page.mouse.down()
    page.mouse.move(*at_bar(page, (first + last) / 2))
    page.mouse.move(*at_bar(page, last))
    page.mouse.up()


# What is asked


def test_a_condition_stands_in_a_chip_and_a_click_takes_it_away(views):
    page = views("&country=BY&q=day")
    wait_kept(page, "4 mentions of 1 place in 4 of 9 articles")
    page.get_by_role("button", name="Country: Belarus ×").click()
    wait_kept(page, "13 mentions of 2 places in 9 articles")
    page.get_by_role("button", name="Clear all").click()
    page.get_by_role("button", name="Words").wait_for(state="detached")
    wait_not_in_address(page, "q=day")


def test_choices_stay_open_while_they_are_made(views):
    page = views()
    page.get_by_role("button", name="Filter").click()
    page.get_by_role("button", name="Verified").click()
    wait_kept(page, "No mention fits in 9 articles.")
    page.get_by_role("button", name="Verified", exact=True).click()
    wait_kept(page, "13 mentions")
    page.get_by_role("textbox", name="Place or region").fill("min")
    page.get_by_role("button", name="Minsk, BY").click()  # offered while one types, without Enter
    wait_kept(page, "4 mentions of 1 place")
    assert page.get_by_role("textbox", name="Place or region").is_visible()


def test_words_are_looked_for_after_enter_and_taken_back_by_emptying_the_box(views):
    page = views()
    box = page.get_by_label("Words in the articles")
    box.fill("too")
    box.press("Enter")
    wait_kept(page, "8 mentions of 2 places in 4 of 9 articles")
    box.fill("")
    box.press("Enter")
    wait_kept(page, "13 mentions")


def test_what_is_taken_away_while_the_choices_are_closed_does_not_come_back(views):
    page = views()
    page.get_by_role("button", name="Filter").click()
    page.get_by_role("button", name="Place names").click()
    wait_address(page, "kind=name")
    page.get_by_role("combobox", name="Country").click()
    page.get_by_role("option", name="Belarus").click()
    wait_address(page, "country=BY")
    page.keyboard.press("Escape")
    page.get_by_role("slider", name="Sure").first.press("ArrowRight")
    wait_address(page, "sure=1-100")
    page.get_by_role("group", name="Published, from").get_by_role("spinbutton").first.click()
    page.keyboard.type("20240303")
    page.get_by_role("textbox", name="Place or region").click()
    wait_address(page, "published=2024-03-03..")
    page.keyboard.press("Escape")
    page.get_by_role("textbox", name="Place or region").wait_for(state="detached")
    page.get_by_role("button", name="Country: Belarus ×").click()
    wait_kept(page, "10 mentions of 2 places in 7 of 9 articles")
    look_for(page, "day")
    assert conditions(page) == {"q", "kind", "sure", "published"}
    page.get_by_role("button", name="Clear all").click()
    wait_kept(page, "13 mentions")
    look_for(page, "too")
    assert conditions(page) == {"q"}


def test_what_a_link_asks_is_in_the_choices_whenever_they_are_opened(views):
    page = views("&country=BY&kind=name&sure=50-95&published=2024-03-02..2024-03-08")
    look_for(page, "day")
    page.get_by_role("button", name="Filter").click()
    page.get_by_role("button", name="Place names", pressed=True).wait_for()
    page.keyboard.press("Escape")
    look_for(page, "too")
    assert conditions(page) == {"q", "country", "kind", "sure", "published"}


@pytest.mark.parametrize("outlet", ["<img src=x onerror=alert(1)> **b**", ":material/delete: $x$ [a](javascript:b)"])
def test_a_value_from_an_address_or_an_article_is_only_ever_text(views, outlet):
    page = views(f"&outlet={quote(outlet)}")
    page.get_by_role("button", name=f"Outlet: {outlet} ×").wait_for()
    page.get_by_role("button", name="Without “Outlet").click()
    wait_kept(page, "13 mentions")


# The timeline


def test_a_drag_over_the_bars_keeps_their_days_and_a_drag_of_the_window_moves_it(views):
    page = views()
    drag(page, 2, 4)
    wait_address(page, "published=2024-03-03..2024-03-05")
    wait_kept(page, "4 mentions of 2 places in 3 of 9 articles")
    drag(page, 3, 5)
    wait_address(page, "published=2024-03-05..2024-03-07")
    page.get_by_role("button", name="Published: 5–7 March 2024 ×").wait_for()


def test_a_click_is_one_bar_and_a_second_click_all_again(views):
    page = views()
    page.mouse.click(*at_bar(page, 6))
    wait_address(page, "published=2024-03-07..2024-03-07")
    wait_kept(page, "1 mention")
    page.mouse.click(*at_bar(page, 6))
    wait_not_in_address(page, "published")


def test_the_window_s_sides_move_by_keys_and_say_their_days(views):
    page = views()
    until = page.get_by_role("slider", name="Until")
    assert until.get_attribute("aria-valuetext") == "9 March 2024"
    until.focus()
    for key in ("ArrowLeft", "ArrowLeft", "PageDown"):
        page.keyboard.press(key)
    wait_address(page, "published=2024-03-01..2024-03-06")
    assert until.get_attribute("aria-valuetext") == "6 March 2024"
    page.keyboard.press("Escape")
    wait_not_in_address(page, "published")


def test_play_steps_through_the_days_as_the_page_answers_and_stops_at_the_end(views):
    page = views("&published=2024-03-06..2024-03-07")
    page.get_by_role("button", name="Play").click()
    page.get_by_role("button", name="Stop").wait_for()
    wait_address(page, "published=2024-03-07..2024-03-08")
    wait_address(page, "published=2024-03-08..2024-03-09")
    page.get_by_role("button", name="Play").wait_for()
    wait_kept(page, "3 mentions of 2 places in 2 of 9 articles")


def test_a_play_is_stopped_by_a_click_and_begins_again_where_it_is(views):
    page = views()
    page.get_by_role("button", name="Play").click()
    wait_address(page, "published=2024-03-02..2024-03-02")
    page.get_by_role("button", name="Stop").click()
    page.get_by_role("button", name="Play").wait_for()
    before = page.locator(".timeline .words").inner_text()
    page.wait_for_timeout(1500)  # longer than a step takes
    assert page.locator(".timeline .words").inner_text() == before
    page.get_by_role("button", name="All days").click()
    wait_not_in_address(page, "published")


def test_bars_stay_while_the_window_moves_and_change_with_other_conditions(views):
    page = views("&published=2024-03-02..2024-03-03")
    page.locator(".timeline .bars span:nth-child(9):last-child").wait_for(state="attached")
    assert page.locator(".timeline .bars .in").count() == 2
    page.get_by_label("Words in the articles").fill("too")
    page.keyboard.press("Enter")
    page.wait_for_function("() => decodeURIComponent(location.search).includes('q=too')")
    page.locator(".timeline .bars span:nth-child(7):last-child").wait_for(state="attached")


# Charts and the table


def test_a_clicked_country_is_asked_for(views):
    page = views()
    page.get_by_text("Summary: places").click()
    chart = page.locator("[role=graphics-document][aria-label='Mentions by country: Ukraine 9; Belarus 4']")
    chart.locator("[aria-roledescription=bar]").first.click()
    wait_kept(page, "9 mentions of 1 place")
    page.get_by_role("button", name="Country: Ukraine ×").wait_for()


def test_a_chosen_row_opens_its_article_at_the_mention(views):
    page = views("&country=BY")
    page.get_by_text("All mentions as a table").click()
    table = page.get_by_test_id("stDataFrame").locator("canvas").first
    table.wait_for()
    box = table.bounding_box()
    page.mouse.click(box["x"] + 18, box["y"] + 35 + 17)  # the box of the first row, which is that of the newest article
    wait_address(page, "article=a8")
    wait_address(page, "mention=1")
    wait_address(page, "place=geonames:625144")


@pytest.mark.parametrize("dark", [False, True])
def test_on_a_phone_nothing_overflows(views, dark):
    page = views(
        "&country=UA&country=BY&q=day&sure=10-100&published=2024-03-01..2024-03-08", width=390, height=844, dark=dark
    )
    page.get_by_text("Summary: places").click()
    page.locator("[role=graphics-document][aria-label^='Mentions by country']").wait_for()
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
