"""The basemap: cut at the antimeridian, small, and as shipped."""

import json

import numpy as np
import pytest
import shapely
from shapely.geometry import shape

from geo import files
from geo.sources import natural_earth_basemap as basemap

LIMITS = {"countries.json": 1_000_000, "borders.json": 700_000, "disputed.json": 60_000, "divisions.json": 700_000}
"""Bytes."""


@pytest.fixture(scope="module", params=sorted(LIMITS))
def shipped(request) -> tuple[str, dict]:
    return request.param, json.loads((files.BASEMAP / request.param).read_text("utf-8"))


def atlas(*rings: list[tuple[float, float]]) -> dict:
    """TopoJSON of one country that has each ring for an arc of its own."""
    steps = [np.diff(np.array([(0, 0), *ring]), axis=0).tolist() for ring in rings]
    country = {
        "type": "MultiPolygon",
        "arcs": [[[number]] for number in range(len(rings))],
        "properties": {"name": "Here"},
    }
    return {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": steps,
        "objects": {"countries": {"geometries": [country]}},
    }


def lines_of(geometry: shapely.Geometry) -> np.ndarray:
    """Rings of polygons, parts of lines."""
    return shapely.get_rings(geometry) if "Polygon" in geometry.geom_type else shapely.get_parts(geometry)


def drawn(*rings: list[tuple[float, float]]) -> shapely.Geometry:
    (feature,) = basemap.countries(atlas(*rings))
    assert feature["properties"] == {"name": "Here"}
    return shape(feature["geometry"])


def test_an_island_over_the_antimeridian_is_cut_in_two():
    area = drawn([(178, 0), (-178, 0), (-178, 4), (178, 4), (178, 0)])
    assert area.is_valid and area.area == pytest.approx(16)
    assert sorted(part.bounds[0] for part in area.geoms) == [-180, 178]


def test_a_ring_around_the_pole_is_closed_along_it():
    around = [(lon, -70) for lon in range(-180, 180, 10)]
    area = drawn([*around, (180, -70)])
    assert area.is_valid and area.area == pytest.approx(360 * 20, rel=0.01)


def test_a_country_too_small_for_the_precision_stays_as_its_largest_part():
    assert drawn([(0, 0), (0.004, 0), (0.004, 0.004), (0, 0.004), (0, 0)]).area > 0


def test_shipped_files_are_small_and_within_the_globe(shipped):
    name, collection = shipped
    assert (files.BASEMAP / name).stat().st_size <= LIMITS[name]
    for feature in collection["features"]:
        west, south, east, north = shape(feature["geometry"]).bounds
        assert -180 <= west <= east <= 180 and -90 <= south <= north <= 90


def test_no_shipped_line_runs_round_the_world(shipped):
    _, collection = shipped
    lines = (line for feature in collection["features"] for line in lines_of(shape(feature["geometry"])))
    jumps = sum(int((np.abs(np.diff(shapely.get_coordinates(line)[:, 0])) > 180).sum()) for line in lines)
    assert jumps <= 1  # Antarctica's edge along the pole


def test_shipped_countries_have_names_and_crimea_is_drawn_as_ukraine():
    collection = json.loads((files.BASEMAP / "countries.json").read_text("utf-8"))
    at = shapely.Point(34.1, 45.2)
    holders = [f["properties"]["name"] for f in collection["features"] if shape(f["geometry"]).contains(at)]
    assert holders == ["Ukraine"]
    assert all(feature["properties"]["name"] for feature in collection["features"])


def test_countries_of_one_view_alone_are_lettered_in_that_view():
    collection = json.loads((files.BASEMAP / "countries.json").read_text("utf-8"))
    told = [feature["properties"] for feature in collection["features"]]
    assert {each["name"]: each["view"] for each in told if "view" in each} == {
        "Somaliland": "de-facto",
        "N. Cyprus": "de-facto",
    }


def test_every_disputed_line_says_which_view_has_it():
    lines = json.loads((files.BASEMAP / "disputed.json").read_text("utf-8"))["features"]
    assert {line["properties"]["view"] for line in lines} == {"both", "un", "de-facto"}


@pytest.mark.parametrize(
    ("lat", "lon", "view"),
    [
        (46.16, 33.69, "de-facto"),  # Perekop
        (27.667, -11.0, "un"),  # Western Sahara's northern border
        (35.17, 33.36, "de-facto"),  # Nicosia
        (22.0, 34.5, "both"),  # Hala'ib triangle
        (34.5, 74.0, "both"),  # line of control in Kashmir
        (42.3, 21.6, "both"),  # Kosovo and Serbia
        (32.95, 35.62, "un"),  # Golan Heights
    ],
)
def test_a_disputed_line_is_dashed_in_the_views_that_have_it(lat, lon, view):
    features = json.loads((files.BASEMAP / "disputed.json").read_text("utf-8"))["features"]
    near = {f["properties"]["view"] for f in features if shape(f["geometry"]).distance(shapely.Point(lon, lat)) < 0.15}
    assert near == {view}


def test_no_disputed_line_is_drawn_whole_as_well():
    borders, disputed = (
        shapely.union_all(
            [shape(f["geometry"]) for f in json.loads((files.BASEMAP / name).read_text("utf-8"))["features"]]
        )
        for name in ("borders.json", "disputed.json")
    )
    assert shapely.intersection(borders, disputed).length < 0.05
