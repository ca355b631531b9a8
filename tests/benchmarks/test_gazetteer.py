"""How long a look-up takes, beside the least it could: `pytest tests/benchmarks -m benchmark_run`."""

import sqlite3

import pytest

from geo import files
from geo.gazetteer import Gazetteer, key

NAMES = ["Gomel", "Kyiv", "Paris", "Springfield", "Texas", "Ukrainian", "Black Sea", "Lamar County", "U.S.", "Atlantis"]
"""Rare and frequent, with one bearer and with thirty, and one that is not there."""

pytestmark = pytest.mark.benchmark_run


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer()


def test_opening(benchmark):
    benchmark(Gazetteer)


def test_look_up_of_a_name_not_asked_before(benchmark, gazetteer):
    benchmark(lambda: [gazetteer._answer(key(name)) for name in NAMES])


def test_look_up_of_a_name_asked_before(benchmark, gazetteer):
    benchmark(lambda: [gazetteer.look_up(name) for name in NAMES])


def test_plain_sqlite_reads_of_the_same_keys(benchmark):
    connection = sqlite3.connect(f"{files.PLACES.as_uri()}?mode=ro&immutable=1", uri=True)
    keys = [(key(name),) for name in NAMES]
    statement = "SELECT place FROM names WHERE key = ?"
    benchmark(lambda: [connection.execute(statement, wanted).fetchall() for wanted in keys])
    connection.close()


def test_plain_dictionary_of_the_same_answers(benchmark, gazetteer):
    answers = {name: gazetteer.look_up(name) for name in NAMES}
    benchmark(lambda: [answers.get(name, ()) for name in NAMES])


def test_normalising(benchmark):
    benchmark(lambda: [key(name) for name in NAMES])
