import pytest

from geo.gazetteer import Gazetteer
from geo.geocoders.seas import SEAS, sea_at

GAZETTEER = Gazetteer()


@pytest.mark.parametrize(
    ("lat", "lon", "sea"),
    [
        (43.5, 34.0, "Black Sea"),
        (38.5, 19.0, "Ionian Sea"),
        (38.0, 5.0, "Mediterranean Sea"),
        (56.0, 3.0, "North Sea"),
        (35.0, -45.0, "Atlantic Ocean"),
        (0.0, 180.0, "Pacific Ocean"),
        (-30.0, 80.0, "Indian Ocean"),
        (25.0, -90.0, "Gulf of Mexico"),
    ],
)
def test_a_point_is_in_the_smallest_sea_around_it(lat, lon, sea):
    assert sea_at(lat=lat, lon=lon, gazetteer=GAZETTEER).name == sea


@pytest.mark.parametrize("name", SEAS)
def test_every_sea_is_on_file_as_water_with_a_radius(name):
    place = GAZETTEER.look_up(name)[0].place
    assert place.feature_class in ("H", "U") and place.radius_km


def test_amid_a_continent_there_is_no_sea():
    assert sea_at(lat=45.0, lon=90.0, gazetteer=GAZETTEER) is None
