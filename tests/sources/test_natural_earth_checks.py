"""The cross-checks that stop a build."""

from collections import Counter

import pytest
import shapely

from geo.sources import natural_earth_checks as checks
from geo.sources import natural_earth_topology
from geo.sources.natural_earth import Unit

AREAS = [shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)]
UNITS = [
    Unit("AAA-1", "AA-1", "AA", "West", "West", None, AREAS[0]),
    Unit("BBB-1", "BB-1", "BB", "East", "East", None, AREAS[1]),
]
NEIGHBOURS = {"objects": {"countries": {"geometries": [
    {"type": "Polygon", "arcs": [[0, 1]], "properties": {"a3": "AAA"}},
    {"type": "Polygon", "arcs": [[2, ~1]], "properties": {"a3": "BBB"}},
]}}}  # fmt: skip
STRANGERS = {"objects": {"countries": {"geometries": []}}}


@pytest.fixture(autouse=True)
def small_world(monkeypatch):
    monkeypatch.setattr(checks, "LEAST_DIVISIONS", 0)
    monkeypatch.setattr(checks, "EXPLAINED", set())
    monkeypatch.setattr(checks.natural_earth_claims, "misspelt", lambda units: ())


def faults(atlas: dict, towns: dict[int, Counter]) -> list[str]:
    shapes = [({"keys": ["AA"], "level": 0}, [0]), ({"keys": ["BB"], "level": 0}, [1])]
    return list(checks.faults(natural_earth_topology.build(AREAS, shapes, {}), UNITS, atlas, towns))


def test_outlines_that_agree_with_both_sources_have_no_fault():
    assert faults(NEIGHBOURS, {0: Counter({"AA.01": 100}), 1: Counter({"BB.01": 100})}) == []


def test_neighbours_that_only_one_source_has_are_a_fault():
    assert faults(STRANGERS, {}) == ["AA and BB are neighbours only here"]


def test_a_country_whose_towns_lie_elsewhere_is_a_fault():
    found = faults(NEIGHBOURS, {0: Counter({"AA.01": 100}), 1: Counter({"AA.01": 50, "BB.01": 10})})
    assert found == ["only 100 of 150 towns of AA lie in its outline"]


def test_too_few_divisions_are_a_fault(monkeypatch):
    monkeypatch.setattr(checks, "LEAST_DIVISIONS", 1)
    assert faults(NEIGHBOURS, {}) == ["only 0 first-level divisions have an outline"]
