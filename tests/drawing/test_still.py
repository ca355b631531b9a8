from dataclasses import replace

import pytest
from PIL import Image

from geo.drawing import lettering, marks, still
from tests.stories import story

SHOWN = marks.of_story(story())
SMALL = {"borders": "un", "width": 400, "height": 300}


@pytest.fixture
def letters(monkeypatch):
    """Every text that is drawn."""
    told = []
    original = lettering.fitting

    def fitting(text, size, *, bold=False):
        told.append(text)
        return original(text, size, bold=bold)

    monkeypatch.setattr(lettering, "fitting", fitting)
    return told


def colours(drawn):
    return {colour for _, colour in drawn.getcolors(1_000_000)}


@pytest.mark.parametrize(("width", "height"), [(400, 300), (200, 4000), (1600, 900)])
def test_a_picture_has_the_size_that_was_asked_for(width, height):
    assert still.picture(SHOWN, borders="un", title="Talks", width=width, height=height).size == (width, height)


@pytest.mark.parametrize("size", [{"width": 199}, {"height": 4001}, {"width": 10**9}, {"height": 0}])
def test_another_size_is_refused(size):
    with pytest.raises(ValueError, match="no size of a picture"):
        still.picture(SHOWN, **(SMALL | size))


def test_only_the_title_the_names_the_tallies_and_the_credit_are_written(letters):
    still.picture(SHOWN, title="Talks", credit="Map: Natural Earth", **(SMALL | {"width": 1200, "height": 900}))
    names = {mark.name for mark in SHOWN}
    rest = [text for text in letters if text not in names and not text.isdecimal()]
    assert rest[-1] == "Talks" and len(rest) == 2 and rest[0].endswith("Map: Natural Earth")
    assert {"Homyel", "Kyiv"} <= set(letters)


def test_what_lies_beyond_the_map_is_told(letters):
    still.picture(SHOWN, credit="c", **SMALL)
    assert any("more places lie beyond this map · c" in text for text in letters)


def test_light_and_dark_differ_and_each_has_its_land_and_water():
    light, dark = (still.picture((), dark=dark, **SMALL) for dark in (False, True))
    for drawn, palette in ((light, still.LIGHT), (dark, still.DARK)):
        found = {"#{:02x}{:02x}{:02x}".format(*colour) for colour in colours(drawn)}
        assert {palette.land, palette.water} <= found


def test_a_border_of_one_view_is_not_in_the_other():
    crimea = (replace(SHOWN[0], lat=46.0, lon=34.0, outline=None),)
    un, de_facto = (still.picture(crimea, borders=view, width=800, height=600) for view in ("un", "de-facto"))
    assert un.tobytes() != de_facto.tobytes()


def test_a_place_named_often_has_a_larger_mark():
    def painted(tally):
        mark = replace(SHOWN[0], tally=tally, outline=None, name="")
        return sum(n for n, c in still.picture((mark,), **SMALL).getcolors(1_000_000) if c == (11, 95, 138))

    assert 0 < painted(1) < painted(30)


def test_what_is_only_a_government_is_hollow():
    def middle(**more):
        mark = replace(SHOWN[0], tally=1, outline=None, name="", **more)
        return still.picture((mark,), **SMALL).getpixel((200, 150))

    assert middle(is_associative=False) == (11, 95, 138)
    assert middle(is_associative=True) == (255, 255, 255)
    assert middle(is_associative=False, confidence=0.3) not in [(11, 95, 138), (255, 255, 255)]


def test_thousands_of_places_are_drawn():
    many = tuple(
        replace(SHOWN[0], lat=-50 + n % 100, lon=-170 + n // 10, outline=None, tally=1 + n % 7) for n in range(3000)
    )
    assert isinstance(still.picture(many, **SMALL), Image.Image)


@pytest.mark.parametrize("lon", [179.9, -179.9, 180.0])
def test_a_place_at_the_date_line_is_in_the_middle(lon):
    mark = replace(SHOWN[0], lat=-17.0, lon=lon, outline=None, tally=1, name="")
    assert still.picture((mark,), **SMALL).getpixel((200, 150)) == (11, 95, 138)
