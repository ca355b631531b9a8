"""What the small map reports."""

import pytest

from geo.ui.sketch_view import drawn


def test_the_geometry_that_was_drawn_last_is_taken():
    point = {"type": "Point", "coordinates": [30.5, 50.4]}
    assert drawn([point, 1700000000]) == point


@pytest.mark.parametrize("reported", [None, [], {}, [None, 1700000000], ["<img>", 1], "x"])
def test_nothing_is_drawn_yet_or_any_more(reported):
    assert drawn(reported) is None
