"""The Green Line of Cyprus and that of Israel, told apart by the countries that an article names."""

import pytest

from geo.location.namesakes import read_anew
from geo.types import Match, Mention, Place, Resolution
from tests.location.atlas import SmallGazetteer

CYPRUS = Place("country:CY", "Cyprus", 35.0, 33.0, "CY", "A.PCLI")
ISRAEL = Place("country:IL", "Israel", 31.5, 35.0, "IL", "A.PCLI")
FRANCE = Place("country:FR", "France", 46.0, 2.0, "FR", "A.PCLI")
BUFFER = Place("dateline:cyprus-buffer-zone", "Cyprus buffer zone", 35.1, 33.3, "CY", "L.ZNB")
GREEN = Place("dateline:green-line-israel", "Green Line", 32.0, 35.0, None, "L.BDRY")


class Lines(SmallGazetteer):
    def look_up(self, name):
        return (Match(BUFFER, name, "official"),) if name == "Green Line in Cyprus" else ()

    def country(self, code):
        return {"CY": CYPRUS, "IL": ISRAEL, "FR": FRANCE}[code]


def mention(surface, place, start=0):
    return Mention(start, start + len(surface), surface, resolution=Resolution(place, 0.9))


@pytest.mark.parametrize(
    ("first", "named", "meant"),
    [
        (None, [CYPRUS], BUFFER),
        (GREEN, [CYPRUS], BUFFER),
        (GREEN, [FRANCE, CYPRUS], BUFFER),
        (GREEN, [ISRAEL], GREEN),
        (GREEN, [CYPRUS, ISRAEL], GREEN),
        (GREEN, [FRANCE], GREEN),
        (None, [FRANCE], None),
        (BUFFER, [CYPRUS], BUFFER),
    ],
)
def test_a_line_is_the_one_of_the_country_that_is_named(first, named, meant):
    others = [mention(place.name, place, 20 * number) for number, place in enumerate(named, 1)]
    line = mention("Green Line", first)
    assert read_anew(line, [line, *others], Lines()).place == meant


def test_what_is_no_line_stays_what_it_is():
    town = mention("Nicosia", None)
    assert read_anew(town, [town, mention("Cyprus", CYPRUS, 20)], Lines()) is town
