import dataclasses

from geo.sources import members
from geo.sources.merge import Entry
from tests.sources.places import entries_of


def town(lat, lon, population):
    return Entry(f"t:{lat},{lon}", "T", lat, lon, "XX", "P.PPL", population, "XX.1", "XX.1.2", None, "")


def division(**known):
    blank = Entry("d", "D", None, None, "XX", "A.ADM2", None, "XX.1", "XX.1.2", None, "")
    return dataclasses.replace(blank, **known)


def test_a_division_without_a_point_lies_amid_its_towns_and_says_how_far_they_reach():
    county = division()
    members.complete(county, members.by_division([town(10.0, 10.0, 100), town(10.0, 11.0, 200)]))
    assert (round(county.lat, 2), round(county.lon, 2), county.population) == (10.0, 10.5, 300)
    assert 50 <= county.radius_km <= 60


def test_towns_on_both_sides_of_the_date_line_meet_there():
    county = division()
    members.complete(county, members.by_division([town(0.0, 179.0, 1), town(0.0, -179.0, 1)]))
    assert abs(county.lon) == 180.0


def test_what_a_source_says_is_kept():
    county = division(lat=1.0, lon=2.0, population=5)
    members.complete(county, members.by_division([town(10.0, 10.0, 100)]))
    assert (county.lat, county.lon, county.population, county.radius_km) == (1.0, 2.0, 5, None)


def test_a_division_without_towns_stays_unknown():
    county = division()
    members.complete(county, {})
    assert (county.lat, county.population) == (None, None)


def test_lamar_county_lies_where_paris_lies():
    county = next(entry for entry in entries_of() if entry.name == "Lamar County")
    assert (county.lat, county.lon, county.population) == (33.66094, -95.55551, 24782)


def test_islands_of_another_group_do_not_stretch_a_division():
    lesbos = [town(39.0 + step / 50, 26.0 + step % 5 / 10, 1) for step in range(16)]
    lemnos = [town(39.9, 25.1 + step / 20, 1) for step in range(4)]
    county = division()
    members.complete(county, members.by_division([*lesbos, *lemnos]))
    assert county.radius_km <= 40
    assert 39.0 <= county.lat <= 39.3 and 26.0 <= county.lon <= 26.4


def test_towns_in_a_line_are_all_kept():
    points = [(50.0 + step, 10.0) for step in range(9)]
    assert members.without_strays(points) == points
