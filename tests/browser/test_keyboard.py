"""From a pasted text to a file, by keys alone."""

import json

import pytest

from geo.exporting import FORMATS
from tests.browser.conftest import LOAD_MS

pytestmark = pytest.mark.browser

FOCUSED = """() => {
    let element = document.activeElement;
    while (true) {
        if (element.shadowRoot && element.shadowRoot.activeElement) element = element.shadowRoot.activeElement;
        else if (element.tagName === "IFRAME") element = element.contentDocument.activeElement;
        else break;
    }
    const label = element.labels && element.labels[0] ? element.labels[0].textContent : "";
    if (element === document.body) return "BODY";
    const words = element.tagName === "MAIN" ? "" : element.textContent;   // the page itself, which scrolls
    const name = element.getAttribute("aria-label") || label || words;
    return [element.tagName, element.getAttribute("role"), element.className, name].join(" ");
}"""
"""Tag, role, class and name of what has the focus, also inside a component or a frame."""

MOST = 40
"""Presses of Tab from anywhere to anywhere."""


def go(reader, words: str, key: str = "Tab") -> None:
    """Press Tab until something of this tag, role, class or name has the focus."""
    seen = []
    for _ in range(MOST):
        reader.page.keyboard.press(key)
        seen.append(reader.page.evaluate(FOCUSED))
        if words in seen[-1]:
            return
    pytest.fail(f"{key} leads to no {words}: {seen}")


def test_from_a_pasted_text_to_a_file_by_keys_alone(open_page, address):
    reader = open_page(address)
    page, press = reader.page, reader.page.keyboard.press
    before = reader.version
    go(reader, "Add articles")
    press("Enter")
    dialog = page.get_by_role("dialog")
    dialog.locator("textarea").wait_for()
    go(reader, "TEXTAREA")
    page.keyboard.type("It rained in [Minsk|minsk] and in [Kyiv|kyiv]. [Minsk|minsk] slept.")
    go(reader, "Map it")
    press("Enter")
    dialog.wait_for(state="detached")
    reader.wait_until_drawn(before)

    go(reader, "MARK")
    press("ArrowRight")
    press("Enter")
    reader.wait_card("Kyiv, UA")
    go(reader, "dl-marker")
    press("ArrowRight")
    press("Enter")
    reader.wait_card("Minsk, BY")
    go(reader, "copy")
    go(reader, "Next mention")
    press("Enter")
    reader.wait_card("this is number 2")
    go(reader, "dl-marker", "Shift+Tab")
    go(reader, "MARK", "Shift+Tab")

    go(reader, "Export", "Shift+Tab")
    press("Enter")
    dialog.wait_for()
    go(reader, "combobox")
    page.keyboard.type("GeoJSON")
    page.get_by_role("option", name="GeoJSON").first.wait_for()
    press("Enter")
    dialog.get_by_text(FORMATS["geojson"].says).wait_for()
    page.wait_for_function("() => !document.querySelector('[role=dialog] [data-stale=true]')")  # the rerun is through
    go(reader, "Download")
    with page.expect_download(timeout=LOAD_MS) as file:
        press("Enter")
    told = json.loads(file.value.path().read_text("utf-8"))
    assert len(told["features"]) == 3


def test_a_place_that_was_missed_is_added_by_keys_alone(open_page, address):
    reader = open_page(address)
    reader.paste("It rained in [Minsk|minsk], in Zarechye by the lake, and in Zarechye again.", "Rain")
    page, press = reader.page, reader.page.keyboard.press
    go(reader, "Add a place that was missed")
    press("Enter")
    dialog = page.get_by_role("dialog")
    dialog.locator("input").wait_for()
    go(reader, "INPUT")
    page.keyboard.type("zarechye")
    press("Enter")
    dialog.get_by_role("radio").nth(1).wait_for(state="attached")
    go(reader, "Choose the place")
    press("Enter")
    dialog.get_by_text("Which place is meant?").wait_for()
    dialog.get_by_text("No place of that name is known").wait_for()
    go(reader, "radio")
    press("ArrowRight")
    press("ArrowRight")
    press("Enter")
    dialog.get_by_role("textbox", name="Coordinates", exact=True).wait_for()
    go(reader, "INPUT")
    page.keyboard.type("53.5, 27.1")
    press("Enter")
    dialog.get_by_text("This adds 1 mention.").wait_for()
    go(reader, "Save")
    press("Enter")
    reader.wait_picked("Zarechye")
