"""A reader sets places right: by a button, by name, on a map, by marking words; what was changed can be undone."""

import re

import pytest

from tests.stories import PAYLOADS

pytestmark = pytest.mark.browser

TWICE = "It rained in [Minsk|minsk]. Later it snowed in [Minsk|minsk], and in 🚀 Zarechye by the lake, and in Zarechye again."


@pytest.fixture
def reader(open_page, address):
    """A reader who looks at an article of their own."""
    reader = open_page(address)
    reader.paste(TWICE, "Rain")
    return reader


def button(reader, name):
    return reader.page.get_by_role("button", name=name, exact=True)


def dialog(reader):
    return reader.page.get_by_role("dialog")


def changed(reader, count):
    reader.page.get_by_text(f"Changed {count} mention").wait_for()


def test_a_mention_is_right_and_its_card_says_who_looked(reader):
    reader.mark("Minsk").click()
    reader.page.get_by_placeholder("Your name (optional)").fill("Ann")
    reader.page.keyboard.press("Enter")
    button(reader, "Right").click()
    changed(reader, 1)
    reader.wait_card("verified by a person")
    button(reader, "History").click()
    dialog(reader).get_by_text("“Minsk” was looked at and is right").wait_for()
    assert "Ann · " in dialog(reader).inner_text()


SCROLLED = "() => document.querySelector('[data-testid=stMain]').scrollTop"


@pytest.mark.parametrize("width", [390, 1400])
def test_what_was_changed_is_told_at_the_top_wherever_the_page_is_scrolled_to_and_moves_nothing(
    open_page, address, width
):
    reader = open_page(address, width=width, height=700)
    reader.paste(TWICE, "Rain")
    if width < 641:
        reader.show("Text")
    reader.mark("Minsk").click()
    reader.wait_card("Minsk, BY")
    button(reader, "Flag").scroll_into_view_if_needed()
    before, scrolled = reader.article.bounding_box(), reader.page.evaluate(SCROLLED)
    assert scrolled > 0
    button(reader, "Flag").click()
    changed(reader, 1)
    button(reader, "Take the flag off").wait_for()
    line, header = reader.page.locator(".st-key-changed").bounding_box(), reader.page.locator(".st-key-panes")
    top = header.bounding_box()["height"] if header.is_visible() else 0
    assert top <= line["y"] < 80 and line["x"] >= 0 and line["x"] + line["width"] <= width
    assert reader.article.bounding_box() == before and reader.page.evaluate(SCROLLED) == scrolled
    button(reader, "Undo").click()
    button(reader, "Flag").wait_for()
    assert reader.page.evaluate(SCROLLED) == scrolled


def test_another_place_is_found_by_name_and_the_map_goes_there(reader):
    reader.mark("Minsk").click()
    button(reader, "Another place …").click()
    dialog(reader).get_by_role("textbox", name="Search all places").fill("khar")
    dialog(reader).get_by_text("Kharkiv, UA").click()  # offered while one types, without Enter
    dialog(reader).get_by_text("In this article").click()
    dialog(reader).get_by_text("This changes 2 mentions.").wait_for()
    button(reader, "Save").click()
    changed(reader, 2)
    reader.wait_card("Kharkiv, UA")
    reader.marker("Kharkiv").locator(".dl-dot").wait_for()
    assert reader.marker("Kharkiv").locator(".dl-dot").inner_text() == "2"
    assert "chosen on" in reader.card.inner_text()
    button(reader, "Undo").click()
    reader.wait_card("Minsk, BY")


def test_the_dialog_begins_with_the_reach_that_is_chosen_on_the_card(reader):
    reader.mark("Minsk").click()
    reader.page.get_by_text("In this article", exact=True).click()
    button(reader, "Not a place (2)").wait_for()
    button(reader, "Another place …").click()
    dialog(reader).get_by_role("textbox", name="Search all places").fill("khar")
    reader.page.keyboard.press("Enter")
    dialog(reader).get_by_text("Kharkiv, UA").click()
    dialog(reader).get_by_text("This changes 2 mentions.").wait_for()


def test_what_is_no_place_leaves_text_and_map_and_comes_back(reader):
    reader.mark("Minsk", 1).click()
    reader.page.get_by_text("In this article", exact=True).click()
    button(reader, "Not a place (2)").click()
    changed(reader, 2)
    reader.article.locator("mark").first.wait_for(state="detached")
    button(reader, "Undo").click()
    reader.mark("Minsk", 1).wait_for()
    reader.wait_picked("Minsk")


def small_map(reader):
    """The dialog's map, once it is drawn: its frame and its box on the screen."""
    place = dialog(reader).locator("iframe")
    place.wait_for()
    frame = place.element_handle().content_frame()
    frame.locator("[data-basemap=drawn]").wait_for()
    return frame, place.bounding_box()


def test_a_point_is_set_on_the_small_map(reader):
    reader.mark("Minsk").click()
    button(reader, "Another place …").click()
    dialog(reader).get_by_text("On a map").click()
    _, box = small_map(reader)
    reader.page.mouse.click(box["x"] + 300, box["y"] + 150)
    dialog(reader).get_by_text("This changes 1 mention.").wait_for()
    dialog(reader).get_by_role("textbox", name="Name of the place").fill("A field {{7*7}} <b>")
    reader.page.keyboard.press("Enter")
    button(reader, "Save").click()
    changed(reader, 1)
    reader.wait_card("A field {{7*7}} <b>")


def test_the_small_map_of_words_without_a_place_opens_on_the_article_s_places(open_page, address):
    reader = open_page(address)
    reader.paste("It rained in [Minsk|minsk] and [Kyiv|kyiv], and on the road to [Oz|?].", "Rain")
    reader.mark("Oz").click()
    button(reader, "Another place …").click()
    dialog(reader).get_by_text("On a map").click()
    frame, box = small_map(reader)
    assert frame.locator(".dl-landmark").all_inner_texts() == ["Minsk", "Kyiv"]
    reader.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    dialog(reader).get_by_text("This changes 1 mention.").wait_for()
    button(reader, "Save").click()
    changed(reader, 1)
    reader.wait_card(re.compile(r"52\.\d+° N, 29\."))  # between Minsk and Kyiv


def test_an_area_is_drawn_and_the_click_that_ends_it_sets_no_point(reader):
    reader.mark("Minsk").click()
    button(reader, "Another place …").click()
    dialog(reader).get_by_text("On a map").click()
    frame, box = small_map(reader)
    frame.locator(".leaflet-draw-draw-polygon").click()
    for x, y in [(200, 100), (400, 100), (400, 200), (200, 100)]:
        reader.page.mouse.click(box["x"] + x, box["y"] + y)
        reader.page.wait_for_timeout(250)
    dialog(reader).get_by_text("This changes 1 mention.").wait_for()
    reader.page.wait_for_timeout(600)  # a stray point would have come by now
    button(reader, "Save").click()
    changed(reader, 1)
    button(reader, "History").click()
    dialog(reader).get_by_text("“Minsk” means a drawn area, “Minsk”").wait_for()


def select(reader, words):
    """Select words of the article by a double click."""
    x, y = reader.article.evaluate(
        """(root, words) => {
            const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
            for (let node; (node = nodes.nextNode());) {
                const at = node.data.indexOf(words), range = document.createRange();
                if (at < 0) continue;
                range.setStart(node, at);
                range.setEnd(node, at + words.length);
                const box = range.getBoundingClientRect();
                return [box.x + box.width / 2, box.y + box.height / 2];
            }
        }""",
        words,
    )
    reader.page.mouse.dblclick(x, y)


def test_words_behind_a_character_of_two_units_are_marked_as_a_place_with_the_mouse(reader):
    select(reader, "Zarechye")
    reader.article.get_by_role("button", name="Mark as a place").click()
    dialog(reader).get_by_text("No place of that name is known").wait_for()
    dialog(reader).get_by_role("radio", name="Coordinates").click()
    dialog(reader).get_by_role("textbox", name="Coordinates", exact=True).fill("53.5, 27.1")
    reader.page.keyboard.press("Enter")
    dialog(reader).get_by_text("In all articles").click()
    dialog(reader).get_by_text("This adds 2 mentions.").wait_for()
    button(reader, "Save").click()
    reader.page.get_by_text("Added 2 mentions.").wait_for()
    reader.wait_picked("Zarechye")
    assert reader.article.locator("mark", has_text="Zarechye").all_inner_texts() == ["Zarechye", "Zarechye"]
    reader.wait_card("53.5000° N, 27.1000° E")


def test_selected_words_are_marked_with_a_key_and_a_mention_among_them_is_asked_about(reader):
    select(reader, "Minsk")
    reader.article.get_by_role("button", name="Mark as a place").wait_for()
    reader.page.keyboard.press("m")
    dialog(reader).get_by_text("Which place is meant?").wait_for()
    reader.page.keyboard.press("Escape")
    dialog(reader).wait_for(state="detached")
    assert reader.article.get_by_role("button", name="Mark as a place").count() == 0


def test_a_click_in_the_text_takes_the_button_away(reader):
    select(reader, "Zarechye")
    mark = reader.article.get_by_role("button", name="Mark as a place")
    mark.wait_for()
    reader.mark("Minsk").click()
    mark.wait_for(state="detached")


def test_a_sample_is_added_to_be_corrected_and_its_words_cannot_be_marked_before(open_page, address):
    reader = open_page(address)
    select(reader, "Delegations")
    reader.mark("Kharkiv").click()
    reader.wait_card("Kharkiv, UA")
    assert reader.article.get_by_role("button", name="Mark as a place").count() == 0
    button(reader, "Add it").click()
    button(reader, "Right").wait_for()
    reader.wait_picked("Kharkiv")
    assert "sample" not in reader.chosen and "project=" in reader.page.url


def test_hostile_words_are_corrected_as_they_are(open_page, address):
    reader = open_page(address)
    hostile = " ~ ".join(PAYLOADS).replace("[", "(").replace("|", "/")
    reader.paste(f"{hostile} [Minsk|minsk] {hostile}", hostile)
    reader.mark("Minsk").click()
    button(reader, "Another place …").click()
    dialog(reader).get_by_role("textbox", name="Search all places").wait_for()
    shown = dialog(reader).inner_text()
    assert "<img src=x onerror=alert(1)>" in shown and "_7f3a_map_div" in shown
    dialog(reader).get_by_role("textbox", name="Search all places").fill(hostile[:200])
    reader.page.keyboard.press("Enter")
    dialog(reader).get_by_text("No place of that name").wait_for()
    assert reader.page.locator("[role=dialog] img").count() == 0


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_wider_than_the_window(open_page, address, width):
    reader = open_page(address, width=width)
    reader.paste(TWICE, "Rain")
    reader.mark("Minsk").dispatch_event("click")  # a narrow screen may show the map in the text's place
    button(reader, "Another place …").click()
    dialog(reader).get_by_text("On a map").click()
    small_map(reader)
    assert reader.overflow() <= 0
