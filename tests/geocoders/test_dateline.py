"""The geocoder on the shipped gazetteer, as somebody who knows geopy would use it."""

import asyncio
import json
import pickle
from concurrent.futures import ThreadPoolExecutor

import pandas as pd
import pytest
from geopy.adapters import BaseAsyncAdapter
from geopy.exc import GeocoderQueryError, GeocoderServiceError, GeopyError
from geopy.extra.rate_limiter import RateLimiter
from geopy.location import Location
from geopy.point import Point

from geo.gazetteer import Gazetteer, own
from geo.geocoders import Dateline

PARIS, PARIS_TEXAS, GOMEL, GOMEL_REGION = ("geonames:2988507", "geonames:4717560", "geonames:627907", "geonames:628281")


@pytest.mark.parametrize(
    ("query", "place_id"),
    [
        ("Paris", PARIS),
        ("Paris, Texas", PARIS_TEXAS),
        ("Paris, TX, USA", PARIS_TEXAS),
        ("Paris, Lamar County, Texas", PARIS_TEXAS),
        ("paris (texas)", PARIS_TEXAS),
        ("Paris Texas", PARIS_TEXAS),
        ("  Paris ;\tTexas ", PARIS_TEXAS),
        ("Gomel, Belarus", GOMEL),
        ("Gomel, BY", GOMEL),
        ("Гомель", GOMEL),
        ("Gomel Region", GOMEL_REGION),
        ("Gomel Region, Belarus", GOMEL_REGION),
        ("Cambridge, MA, USA", "geonames:4931972"),
        ("Washington, D.C.", "geonames:4140963"),
        ("Birmingham, England", "geonames:2655603"),
        ("Heathrow, London", "icao:EGLL"),
        ("Mount Everest, Nepal", "dateline:mount-everest"),
        ("Mount Everest, China", "dateline:mount-everest"),
        ("Lake Victoria, Uganda", "dateline:lake-victoria"),
        ("Strait of Hormuz, Iran", "dateline:strait-of-hormuz"),
        ("Nile, Egypt", "dateline:nile"),
        ("Bering Strait, Alaska", "dateline:bering-strait"),
        ("Bering Strait, Russia", "dateline:bering-strait"),
        ("Nuuk, Denmark", "geonames:3421319"),
        ("Macau, China", "geonames:1821275"),
        ("Fort-de-France, France", "geonames:3570675"),
        ("San Juan, Puerto Rico, USA", "geonames:4568127"),
        ("San Juan, PR, USA", "geonames:4568127"),
        ("Hamilton, Bermuda, UK", "geonames:3573197"),
        ({"city": "Gomel", "country": "Belarus"}, GOMEL),
        ({"state": "Gomel", "country": "Belarus"}, GOMEL_REGION),
        ({"city": "Paris", "county": "", "state": "Texas", "country": None}, PARIS_TEXAS),
    ],
)
def test_a_place_is_found_by_its_name_and_what_holds_it(geocoder, query, place_id):
    assert geocoder.geocode(query).raw["id"] == place_id


def test_a_location_has_an_address_a_point_and_plain_data(geocoder):
    location = geocoder.geocode("Paris, Texas")
    assert isinstance(location, Location)
    assert location.address == "Paris, Lamar County, Texas, United States"
    assert (location.latitude, location.longitude) == pytest.approx((33.66, -95.56), abs=0.01)
    raw = location.raw
    assert (raw["name"], raw["country_code"], raw["matched"], raw["grade"]) == ("Paris", "US", "Paris", "exact")
    assert [parent["name"] for parent in raw["parents"]] == ["Lamar County", "Texas", "United States"]
    assert {"name": "Paris", "kind": "official", "script": "Latn"} in raw["names"] and raw["distance_km"] is None
    assert json.loads(json.dumps(raw)) == raw and pickle.loads(pickle.dumps(location)) == location


@pytest.mark.parametrize(
    "query",
    [
        "Zzyzxqq",
        "Paris, Belarus",
        "Nile, Libya",
        "Mount Everest, Japan",
        "Copenhagen, Greenland",
        "Gomel, Ukraine",
        "Paris, Zzyzxqq",
        "17 Zzyzx Road",
        {"city": "Zzyzxqq"},
        "!",
    ],
)
@pytest.mark.parametrize("exactly_one", [True, False])
def test_what_is_not_found_is_none_and_never_an_empty_list(geocoder, query, exactly_one):
    assert geocoder.geocode(query, exactly_one=exactly_one) is None


def test_all_namesakes_come_as_a_list_each_once_the_best_known_first(geocoder):
    found = geocoder.geocode("Springfield", exactly_one=False)
    ids = [location.raw["id"] for location in found]
    assert len(ids) > 10 and len(ids) == len(set(ids))
    assert geocoder.geocode("Springfield") == found[0]
    assert geocoder.geocode("Springfield", exactly_one=False, limit=3) == found[:3]


@pytest.mark.parametrize("codes", ["us", ["US", "mx"], ("us",), "us,mx"])
def test_country_codes_leave_out_other_countries(geocoder, codes):
    found = geocoder.geocode("Paris", exactly_one=False, country_codes=codes)
    assert {location.raw["country_code"] for location in found} <= {"US", "MX"} and found
    assert geocoder.geocode("Minsk", country_codes=codes, exactly_one=False) is None


@pytest.mark.parametrize(
    "bounds",
    [[(30, -100), (40, -90)], [Point(40, -90), Point(30, -100)], ["30, -90", "40, -100"], ([30, -100], [40, -90])],
)
def test_bounds_leave_out_what_lies_beyond(geocoder, bounds):
    assert geocoder.geocode("Paris", bounds=bounds).raw["id"] == PARIS_TEXAS
    assert geocoder.geocode("Minsk", bounds=bounds) is None


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(
    ("query", "options"),
    [
        ("", {}),
        (" ,; ", {}),
        (None, {}),
        (float("nan"), {}),
        (5, {}),
        (["Paris"], {}),
        ("x" * 1_000_000, {}),
        ({}, {}),
        ({"city": ""}, {}),
        ({"street": "Rue de Rivoli", "city": "Paris"}, {}),
        ("Paris", {"country_codes": "France"}),
        ("Paris", {"country_codes": []}),
        ("Paris", {"country_codes": 5}),
        ("Paris", {"bounds": "5,5,5,5"}),
        ("Paris", {"bounds": [5]}),
        ("Paris", {"bounds": [(95, 0), (0, 0)]}),
        ("Paris", {"bounds": 5}),
        ("Paris", {"limit": 0, "exactly_one": False}),
        ("Paris", {"limit": "3", "exactly_one": False}),
    ],
)
def test_a_wrong_query_is_geopys_error_in_one_line(geocoder, query, options):
    with pytest.raises(GeocoderQueryError) as error:
        geocoder.geocode(query, **options)
    assert isinstance(error.value, GeopyError) and "\n" not in str(error.value) and len(str(error.value)) < 300


@pytest.mark.parametrize(
    "query", ["<script>", "'; DROP TABLE places; --", "%s%n", "\0", "\udc80", "a" * 400, "," * 400, "١٢٣"]
)
def test_a_hostile_query_finds_nothing_and_breaks_nothing(geocoder, query):
    try:
        assert geocoder.geocode(query) is None
    except GeocoderQueryError:
        assert not query.strip(",")


@pytest.mark.parametrize(
    "point", [(52.43, 30.98), "52.43, 30.98", Point(52.43, 30.98), [52.43, 30.98], "52 25m 48s N, 30 58m 48s E"]
)
def test_a_point_is_in_the_nearest_town_its_division_and_its_country(geocoder, point):
    location = geocoder.reverse(point)
    assert location.raw["id"] == GOMEL and location.address == "Gomel, Gomel Region, Belarus"
    assert location.raw["distance_km"] < 2
    assert [(p["name"], p["feature"]) for p in location.raw["parents"]] == [
        ("Gomel Region", "A.ADM1"),
        ("Belarus", "A.PCLI"),
    ]


def test_far_from_any_town_the_distance_is_told_and_the_outlines_know_the_country(geocoder):
    location = geocoder.reverse((24.0, 0.5))
    assert " km from " in location.address and location.raw["parents"][-1]["name"] == "Algeria"


@pytest.mark.parametrize(
    ("point", "sea"), [((43.5, 34.0), "Black Sea"), ((38.0, 5.0), "Mediterranean Sea"), ((0, -150), "Pacific Ocean")]
)
def test_on_the_open_sea_the_sea_is_told(geocoder, point, sea):
    location = geocoder.reverse(point)
    assert (location.address, location.raw["distance_km"]) == (sea, 0.0)


@pytest.mark.parametrize("point", [(-90, 0), (-80, 10), (-75, 0)])
def test_far_from_every_town_only_the_outline_says_where_one_is(geocoder, point):
    location = geocoder.reverse(point)
    assert (location.address, location.raw["country_code"], location.raw["distance_km"]) == ("Antarctica", "AQ", 0.0)
    assert geocoder.reverse(point, exactly_one=False) == [location]


@pytest.mark.parametrize("point", [(90, 0), (-90, 0), (0, 180), (0, -180), (-80, 10), (0, 0)])
def test_every_point_of_the_globe_has_an_answer(geocoder, point):
    assert isinstance(geocoder.reverse(point), Location)


def test_the_nearest_places_come_as_a_list_of_so_many(geocoder):
    found = geocoder.reverse((52.43, 30.98), exactly_one=False, limit=3)
    assert len(found) == 3 and found[0].raw["id"] == GOMEL
    assert len(geocoder.reverse((52.43, 30.98), exactly_one=False)) == 10


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("point", ["", "Paris", None, [50.0], (120.5, 45.0), (float("nan"), 0), [], 5, (1, 2, 3, 4)])
def test_what_is_no_point_is_geopys_error(geocoder, point):
    with pytest.raises(GeocoderQueryError, match="a point is wanted as \\(latitude, longitude\\)"):
        geocoder.reverse(point)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("point", [(200, 0), [200.0, 0.0], "200, 0", "200.0 N 0 E"])
def test_a_latitude_beyond_the_poles_is_told_without_geopys_warning(geocoder, point):
    with pytest.raises(
        GeocoderQueryError, match="^latitude 200 is beyond 90.*: are latitude and longitude swapped\\?$"
    ):
        geocoder.reverse(point)


def test_every_error_is_one_that_geopys_users_catch():
    assert issubclass(GeocoderQueryError, GeocoderServiceError) and issubclass(GeocoderQueryError, ValueError)


def test_a_rate_limiter_passes_results_through(geocoder):
    geocode = RateLimiter(geocoder.geocode, min_delay_seconds=0)
    assert geocode("Paris, Texas").raw["id"] == PARIS_TEXAS and geocode("Zzyzxqq") is None


def test_a_column_is_geocoded_offline(geocoder):
    frame = pd.DataFrame({"town": ["Gomel, Belarus", "Paris, Texas", None, "Zzyzxqq"]})
    frame["location"] = frame["town"].map(geocoder.geocode, na_action="ignore")
    frame["point"] = frame["location"].map(lambda found: tuple(found.point)[:2] if found else None, na_action="ignore")
    assert [found.raw["id"] if found else None for found in frame["location"].dropna()] == [GOMEL, PARIS_TEXAS]
    assert frame["point"][0] == pytest.approx((52.43, 30.98), abs=0.01)


def test_a_context_manager_does_as_with_any_geocoder(geocoder):
    with geocoder as same:
        assert same.geocode("Minsk").raw["id"] == "geonames:625144"


class Async(BaseAsyncAdapter):
    """An adapter that would ask a network asynchronously; it is never asked."""

    def __init__(self, *, proxies, ssl_context):
        super().__init__(proxies=proxies, ssl_context=ssl_context)

    async def get_json(self, url, *, timeout, headers):
        raise AssertionError("a request was made")

    get_text = get_json


def test_with_an_asynchronous_adapter_the_methods_are_awaited(geocoder):
    async def both():
        async with Dateline(adapter_factory=Async, gazetteer=geocoder._gazetteer, shapes=geocoder._shapes) as waiting:
            return (
                await waiting.geocode("Minsk"),
                await waiting.reverse((53.9, 27.57)),
                await waiting.geocode("Zzyzxqq"),
            )

    with ThreadPoolExecutor(1) as thread:  # this one's loop may be in use by a browser
        there, back, nothing = thread.submit(lambda: asyncio.run(both())).result()
    assert there.raw["id"] == back.raw["id"] == "geonames:625144" and nothing is None


def test_one_geocoder_serves_many_threads(geocoder):
    queries = ["Paris, Texas", "Gomel, Belarus", "Springfield", "Zzyzxqq"] * 10
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(geocoder.geocode, queries)) == [geocoder.geocode(query) for query in queries]


def test_places_of_ones_own_are_geocoded_too(tmp_path, geocoder):
    (tmp_path / "mine.csv").write_text("id,name,lat,lon,country\nz1,Camp Zulu,52.44,30.99,BY\n", encoding="utf-8")
    mine = Dateline(gazetteer=own.over(Gazetteer(), [tmp_path / "mine.csv"]), shapes=geocoder._shapes)
    assert mine.geocode("Camp Zulu, Belarus").address == "Camp Zulu, Belarus"


def test_a_place_told_through_another_comes_with_its_area_and_its_assumptions(geocoder):
    found = geocoder.geocode("30 km north of Kyiv")
    assert found.address == "30 km north of Kyiv, UA"
    assert (found.latitude, found.longitude) == pytest.approx((50.72, 30.52), abs=0.02)
    assert found.raw["geometry"]["type"] == "Polygon" and any("±22.5°" in reason for reason in found.raw["reasons"])


def test_a_name_with_a_direction_in_it_is_still_a_name(geocoder):
    assert geocoder.geocode("South Sudan").raw["feature"].startswith("A.PCL")


def test_an_expression_keeps_to_the_countries_that_are_wanted(geocoder):
    assert geocoder.geocode("30 km north of Kyiv", country_codes=["fr"]) is None
    assert len(geocoder.geocode("eastern Ukraine", exactly_one=False)) == 1
