import logging

import pytest
import shapely

from geo.errors import BadRecord
from geo.gazetteer.own.entry import LONGEST_NAME, MOST_NAMES, clean, entry
from geo.gazetteer.own.rows import Row
from geo.gazetteer.yours import own_file

CODES = {"BY": "BY", "Belarus": "BY", "UA": "UA"}


def made(**cells):
    return entry(Row("line 2", {"name": "Camp", "lat": "52.1", "lon": "30.2"} | cells), "mine.csv", CODES.get)


def test_a_row_becomes_a_place_of_the_users_own():
    place = made(country="Belarus", feature="camp", population="1 200", radius_km="2.5", adm1="Gomel", id="z1").place
    assert (place.id, place.name, place.lat, place.lon) == ("z1", "Camp", 52.1, 30.2)
    assert (place.country_code, place.feature, place.population, place.radius_km) == ("BY", "S.CMP", 1200, 2.5)
    assert place.adm1_name == "Gomel" and own_file(place) == "mine.csv"


def test_what_a_row_does_not_say_is_not_known():
    place = made().place
    assert (place.id, place.country_code, place.feature, place.population, place.radius_km) == (
        "",
        None,
        None,
        None,
        None,
    )


def test_names_are_parted_by_bars_and_semicolons_and_each_stands_once():
    names = made(names="Zulu| Camp ;Lager;;Zulu;!!!").names
    assert [(name.name, name.kind) for name in names] == [
        ("Camp", "official"),
        ("Zulu", "alternate"),
        ("Lager", "alternate"),
    ]


def test_a_flood_of_names_is_cut_off():
    assert len(made(names="|".join(f"n{number}" for number in range(9999))).names) == MOST_NAMES + 1


def test_an_area_is_kept_as_it_is():
    found = made(lat="", lon="", wkt="POLYGON ((10 50, 12 50, 12 52, 10 52, 10 50))")
    assert (found.place.lat, found.place.lon, found.place.bbox) == (51, 11, (10, 50, 12, 52))
    assert shapely.from_wkb(found.outline).area == 4


def test_a_point_given_beside_an_area_is_the_places_own():
    place = made(lat="50.5", lon="10.5", wkt="POLYGON ((10 50, 12 50, 12 52, 10 52, 10 50))").place
    assert (place.lat, place.lon) == (50.5, 10.5)


def test_a_geometry_that_is_a_point_needs_no_outline():
    assert made(lat="", lon="", wkt="POINT (30.2 52.1)").outline is None


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"name": ""}, "has no name"),
        ({"name": "\0\u202e"}, "has no name"),
        ({"name": "--"}, "holds no letter or digit"),
        ({"name": "x" * (LONGEST_NAME + 1)}, "longer than 200 characters"),
        ({"lat": "", "lon": ""}, "has no position"),
        ({"lat": "120", "lon": "45"}, "swapped"),
    ],
)
def test_a_row_without_name_or_position_is_refused(cells, reason):
    with pytest.raises(BadRecord, match=reason):
        made(**cells)


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"country": "Prussia"}, "the country “Prussia” is not known"),
        ({"population": "many"}, "population is no sensible number (“many”)"),
        ({"population": "-5"}, "population is no sensible number"),
        ({"radius_km": "nan"}, "radius_km is no sensible number"),
        ({"radius_km": "1e9"}, "radius_km is no sensible number"),
        ({"feature": "whatsit"}, "the type “whatsit” is not known"),
    ],
)
def test_what_else_cannot_be_read_is_left_out_with_a_warning(caplog, cells, reason):
    with caplog.at_level(logging.WARNING):
        place = made(**cells).place
    assert place.country_code is place.population is place.radius_km is place.feature is None
    assert f"mine.csv, line 2: {reason}" in caplog.text


@pytest.mark.parametrize("feature", ["", "camp", "whatsit|camp", "aat:300008389", "S.CMP"])
def test_of_a_known_type_or_one_from_another_vocabulary_nothing_is_told(caplog, feature):
    with caplog.at_level(logging.WARNING):
        made(feature=feature)
    assert not caplog.text


def test_a_place_in_two_countries_is_in_no_single_one():
    assert made(country="BY;UA").place.country_code is None


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("  Old \n Mill\t", "Old Mill"),
        ("a\x1b[31mb", "a [31mb"),
        ("x\u202ey", "x y"),
        ("Cafe\u0301", "Café"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\udc80a", "a"),
        ("=HYPERLINK(1)", "=HYPERLINK(1)"),
        ("<b>x</b>", "<b>x</b>"),
    ],
)
def test_cells_are_made_fit_for_one_line(raw, shown):
    assert clean(raw) == shown
