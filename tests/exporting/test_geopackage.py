from dataclasses import replace

import numpy as np
import pyogrio
import pytest
import shapely

from geo.exporting import geopackage
from geo.exporting.provenance import Provenance
from geo.exporting.table import COLUMNS
from geo.types import Article, Location
from tests.stories import story

MADE_BY = Provenance("1.2")


@pytest.fixture
def written(tmp_path):
    def write(*stories):
        path = tmp_path / "a.gpkg"
        with path.open("wb") as out:
            geopackage.write(stories, out, MADE_BY)
        return path

    return write


def layer(path, name):
    """The rows as dictionaries, each with its geometry where the layer has any."""
    meta, _, wkb, values = pyogrio.raw.read(path, layer=name)
    rows = [dict(zip(meta["fields"], row, strict=True)) for row in zip(*values, strict=True)]
    for row, shape in zip(rows, wkb if wkb is not None else [None] * len(rows), strict=True):
        row["geometry"] = shapely.from_wkb(shape) if shape is not None else None
    return rows


def test_the_layers_are_points_lines_and_areas_in_degrees(written):
    path = written(story("[Kyiv|kyiv], the [border|border], [Belarus|belarus], [Lost|?]"))
    layers = dict(pyogrio.list_layers(path))
    assert layers == {
        "points": "Point", "lines": "MultiLineString", "areas": "MultiPolygon", "unlocated": None, "about": None,
    }  # fmt: skip
    assert all(pyogrio.read_info(path, layer=name)["crs"] == "EPSG:4326" for name in ("points", "lines", "areas"))


def test_every_located_mention_is_a_point_with_the_columns_of_the_table(written):
    path = written(story("[Kyiv|kyiv] and [Belarus|belarus]", title="Talks"), story("[Kiev|kyiv]", id="b"))
    rows = layer(path, "points")
    assert [(row["id"], row["surface"], row["title"]) for row in rows] == [
        ("talks", "Kyiv", "Talks"), ("talks", "Belarus", "Talks"), ("b", "Kiev", "Two delegations on the road to Gomel"),
    ]  # fmt: skip
    assert tuple(pyogrio.read_info(path, layer="points")["fields"]) == COLUMNS
    assert (rows[0]["geometry"].x, rows[0]["geometry"].y) == (30.5238, 50.4547)
    assert rows[0]["date"] == np.datetime64("2022-02-27") and np.isnat(rows[0]["when_from"])
    assert rows[0]["excerpt"] == "Kyiv and Belarus" and rows[0]["state"] == "unverified"


def test_an_outline_stands_once_however_often_its_place_is_named(written):
    path = written(story("[Belarus|belarus], [Belarus|belarus], [Kyiv|kyiv]"), story("[Belarus|belarus]", id="b"))
    (belarus,) = layer(path, "areas")
    assert (belarus["place_id"], belarus["mentions"], belarus["articles"]) == ("geonames:630336", 3, 2)
    assert belarus["geometry"].is_valid and belarus["geometry"].geom_type == "MultiPolygon"


def test_what_is_not_located_is_a_row_without_a_place(written):
    (row,) = layer(written(story("[Lost|?]")), "unlocated")
    assert (row["surface"], row["place_id"], row["geometry"]) == ("Lost", None, None)


def test_lines_and_areas_of_one_shape_go_to_their_layers(written):
    told = story("[Kyiv|kyiv]")
    mixed = {"type": "GeometryCollection", "geometries": [
        {"type": "LineString", "coordinates": [[0, 0], [1, 1]]},
        {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]},
    ]}  # fmt: skip
    path = written(replace(told, mentions=(replace(told.mentions[0], location=Location(0.5, 0.5, mixed)),)))
    assert [layer(path, name)[0]["geometry"].geom_type for name in ("lines", "areas")] == [
        "MultiLineString",
        "MultiPolygon",
    ]


def test_more_rows_than_are_written_at_a_time_are_all_there(written, monkeypatch):
    monkeypatch.setattr(geopackage, "BATCH", 2)
    rows = layer(written(story(", ".join(["[Kyiv|kyiv]"] * 5))), "points")
    assert [row["start"] for row in rows] == [0, 6, 12, 18, 24]


def test_the_table_about_says_what_made_it(written):
    assert [(row["name"], row["value"]) for row in layer(written(), "about")] == [("Dateline", "1.2")]


def test_a_run_without_stories_has_an_empty_layer_of_points(written):
    assert layer(written(), "points") == []


@pytest.mark.parametrize("text", ["'; DROP TABLE points; --", "a\0b\ud800", '"] <script>'])
def test_hostile_text_is_only_text(written, parse, text):
    (row,) = layer(written(parse(Article("Minsk", title=text, id=text, date=text))), "points")
    assert row["title"] == text.replace("\0", "").replace("\ud800", "\ufffd") and np.isnat(row["date"])


def test_an_option_of_the_library_is_as_it_was(written):
    before = pyogrio.get_gdal_config_option("OGR_CURRENT_DATE")
    written(story())
    assert pyogrio.get_gdal_config_option("OGR_CURRENT_DATE") == before
