"""One phrase to its location, through the engine as shipped."""

import pytest

import geo
from geo.errors import InputError
from geo.location import lonlat


def test_a_distance_is_located_where_it_leads(engine):
    found = geo.locate("30 km north of Kyiv", engine)
    area = lonlat.from_geojson(found.location.geometry)
    assert found and found.surface == "30 km north of Kyiv" and found.place.name == "30 km north of Kyiv"
    assert area.contains(lonlat.point(lat=50.72, lon=30.52)) and not area.contains(lonlat.point(lat=50.45, lon=30.52))
    assert found.location.radius_km < 30 and found.confidence > 0.5
    assert any("±22.5°" in reason for reason in found.reasons)


def test_a_name_alone_is_located_too(engine):
    found = geo.locate("Gomel", engine)
    assert found and found.place.id == "geonames:627907"


@pytest.mark.parametrize("text", ["", "no place is in these words", "30 km north of Velmoria"])
def test_what_cannot_be_located_is_false_and_says_why(engine, text):
    found = geo.locate(text, engine)
    assert not found and found.location is None and found.confidence == 0 and found.reasons[0]


@pytest.mark.parametrize("text", [None, 50.4, b"Kyiv", ["Kyiv"]])
def test_what_is_no_text_is_an_input_error(engine, text):
    with pytest.raises(InputError, match="a text is wanted"):
        geo.locate(text, engine)
