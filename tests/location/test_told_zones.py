"""Zones read from phrases: sizes told and assumed, and the sort of zone."""

import pytest

from geo.location import Shapes
from geo.location.areas import locate_area
from tests.location import atlas
from tests.location.test_told_waters import expression
from tests.location.waters import Waters


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return Shapes()


@pytest.mark.parametrize(
    ("sentence", "feature", "km"),
    [
        ("An exclusion zone around [Kharkiv].", "L.ZNX", 30),
        ("An evacuation zone around [Kharkiv].", "L.ZNX", 20),
        ("A security zone around [Kharkiv].", "L.ZNB", 10),
        ("A demilitarized zone around [Kharkiv].", "L.ZND", 10),
        ("A 7-km exclusion zone around [Kharkiv].", "L.ZNX", 7),
        ("A no-fly zone over [Kharkiv].", "L.ZNB", 30),
        ("A demilitarised zone between [Iraq] and [Iran].", "L.ZND", 10),
        ("A 4 km wide buffer zone between [Iraq] and [Iran].", "L.ZNB", 4),
    ],
)
def test_a_size_that_is_not_told_is_that_of_such_zones(sentence, feature, km, shapes):
    found = expression(sentence, shapes)
    assert (found.place.feature, found.location.radius_km) == (feature, km)


def test_a_zone_over_a_country_is_its_outline(shapes):
    found = expression("A no-fly zone over [Syria].", shapes)
    outline = locate_area(atlas.PLACES["Syria"], shapes, Waters())
    assert found.location.geometry["type"] == outline.geometry["type"]
    assert found.location.radius_km is None


def test_a_plant_is_looked_up_before_its_town(shapes):
    assert expression("A safety zone around the [Zaporizhzhia] nuclear power plant.", shapes).place.name.endswith(
        "Nuclear Power Plant"
    )
    assert expression("A safety zone around [Zaporizhzhia].", shapes).place.name.endswith("around Zaporizhzhia")


def test_a_zone_that_is_not_drawn_lies_in_the_outer_part_of_the_side_told(shapes):
    zone = expression("Soldiers left the security zone in southern [Libya].", shapes)
    assert (zone.kind, zone.place.name) == ("zone", "Security zone in southern Libya")
    assert zone.location.lat < 25
