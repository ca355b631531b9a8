"""The shipped tables themselves: what a wrong digit, a slip of the sign or a copied row would break."""

import csv
import json
from collections import Counter
from functools import cache
from math import cos, radians
from typing import get_args

import pytest
import shapely
from shapely.geometry import shape

from geo import files
from geo.gazetteer import Gazetteer
from geo.location.shapes import Shapes
from geo.types import NameKind, Place

OFF_SHORE_KM = 70
"""How far a place on land may lie outside its country's simplified outline: small islands are not drawn."""

REMOTE_KM = 700
"""The same for islands, mountains and waters: Okinotorishima is 695 km from the nearest Japan that is drawn."""

KM_PER_DEGREE = 111.2

LAND = frozenset("P S L V R".split())
"""Feature classes whose places stand on the ground of one country. Mountains, islands and waters may be its limits."""

CLASSES = frozenset("A H L P R S T U V".split())

CODES = frozenset(
    """A.PCLD A.PCLI A.ZN H.BAY H.BGHT H.CHN H.CNL H.COVE H.DLTA H.ESTY H.FLLS  H.FJD H.GLCR H.GULF H.HBR H.INLT H.LGN
    T.ATOL H.LK H.LKI H.LKN H.LKS H.MRSH H.OCN H.RF H.RSV H.SD H.SEA H.SHOL H.STM H.STRT H.SWMP L.AREA L.BDRY L.CONT L.CST
    L.PRK R.PRMN L.SALT L.PT L.RES L.RESN L.RGN L.RGNH S.SQR L.ZN L.ZNB L.ZND L.ZNX P.PPL P.PPLQ P.PPLX R.ST R.TNL R.TRL S.AIRB
    S.AIRH S.AIRP S.AMUS S.ANS S.BDG S.CAVE S.CH S.CMPRF S.CMTY S.PSTB S.CSTL S.CTHSE S.DAM S.EST S.FCL S.FT S.GOVL
    S.HSP S.HSTS S.HTL S.INSM S.ITTR S.MALL S.MFG S.MKT S.MN S.MNMT S.MSQE S.MUS S.NVB S.OILR S.PAL S.PO S.PRN S.PRT
    S.PSN S.RECR S.RSTN S.SCH S.SHRN S.STDM S.STNB S.THTR S.TOWR S.WALL S.WHRF T.BAR  T.CAPE T.CNYN T.DPR T.DSRT
    T.HLLS T.ISL T.ISLS T.MT T.MTS T.PASS T.PEN T.PLAT T.PLN T.PT T.RDGE  T.SPIT T.VAL T.VLC H.WAD U.BNKU U.DEPU
    U.FRZU U.RDGU U.SMU U.TRNU V.FRST""".split()
)
"""GeoNames' class and code; the codes of zones (L.ZN…), outer trenches and salt flats are explained in data/README.md."""

TABLES = sorted(files.TABLES.glob("*.csv"))
ZONES = files.TABLES / "zones.geojson"


@cache
def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def tables_with(column):
    return [path for path in TABLES if column in rows_of(path)[0]]


@cache
def features():
    return tuple(json.loads(ZONES.read_text(encoding="utf-8"))["features"])


def place_rows():
    return [row for path in tables_with("lat") for row in rows_of(path)]


def own_ids():
    return {row["id"] for row in place_rows()} | {feature["properties"]["id"] for feature in features()}


@cache
def shapes():
    return Shapes()


@cache
def outline(code):
    return shapes().area(Place(id=f"country:{code}", name=code, lat=0, lon=0, country_code=code, feature="A.PCLI"))


def kilometres_outside(row):
    """From the point to its country's outline; 0 inside, or where no outline is known."""
    area = outline(row["country_code"])
    if area is None:
        return 0.0
    lat, lon = float(row["lat"]), float(row["lon"])
    shrink = max(0.05, cos(radians(lat)))
    flat = shapely.transform(area, lambda points: points * (shrink, 1))
    return flat.distance(shapely.Point(lon * shrink, lat)) * KM_PER_DEGREE


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_every_row_says_its_source_and_its_precision(path):
    for row in rows_of(path):
        assert row["source"].strip() and row["precision"] is not None, row
        assert row["precision"].strip() or row.get("id", "dateline:")[:9] != "dateline:", row


def test_no_place_has_two_rows():
    counted = Counter([row["id"] for row in place_rows()] + [feature["properties"]["id"] for feature in features()])
    assert [place for place, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("path", tables_with("kind"), ids=lambda path: path.stem)
def test_no_name_is_given_twice_to_one_place(path):
    given = Counter((row["place"], row["kind"], name) for row in rows_of(path) for name in set(row["names"].split("|")))
    repeated = [key for key, times in given.items() if times > 1]
    assert repeated == []


def test_names_have_no_stray_blanks_or_empty_parts():
    cells = [row["names"] for path in TABLES for row in rows_of(path) if row.get("names")]
    for cell in cells:
        assert all(name and name == name.strip() for name in cell.split("|")), cell


def test_names_have_kinds_that_exist():
    for path in tables_with("kind"):
        assert {row["kind"] for row in rows_of(path)} <= set(get_args(NameKind))


def test_features_are_geonames_codes_or_ours():
    given = {row["feature"] for row in place_rows() if row["feature"]}
    given |= {feature["properties"]["feature"] for feature in features()}
    assert given - CODES == set()
    assert {code[0] for code in given} <= CLASSES


def test_points_are_on_the_globe_and_reach_less_than_half_of_it():
    for row in place_rows():
        if row["lat"]:
            assert -90 <= float(row["lat"]) <= 90 and -180 <= float(row["lon"]) <= 180, row
        if row["radius_km"]:
            assert 0 < float(row["radius_km"]) <= 10_000, row


def strays(classes, allowed_km):
    """Places too far from their country: (id, km)."""
    rows = [row for row in place_rows() if row["country_code"] and row["lat"] and row["feature"][:1] in classes]
    told = [(row["id"], round(kilometres_outside(row) - float(row["radius_km"] or 0))) for row in rows]
    return [(place, km) for place, km in told if km > allowed_km]


def test_places_on_land_lie_in_their_country():
    assert strays(LAND, OFF_SHORE_KM) == []


def test_islands_mountains_and_waters_lie_near_their_country():
    assert strays("HTU", REMOTE_KM) == []


def test_zones_are_valid_outlines_of_wgs_84():
    for feature in features():
        outlined = shape(feature["geometry"])
        west, south, east, north = outlined.bounds
        assert outlined.is_valid and not outlined.is_empty, feature["properties"]["id"]
        assert outlined.geom_type in ("Polygon", "MultiPolygon", "LineString"), feature["properties"]["id"]
        assert -180 <= west <= east <= 180 and -90 <= south <= north <= 90, feature["properties"]["id"]


def test_outlines_of_zones_go_round_counterclockwise():
    for feature in features():
        outlined = shape(feature["geometry"])
        for polygon in getattr(outlined, "geoms", [outlined]):
            if polygon.geom_type == "Polygon":
                assert polygon.exterior.is_ccw, feature["properties"]["id"]


def test_zones_carry_the_columns_of_a_place():
    for feature in features():
        properties = feature["properties"]
        assert set(properties) == {"id", "name", "names", "feature", "country_code", "source", "precision"}
        assert properties["id"].startswith("dateline:") and properties["name"] and properties["precision"]


@pytest.mark.parametrize(
    ("zone", "square_km"),
    [("chernobyl-exclusion-zone", 2600), ("polesie-reserve", 2160), ("korean-dmz", 907), ("abyei", 10546)],
)
def test_zones_are_about_as_large_as_their_published_area(zone, square_km):
    (outlined,) = [shape(f["geometry"]) for f in features() if f["properties"]["id"] == f"dateline:{zone}"]
    shrink = cos(radians(outlined.centroid.y))
    assert outlined.area * shrink * KM_PER_DEGREE**2 == pytest.approx(square_km, rel=0.25)


def region_rows():
    return rows_of(files.TABLES / "world_regions.csv")


def test_a_region_names_each_member_once_and_not_itself():
    for row in region_rows():
        members = row["members"].split("|")
        assert len(members) == len(set(members)) > 0 and row["region"] not in members, row["region"]


def test_no_region_has_two_member_lists():
    assert len({row["region"] for row in region_rows()}) == len(region_rows())


def test_regions_of_ours_are_places_of_ours():
    ours = {row["region"] for row in region_rows() if row["region"].startswith("dateline:")}
    assert ours - own_ids() == set()


def test_members_and_regions_are_in_the_gazetteer():
    gazetteer = Gazetteer()
    for row in region_rows():
        assert row["region"] in own_ids() or gazetteer.get(row["region"]), row["region"]
        for member in row["members"].split("|"):
            assert gazetteer.division(member) if "." in member else gazetteer.country(member), (row["region"], member)


def test_countries_that_are_members_have_an_outline():
    members = {member for row in region_rows() for member in row["members"].split("|") if len(member) == 2}
    undrawn = {code for code in members if outline(code) is None}
    assert undrawn <= {"UM", "TK", "BV", "GF", "GP", "MQ", "RE", "YT", "BQ", "CC", "CX", "SJ", "GI"}


def test_the_european_union_has_27_members():
    (union,) = [row for row in region_rows() if row["region"] == "dateline:european-union"]
    members = union["members"].split("|")
    assert len(members) == 27 and "GB" not in members and "HR" in members


def test_the_de_facto_view_differs_from_the_rows_of_the_places():
    held = {row["id"]: row["country_code"] for row in place_rows()}
    for row in rows_of(files.TABLES / "views.csv"):
        assert row["view"] == "de-facto" and len(row["country_code"]) == 2
        assert held.get(row["place"], "") != row["country_code"], row
        assert row["place"] in own_ids() or not row["place"].startswith("dateline:"), row


@pytest.mark.parametrize(
    ("table", "least"),
    [
        ("military_bases", 400),
        ("border_crossings", 300),
        ("refugee_camps", 170),
        ("districts", 250),
        ("nuclear_sites", 250),
        ("demonyms", 700),
        ("former_names", 350),
        ("world_regions", 180),
    ],
)
def test_the_categories_stay_as_full_as_stated(table, least):
    assert len(rows_of(files.TABLES / f"{table}.csv")) >= least
