"""The shipped outlines, asked as the build asks them."""

import pytest
import shapely

from geo import files
from geo.sources.lands import Lands, off_km
from geo.sources.merge import Entry


@pytest.fixture(scope="module")
def lands():
    return Lands(files.SHAPES)


def entry(place_id, country, feature, division=None):
    return Entry(place_id, "X", 0.0, 0.0, country, feature, None, division, None, None, "")


@pytest.mark.parametrize(
    ("place", "key"),
    [
        (entry("geonames:630336", "BY", "A.PCLI"), "BY"),
        (entry("geonames:628281", "BY", "A.ADM1", "BY.02"), "geonames:628281"),
        (entry("somebody:1", "BY", "A.ADM1", "BY.02"), "BY.02"),
        (entry("geonames:627907", "BY", "P.PPLA", "BY.02"), None),
        (entry("geonames:1", "BY", "A.PCLH"), None),
    ],
)
def test_countries_go_by_their_code_and_divisions_by_their_id(lands, place, key):
    assert lands.key(place) == key
    assert (lands.area(place) is None) is (key is None)


def test_a_river_is_a_country_s_only_where_it_runs_in_it_nearly_whole(lands):
    assert lands.country_of(shapely.linestrings([(2.0, 47.0), (3.0, 46.0)])) == "FR"
    assert lands.country_of(shapely.linestrings([(6.0, 48.0), (10.0, 48.0)])) is None
    assert lands.touched(shapely.linestrings([(6.0, 48.0), (10.0, 48.0)])) == {"FR", "DE"}
    assert lands.country_of(shapely.linestrings([(-30.0, 40.0), (-31.0, 45.0)])) is None


def test_us_states_are_known_by_code(lands):
    assert lands.divisions()["US.TX"].contains(shapely.Point(-99.25, 31.25))


def test_distance_is_told_in_kilometres_and_is_nothing_inside():
    square = shapely.box(0, 0, 1, 1)
    assert off_km(square, lat=0.5, lon=0.5) == 0.0
    assert off_km(square, lat=2.0, lon=0.5) == pytest.approx(111.2, abs=0.1)
