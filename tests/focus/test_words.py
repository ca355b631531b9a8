from geo.focus.words import line, told
from geo.types import Candidate, Focus
from tests.focus.told import PLACES


def focus(**parts):
    return Focus(**{level: Candidate(PLACES[key], 0.9) for level, key in parts.items()})


def test_a_focus_is_told_from_the_finest_part_outwards():
    assert line(focus(country="belarus", adm1="gomel-region", place="gomel")) == "Gomel, Gomel Region, Belarus"
    assert line(focus(country="peru")) == "Peru"


def test_a_name_is_not_told_twice_and_the_finest_of_that_name_stays():
    found = focus(country="us", adm1="texas", place="texas")
    assert line(found) == "Texas, United States" and told(found)[0] is found.place


def test_no_part_is_no_one_place():
    assert line(Focus(reasons=("soup",))) == "no one place" and told(Focus()) == ()
