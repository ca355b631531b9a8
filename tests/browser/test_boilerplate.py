"""Places that only menus, captions and links to other stories name: grey, and off the map until asked for."""

import pytest

pytestmark = pytest.mark.browser

SWITCH = "Menus, captions and links"

TEXT = """The ferry from Dover to Calais was late on Monday, and nobody had been told why.

In London, a minister said that she would look into it.

Also read: Storm floods the old town of Lisbon
"""

LEAST_CONTRAST = 4.5
"""WCAG 2, AA, for text of this size."""

CONTRAST = """element => {
    const root = getComputedStyle(document.querySelector(".stApp")), own = getComputedStyle(element);
    const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
    canvas.canvas.width = canvas.canvas.height = 1;
    const pixel = (...colours) => {
        colours.forEach(([colour, alpha]) => {
            canvas.globalAlpha = alpha; canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
        });
        return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const light = pixel => pixel.map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
    const back = light(pixel([root.backgroundColor, 1]));
    const ink = light(pixel([root.backgroundColor, 1], [own.color, Number(own.opacity)]));
    return (Math.max(back, ink) + .05) / (Math.min(back, ink) + .05);
}"""
"""How the text stands out from the page, as the eye gets it: with its opacity."""


def turn(reader):
    """Turn the switch and wait for the map to follow."""
    before = reader.version
    reader.page.get_by_text(SWITCH).first.click()
    reader.wait_until_drawn(before)


def test_the_switch_puts_the_places_of_grey_text_on_the_map_and_takes_them_off(open_page, shipped):
    reader = open_page(shipped)
    reader.paste(TEXT, "A late ferry")
    grey = reader.article.locator(".aside")
    assert "Lisbon" in grey.inner_text() and "Calais" not in grey.inner_text()
    assert reader.mark("Lisbon").count() == 0 and reader.marker("Lisbon").count() == 0
    reader.page.get_by_text("All 3 mentions").or_(reader.page.get_by_text("3 of 4 mentions")).first.wait_for()
    turn(reader)
    reader.marker("Lisbon").locator(".dl-dot").wait_for()
    reader.mark("Lisbon").click()
    reader.wait_picked("Lisbon")
    reader.wait_card("Lisbon")
    assert "Lisbon" in grey.inner_text(), "it stays grey"
    turn(reader)
    assert reader.marker("Lisbon").count() == 0
    reader.wait_card("Pick a place in the text or on the map.")


def test_a_picked_place_of_the_article_stays_picked_and_the_address_remembers_the_switch(open_page, shipped):
    reader = open_page(shipped)
    reader.paste(TEXT)
    reader.mark("London").click()
    reader.wait_card("London, England")
    turn(reader)
    reader.wait_picked("London")
    reader.page.wait_for_url("**asides=shown*")
    again = open_page(reader.page.url)
    again.wait_picked("London")
    again.marker("Lisbon").locator(".dl-dot").wait_for()


def test_an_article_without_such_text_has_no_switch(open_page, address):
    assert open_page(address).page.get_by_text(SWITCH).count() == 0


@pytest.mark.parametrize("dark", [False, True])
def test_grey_text_can_be_read_in_both_themes(open_page, shipped, dark):
    reader = open_page(shipped, dark=dark)
    reader.paste(TEXT)
    assert reader.article.locator(".aside").first.evaluate(CONTRAST) >= LEAST_CONTRAST


def test_the_switches_fit_a_phone(open_page, shipped):
    reader = open_page(shipped, width=390, height=844)
    switch = reader.page.get_by_text(SWITCH).first.bounding_box()
    assert switch["x"] >= 0 and switch["x"] + switch["width"] <= 390
    turn(reader)
    assert reader.overflow() <= 0
