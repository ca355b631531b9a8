import pytest
import shapely

from geo.geocoders.nearest import COAST_KM, REMOTE_KM, nearest
from geo.types import Match, Place

HERE = Place("here", "Here", 10.0, 10.0, "AA", "P.PPL", adm1_code="AA.1")
ACROSS = Place("across", "Across", 10.2, 10.0, "BB", "P.PPL", adm1_code="BB.1")
SEA = Place("sea", "Black Sea", 0.0, 0.0, None, "H.SEA", radius_km=3_000.0)
COUNTRIES = {code: Place(code, code, 0.0, 0.0, code, "A.PCLI") for code in ("AA", "AQ", "BB")}


class Asked:
    """Two towns in two countries, `km` and twice `km` away."""

    def __init__(self, km, *towns):
        self.towns = [(km * (at + 1), town) for at, town in enumerate(towns)]

    def near(self, *, lat, lon, limit=1, feature_class=None):
        return tuple(self.towns[:limit])

    def country(self, code):
        return COUNTRIES.get(code)

    def division(self, code):
        return None

    get = division

    def look_up(self, name):
        return (Match(SEA, name, "official"),) if name == SEA.name else ()


class Outlines:
    def __init__(self, **boxes):
        self.boxes = boxes

    def area(self, place):
        return shapely.box(*self.boxes[place.country_code]) if place.country_code in self.boxes else None

    def neighbours(self, place):
        return ()


ALL_AA = Outlines(AA=(0, 0, 20, 20))


def ids(km, *towns, shapes=ALL_AA, limit=1):
    found = nearest(lat=10.1, lon=10.0, limit=limit, gazetteer=Asked(km, *towns), shapes=shapes)
    return [near.place.id for near in found]


def test_a_farther_town_of_the_same_country_comes_before_one_abroad():
    assert ids(10.0, ACROSS, HERE) == ["here"]


def test_the_town_one_stands_in_is_believed_more_than_a_coarse_outline():
    assert ids(0.5, ACROSS, HERE) == ["across"]


@pytest.mark.parametrize(("km", "place"), [(COAST_KM - 1, "here"), (COAST_KM + 1, "sea")])
def test_off_all_outlines_a_town_is_the_coast_when_near_and_the_sea_is_open_when_far(km, place):
    assert ids(km, HERE, shapes=Outlines()) == [place]


@pytest.mark.parametrize(("km", "place"), [(REMOTE_KM, "here"), (REMOTE_KM + 1, "AA")])
def test_in_the_middle_of_nowhere_the_country_is_told(km, place):
    assert ids(km, HERE, limit=5) == [place]


def test_a_gazetteer_without_towns_still_knows_whose_outline_it_is():
    assert ids(1.0, shapes=Outlines(AQ=(0, 0, 20, 20))) == ["AQ"]


@pytest.mark.parametrize(("km", "outlined"), [(0.5, None), (10.0, "AA")])
def test_whose_land_it_is_a_place_abroad_knows_better_when_near_and_the_outline_when_far(km, outlined):
    (near,) = nearest(lat=10.1, lon=10.0, limit=1, gazetteer=Asked(km, ACROSS, HERE), shapes=ALL_AA)
    country, _ = near.outlined
    assert (country and country.id) == outlined and near.within.country.id == "AA"


def test_as_many_as_are_wanted_come_in_order():
    assert ids(10.0, ACROSS, HERE, limit=2) == ["here", "across"] and ids(10.0, ACROSS, HERE, limit=5) == [
        "here",
        "across",
    ]


def test_a_gazetteer_without_towns_still_has_its_seas():
    assert ids(1.0, shapes=Outlines()) == ["sea"]
