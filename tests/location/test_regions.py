"""Regions without outlines, drawn by their names, on a square of a country."""

import pytest

from geo.location import Shapes, lonlat
from geo.location.regions import region_location
from geo.types import Place
from tests.location.atlas import SmallGazetteer


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return Shapes()


def drawn(name, lat, lon, shapes, *, country="UA", feature="L.RGN"):
    found = region_location(
        Place(f"region:{name}:{country}:{feature}", name, lat, lon, country, feature), shapes, SmallGazetteer()
    )
    return found and (lonlat.from_geojson(found[0].geometry), found)


@pytest.mark.parametrize(
    ("name", "inside", "outside"),
    [
        ("Western Ukraine", (49.84, 24.03), (48.0, 37.8)),
        ("South Ukraine", (46.6, 32.6), (51.5, 31.3)),
        ("Central Ukraine", (49.0, 32.0), (48.6, 22.3)),
        ("Ukraine Panhandle", (48.3, 23.5), (48.0, 37.8)),
    ],
)
def test_a_name_with_a_side_or_a_panhandle_is_drawn_in_its_parent(name, inside, outside, shapes):
    at = (48.3, 23.5) if "Panhandle" in name else (49.0, 31.0)
    area, (location, why) = drawn(name, *at, shapes)
    assert area.is_valid and area.covers(lonlat.point(lat=location.lat, lon=location.lon))
    assert area.covers(lonlat.point(lat=inside[0], lon=inside[1]))
    assert not area.covers(lonlat.point(lat=outside[0], lon=outside[1]))
    assert "of Ukraine" in why and location.radius_km > 50


@pytest.mark.parametrize(
    "other",
    [
        {"name": "Donbas"},
        {"name": "Western Nowhere"},
        {"name": "Western Ukraine", "country": "PL"},
        {"name": "Western Ukraine", "feature": "P.PPL"},
    ],
)
def test_what_its_name_does_not_place_is_not_drawn(other, shapes):
    assert drawn(other.pop("name"), 49.0, 31.0, shapes, **other) is None
