"""Places of a story, and of many articles, as marks."""

from geo.drawing import marks
from geo.drawing.outline import Outline
from geo.drawing.style import APPROXIMATE, AREA, ASSOCIATIVE, POINT, SURE, UNSURE
from geo.project import PlaceTally
from tests.stories import SHAPES, story


def only(markup):
    return marks.of_story(story(markup))[0]


def test_a_zone_told_by_a_circle_is_approximate():
    assert only("[the zone|zone]").bits & APPROXIMATE
    assert not only("[Gomel|gomel]").bits & APPROXIMATE


def test_one_literal_mention_makes_a_place_literal():
    assert only("[Moscow|moscow*] said").bits & ASSOCIATIVE
    assert not only("[Moscow|moscow*] said in [Moscow|moscow]").bits & ASSOCIATIVE


def test_a_place_is_unsure_just_below_the_limit_and_not_at_it():
    assert only(f"[Gomel|gomel:{SURE - 0.01}]").bits & UNSURE
    assert not only(f"[Gomel|gomel:{SURE}]").bits & UNSURE


def tally(**fields):
    told = {"place_id": "x:1", "name": "Somewhere", "lat": 1.0, "lon": 2.0, "country_code": None, "feature": None}
    figures = {"mentions": 3, "articles": 2, "confidence": 0.9, "literal": 3, "radius_km": None}
    return PlaceTally(**told, **{"geometry": None, "shape": None} | figures | fields)


def test_places_of_many_articles_have_the_same_looks_as_those_of_one():
    def outline(shape):
        return Outline(SHAPES[shape])

    plain, area, government, unsure, near = marks.of_tallies(
        [tally(), tally(shape="zone"), tally(literal=0), tally(confidence=0.2), tally(shape="zone", radius_km=30.0)],
        outline,
    )
    assert (plain.kind, plain.bits, plain.tally, plain.name) == (POINT, 0, 3, "Somewhere")
    assert area.kind == AREA and near.bits & APPROXIMATE and near.kind != AREA
    assert government.bits & ASSOCIATIVE and unsure.bits & UNSURE
