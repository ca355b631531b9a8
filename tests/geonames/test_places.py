import pytest

from geo.geonames import places
from tests.geonames import dump


def read(*lines):
    return places.read("".join(line + "\n" for line in lines).encode())


def row(**changed):
    """The row of Gomel, with other cells."""
    columns = "number name plain others lat lon cls code country cc2 adm1 adm2 adm3 adm4 people elevation dem zone date".split()
    gomel = dict(zip(columns, dump.PLACES.splitlines()[2].split("\t"), strict=True))
    return "\t".join({**gomel, **changed}.values())


def test_every_real_row_is_read():
    found, failures = places.read(dump.PLACES.encode())
    assert (len(found), failures.count) == (len(dump.PLACES.splitlines()), 0)


def test_a_row_holds_place_codes_and_people():
    ((number, name, lat, lon, country, feature, people, first, second, *_),), _ = read(dump.PLACES.splitlines()[7])
    assert (number, name, lat, lon) == (4717560, "Paris", 33.66094, -95.55551)
    assert (country, feature, people, first, second) == ("US", "P.PPLA2", 24839, "US.TX", "US.TX.277")


def test_a_population_of_nought_is_unknown_and_a_missing_feature_too():
    ((*_,), found), _ = read(row(people="0"), row(cls="", code=""))
    assert found[5] is None
    assert read(row(people="0"))[0][0][6] is None


def test_the_plain_spelling_is_a_name_only_where_it_is_filed_apart():
    (seco, munich), _ = read(row(name="Río Seco", plain="Rio Seco"), row(name="Горки", plain="Gorki"))
    assert (seco[10], munich[10]) == (None, "Gorki")


HOSTILE = {
    "no columns": "627907",
    "a column too many": row() + "\t",
    "no number": row(number="x"),
    "a number beyond 32 bits": row(number="9999999999"),
    "no name": row(name=" "),
    "a name of a megabyte": row(name="x" * 1_000_000),
    "latitude and longitude swapped": row(lat="139.7", lon="35.7"),
    "coordinates that are no numbers": row(lat="52,4"),
    "coordinates that are not a number": row(lat="nan"),
    "coordinates without end": row(lon="inf"),
    "a population below nought": row(people="-5"),
    "a population beyond everybody": row(people="99999999999"),
    "a country that is none": row(country="Belarus"),
    "a NUL": row(name="Go\0mel"),
}


@pytest.mark.parametrize("line", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_row_is_counted_and_the_next_is_read(line):
    found, failures = read(line, row())
    assert ([place[0] for place in found], failures.count) == ([627907], 1)
    assert len(failures.examples[0]) < 200


def test_a_row_that_is_not_utf8_is_counted_and_the_next_is_read():
    block = row(name="Gömel", others="").encode("latin-1") + b"\n" + row().encode() + b"\n"
    found, failures = places.read(block)
    assert (len(found), failures.count) == (1, 1)
