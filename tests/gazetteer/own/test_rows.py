import pytest

from geo.errors import BadRecord
from geo.gazetteer.own.rows import SYNONYMS, columns, required


@pytest.mark.parametrize(
    ("header", "found"),
    [
        (["name", "lat", "lon"], {"name": 0, "lat": 1, "lon": 2}),
        (["Latitude", "LONGITUDE", "Place Name"], {"name": 2, "lat": 0, "lon": 1}),
        (["title", "y", "x", "ccodes", "variants"], {"name": 0, "lat": 1, "lon": 2, "country": 3, "names": 4}),
        (["name", "title", "lat", "lng"], {"name": 0, "lat": 2, "lon": 3}),
        (["Radius (km)", "unknown"], {"radius_km": 0}),
    ],
)
def test_columns_are_found_by_the_names_people_give_them(header, found):
    assert columns(header) == found


@pytest.mark.parametrize(
    ("header", "missing"), [(["lat", "lon"], "name"), (["name", "lon"], "lat"), (["name", "lat"], "lon")]
)
def test_a_missing_column_is_named_with_those_that_are_there(header, missing):
    with pytest.raises(BadRecord, match=f"no column for (the )?{missing}; its columns are “{header[0]}”"):
        required(header)


def test_a_geometry_does_for_latitude_and_longitude():
    assert required(["title", "geowkt"]) == {"name": 0, "wkt": 1}


def test_no_column_name_stands_for_two_fields():
    names = [name for synonyms in SYNONYMS.values() for name in synonyms]
    assert len(names) == len(set(names))
