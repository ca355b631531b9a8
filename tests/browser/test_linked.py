"""Text, map and card lead to one another."""

import pytest

from geo.drawing.style import AREA, ZONE
from tests.stories import PLACES

pytestmark = pytest.mark.browser

KHARKIV = PLACES["kharkiv"]


def near(view, place, degrees=0.2):
    return abs(view[0] - place.lat) < degrees and abs(view[1] - place.lon) < degrees


@pytest.fixture
def reader(open_page, address):
    return open_page(address)


def test_the_page_opens_with_article_basemap_and_one_mark_a_place(reader):
    assert "Delegations from Ukraine" in reader.article.inner_text()
    assert reader.frame.locator(".dl-marker").count() == 12
    assert reader.frame.locator("canvas").count() >= 1
    assert reader.marker("Kyiv").locator(".dl-dot").inner_text() == "4"


def test_a_click_in_the_text_moves_the_map_there(reader):
    reader.sign()
    reader.mark("Kharkiv").click()
    reader.wait_card("Kharkiv, UA")
    assert near(reader.view(), KHARKIV)
    assert reader.signed()


def test_an_order_that_comes_late_does_not_take_the_map_back(reader):
    reader.mark("Kharkiv").click()
    reader.wait_card("Kharkiv, UA")
    reader.frame.evaluate("() => { dateline.lead(dateline.picked); dateline.lead(dateline.order[0]) }")
    reader.look_at(51.0, 0.0, 5)
    reader.frame.evaluate(
        "() => { const [first, second] = dateline.ahead, n = dateline.orders; "
        "dateline.follow(first, n + 1); dateline.follow(second, n + 2) }"
    )
    reader._wait_until_still()
    assert reader.view() == [51.0, 0.0, 5]
    reader.frame.evaluate("() => { dateline.follow(dateline.order[0], dateline.orders + 1) }")
    reader._wait_until_still()
    assert reader.view() != [51.0, 0.0, 5]


def test_a_click_on_a_mark_picks_its_mention_and_leaves_the_map_where_it_is(reader):
    before = reader.view()
    reader.sign()
    reader.click_marker("Kharkiv")
    reader.wait_picked("Kharkiv")
    reader.wait_card("Kharkiv, UA")
    assert reader.view() == before
    assert reader.signed()


def test_a_click_on_a_border_picks_the_phrase_with_the_country_inside(reader):
    reader.click_map(51.7, 26.15)
    reader.wait_card("Belarus–Ukraine border")
    reader.wait_picked("border with Belarus")


def test_a_click_on_an_area_picks_its_mention(reader):
    reader.click_map(52.4, 29.2)
    reader.wait_card("Homyel Voblasc', BY")
    reader.wait_picked("Gomel Region")


def test_a_click_on_an_approximate_zone_picks_it_and_not_the_region_around_it(reader):
    reader.click_map(51.55, 30.25)
    reader.wait_card("within about 30 km")
    reader.wait_picked("Chernobyl exclusion zone")


def test_an_approximate_area_has_a_faint_rim_and_no_outline(reader):
    style = """kind => {
        const place = Object.values(dateline.places).find(place => place.kind === kind), drawn = place.layers[0].options;
        return [drawn.opacity < 0.3, drawn.weight > 6, drawn.fillOpacity < 0.1, drawn.dashArray];
    }"""
    assert reader.frame.evaluate(style, ZONE) == [True, True, True, None]
    assert reader.frame.evaluate(style, AREA)[:2] == [False, False]
    assert reader.page.locator(".dl-legend").inner_text().count("Approximate") == 1


def test_a_mention_far_down_is_scrolled_into_view_by_a_click_on_the_map(reader):
    reader.page.set_viewport_size({"width": 1400, "height": 620})
    reader.look_at(55.7, 37.6, 5)
    reader.article.evaluate("element => element.scrollTo(0, element.scrollHeight)")
    reader.click_marker("Moscow")
    reader.wait_picked("Moscow")
    reader.page.wait_for_timeout(300)
    assert reader.in_view(reader.article.locator(".phrase.on mark"))


def test_a_second_click_on_the_same_mark_works(reader):
    reader.page.set_viewport_size({"width": 1400, "height": 620})
    reader.click_marker("Kyiv")
    reader.wait_card("this is number 1")
    reader.article.evaluate("element => element.scrollTo(0, element.scrollHeight)")
    reader.page.wait_for_timeout(300)
    assert not reader.in_view(reader.article.locator(".phrase.on mark"))
    reader.click_marker("Kyiv")
    reader.page.wait_for_timeout(600)
    assert reader.in_view(reader.article.locator(".phrase.on mark"))
    reader.wait_card("this is number 1")


def test_the_same_mention_picked_again_after_panning_brings_the_map_back(reader):
    reader.mark("Kharkiv").click()
    reader.wait_card("Kharkiv, UA")
    reader.look_at(20, 20, 5)
    reader.mark("Kharkiv").click()
    reader.page.wait_for_timeout(500)
    assert near(reader.view(), KHARKIV)


def test_the_card_lists_every_sentence_and_leads_through_them(reader):
    reader.click_marker("Kyiv")
    reader.wait_card("Named 4 times; this is number 1")
    assert reader.card.locator(".excerpts button").count() == 4
    reader.card.get_by_role("button", name="Next mention").click()
    reader.wait_card("this is number 2")
    reader.wait_picked("Kiev")
    reader.card.get_by_role("button", name="Previous mention").click()
    reader.wait_card("this is number 1")
    reader.wait_picked("Kyiv")


def test_a_list_of_sentences_that_is_cut_off_fades_until_its_end_is_reached(reader):
    reader.page.set_viewport_size({"width": 1400, "height": 620})
    reader.mark("Kyiv").click()
    reader.wait_card("this is number 1")
    faded = reader.card.locator(".excerpts.more")
    faded.wait_for()
    assert "gradient" in faded.evaluate("list => getComputedStyle(list).maskImage")
    reader.card.locator(".excerpts").evaluate("list => list.scrollTo(0, list.scrollHeight)")
    faded.wait_for(state="detached")


def test_a_sentence_of_the_card_can_be_chosen(reader):
    reader.click_marker("Kyiv")
    reader.wait_card("this is number 1")
    reader.card.get_by_role("button", name="asked for blood").click()
    reader.wait_card("this is number 3")


def test_the_inner_mention_of_a_border_leads_to_the_country(reader):
    reader.mark("Belarus", 1).click()
    reader.wait_card("Named 3 times; this is number 2")
    reader.wait_picked("Belarus")


def test_an_unresolved_mention_says_why_and_leaves_the_map_alone(reader):
    before = reader.view()
    reader.mark("Novaya Dubrava").click()
    reader.wait_card("no place of that name is known")
    assert reader.view() == before


def test_an_unsure_mention_shows_its_alternatives(reader):
    reader.mark("Paris").click()
    reader.wait_card("It could also be")
    reader.wait_card("Paris, FR")


def test_other_mentions_of_the_picked_place_are_marked_as_related(reader):
    reader.mark("Kyiv").click()
    reader.wait_card("Named 4 times")
    assert reader.article.locator(".phrase.same").all_inner_texts() == ["Kiev", "Kyiv", "Kyiv"]


def overview(reader):
    """Wait until the page is as it was before any pick."""
    reader.wait_card("Pick a place in the text or on the map.")
    reader.page.wait_for_url(lambda url: "mention=" not in url)
    reader.article.locator(".phrase.on").wait_for(state="detached")
    reader.frame.locator(".dl-on .dl-dot").wait_for(state="detached")
    assert reader.article.locator("[aria-pressed=true]").count() == 0


def picked(reader):
    """Pick Kharkiv and wait until text, map, card and address know."""
    reader.mark("Kharkiv").click()
    reader.wait_card("Kharkiv, UA")
    reader.frame.locator(".dl-on .dl-dot").wait_for()
    reader.page.wait_for_url("**mention=*")


def test_the_cards_close_button_leads_back_to_the_overview_by_mouse_and_by_key(reader):
    for press in ("click", "Enter"):
        picked(reader)
        button = reader.card.get_by_role("button", name="Back to the overview")
        button.click() if press == "click" else button.press(press)
        overview(reader)


@pytest.mark.parametrize("where", ["article", "card", "map"])
def test_escape_leads_back_to_the_overview(reader, where):
    picked(reader)
    before = reader.view()
    focus = {
        "article": reader.mark("Kharkiv"),
        "card": reader.card.get_by_role("button", name="Back to the overview"),
        "map": reader.frame.locator(".dl-map"),
    }[where]
    focus.press("Escape")
    overview(reader)
    assert reader.view() == before
    picked(reader)


def test_the_map_is_not_built_again_by_many_picks(reader):
    reader.sign()
    for words, said in (
        ("Kharkiv", "Kharkiv, UA"),
        ("Minsk", "Minsk, BY"),
        ("Russia", "Russia"),
        ("Gomel Region", "Homyel Voblasc'"),
    ):
        reader.mark(words).click()
        reader.wait_card(said)
    assert reader.signed()


def test_a_row_of_the_table_is_picked_in_text_and_on_the_map(reader):
    reader.page.get_by_text("22 mentions as a table").click()
    table = reader.page.get_by_test_id("stDataFrame").first
    table.scroll_into_view_if_needed()
    table.click(position={"x": 18, "y": 35 * 4 + 17})  # the head and three rows of 35 pixels, the middle of the fourth
    reader.wait_card("Homyel Voblasc', BY")
    reader.wait_picked("Gomel Region")


def test_without_the_direct_way_to_the_map_the_rerun_moves_it(reader):
    reader.frame.evaluate(
        "() => { const map = dateline.map; Object.defineProperty(window, 'dateline', {get: () => ({map}), set: () => {}}) }"
    )
    reader.mark("Kharkiv").click()
    reader.wait_card("Kharkiv, UA")
    reader.page.wait_for_timeout(400)
    assert near(reader.view(), KHARKIV)
