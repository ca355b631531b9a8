import pytest
from geopy.exc import GeocoderQueryError

from geo.geocoders.asking import Reading, codes, most, readings


@pytest.mark.parametrize(
    ("query", "first", "last"),
    [
        ("Paris", Reading("Paris"), Reading("Paris")),
        ("Paris, Texas", Reading("Paris, Texas"), Reading("Paris", ("Texas",))),
        ("Paris (Texas; USA)", Reading("Paris, Texas, USA"), Reading("Paris", ("Texas", "USA"))),
        ("New York NY", Reading("New York NY"), Reading("New", ("York NY",))),
        ({"country": "US", "city": " Paris "}, Reading("Paris", ("US",), "P"), Reading("Paris", ("US",), "P")),
        ({"state": "Texas"}, Reading("Texas", (), "A"), Reading("Texas", (), "A")),
    ],
)
def test_a_query_is_read_as_one_name_first_and_as_the_shortest_name_last(query, first, last):
    ways = readings(query)
    assert (ways[0], ways[-1]) == (first, last)


@pytest.mark.parametrize("query", ["", " , ", None, 1.5, [], {}, {"city": " "}, {"street": "x"}, "x" * 401])
def test_what_is_no_query_is_geopys_error(query):
    with pytest.raises(GeocoderQueryError):
        readings(query)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [(None, None), ("us", {"US"}), ("us, ca", {"US", "CA"}), (["gb"], {"GB"}), ({"FR", "fr"}, {"FR"})],
)
def test_codes_come_as_text_or_list_in_either_case(wanted, found):
    assert codes(wanted) == (found if found is None else frozenset(found))


@pytest.mark.parametrize("wanted", ["", "USA", "u", [], [5], [None], 7, ["us", "x1"], "us,,ca"])
def test_what_are_no_codes_is_geopys_error(wanted):
    with pytest.raises(GeocoderQueryError, match="two-letter codes"):
        codes(wanted)


def test_a_limit_is_a_whole_number_from_one():
    assert (most(None), most(1), most(50)) == (None, 1, 50)
    for wrong in (0, -1, "3", 2.0, True):
        with pytest.raises(GeocoderQueryError, match="whole number from 1"):
            most(wrong)
