from dataclasses import replace

import pytest
import shapely

from geo.geocoders.containment import Holders, matching
from geo.types import Match, Place
from tests import gazetteers as known

BERLIN = Place("1", "Berlin", 52.52, 13.4, "DE", "P.PPLC", 3_600_000)
KREUZBERG = Place("2", "Kreuzberg", 52.5, 13.39, "DE", "P.PPLX", 150_000)
TEGEL = Place("3", "Tegel", 52.56, 13.29, None, "S.AIRP")
POTSDAM_FAR = Place("4", "Brandenburg", 52.4, 12.55, "DE", "P.PPL", 70_000)
CHANNEL = Place("6", "English Channel", 50.2, -2.0, None, "H.CHN", radius_km=100)
BAY = Place("7", "Far Bay", 30.0, -2.0, None, "H.BAY", radius_km=100)
RIVER = Place("8", "Far River", 45.0, 2.0, None, "H.STM", radius_km=1_000)
LAKE = Place("9", "Lake Geneva", 46.4, 6.5, "CH", "H.LK", radius_km=30)
GENEVA = Place("10", "Geneva", 46.2, 6.1, "CH", "P.PPLA", 200_000)
CAYENNE = Place("11", "Cayenne", 4.9, -52.3, "GF", "P.PPLC", 61_000)
EUROPE = Place("5", "Europe", 48.7, 9.1, None, "L.CONT")


class World:
    """Names, codes and members by hand."""

    def look_up(self, name):
        named = [known.FRANCE, known.TEXAS, known.LAMAR, known.UNITED_STATES, BERLIN, EUROPE]
        return tuple(Match(place, name, "official") for place in named if place.name == name)

    def country(self, code):
        return {"FR": known.FRANCE, "US": known.UNITED_STATES}.get(code.upper())

    def members(self, place_id):
        return (known.FRANCE,) if place_id == EUROPE.id else ()

    def outline(self, place_id):
        return {"type": "LineString", "coordinates": [[-20, 40], [-10, 40]]} if place_id == RIVER.id else None


class Outlines:
    """France as a box."""

    def area(self, place):
        return shapely.box(-4, 42, 8, 51) if place == known.FRANCE else None


def holders():
    return Holders(World(), Outlines())


@pytest.mark.parametrize(
    ("place", "named", "holds"),
    [
        (known.PARIS, ["France"], True),
        (known.PARIS, ["fr"], True),
        (known.PARIS, ["Texas"], False),
        (known.PARIS_TEXAS, ["Lamar County", "Texas", "United States"], True),
        (known.PARIS_TEXAS, ["Texas", "France"], False),
        (known.PARIS, ["Europe"], True),
        (known.PARIS_TEXAS, ["Europe"], False),
        (known.FRANCE, ["Europe"], True),
        (known.FRANCE, ["France"], False),
        (KREUZBERG, ["Berlin"], True),
        (TEGEL, ["Berlin"], True),
        (POTSDAM_FAR, ["Berlin"], False),
        (known.PARIS, ["Nowhere"], False),
        (CHANNEL, ["France"], True),
        (CHANNEL, ["Europe"], True),
        (CHANNEL, ["United States"], False),
        (BAY, ["France"], False),
        (RIVER, ["France"], False),
        (LAKE, ["France"], True),
        (GENEVA, ["France"], False),
        (CAYENNE, ["France"], True),
        (known.PARIS, [], True),
    ],
)
def test_every_holder_must_hold_the_place(place, named, holds):
    assert holders().hold(place, named) is holds


def test_a_town_does_not_hold_a_larger_one():
    assert not holders().hold(replace(KREUZBERG, population=9_000_000), ["Berlin"])


def test_matches_come_once_and_of_the_wanted_class_where_there_are_any():
    matches = [
        Match(known.PARIS, "Paris", "official"),
        Match(known.PARIS, "Paname", "alternate"),
        Match(known.TEXAS, "x", "former"),
    ]
    assert [m.place for m in matching(matches, "")] == [known.PARIS, known.TEXAS]
    assert [m.place for m in matching(matches, "A")] == [known.TEXAS]
    assert [m.place for m in matching(matches, "H")] == [known.PARIS, known.TEXAS]
