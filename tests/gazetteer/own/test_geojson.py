import json

import pytest

from geo.errors import BadRecord
from geo.gazetteer.own.geojson import read
from tests.gazetteer.own.told import rows_of

POINT = {"type": "Point", "coordinates": [30.2, 52.1]}


def collection(*features):
    return json.dumps({"type": "FeatureCollection", "features": list(features)})


def feature(geometry=POINT, **properties):
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def test_properties_are_read_as_the_columns_of_a_csv_file():
    rows, _ = rows_of(read, collection(feature(name="Camp", Population=120, aliases=["Zulu", "Z"], open=True)))
    assert rows[0].where == "feature 1"
    assert rows[0].cells == {"name": "Camp", "population": "120", "names": "Zulu|Z"}
    assert (rows[0].geometry.y, rows[0].geometry.x) == (52.1, 30.2)


def test_the_features_own_id_counts_where_the_properties_have_none():
    one, two = rows_of(read, collection(feature(name="A") | {"id": 7}, feature(name="B", id="b") | {"id": 8}))[0]
    assert (one.cells["id"], two.cells["id"]) == ("7", "b")


def test_linked_places_json_tells_its_title_names_and_types():
    linked = feature(title="Babruysk", ccodes=["BY"]) | {
        "@id": "http://example.org/b7",
        "names": [{"toponym": "Bobruisk"}, {"toponym": "Бабруйск"}],
        "types": [{"identifier": "aat:300008389", "label": "city"}],
    }
    cells = rows_of(read, collection(linked))[0][0].cells
    assert cells["name"] == "Babruysk" and cells["id"] == "http://example.org/b7" and cells["country"] == "BY"
    assert cells["names"] == "Bobruisk|Бабруйск" and cells["feature"] == "city"


def test_one_feature_alone_is_a_file():
    assert rows_of(read, json.dumps(feature(name="Camp")))[0][0].cells["name"] == "Camp"


def test_a_feature_that_is_none_is_told_by_its_number_and_the_others_are_read():
    rows, told = rows_of(
        read, collection(5, feature({"type": "Blob"}, name="A"), feature(name="B"), feature("x", name="C"))
    )
    assert [row.where for row in rows] == ["feature 3"]
    assert [text.split(":")[0] for text in told] == ["mine, feature 1", "mine, feature 2", "mine, feature 4"]
    assert "its geometry (Blob) cannot be read" in told[1]


@pytest.mark.parametrize("coordinates", [[], ["x", "y"], [[1, 2], [3]], {}, None, "no", [None, None]])
def test_broken_coordinates_are_told_or_left_to_be_refused(coordinates):
    rows, told = rows_of(read, collection(feature({"type": "Polygon", "coordinates": coordinates}, name="A")))
    assert told or rows[0].geometry.is_empty


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is not JSON"),
        ("[]", "an object is wanted"),
        ("{}", "it has no “features”"),
        ('{"features": {}}', "it has no “features”"),
        ("[" * 100_000, "is nested too deeply"),
        ('{"features": [NaN]}', "NaN is no number"),
        (
            '{"crs": {"properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}, "features": []}',
            "another coordinate system",
        ),
    ],
)
def test_what_is_no_geojson_is_refused_as_a_whole(text, reason):
    with pytest.raises(BadRecord, match=reason):
        rows_of(read, text)
