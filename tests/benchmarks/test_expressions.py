import pytest

import geo
from geo.location import locate
from tests.benchmarks.expressions import listed, shares, work
from tests.gold.expressions import Fault

CASES = [
    {"sort": "near", "surface": "near Oslo"},
    {"sort": "near", "surface": "near Bergen"},
    {"sort": "road", "surface": "the E6"},
]
FAULTS = [None, Fault("inside", "Voss is 60 km off"), None]


@pytest.fixture(scope="module")
def engine():
    return geo.load(threads=1)


def test_cases_that_are_met_are_counted_a_line_a_sort_and_all_together():
    assert [line.split() for line in shares(CASES, FAULTS)] == [
        "near 1 of 2 50.0%".split(),
        "road 1 of 1 100.0%".split(),
        "all 2 of 3 66.7%".split(),
    ]


def test_what_is_wrong_is_listed_with_its_cause():
    (line,) = listed(CASES, FAULTS)
    assert line.split() == "inside near near Bergen: Voss is 60 km off".split()


def test_what_is_timed_is_what_a_parse_gives_to_locate(engine):
    text = "Rain fell on both sides of the border between Norway and Sweden."
    given = work(text, engine)
    assert given.article.text == text and given.shapes is engine.shapes
    assert locate(*given) == geo.parse(text, engine).mentions
    assert given.seconds() >= 0
