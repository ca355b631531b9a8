"""The nearest places, across the antimeridian and at the poles too: compared with looking at all of them."""

import math
import random

import pytest
from geopy.distance import great_circle

from geo.gazetteer import schema
from geo.gazetteer.nearby import Spot, nearest, spans

FINER = 2


def globe(count, seed=7):
    """Points spread evenly over the globe, some of them in a cluster, filed by patch."""
    chance = random.Random(seed)
    spots = [
        Spot(math.degrees(math.asin(chance.uniform(-1, 1))), chance.uniform(-180, 180), number)
        for number in range(count)
    ]
    spots += [Spot(52 + chance.random(), 30 + chance.random(), count + number) for number in range(count // 4)]
    cells = {}
    for spot in spots:
        steps = (round(spot.lat * schema.STEPS_PER_DEGREE), round(spot.lon * schema.STEPS_PER_DEGREE))
        cells.setdefault(schema.cell(*steps, FINER), []).append(spot)
    return spots, lambda first, last: [s for cell in sorted(cells) if first <= cell <= last for s in cells[cell]]


SPOTS, READ = globe(400)


@pytest.mark.parametrize(
    ("lat", "lon"),
    [(52.4, 30.9), (0, 0), (0, 179.99), (-18, -180), (89.99, 12), (-90, 0), (90, 180), (64, -179.5), (-75, 100)],
)
def test_the_nearest_are_those_that_a_look_at_all_would_find(lat, lon):
    every = sorted((great_circle((lat, lon), (spot.lat, spot.lon)).km, spot.number) for spot in SPOTS)
    found = nearest(READ, lat=lat, lon=lon, limit=5, finer=FINER)
    assert [number for _, number in found] == [number for _, number in every[:5]]
    assert [km for km, _ in found] == pytest.approx([km for km, _ in every[:5]])


def test_fewer_places_than_asked_for_are_all_given_and_none_twice():
    found = nearest(READ, lat=10, lon=10, limit=10_000, finer=FINER)
    assert sorted(number for _, number in found) == sorted(spot.number for spot in SPOTS)


def test_an_empty_globe_has_no_nearest_place():
    assert nearest(lambda first, last: [], lat=1, lon=1, limit=3, finer=1) == []


def test_a_box_across_the_antimeridian_is_two_runs_in_each_row():
    assert list(spans(0.5, 179.9, 0.4, 1)) == [(90 * 360 + 359, 90 * 360 + 359), (90 * 360, 90 * 360)]
