import pytest

from geo import files
from geo.errors import DataError


def test_a_file_that_is_there_is_its_own_path(tmp_path):
    assert files.shipped(tmp_path) == tmp_path


def test_a_missing_file_says_how_to_get_it_back(tmp_path):
    with pytest.raises(DataError, match="places.sqlite is missing.*git checkout"):
        files.shipped(tmp_path / "places.sqlite")


def test_a_missing_file_is_restored_by_its_path_from_the_repositorys_folder():
    with pytest.raises(DataError, match="`git checkout -- data/tables/gone.csv`"):
        files.shipped(files.TABLES / "gone.csv")


@pytest.mark.parametrize("path", [files.ARTICLES, files.TABLES, files.PLACES, files.SHAPES, files.MODEL, files.VENDOR])
def test_everything_that_ships_is_in_the_repository(path):
    assert path.exists() and path.is_relative_to(files.ROOT)
