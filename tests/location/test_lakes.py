"""The outlines of lakes that ship with Dateline."""

import pytest
import shapely

from geo import files
from geo.errors import DataError
from geo.location import lakes
from geo.types import Place


@pytest.fixture
def fresh():
    lakes.table.cache_clear()
    yield
    lakes.table.cache_clear()


@pytest.mark.parametrize(
    ("id", "inside"),
    [("lake-victoria", (33.0, -1.0)), ("lake-baikal", (107.8, 53.3)), ("lake-ladoga", (31.5, 60.9))],
)
def test_a_lake_lies_where_it_does(id, inside):
    area = lakes.outline(Place(f"dateline:{id}", id, 0, 0))
    assert area.is_valid and shapely.contains_xy(area, *inside)


def test_every_outline_is_a_valid_area():
    assert len(lakes.table()) == 91
    assert all(area.is_valid and shapely.get_dimensions(area) == 2 for area in lakes.table().values())


def test_a_lake_without_outline_has_none():
    assert lakes.outline(Place("dateline:nowhere", "Nowhere", 0, 0)) is None


def test_a_missing_file_says_how_to_get_it_back(monkeypatch, tmp_path, fresh):
    monkeypatch.setattr(lakes, "LAKES", files.DATA / "no-lakes.geojson")
    with pytest.raises(DataError, match="no-lakes.geojson is missing"):
        lakes.outline(Place("dateline:lake-victoria", "Lake Victoria", 0, 0))
