import pytest

from geo import files
from geo.sources.held_land import assign
from geo.sources.lands import Lands
from geo.sources.merge import Entry

LANDS = Lands(files.SHAPES)


@pytest.mark.parametrize(
    ("name", "lat", "lon", "country", "division"),
    [
        ("Ariel", 32.1046, 35.1745, "PS", "PS.WE"),
        ("Katzrin", 32.9925, 35.691, "SY", None),
        ("Tel Aviv", 32.0809, 34.7806, "IL", "IL.05"),
        ("Baqa al-Gharbiyye", 32.4197, 35.0426, "IL", "IL.05"),  # on the line itself
    ],
)
def test_a_place_has_the_country_of_the_land_it_lies_on(name, lat, lon, country, division):
    entry = Entry("geonames:1", name, lat, lon, "IL", "P.PPL", 1000, "IL.05", None, None, "x")
    rows = list(assign([entry], LANDS))
    assert (entry.country_code, entry.adm1_code) == (country, division)
    assert rows == ([] if country == "IL" else [("de-facto", "geonames:1", "IL")])
