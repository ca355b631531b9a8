"""Divisions as the package tells them."""

import json
import tarfile

import pytest
import shapely

from geo.errors import DataError
from geo.sources import natural_earth

BOW_TIE = shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])
SPIKE = shapely.Polygon([(0, 0), (4, 0), (4, 4), (2, 4), (2, 4.000001), (2, 4), (0, 4)])


def test_what_crosses_itself_becomes_valid_and_specks_are_dropped():
    assert natural_earth.clean(BOW_TIE).is_valid
    assert natural_earth.clean(SPIKE).geom_type == "Polygon"


def test_coordinates_are_put_on_the_grid():
    cleaned = natural_earth.clean(shapely.box(0.123456789, 0, 1, 1))
    assert cleaned.bounds[0] == 0.12346


def test_a_package_with_another_number_of_divisions_is_refused(tmp_path):
    (tmp_path / "admin1.json").write_text(json.dumps({"features": []}))
    with tarfile.open(tmp_path / "places.tgz", "w:gz") as archive:
        archive.add(tmp_path / "admin1.json", natural_earth.MEMBER)
    with pytest.raises(DataError, match="0 divisions, not 4596"):
        list(natural_earth.read(tmp_path / "places.tgz"))
