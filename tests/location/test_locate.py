"""The stage as a whole: every mention gets the fullest location that is known."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.location import Shapes, locate
from geo.location.lonlat import from_geojson, point
from geo.types import Article, Mention, Place, Resolution
from tests.location.atlas import PLACES, SmallGazetteer, marked

SHAPES = Shapes()
ZONE = Place(
    "dateline:chernobyl-exclusion-zone", "Chernobyl exclusion zone", 51.389, 30.099, "UA", "L.ZNX", radius_km=30.0
)
SEA = Place("geonames:630671", "Black Sea", 43.0, 34.0, None, "H.SEA", radius_km=400.0)


def located(place: Place | None) -> Mention:
    mention = Mention(0, 4, "Here", resolution=Resolution(place, 0.9))
    (found,) = locate(Article("Here"), [mention], SHAPES, SmallGazetteer())
    return found


def test_a_country_has_its_outline_and_keeps_its_point():
    found = located(PLACES["Ukraine"])
    assert found.location.geometry["type"] in ("Polygon", "MultiPolygon")
    assert (found.location.lat, found.location.lon, found.location.radius_km) == (49.0, 32.0, None)


def test_a_town_has_its_point_only():
    found = located(PLACES["Gomel"])
    assert (found.location.lat, found.location.lon) == (52.4345, 30.9754)
    assert found.location.geometry is None and found.location.radius_km is None


def test_a_sea_has_a_point_and_says_how_far_it_reaches():
    found = located(SEA)
    assert found.location.geometry is None and found.location.radius_km == 400.0


def test_a_zone_is_a_circle_and_its_mention_says_that_it_is_a_zone():
    found = located(ZONE)
    assert found.kind == "zone" and found.location.radius_km == 30.0
    assert from_geojson(found.location.geometry).contains(point(lat=51.389, lon=30.099))


def test_a_zone_whose_reach_nobody_says_is_a_zone_all_the_same():
    found = located(replace(ZONE, radius_km=None))
    assert found.kind == "zone" and found.location.geometry is None


def test_an_unresolved_mention_stays_without_location():
    assert located(None).location is None
    (untouched,) = locate(Article("Here"), [Mention(0, 4, "Here")], SHAPES, SmallGazetteer())
    assert untouched == Mention(0, 4, "Here")


def test_the_border_comes_before_the_names_inside_it_and_they_stay():
    text, mentions = marked("[Kyiv] is ready to meet [Moscow] at its border with [Belarus], near the plant.")
    found = locate(Article(text), mentions, SHAPES, SmallGazetteer())
    assert [(m.surface, m.kind) for m in found] == [
        ("Kyiv", "name"),
        ("Moscow", "name"),
        ("its border with Belarus", "border"),
        ("Belarus", "name"),
    ]
    border = found[2]
    assert border.place.name == "Belarus–Ukraine border" and border.place.feature == "L.BDRY"
    assert border.place.country_code is None and border.role == "literal"
    assert border.resolution.reasons == (
        "the land boundary that Belarus and Ukraine share",
        "the other side is Ukraine, the nearest neighbour named before: “Kyiv”",
    )


def test_the_same_input_gives_the_same_result():
    text, mentions = marked("[Texas] and the [Mexican] border; the [Ukraine]–[Belarus] border; [Kyiv].")
    once = locate(Article(text), mentions, SHAPES, SmallGazetteer())
    assert once == locate(Article(text), mentions, Shapes(), SmallGazetteer())
    assert [m.location.geometry for m in once] == [
        m.location.geometry for m in locate(Article(text), mentions, Shapes(), SmallGazetteer())
    ]


PIECES = ["the", "border", "borders", "between", "and", "with", "of both", "its", "–", "-", "’s", ".", ",", "\n\n"]
HOSTILE = ["\x01\x02\x03\x04", "\ud800", "\x00", "{{", "<b>"]
NAMES = [f"[{name}]" for name in ("Ukraine", "Belarusian", "Texas", "Kyiv", "Gomel", "?Nowhere")]
WORDS = st.sampled_from(PIECES + HOSTILE + NAMES)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=25), st.sampled_from(["", " "]))
def test_offsets_hold_and_order_is_kept_whatever_the_words(words, gap):
    text, mentions = marked(gap.join(words))
    found = locate(Article(text), mentions, SHAPES, SmallGazetteer())
    assert all(text[m.start : m.end] == m.surface for m in found)
    assert list(found) == sorted(found, key=lambda m: (m.start, -m.end))
    assert len([m for m in found if m.kind != "border"]) == len(mentions)


@pytest.mark.parametrize("count", [0, 1_000])
def test_thousands_of_borders_are_read_in_one_go(count):
    text, mentions = marked("[Ukraine] closed its border with [Belarus]. " * count)
    found = locate(Article(text), mentions, SHAPES, SmallGazetteer())
    assert len([m for m in found if m.kind == "border"]) == count
