"""What readers have in common: areas, countries and cuts, and why there are none."""

import pytest
import shapely

from geo.location import Shapes, telling
from geo.location.telling import NotOne, Teller, Unreadable
from geo.types import Mention, Resolution
from tests.location import atlas
from tests.location.waters import PLACES, Waters


@pytest.fixture(scope="module")
def teller() -> Teller:
    return Teller((), Shapes(), Waters())


def test_a_town_is_no_area_and_lies_in_a_country(teller):
    assert teller.areas(PLACES["Odesa"]) == []
    assert teller.areas(atlas.PLACES["Ukraine"]) == [atlas.PLACES["Ukraine"]]
    assert teller.country(PLACES["Odesa"]) == atlas.PLACES["Ukraine"]
    assert teller.country(PLACES["Black Sea"]) is None


def test_a_cut_says_how_near_it_is_and_raises_what_it_is_told_to(teller):
    line = shapely.LineString([(30, 45), (30, 47)])
    part, reason = teller.cut(line, PLACES["Odesa"], "coast", NotOne)
    assert part.length > 0 and reason == "the part within 85 km of Odesa"
    with pytest.raises(NotOne):
        teller.cut(line, PLACES["Milan"], "coast", NotOne)
    with pytest.raises(Unreadable, match="the coast comes nowhere within 100 km of Milan"):
        teller.cut(line, PLACES["Milan"], "coast", Unreadable)


def test_a_mention_without_a_place_is_unreadable_and_one_without_geometry_is_not_drawn():
    unresolved = Mention(0, 3, "Foo", resolution=Resolution(None, 0.5))
    with pytest.raises(Unreadable, match="“Foo” is not resolved"):
        telling.place_of(unresolved)
    assert telling.drawn(unresolved) is None


def test_waters_take_an_article_and_lakes_none():
    assert telling.the(PLACES["Black Sea"]) == "the Black Sea"
    assert telling.the(PLACES["Lake Victoria"]) == "Lake Victoria"
    assert telling.is_river(PLACES["Dnieper"]) and not telling.is_river(PLACES["Black Sea"])
