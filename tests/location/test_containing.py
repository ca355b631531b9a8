import pytest

from geo.gazetteer import Gazetteer
from geo.location import Shapes
from geo.location.containing import containing

GAZETTEER, SHAPES = Gazetteer(), Shapes()


def found(lat, lon, near=20):
    places = [place for _, place in GAZETTEER.near(lat=lat, lon=lon, limit=near, feature_class="P")]
    within = containing(lat=lat, lon=lon, near=places, gazetteer=GAZETTEER, shapes=SHAPES)
    return tuple(place and place.name for place in within)


@pytest.mark.parametrize(
    ("lat", "lon", "country", "adm1"),
    [
        (52.43, 30.98, "Belarus", "Gomel Region"),
        (31.0, -99.0, "United States", "Texas"),
        (-25.0, 122.0, "Australia", "Western Australia"),
        (43.5, 34.0, None, None),
    ],
)
def test_a_point_lies_in_the_outlines_that_hold_it(lat, lon, country, adm1):
    assert found(lat, lon) == (country, adm1)


def test_where_all_near_places_lie_abroad_the_neighbours_are_asked():
    assert found(52.2, 23.55, near=1)[0] in ("Belarus", "Poland")
    assert found(49.0, 30.0, near=1)[0] == "Ukraine"


def test_no_town_is_near_antarctica():
    assert found(-80.0, 10.0)[0] == "Antarctica"
