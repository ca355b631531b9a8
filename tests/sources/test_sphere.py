import pytest

from geo.sources.sphere import centre, points_km


def test_paris_to_london_is_344_km():
    assert points_km((48.8566, 2.3522), (51.5074, -0.1278)) == pytest.approx(344, abs=1)


@pytest.mark.parametrize(
    ("one", "other", "far"), [((0, 0), (0, 0), 0), ((90, 0), (-90, 0), 20015), ((0, 179), (0, -179), 222)]
)
def test_poles_and_the_date_line_are_no_trouble(one, other, far):
    assert points_km(one, other) == pytest.approx(far, abs=1)


def test_the_centre_of_one_point_is_that_point():
    assert centre([(52.4, 31.0)]) == pytest.approx((52.4, 31.0))
