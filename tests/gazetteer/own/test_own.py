"""Files on disk to a layer: formats, encodings, ids, bounds, and what is told of bad rows."""

import json
import logging

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.errors import InputError, NotFound
from geo.gazetteer import own
from geo.gazetteer.own import READERS, read
from geo.gazetteer.yours import own_file


@pytest.fixture
def load(tmp_path):
    """Writes files and reads them: `load({"a.csv": "name,…"}) -> (layer, what was told)`."""

    def run(files):
        told = []
        for name, content in files.items():
            data = content if isinstance(content, bytes) else content.encode("utf-8")
            (tmp_path / name).write_bytes(data)
        layer = read([tmp_path / name for name in files], {"BY": "BY"}.get, lambda error: told.append(str(error)))
        return layer, told

    return run


def ids(layer):
    return [entry.place.id for entry in layer.entries]


CSV = "id,name,lat,lon\nz1,Camp Zulu,52.1,30.2\n"


def test_every_format_gives_the_same_place(load):
    tsv = CSV.replace(",", "\t")
    feature = {
        "id": "z1",
        "properties": {"name": "Camp Zulu"},
        "geometry": {"type": "Point", "coordinates": [30.2, 52.1]},
    }
    collection = json.dumps({"type": "FeatureCollection", "features": [feature]})
    texts = {".csv": CSV, ".tsv": tsv, ".geojson": collection, ".json": collection}
    assert texts.keys() == READERS.keys()
    for suffix, text in texts.items():
        layer, told = load({f"a{suffix}": text})
        (place,) = [entry.place for entry in layer.entries]
        assert (place.id, place.name, place.lat, place.lon, told) == ("z1", "Camp Zulu", 52.1, 30.2, [])
        assert own_file(place) == f"a{suffix}"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_names_survive_the_encodings_that_spreadsheets_write(load, encoding):
    layer, _ = load({"a.csv": "name,lat,lon\nMünchweiler-Süd,49.2,7.7\n".encode(encoding)})
    assert layer.entries[0].place.name == "Münchweiler-Süd"


def test_bad_rows_are_told_with_file_and_line_and_the_good_ones_load(load):
    layer, told = load({"a.csv": f"{CSV}z2,Swapped,120,30\n,,1,1\nz1,Twice,1,1\nz3,Mill,1,1\n"})
    assert ids(layer) == ["z1", "z3"]
    assert told == [
        "a.csv, line 3: latitude 120 is beyond 90 degrees; are latitude and longitude swapped?",
        "a.csv, line 4: has no name",
        "a.csv, line 5: its id “z1” is that of line 2 already",
    ]


def test_a_place_without_an_id_is_called_by_its_name(load):
    layer, _ = load({"a.csv": "name,lat,lon\nOld Mill,1,1\nold mill,2,2\nГомель,3,3\n"})
    assert ids(layer) == ["own:old-mill", "own:old-mill-2", "own:гомель"]


def test_an_id_that_an_earlier_file_has_gets_its_files_name_before_it(load):
    layer, told = load({"a.csv": CSV, "b.csv": CSV})
    assert ids(layer) == ["z1", "b:z1"] and told == []
    assert [match.place.id for match in layer.look_up("Camp Zulu")] == ["z1", "b:z1"]


def test_a_layer_says_what_it_was_read_from(load):
    (about,) = load({"a.csv": CSV})[0].about()
    assert about["name"] == "a.csv" and about["places"] == 1 and len(about["sha256"]) == 64


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.csv", "name,lat,lon\nx,y,z\n", "a.csv: holds no place that can be read"),
        ("a.csv", "", "a.csv: is empty"),
        ("a.csv", "\ufeff\r\n ", "a.csv: is empty"),
        ("a.tsv", "", "a.tsv: is empty"),
        ("a.geojson", "\n", "a.geojson: is empty"),
        ("a.csv", 'name,lat,lon\n"Mill,1,2\n', "a.csv: holds no place that can be read"),
        ("a.csv", b"PK\x03\x04", "ZIP archive or an office document"),
        ("a.csv", b"name,lat,lon\0", "a.csv: is not a text file"),
        ("a.csv", b"\xff\xfe\x00", "says it is UTF-16-LE"),
        ("a.geojson", "[" * 100_000, "a.geojson: is nested too deeply"),
        ("a.xlsx", CSV, "a.xlsx: own places are read from .csv, .tsv, .geojson, .json; save it as one of these"),
        ("a", CSV, "own places are read from"),
    ],
)
def test_a_file_without_a_good_row_is_an_input_error_of_one_line(load, name, content, reason):
    with pytest.raises(InputError) as error:
        load({name: content})
    assert reason in str(error.value) and "\n" not in str(error.value)


def test_a_missing_file_and_a_folder_are_input_errors(tmp_path):
    with pytest.raises(NotFound, match="there is no such file of places"):
        read([tmp_path / "gone.csv"], {}.get)
    with pytest.raises(InputError, match="cannot be read"):
        read([tmp_path], {}.get)


def test_a_file_beyond_the_bound_is_refused(load, monkeypatch):
    monkeypatch.setattr(own, "MAX_BYTES", 10)
    with pytest.raises(InputError, match="larger than"):
        load({"a.csv": CSV})


def test_more_places_than_the_bound_are_refused(load, monkeypatch):
    monkeypatch.setattr(own, "MOST_PLACES", 1)
    with pytest.raises(InputError, match="more than 1 places; build a gazetteer of your own"):
        load({"a.csv": CSV + "z2,Mill,1,1\n"})


def test_a_flood_of_bad_rows_is_told_up_to_a_bound_and_then_counted(load):
    _, told = load({"a.csv": CSV + "x,,1,1\n" * 250})
    assert len(told) == own.MOST_TOLD + 1 and told[-1] == "a.csv: 150 more rows cannot be read"


def test_without_a_listener_bad_rows_are_warnings(tmp_path, caplog):
    (tmp_path / "a.csv").write_text(f"{CSV}x,,1,1\n", encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        read([tmp_path / "a.csv"], {}.get)
    assert "a.csv, line 3: has no name" in caplog.text


def test_a_file_name_cannot_forge_a_line(load):
    with pytest.raises(InputError) as error:
        load({"a\nb.csv": "name,lat,lon\n"})
    assert "\n" not in str(error.value)


CELLS = st.one_of(
    st.text(max_size=8), st.sampled_from(["52.1", "-7,5", "1e400", '"', "\0", "\t", "POINT(1 1)", "POLYGON((0 0))"])
)
KEYS = st.sampled_from(["type", "features", "geometry", "coordinates", "properties", "name", "id"])
LEAVES = st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5)
JSON = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4))


@given(
    st.lists(st.lists(CELLS, max_size=7), max_size=6),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from([".csv", ".tsv"]),
)
@settings(max_examples=300, deadline=None)
def test_no_table_whatever_breaks_the_reading(tmp_path_factory, table, delimiter, suffix):
    lines = [delimiter.join(cells) for cells in [["name", "lat", "lon", "geowkt", "id", "pop", "names"], *table]]
    survives(tmp_path_factory.mktemp("own") / f"a{suffix}", "\n".join(lines))


@given(st.lists(JSON, min_size=1, max_size=5))
@settings(max_examples=300, deadline=None)
def test_no_features_whatever_break_the_reading(tmp_path_factory, features):
    survives(
        tmp_path_factory.mktemp("own") / "a.geojson", json.dumps({"type": "FeatureCollection", "features": features})
    )


@given(
    st.sampled_from(["Point", "MultiPoint", "LineString", "Polygon", "MultiPolygon", "GeometryCollection", "X"]),
    st.recursive(st.floats() | st.integers(-200, 200), lambda inner: st.lists(inner, max_size=4), max_leaves=20),
)
@settings(max_examples=300, deadline=None)
def test_no_geometry_whatever_breaks_the_reading(tmp_path_factory, kind, coordinates):
    geometry = {"type": kind, "coordinates": coordinates, "geometries": [{"type": "Point", "coordinates": coordinates}]}
    feature = {"type": "Feature", "properties": {"name": "A"}, "geometry": geometry}
    text = json.dumps({"features": [feature]}).replace("NaN", "1e999").replace("Infinity", "1e999")
    survives(tmp_path_factory.mktemp("own") / "a.geojson", text)


def survives(path, text):
    """Either places come of it, each on Earth, or an input error of one line does."""
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    told = []
    try:
        layer = read([path], {"BY": "BY"}.get, told.append)
    except InputError as error:
        told.append(error)
    else:
        for entry in layer.entries:
            place = entry.place
            assert -90 <= place.lat <= 90 and -180 <= place.lon <= 180
            assert layer.look_up(place.name) and layer.get(place.id) == place
            assert (layer.outline(place.id) is None) == (entry.outline is None)
    assert all("\n" not in str(error) for error in told)
