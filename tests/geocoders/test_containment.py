from dataclasses import replace

import pytest

from geo.geocoders.containment import Holders, matching
from geo.types import Match, Place
from tests import gazetteers as known

BERLIN = Place("1", "Berlin", 52.52, 13.4, "DE", "P.PPLC", 3_600_000)
KREUZBERG = Place("2", "Kreuzberg", 52.5, 13.39, "DE", "P.PPLX", 150_000)
TEGEL = Place("3", "Tegel", 52.56, 13.29, None, "S.AIRP")
POTSDAM_FAR = Place("4", "Brandenburg", 52.4, 12.55, "DE", "P.PPL", 70_000)
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


@pytest.mark.parametrize(
    ("place", "holders", "holds"),
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
        (known.PARIS, [], True),
    ],
)
def test_every_holder_must_hold_the_place(place, holders, holds):
    assert Holders(World()).hold(place, holders) is holds


def test_a_town_does_not_hold_a_larger_one():
    assert not Holders(World()).hold(replace(KREUZBERG, population=9_000_000), ["Berlin"])


def test_matches_come_once_and_of_the_wanted_class_where_there_are_any():
    matches = [
        Match(known.PARIS, "Paris", "official"),
        Match(known.PARIS, "Paname", "alternate"),
        Match(known.TEXAS, "x", "former"),
    ]
    assert [m.place for m in matching(matches, "")] == [known.PARIS, known.TEXAS]
    assert [m.place for m in matching(matches, "A")] == [known.TEXAS]
    assert [m.place for m in matching(matches, "H")] == [known.PARIS, known.TEXAS]
