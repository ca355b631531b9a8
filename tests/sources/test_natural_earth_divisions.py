"""Which of Natural Earth's divisions make up which of GeoNames'."""

import numpy as np
import pytest
import shapely

from geo.sources import natural_earth_divisions as divisions
from geo.sources.natural_earth import Unit
from geo.sources.natural_earth_divisions import Division, Towns

NORTH, SOUTH = Division(11, "XX.01", "North"), Division(22, "XX.02", "South")


def unit(number: int, geonames: int | None, area: shapely.Geometry) -> Unit:
    return Unit(f"XX-{number}", f"XX-{number}", "XX", f"Unit {number}", "XX", geonames, area)


def towns(*rows: tuple[float, float, str]) -> Towns:
    return Towns(np.array([shapely.Point(lon, lat) for lat, lon, _ in rows]), [code for *_, code in rows])


@pytest.fixture
def row_of_units() -> list[Unit]:
    """Four squares from west to east."""
    return [unit(number, 100 + number, shapely.box(number, 0, number + 1, 1)) for number in range(4)]


def matched(units: list[Unit], points: Towns) -> dict[Division, tuple[int, ...]]:
    return divisions.match(units, [NORTH, SOUTH], divisions.votes(units, points))


def test_units_are_joined_by_what_their_towns_say(row_of_units):
    points = towns(*[(0.5, 0.1 + n / 4, "XX.01") for n in range(8)], *[(0.5, 2.1 + n / 4, "XX.02") for n in range(8)])
    assert matched(row_of_units, points) == {NORTH: (0, 1), SOUTH: (2, 3)}


def test_a_unit_with_the_divisions_own_id_is_enough(row_of_units):
    units = [unit(0, 11, shapely.box(0, 0, 1, 1)), *row_of_units[1:]]
    assert matched(units, towns((0.5, 0.5, "XX.01")))[NORTH] == (0,)


def test_a_division_that_was_divided_since_gets_no_outline(row_of_units):
    units = [unit(0, 11, shapely.box(0, 0, 1, 1))]
    points = towns((0.5, 0.2, "XX.01"), (0.5, 0.4, "XX.02"), (0.5, 0.6, "XX.02"))
    assert matched(units, points) == {}


def test_a_division_whose_towns_lie_mostly_elsewhere_gets_no_outline(row_of_units):
    points = towns((0.5, 0.5, "XX.01"), (0.2, 1.5, "XX.01"), *[(0.5, 1.1 + n / 20, "XX.02") for n in range(10)])
    assert NORTH not in matched(row_of_units, points)


def test_a_town_just_off_the_coast_belongs_to_it_and_one_far_out_to_nobody(row_of_units):
    counted = divisions.votes(row_of_units, towns((1.02, 0.5, "XX.01"), (3.0, 0.5, "XX.02")))
    assert counted == {0: {"XX.01": 1}}
