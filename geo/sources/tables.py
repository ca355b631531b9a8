"""Our own tables: what no registry has, or has under too few names. Plain CSV in `data/tables`, one row a fact.

Two layouts, told apart by their columns:

- places: `id,name,names,feature,lat,lon,radius_km,country_code,population,source,precision`. `names` are further names,
  parted by `|`, each with an optional kind before a colon: `former:Aral Lake`.
- names of places that other sources have: `place,kind,names,source,precision`. `place` is an ISO country code (`US`), a
  GeoNames division code (`US.CA`), or an id (`geonames:703448`).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast, get_args

from geo.errors import DataError
from geo.sources.records import Names, Record, also
from geo.types import NameKind

SOURCE = "dateline"
KINDS = get_args(NameKind)
Row = dict[str, str]


def read(folder: Path, ids: Mapping[str, str]) -> Iterator[Record]:
    """Every row of every table, tables in order of their file names. `ids` turns country and division codes into ids."""
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file)
            reader = read_place if "lat" in (rows.fieldnames or ()) else read_names
            for row in rows:
                yield _told_where(reader, row, ids, f"{path.name}, line {rows.line_num}")


def read_place(row: Row, ids: Mapping[str, str]) -> Record:
    """A place of our own, or what GeoNames says too little about. Empty cells are unknown."""
    return Record(
        id=row["id"],
        source=SOURCE,
        name=row["name"],
        names=split_names(row["names"]),
        lat=_number(row["lat"]),
        lon=_number(row["lon"]),
        country_code=row["country_code"] or None,
        feature=row["feature"] or None,
        population=int(row["population"]) if row["population"] else None,
        radius_km=_number(row["radius_km"]),
    )


def read_names(row: Row, ids: Mapping[str, str]) -> Record:
    """More names for a place that another source has; kind `official` changes the name to show."""
    place = row["place"]
    names = also(row["names"].split("|"), _kind(row["kind"]))
    shown = names[0][0] if row["kind"] == "official" else None
    return Record(id=place if ":" in place else ids[place], source=SOURCE, name=shown, names=names)


def split_names(text: str) -> Names:
    """ "Sea of Azov|former:Maeotis" → names with kinds; without a kind a name is a usual English one."""
    pairs = (name.rpartition(":")[::2] for name in text.split("|") if name.strip())
    return tuple((name.strip(), _kind(kind or "english")) for kind, name in pairs)


def _kind(text: str) -> NameKind:
    if text not in KINDS:
        raise ValueError(f"no such kind of name: {text!r}; there are {', '.join(KINDS)}")
    return cast(NameKind, text)


def _number(text: str) -> float | None:
    return float(text) if text else None


def _told_where(reader, row: Row, ids: Mapping[str, str], where: str) -> Record:
    try:
        return reader(row, ids)
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise DataError(f"{where}: {error!r}") from error
