"""Each check fails on what it is for, on a world of two square countries."""

import dataclasses

import pytest
import shapely

from geo.sources import land_checks
from geo.sources.merge import Entry

EAST, WEST = shapely.box(10, 0, 20, 10), shapely.box(0, 0, 10, 10)


class Squares:
    """Stands for the outlines."""

    countries = {"EE": EAST, "WW": WEST}

    def divisions(self):
        return {"US.TX": WEST}

    def area(self, entry):
        return self.countries.get(entry.country_code)

    def touched(self, line):
        return {code for code, area in self.countries.items() if area.intersects(line)}


def place(**fields):
    blank = Entry("x:1", "X", 5.0, 15.0, "EE", "A.PCLI", None, None, None, None, "dateline", geometry="shapes:EE")
    return dataclasses.replace(blank, **fields)


def test_a_point_outside_its_box_is_told():
    assert list(land_checks.outside_boxes([place(bbox=(10.0, 0.0, 20.0, 10.0))])) == []
    (told,) = land_checks.outside_boxes([place(bbox=(50.0, 0.0, 60.0, 10.0))])
    assert "outside its box" in told


def test_a_country_far_from_its_outline_is_told():
    assert list(land_checks.outside_outlines([place(lon=20.5)], Squares())) == []
    (told,) = land_checks.outside_outlines([place(lon=22.0)], Squares())
    assert "222 km outside its outline" in told or "221 km outside its outline" in told


def test_a_country_that_is_drawn_as_a_part_of_it_is_told():
    class NorthOnly(Squares):
        def area(self, entry):
            return shapely.box(10, 5, 20, 10)

    assert list(land_checks.borrowed_outlines([place()], Squares())) == []
    assert list(land_checks.borrowed_outlines([place()], NorthOnly())) == ["x:1 X is drawn as something else than EE"]


@pytest.mark.parametrize(("lon", "problems"), [(15.0, 0), (9.95, 0), (5.0, 1)])
def test_airports_must_lie_in_their_country_or_beside_it(lon, problems):
    airport = place(source="airportsdata", feature="S.AIRP", lon=lon)
    assert len(list(land_checks.strangers([airport], Squares()))) == problems


def test_hamlets_must_lie_in_their_state():
    hamlet = place(source="zipcodes", country_code="US", adm1_code="US.TX")
    assert list(land_checks.strangers([hamlet], Squares())) == ["only 0 of 1 US hamlets lie where they are listed"]


def test_a_river_that_runs_elsewhere_is_told():
    course = shapely.to_wkb(shapely.linestrings([(1, 1), (2, 2)]))
    assert (
        list(land_checks.foreign_rivers([place(feature="H.STM", country_code="WW", outline=course)], Squares())) == []
    )
    (told,) = land_checks.foreign_rivers([place(feature="H.STM", outline=course)], Squares())
    assert "listed under EE and runs elsewhere" in told
