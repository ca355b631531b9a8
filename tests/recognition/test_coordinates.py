"""Coordinates in a text, in every way that news and field reports write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.recognition.coordinates import coordinates, with_coordinates
from geo.types import Mention

GOMEL = (52.434, 30.975)


def found(text):
    return [(mention.surface, mention.place.lat, mention.place.lon) for mention in coordinates(text)]


@pytest.mark.parametrize(
    "written",
    [
        "52.434° N, 30.975° E",
        "52.434 N, 30.975 E",
        "52.434N 30.975E",
        "N52.434, E30.975",
        "N 52.434° E 30.975°",
        "52.434, 30.975",
        "52.4340°, 30.9750°",
        "52°26′02.4″N 30°58′30″E",
        "52°26'02.4\"N, 30°58'30\"E",
        "52° 26.04' N 30° 58.5' E",
        "52.434 degrees N and 30.975 degrees E",
    ],
)
def test_a_point_is_read_however_it_is_written(written):
    surface, lat, lon = found(f"The convoy stopped at {written} on Friday.")[0]
    assert surface == written
    assert (lat, lon) == pytest.approx(GOMEL, abs=0.0005)


@pytest.mark.parametrize(
    ("written", "lat", "lon"),
    [
        ("33.8688° S, 151.2093° E", -33.8688, 151.2093),
        ("-33.8688, 151.2093", -33.8688, 151.2093),
        ("−33.8688, −70.6483", -33.8688, -70.6483),
        ("36U 362338 5811239", 52.434, 30.975),
        ("36U UD 62338 11239", 52.434, 30.975),
        ("36UUD623112", 52.434, 30.975),
    ],
)
def test_south_west_utm_and_mgrs(written, lat, lon):
    surface, found_lat, found_lon = found(f"Position: {written}.")[0]
    assert surface == written
    assert (found_lat, found_lon) == pytest.approx((lat, lon), abs=0.002)


@pytest.mark.parametrize(
    "text",
    [
        "It rose from 2.5, 3.5 per cent.",
        "The index closed at 1234.567, 30.975 points.",
        "Scores of 98.123, 97.456 were given.",
        "Version 10.15.123, 4.567",
        "Bus 36U UB was late.",
        "He lives at 12 N 30 E Street.",
        "91.000° N, 30.000° E",
        "52.434° N, 190.975° E",
        "The 737MAX 8000 1200",
        "$52.434, 30.975x",
        "",
    ],
)
def test_other_numbers_are_left_alone(text):
    assert found(text) == []


def test_the_radius_says_how_exactly_it_was_written():
    radii = [
        mention.place.radius_km for mention in coordinates("52.4 N, 30.9 E; 52.43401 N, 30.97501 E; 52°26'N 30°58'E")
    ]
    assert radii == [5.56, 0.01, 0.927]


def test_what_touches_coordinates_gives_way_and_the_rest_stays():
    text = "Near Gomel, at 52.434 N, 30.975 E."
    gomel, letter = Mention(5, 10, "Gomel"), Mention(24, 25, "N")
    mentions = with_coordinates(text, [gomel, letter])
    assert [(mention.surface, mention.kind) for mention in mentions] == [
        ("Gomel", "name"),
        ("52.434 N, 30.975 E", "coordinates"),
    ]
    assert mentions[1].resolution.reasons == ("latitude and longitude written in the text",)


@given(st.text(alphabet="0123456789.,°'\"NSEW -−′″UTMCGRSdeg", max_size=60))
def test_any_text_is_read_without_error_and_every_point_is_on_the_globe(text):
    for mention in coordinates(text):
        assert text[mention.start : mention.end] == mention.surface
        assert abs(mention.place.lat) <= 90 and abs(mention.place.lon) <= 180
