"""Places that the map keeps and that are not in view: told by the button that shows all places, and sought by a filter."""

import pytest

from geo.project import Projects
from tests.stories import story

HERE = story("[Gomel|gomel], [Minsk|minsk] and [Kyiv|kyiv] waited. [Paris|paris] spoke.", id="here", title="Here")
FAR = story("Rain in [Paris|paris-tx].", id="far", title="Far")
OCEAN = story(
    "From [Suva|suva] to [Honolulu|honolulu], and to [Kyiv|kyiv], [Paris|paris] and [Minsk|minsk].",
    id="ocean",
    title="Ocean",
)
KYIV, TEXAS = (50.4547, 30.5238), (33.6609, -95.5555)


@pytest.fixture(scope="module")
def project(hand_made_script, tmp_path_factory):
    """The address of a project with three places in the east of Europe, one in its west and one in Texas."""
    from tests.browser.conftest import serve

    folder = tmp_path_factory.mktemp("projects")
    with Projects(folder).create() as made:
        made.add([HERE, FAR])
    with serve(hand_made_script, projects=folder) as address:
        yield f"{address}/?project={made.token}&show=all"


@pytest.fixture(scope="module")
def world(hand_made_script, tmp_path_factory):
    """The address of a project whose places lie on both sides of the date line and between."""
    from tests.browser.conftest import serve

    folder = tmp_path_factory.mktemp("world")
    with Projects(folder).create() as made:
        made.add([OCEAN])
    with serve(hand_made_script, projects=folder) as address:
        yield f"{address}/?project={made.token}&show=all"


def told(reader, words):
    """The button, once it is called so."""
    button = reader.frame.get_by_role("button", name=words, exact=True)
    button.wait_for()
    return button


def seen(reader, spot):
    return reader.frame.evaluate("spot => dateline.map.getBounds().contains(spot)", list(spot))


def ask(reader, words):
    before = reader.version
    box = reader.page.get_by_placeholder("Words in the articles")
    box.fill(words)
    box.press("Enter")
    reader.wait_until_drawn(before)


def test_the_button_tells_how_many_places_are_out_of_view_and_shows_them(open_page, project):
    reader = open_page(project)
    reader.look_at(*KYIV, 7)
    button = told(reader, "Show all places: 4 places outside this view")
    assert button.inner_text() == "4 places outside this view"
    button.click()
    button = told(reader, "Show all places")
    assert seen(reader, KYIV) and seen(reader, TEXAS) and button.inner_text() == ""
    whole = reader.view()
    button.click()  # back to where the story plays
    told(reader, "Show all places: 1 place outside this view").click()
    told(reader, "Show all places")
    assert reader.view() == whole
    reader.look_at(*KYIV, 12)
    told(reader, "Show all places: 4 places outside this view").click()
    told(reader, "Show all places")


@pytest.mark.parametrize(("width", "height"), [(1400, 900), (390, 844), (800, 600)])
def test_however_small_the_map_all_of_the_world_fits_on_it(open_page, world, width, height):
    reader = open_page(world, width=width, height=height)
    told(reader, "Show all places")  # opened on all of them, for they lie all over the world
    reader.look_at(*KYIV, 7)
    told(reader, "Show all places: 4 places outside this view").click()
    told(reader, "Show all places")
    reader.look_at(10, 10, 0)  # as far out as one gets
    told(reader, "Show all places")
    assert reader.frame.evaluate("dateline.map.getZoom() === dateline.map.getMinZoom()")


def test_an_article_that_opens_on_most_of_its_places_tells_of_the_others(open_page, project):
    names = "[Gomel|gomel], [Minsk|minsk], [Kyiv|kyiv], [Kharkiv|kharkiv] and [Gomel|gomel] again; [Paris|paris-tx]."
    reader = open_page(project.partition("/?")[0])
    reader.paste(names, "Near")
    told(reader, "Show all places: 1 place outside this view")


def test_another_filter_brings_what_it_keeps_into_view_and_days_or_a_part_of_it_do_not(open_page, project):
    reader = open_page(project)
    reader.look_at(*KYIV, 7)
    before = reader.view()
    ask(reader, "waited")  # three of four are near, but not in view
    assert reader.view() != before and seen(reader, KYIV)
    ask(reader, "rain")
    assert seen(reader, TEXAS) and not seen(reader, KYIV)
    reader.look_at(51, 12, 4)
    before = reader.view()
    ask(reader, "waited")
    assert reader.view() == before  # all of it was in view, and large enough


def test_another_filter_goes_to_what_it_keeps_where_that_is_a_small_part_of_the_view(open_page, project):
    reader = open_page(project)
    reader.look_at(20, -20, 1)
    ask(reader, "waited")
    zoom = reader.view()[2]
    assert zoom >= 3 and seen(reader, KYIV) and not seen(reader, TEXAS)
    reader.look_at(20, -20, 1)
    before = reader.view()
    reader.page.get_by_role("button", name="Clear all").click()
    reader.page.get_by_role("button", name="Clear all").wait_for(state="detached")
    told(reader, "Show all places")
    assert reader.view() == before  # it is all over the view


def test_no_label_lies_below_the_button(open_page, project):
    reader = open_page(project)
    reader.look_at(*KYIV, 7)
    button = told(reader, "Show all places: 4 places outside this view")
    box, frame = button.bounding_box(), reader.page.locator("iframe[title*='streamlit_folium']").bounding_box()
    label = reader.marker("Kyiv").locator(".dl-label")
    assert label.is_visible()
    spot = [box["x"] - frame["x"] + 20, box["y"] - frame["y"] + box["height"] / 2]
    reader.frame.evaluate(
        """([at, spot]) => { const map = dateline.map, xy = map.latLngToContainerPoint(at);
            map.panBy([xy.x - spot[0], xy.y - spot[1]], {animate: false}) }""",
        [list(KYIV), spot],
    )
    label.wait_for(state="hidden")


def test_on_a_phone_the_button_is_short(open_page, project):
    reader = open_page(project, width=390, height=844)
    reader.look_at(*KYIV, 7)
    assert told(reader, "Show all places: 4 places outside this view").inner_text() == "4 outside"


def test_a_shape_that_reaches_into_the_view_is_not_outside(open_page, address):
    reader = open_page(address)
    reader.paste("[Ukraine|ukraine] waited.", "Land")
    reader.look_at(46.5, 33.0, 8)
    told(reader, "Show all places")
