import pytest

from geo.project import Filter
from geo.types import Place
from geo.ui import address

FULL = Filter(
    text='"cease fire" talks',
    place="geonames:630336",
    countries=("BY", "UA"),
    kinds=("border",),
    roles=("literal",),
    confidence=(0.25, 0.9),
    outlets=("Example, Daily & Co", "Post"),
    languages=("en",),
    published=("2022-02-01", None),
    spoken_of=(None, "2022-03-01"),
    states=("verified", "flagged"),
)


def test_a_filter_comes_back_from_the_address_as_it_was():
    assert address.read(address.words(FULL)) == FULL


def test_nothing_is_written_of_what_asks_nothing():
    assert address.words(Filter()) == {}
    assert address.words(Filter(boilerplate=True, articles=("a",), published=(None, None))) == {}


def test_a_place_handed_in_whole_is_written_as_its_id():
    minsk = Place("geonames:625144", "Minsk", 53.9, 27.57)
    assert address.words(Filter(place=minsk)) == {"in": ["geonames:625144"]}


@pytest.mark.parametrize(
    "words",
    [
        {"published": ["yesterday"]},
        {"published": [".."]},
        {"published": ["2022-02-01..<script>"]},
        {"sure": ["90-20"]},
        {"sure": ["0-900"]},
        {"sure": ["x"]},
        {"kind": ["town"]},
        {"state": ["gone"]},
        {"role": ["{{7*7}}"]},
        {"q": [""]},
        {"nothing": ["known"]},
        {},
    ],
)
def test_what_makes_no_sense_asks_nothing(words):
    assert address.read(words) == Filter()


def test_one_day_alone_is_that_day():
    assert address.read({"published": ["2022-02-27"]}) == Filter(published=("2022-02-27", "2022-02-27"))


def test_what_is_understood_counts_beside_what_is_not():
    assert address.read({"kind": ["town", "zone"], "sure": ["no"]}) == Filter(kinds=("zone",))


def test_endless_values_are_cut():
    found = address.read({"q": ["x" * 10_000], "outlet": [f"{number}" * 300 for number in range(500)]})
    assert len(found.text) == 500 and len(found.outlets) <= address.MOST
    assert max(map(len, found.outlets)) == address.LONGEST


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("52.43,30.97,6", (52.43, 30.97, 6.0)),
        ("-90,-180,0", (-90.0, -180.0, 0.0)),
        ("52.43,30.97,6.5", (52.43, 30.97, 6.5)),
        ("91,0,6", None),
        ("0,181,6", None),
        ("0,0,19", None),
        ("52.43,30.97", None),
        ("", None),
        ("nan,0,6", None),
        ("1e3,0,6", None),
        ("52.43,30.97,6);alert(1)", None),
    ],
)
def test_a_spot_on_the_map_is_taken_from_the_address_where_it_is_on_the_globe(value, expected):
    assert address.spot(value) == expected
