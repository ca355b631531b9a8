"""Sizes, themes and the keyboard."""

import pytest

pytestmark = pytest.mark.browser

FOCUSED = """() => {
    let element = document.activeElement;
    while (element.shadowRoot && element.shadowRoot.activeElement) element = element.shadowRoot.activeElement;
    if (element.tagName === "IFRAME") element = element.contentDocument.activeElement;
    return element.className || element.tagName;
}"""
"""The class or tag of what has the focus, also inside a component or a frame."""


def overflow(reader) -> int:
    return reader.page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")


def background(reader) -> list[int]:
    """Red, green and blue of the page's background."""
    colour = reader.page.evaluate("() => getComputedStyle(document.querySelector('.stApp')).backgroundColor")
    return [int(part) for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]


SHIFTS = """() => {
    let styled = null;
    window.jumped = [];
    const look = () => [...document.querySelectorAll("style")].some(style => style.textContent.includes("--reader-height"));
    const tick = () => { if (look()) styled = performance.now(); else requestAnimationFrame(tick); };
    requestAnimationFrame(tick);
    new PerformanceObserver(list => list.getEntries().forEach(entry => {
        if (styled !== null && entry.startTime > styled + 100) window.jumped.push(entry.value);
    })).observe({type: "layout-shift", buffered: true});
}"""
"""Notes how far the page's parts jump once its style is there; a tenth in all is what web.dev/cls calls good."""


@pytest.mark.parametrize("width", [1400, 390])
def test_nothing_jumps_while_the_page_loads(open_page, address, width):
    reader = open_page(address, width=width)
    reader.page.add_init_script(f"({SHIFTS})()")
    reader.page.reload()
    reader.wait_until_drawn()
    reader.wait_until_idle()
    assert sum(reader.page.evaluate("jumped")) <= 0.05


FRAME = "iframe[title*='streamlit_folium']"


def test_a_phone_shows_text_or_map_with_the_card_and_the_map_stays_the_same(open_page, address):
    reader = open_page(address, width=390, height=844)
    assert overflow(reader) <= 0
    reader.sign()
    map_box, card_box = reader.page.locator(FRAME).bounding_box(), reader.card.bounding_box()
    assert map_box["x"] >= 0 and map_box["x"] + map_box["width"] <= 390
    assert map_box["y"] + map_box["height"] < card_box["y"]
    assert not reader.article.is_visible()
    reader.show("Text")
    assert not reader.page.locator(FRAME).is_visible()
    assert reader.article.bounding_box()["y"] + 300 < reader.card.bounding_box()["y"]
    reader.mark("Kharkiv").click()
    reader.wait_card("Kharkiv, UA")
    reader.page.get_by_role("button", name="Show on the map").click()
    reader.page.locator(FRAME).wait_for()
    assert "dl-on" in reader.marker("Kharkiv").get_attribute("class")
    assert reader.in_frame(reader.marker("Kharkiv").locator(".dl-dot"))
    reader.page.get_by_role("button", name="Show in the text").click()
    reader.wait_picked("Kharkiv")
    assert reader.in_view(reader.mark("Kharkiv")) and reader.signed() and overflow(reader) <= 0


def test_on_a_phone_who_has_scrolled_on_and_turns_to_the_text_sees_it(open_page, address):
    reader = open_page(address + "/?mention=2", width=390, height=844)
    reader.card.wait_for()
    for pane, shown in (("Text", reader.article), ("Map", reader.page.locator(FRAME))):
        reader.page.locator("[data-testid=stMain]").evaluate("main => { main.scrollTop = 450; }")
        assert reader.page.locator(".st-key-reader").bounding_box()["y"] < -100
        reader.show(pane)
        shown.wait_for()
        assert reader.page.locator(".st-key-reader").bounding_box()["y"] == pytest.approx(0, abs=2)


def test_on_a_phone_nothing_of_the_header_is_cut_off(open_page, address):
    reader = open_page(address, width=390, height=844)
    for width in (430, 390, 360):
        reader.page.set_viewport_size({"width": width, "height": 844})
        shown = reader.page.locator(".st-key-ways button:visible")
        assert shown.count() >= 4
        for button in shown.all():
            box = button.bounding_box()
            assert box["x"] >= 0 and box["x"] + box["width"] <= width
            assert button.evaluate("button => button.scrollWidth <= button.clientWidth")


def test_on_a_phone_the_map_begins_on_the_upper_quarter_and_its_scale_stands_clear_of_the_credits(open_page, address):
    reader = open_page(address, width=390, height=844)
    assert reader.page.locator(FRAME).bounding_box()["y"] < 844 / 4
    scale = reader.frame.locator(".leaflet-control-scale").bounding_box()
    credits = reader.frame.locator(".leaflet-control-attribution").bounding_box()
    assert scale["y"] + scale["height"] <= credits["y"] or scale["x"] + scale["width"] <= credits["x"]


def test_at_1400_pixels_text_and_map_stand_side_by_side(open_page, address):
    reader = open_page(address)
    map_box = reader.page.locator("iframe[title*='streamlit_folium']").bounding_box()
    assert reader.article.bounding_box()["x"] + 300 < map_box["x"]
    assert overflow(reader) <= 0


def test_a_reader_s_dark_theme_makes_page_and_map_dark_and_builds_the_map_once(open_page, address):
    reader = open_page(address, dark=True)
    reader.sign()
    assert max(background(reader)) < 60
    reader.frame.locator(".dl-dark").wait_for()
    reader.mark("Kharkiv").click()
    reader.wait_card("Kharkiv, UA")
    assert reader.signed()


def test_a_change_of_theme_recolours_the_map_that_is_there(open_page, address):
    reader = open_page(address)
    reader.sign()
    reader.page.emulate_media(color_scheme="dark")
    reader.frame.locator(".dl-dark").wait_for()  # without anything being done on the page
    reader.mark("Kharkiv").click()
    reader.wait_card("Kharkiv, UA")
    assert reader.signed() and reader.frame.locator(".dl-dark").count() == 1
    reader.page.emulate_media(color_scheme="light")
    reader.frame.locator(".dl-map:not(.dl-dark)").wait_for()


def test_a_light_theme_is_light(open_page, address):
    reader = open_page(address)
    assert min(background(reader)) > 230
    assert reader.frame.locator(".dl-dark").count() == 0


def test_the_text_is_one_tab_stop_with_arrows_between_mentions(open_page, address):
    reader = open_page(address)
    assert reader.article.locator("mark[tabindex='0']").count() == 1
    reader.mark("GOMEL").focus()
    reader.page.keyboard.press("ArrowRight")
    reader.page.keyboard.press("ArrowRight")
    reader.page.keyboard.press("Enter")
    reader.wait_card("Russia")
    reader.page.keyboard.press("End")
    reader.page.keyboard.press(" ")
    reader.wait_card("Kyiv, UA")
    assert reader.article.locator("mark[tabindex='0']").count() == 1
    assert reader.article.locator("mark[aria-pressed='true']").count() == 1


def test_the_keyboard_alone_leads_from_the_page_s_top_to_text_map_and_card(open_page, address):
    reader = open_page(address)
    reader.page.mouse.click(5, 5)
    seen = []
    for _ in range(14):
        reader.page.keyboard.press("Tab")
        seen.append(reader.page.evaluate(FOCUSED))
        if "dl-marker" in seen[-1]:
            break
    assert "MARK" in seen, seen
    assert "dl-marker" in seen[-1]
    reader.page.keyboard.press("ArrowRight")
    reader.page.keyboard.press("ArrowRight")
    reader.page.keyboard.press("Enter")
    reader.wait_card("Russia")
    reader.wait_picked("Russia")


def test_marks_and_mentions_have_names_for_screen_readers(open_page, address):
    reader = open_page(address)
    assert reader.marker("Kyiv").get_attribute("aria-label") == "Kyiv, named 4 times"
    assert reader.mark("border").get_attribute("aria-label") == "border with Belarus"
    assert "Kharkiv, UA" in reader.mark("Kharkiv").get_attribute("aria-description")


def test_streamlit_s_own_menus_are_out_of_the_way(open_page, address):
    reader = open_page(address)
    assert reader.page.get_by_test_id("stAppDeployButton").count() == 0
    assert reader.page.get_by_text("Made with Streamlit").count() == 0


def test_a_first_pick_moves_neither_text_nor_map(open_page, address):
    reader = open_page(address)
    panes = [reader.article, reader.page.locator(FRAME)]
    before = [pane.bounding_box() for pane in panes]
    reader.mark("Kharkiv").click()
    reader.wait_card("Kharkiv, UA")
    assert [pane.bounding_box() for pane in panes] == before


def test_a_map_that_moves_moves_at_once_where_motion_is_not_wanted(open_page, address):
    reader = open_page(address)
    reader.mark("Kharkiv").click()
    reader.wait_card("Kharkiv, UA")
    assert reader.frame.evaluate("() => dateline.calm()")
    stepped = """() => {
        const map = dateline.map, zoom = map.getZoom(), lon = map.getCenter().lng;
        map.panBy([90, 0]);
        map.zoomIn();
        return [map.getZoom() - zoom, map.getCenter().lng !== lon];
    }"""
    assert reader.frame.evaluate(stepped) == [1, True]
