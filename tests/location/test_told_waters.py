"""Coasts and rivers read from phrases: what is told, beside what is drawn (`test_line_mentions`)."""

import pytest
import shapely

from geo.location import Shapes, locate, lonlat
from geo.types import Article, Mention
from tests.location.waters import Waters, marked


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return Shapes()


def expression(sentence: str, shapes: Shapes) -> Mention:
    text, mentions = marked(sentence)
    found = [m for m in locate(Article(text), mentions, shapes, Waters()) if m.kind in ("relation", "zone")]
    return max(found, key=lambda mention: len(mention.surface))


@pytest.mark.parametrize(
    ("sentence", "name", "reasons"),
    [
        ("On [Libya]'s coast.", "Coast of Libya", ["the coastline of Libya, from its outline"]),
        (
            "On the [Black Sea] coast of [Turkey].",
            "Coast of Turkey on the Black Sea",
            ["the coastline of Turkey along the Black Sea, from its outline"],
        ),
        (
            "On [Libya]'s eastern coast.",
            "East coast of Libya",
            [
                "the coastline of Libya, from its outline",
                "its east: what faces that side, or where hardly any does, its outermost third",
            ],
        ),
        (
            "The [Dnieper]'s left bank.",
            "Left bank of the Dnieper",
            ["the course of the Dnieper", "a river is a line here, and stands for its left bank"],
        ),
        (
            "Both banks of the [Dnieper].",
            "Both banks of the Dnieper",
            ["the course of the Dnieper", "a river is a line here, and stands for both its banks"],
        ),
        (
            "Along the [Dnieper] near [Kherson].",
            "Dnieper near Kherson",
            ["the course of the Dnieper", "the part within 30 km of Kherson"],
        ),
    ],
)
def test_name_and_reasons_say_what_was_drawn(sentence, name, reasons, shapes):
    found = expression(sentence, shapes)
    assert found.place.name == name
    assert list(found.resolution.reasons) == reasons


def test_an_ocean_takes_the_country_before_it_with_less_confidence(shapes):
    told = expression("On the [Atlantic] coast of [Morocco].", shapes)
    guessed = expression("In [Morocco] the [Atlantic] coast was hit.", shapes)
    assert told.place.id == guessed.place.id
    assert guessed.confidence < told.confidence


def test_a_name_that_nobody_resolved_is_a_sea_beside_the_word_coast(shapes):
    assert expression("On the [?Black Sea] coast.", shapes).place.id == "coast:dateline:black-sea"


def test_waters_of_a_coast_belong_to_no_country(shapes):
    assert expression("Off the coast of [Yemen].", shapes).place.country_code is None
    assert expression("On the coast of [Yemen].", shapes).place.country_code == "YE"


def test_a_distance_off_a_coast_is_a_belt_of_sea(shapes):
    belt = expression("A ship burned 20 miles off the coast of [Libya].", shapes)
    area = lonlat.from_geojson(dict(belt.location.geometry))
    assert belt.place.name == "32 km off the coast of Libya"
    assert shapely.contains_xy(area, 13.2, 33.2) and not shapely.contains_xy(area, [13.2, 13.2], [32.95, 33.6]).any()
