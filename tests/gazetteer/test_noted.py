import pytest

from geo.gazetteer import Gazetteer, is_noted


@pytest.mark.parametrize(
    "name", ["Black Sea", "Sahel", "Donbas", "Western Europe", "Chernobyl exclusion zone", "Kremlin"]
)
def test_what_the_news_speaks_of_is_noted(name):
    assert is_noted(Gazetteer().look_up(name)[0].place)


@pytest.mark.parametrize("place_id", ["geonames:2988507", "geonames:690791", "icao:EDDS", "zip:tx-acuff"])
def test_towns_countries_and_airports_are_not(place_id):
    place = Gazetteer().get(place_id)
    assert place is None or not is_noted(place)
