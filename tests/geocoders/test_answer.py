import pytest

from geo.geocoders.answer import address, beside, is_wanted, location, parents
from geo.geocoders.nearest import Near
from geo.location.containing import Within
from geo.types import Match, Name
from tests import gazetteers as known


class Asked:
    def country(self, code):
        return {"FR": known.FRANCE, "US": known.UNITED_STATES, "BY": known.BELARUS}.get(code)

    def division(self, code):
        return known.TEXAS if code == "US.TX" else None

    def names(self, place_id):
        return (Name("Париж", "alternate"),)


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (known.PARIS_TEXAS, "Paris, Lamar County, Texas, United States"),
        (known.TEXAS, "Texas, United States"),
        (known.FRANCE, "France"),
    ],
)
def test_an_address_names_each_holder_once(place, text):
    assert address(place, Asked()) == text


def test_parents_go_from_small_to_large_and_leave_the_place_itself_out():
    assert [parent["name"] for parent in parents(known.PARIS_TEXAS, Asked())] == ["Texas", "United States"]
    assert [parent["name"] for parent in parents(known.TEXAS, Asked())] == ["United States"]
    assert parents(known.FRANCE, Asked()) == []


def test_a_location_says_which_name_matched():
    raw = location(Match(known.PARIS, "Paname", "alternate", "normalised"), Asked()).raw
    assert (raw["matched"], raw["grade"], raw["id"]) == ("Paname", "normalised", known.PARIS.id)
    assert raw["names"] == [{"name": "Париж", "kind": "alternate", "script": "Cyrl"}]


@pytest.mark.parametrize(
    ("km", "within", "text"),
    [
        (1.0, Within(known.FRANCE, None), "Paris, Île-de-France, France"),
        (1234.5, Within(known.FRANCE, None), "1,234 km from Paris, Île-de-France, France"),
        (50.0, Within(None, None), "50 km from Paris, Île-de-France, France"),
        (
            50.0,
            Within(known.UNITED_STATES, known.TEXAS),
            "Texas, United States (50 km from Paris, Île-de-France, France)",
        ),
    ],
)
def test_a_point_far_from_a_place_says_so(km, within, text):
    found = beside(Near(known.PARIS, km, within), Asked())
    assert found.address == text and found.raw["distance_km"] == km


@pytest.mark.parametrize(("km", "code", "outer"), [(4.0, "FR", ["France"]), (6.0, "US", ["Texas", "United States"])])
def test_country_and_parents_are_those_of_the_outline_unless_one_stands_in_the_town(km, code, outer):
    raw = beside(Near(known.PARIS, km, Within(known.UNITED_STATES, known.TEXAS)), Asked()).raw
    assert raw["country_code"] == code and [parent["name"] for parent in raw["parents"]] == outer


def test_a_country_itself_is_no_parent_of_its_own():
    found = beside(Near(known.TEXAS, 0.0, Within(known.UNITED_STATES, known.TEXAS)), Asked())
    assert found.address == "Texas, United States"
    assert [parent["name"] for parent in found.raw["parents"]] == ["United States"]


@pytest.mark.parametrize(
    ("codes", "bounds", "wanted"),
    [
        (None, None, True),
        ({"FR"}, None, True),
        ({"US"}, None, False),
        (None, (48, 49, 2, 3), True),
        (None, (48, 49, 3, 4), False),
        ({"FR"}, (0, 1, 2, 3), False),
    ],
)
def test_a_place_is_wanted_in_its_country_and_within_the_bounds(codes, bounds, wanted):
    assert is_wanted(known.PARIS, codes, bounds) is wanted
