"""Parts of an area: on the right side, of the right size, valid, with islands and across the antimeridian."""

import pytest
import shapely

from geo.gazetteer import Gazetteer
from geo.location import Shapes, lonlat, parts
from tests.location.atlas import PLACES, country

SQUARE = shapely.box(10, -5, 20, 5)


@pytest.fixture(scope="module")
def shapes():
    return Shapes()


def holds(area, lat, lon):
    return area.contains(lonlat.point(lat=lat, lon=lon))


@pytest.mark.parametrize(("bearing", "inside", "outside"), [(0, (4, 15), (-4, 15)), (90, (0, 19), (0, 11))])
def test_a_slice_lies_towards_its_bearing(bearing, inside, outside):
    part = parts.slice_of(SQUARE, bearing=bearing, share=0.4)
    assert holds(part, *inside) and not holds(part, *outside)


@pytest.mark.parametrize("share", [0.15, 0.4, 0.5])
@pytest.mark.parametrize("bearing", [0, 45, 90, 225])
def test_a_slice_has_its_share_of_the_land(bearing, share):
    part = parts.slice_of(SQUARE, bearing=bearing, share=share)
    assert part.area / SQUARE.area == pytest.approx(share, abs=0.01)


def test_the_middle_holds_the_centre_and_no_edge():
    middle = parts.middle_of(SQUARE)
    assert holds(middle, 0, 15) and not holds(middle, 4.8, 10.2)
    assert middle.area / SQUARE.area == pytest.approx(parts.MIDDLE, abs=0.01)


def test_eastern_ukraine_holds_kharkiv_and_not_lviv(shapes):
    east = parts.slice_of(shapes.area(PLACES["Ukraine"]), bearing=90, share=parts.SIDE)
    assert holds(east, 49.98, 36.25) and holds(east, 48.0, 37.8) and not holds(east, 49.84, 24.03)


def test_the_north_of_norway_is_finnmark_and_not_svalbard(shapes):
    far = parts.slice_of(shapes.area(country("NO")), bearing=0, share=parts.FAR)
    assert holds(far, 69.5, 25) and not holds(far, 78.5, 16)


def test_the_south_of_france_is_not_in_guiana(shapes):
    south = parts.slice_of(shapes.area(country("FR")), bearing=180, share=parts.SIDE)
    assert holds(south, 43.6, 1.44) and not holds(south, 4, -53)


@pytest.mark.parametrize("code", ["RU", "FJ", "NZ", "US", "ID", "CL"])
@pytest.mark.parametrize("bearing", [0, 90, 225])
def test_slices_of_whole_countries_are_valid_wherever_they_lie(shapes, code, bearing):
    part = parts.slice_of(shapes.area(country(code)), bearing=bearing, share=parts.SIDE)
    west, south, east, north = part.bounds
    assert part.is_valid and part.area > 0 and west >= -180 and east <= 180 and south >= -90 and north <= 90


def test_the_east_of_russia_goes_on_beyond_the_antimeridian(shapes):
    east = parts.slice_of(shapes.area(country("RU")), bearing=90, share=parts.SIDE)
    assert holds(east, 66, -172) and holds(east, 56, 159) and not holds(east, 55.7, 37.6)


def test_an_edge_moves_towards_where_the_people_live():
    crowd = [(15.0, lat, 1) for lat in (4.0, 0.0, *[-3.0] * 10, *[-4.0] * 10)]
    land, lived = (parts.slice_of(SQUARE, bearing=0, share=0.4, people=people) for people in ((), crowd))
    assert not holds(land, 0, 15) and holds(lived, 0, 15) and not holds(lived, -3, 15)


def test_the_north_of_mali_holds_timbuktu_and_not_bamako(shapes):
    people = Gazetteer().people("ML")
    north = parts.slice_of(shapes.area(country("ML")), bearing=0, share=parts.SIDE, people=people)
    assert holds(north, 16.77, -3.01) and not holds(north, 12.65, -8.0)


def test_the_mainland_is_the_largest_part():
    assert parts.mainland_of(shapely.union_all([SQUARE, shapely.box(30, 0, 31, 1)])).equals(SQUARE)
