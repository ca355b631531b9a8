"""Queries that tell a place through another."""

import pytest

from geo.location import Shapes, queries
from geo.types import Match
from tests.location.atlas import PLACES, SmallGazetteer


@pytest.fixture(scope="module")
def shapes():
    return Shapes()


def told(query, shapes):
    def look_up(name):
        return Match(PLACES[name], name, "official") if name in PLACES else None

    return queries.told(query, look_up, shapes, SmallGazetteer())


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("30 km north of Kyiv", "30 km north of Kyiv"),
        ("near the city of Gomel", "Near Gomel"),
        ("between Kyiv and Gomel", "Between Kyiv and Gomel"),
        ("the road from Kyiv to Gomel", "Way between Kyiv and Gomel"),
        ("eastern Ukraine", "Eastern Ukraine"),
        ("in the east of Ukraine", "Eastern Ukraine"),
        ("Ukraine's east", "Eastern Ukraine"),
    ],
)
def test_the_whole_query_is_the_expression(query, name, shapes):
    found = told(query, shapes)
    assert found.place.name == name and found.location.geometry["type"] == "Polygon"


@pytest.mark.parametrize(
    "query", ["Kyiv", "30 km north of Velmoria", "Hotel 30 km north of Kyiv", "near " * 40 + "Kyiv", ""]
)
def test_other_queries_are_none(query, shapes):
    assert told(query, shapes) is None
