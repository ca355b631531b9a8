"""The view of disputed land, on small made-up divisions with the real codes."""

from dataclasses import replace

import pytest
import shapely

from geo.errors import DataError
from geo.sources import natural_earth_view as view
from geo.sources.natural_earth import Unit


def unit(code: str, iso: str, country: str, area: shapely.Geometry) -> Unit:
    return Unit(code, iso, country, "Somewhere", "Somewhere", None, area)


@pytest.fixture
def units() -> list[Unit]:
    return [
        unit("RUS-283", "UA-43", "RU", shapely.box(33, 44, 36, 46)),
        unit("PGA+00?", "-99-X08~", "VN", shapely.box(112, 7, 113, 8)),
        unit("FRA-1442", "FR-GF", "FR", shapely.box(-54, 2, -51, 6)),
        unit("MAR-3457", "MA-14", "MA", shapely.box(-12, 26, -10, 29)),
        unit("MAR-3456", "MA-15", "MA", shapely.box(-13, 26, -12, 29)),
        unit("ISR-3056", "IL-Z", "IL", shapely.box(35.2, 32.7, 35.8, 33.2)),
        unit("ISR-3058", "IL-JM", "IL", shapely.box(35.0, 31.75, 35.28, 31.84)),
        unit("DZA-1", "DZ-01", "DZ", shapely.box(-10, 26, -8.7, 29)),
        unit("GEO-3035", "GE-RL", "GE", shapely.box(42.3, 42.5, 43.6, 42.9)),
        unit("GEO-3030", "GE-IM", "GE", shapely.box(42.3, 41.8, 43.6, 42.5)),
        unit("GEO-3039", "GE-SK", "GE", shapely.box(43.6, 41.8, 44.3, 42.5)),
        unit("GEO-3034", "GE-MM", "GE", shapely.box(44.3, 41.8, 45.3, 42.5)),
    ]


def test_crimea_goes_to_ukraine_and_the_spratlys_to_nobody(units):
    country = {unit.code: unit.country for unit in view.apply(units)}
    assert (country["RUS-283"], country["PGA+00?"], country["FRA-1442"]) == ("UA", None, "GF")


def test_south_ossetia_is_told_apart_and_stays_in_georgia(units):
    pieces = [unit for unit in view.apply(units) if unit.code.endswith("/GE")]
    assert len(pieces) == 4 and {unit.country for unit in pieces} == {"GE"}
    whole = shapely.union_all([unit.area for unit in pieces])
    assert whole.contains(shapely.Point(43.97, 42.23)) and not whole.contains(shapely.Point(44.11, 41.98))


def test_a_division_on_both_sides_of_a_line_is_cut_there_without_gap_or_overlap(units):
    pieces = {unit.code: unit for unit in view.apply(units)}
    north, south = pieces["MAR-3457"], pieces["MAR-3457/EH"]
    assert (north.country, south.country) == ("MA", "EH")
    assert north.area.bounds[1] == south.area.bounds[3] == pytest.approx(27.6667)
    assert shapely.union(north.area, south.area).equals(shapely.box(-12, 26, -10, 29))
    assert shapely.intersection(north.area, south.area).area == 0


def test_neighbours_get_the_corner_of_the_cut_so_that_lines_stay_shared(units):
    cut = view.apply(units)
    assert shapely.coverage_is_valid([unit.area for unit in cut])
    algeria = next(unit.area for unit in cut if unit.code == "DZA-1")
    assert [-10.0, 27.6667] in shapely.get_coordinates(algeria).round(4).tolist()


def test_a_line_that_cuts_nothing_is_an_error(units):
    moved = [replace(unit, area=shapely.box(0, 0, 1, 1)) if unit.code == "ISR-3056" else unit for unit in units]
    with pytest.raises(DataError, match="ISR-3056"):
        view.apply(moved)
