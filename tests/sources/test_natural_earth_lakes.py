"""Lakes drawn as boxes of about their true place and size."""

import json

import pytest
import shapely

from geo import files
from geo.sources import natural_earth_lakes as lakes
from geo.sources.records import Record
from tests.sources.packages import npm


def lake(id, lat, lon, radius_km):
    return Record(f"dateline:{id}", "dateline", id, lat=lat, lon=lon, feature="H.LK", radius_km=radius_km)


VICTORIA = lake("lake-victoria", -1.0, 33.0, 170.0)
CHAD = lake("lake-chad", 13.1, 14.4, 100.0)
KHANKA = lake("lake-khanka", 45.0, 132.1, 45.0)
GARDA = lake("lake-garda", 45.6, 10.7, 25.0)
VICTORIA_S = shapely.box(31.7, -2.7, 34.2, 0.4)
POND = shapely.box(14.3, 12.9, 14.5, 13.2)
KHANKA_S = shapely.box(132.3, 44.6, 132.8, 45.1)


def cut(*boxes):
    """TopoJSON of lakes in half degrees, each with one arc for its shore."""
    arcs = []
    for west, south, east, north in boxes:
        wide, high = (east - west) * 2, (north - south) * 2
        arcs.append([[west * 2, south * 2], [wide, 0], [0, high], [-wide, 0], [0, -high]])
    shapes = [{"type": "Polygon", "arcs": [[number]]} for number in range(len(boxes))]
    return {
        "transform": {"scale": [0.5, 0.5], "translate": [0, 0]},
        "arcs": arcs,
        "objects": {"lakes": {"geometries": [*shapes, {"type": None}]}},
    }


def test_a_lake_has_the_outline_that_its_point_lies_in_if_the_size_agrees():
    assert lakes.join([VICTORIA, CHAD], [POND, VICTORIA_S]) == {VICTORIA.id: VICTORIA_S}


def test_a_lake_whose_point_lies_on_the_shore_has_the_outline_of_its_size_nearby():
    assert lakes.join([KHANKA, GARDA], [KHANKA_S]) == {KHANKA.id: KHANKA_S}


def test_no_outline_nearby_is_given_twice():
    twin = lake("twin", 45.0, 133.1, 45.0)
    assert list(lakes.join([KHANKA, twin], [KHANKA_S])) == [KHANKA.id]


def test_a_lake_of_which_nobody_knows_the_size_gets_no_large_outline():
    assert lakes.join([lake("somewhere", -1.0, 33.0, None)], [VICTORIA_S]) == {}


def test_a_lake_in_several_cuts_is_taken_from_the_first():
    fine, coarse = cut((31.5, -2.5, 34.0, 0.5)), cut((31.0, -3.0, 34.5, 0.5), (10.0, 44.0, 11.0, 45.0))
    assert [area.bounds for area in lakes.outlines([fine, coarse])] == [
        (31.5, -2.5, 34.0, 0.5),
        (10.0, 44.0, 11.0, 45.0),
    ]


def test_size_is_half_the_diagonal_on_the_globe():
    assert lakes.size_km(shapely.box(0, 59.5, 1, 60.5)) == pytest.approx(62, rel=0.01)


def test_the_file_has_a_line_a_lake_and_three_decimals():
    text = lakes.collection({VICTORIA.id: shapely.transform(VICTORIA_S, lambda xy: xy + 0.00049)})
    assert len(text.splitlines()) == 3
    (feature,) = json.loads(text)["features"]
    assert feature["id"] == VICTORIA.id and feature["geometry"]["coordinates"][0][0] == [34.2, -2.7]


def test_the_whole_step_writes_what_the_package_holds_of_our_lakes(tmp_path, monkeypatch):
    first, *others = (lakes.MEMBER.format(region) for region in lakes.REGIONS)
    held = {first: cut((31.5, -2.5, 34.0, 0.5)), **dict.fromkeys(others, cut())}
    npm(tmp_path / lakes.pins.LAKES.file, {name: json.dumps(one).encode() for name, one in held.items()})
    monkeypatch.setattr(lakes, "fetch", lambda folder, wanted: None)
    assert lakes.build_lakes(tmp_path, tmp_path / "lakes.geojson").endswith("1 lakes")
    written = json.loads((tmp_path / "lakes.geojson").read_text(encoding="utf-8"))
    assert [feature["id"] for feature in written["features"]] == ["dateline:lake-victoria"]


def test_what_ships_is_written_as_this_module_writes():
    shipped = (files.DATA / "lakes.geojson").read_text(encoding="utf-8")
    features = json.loads(shipped)["features"]
    areas = {feature["id"]: shapely.geometry.shape(feature["geometry"]) for feature in features}
    assert lakes.collection(areas) == shipped
