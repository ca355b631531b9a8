"""Our own tables: what no registry has, or has under too few names. Plain CSV in `data/tables`, one row a fact.

Four layouts of places, told apart by their columns:

- places: `id,name,names,feature,lat,lon,radius_km,country_code,population,source,precision`. `names` are further names,
  parted by `|`, each with an optional kind before a colon: `former:Aral Lake`.
- names of places that other sources have: `place,kind,names,source,precision`. `place` is an ISO country code (`US`), a
  GeoNames division code (`US.CA`), or an id (`geonames:703448`).
- members of world regions: `region,members,source,precision`. `region` is an id, `members` are codes or ids, parted by `|`.
- other views of disputed land: `place,view,country_code,source,precision`; an empty country is nobody's. Only differences
  from the view of the United Nations, which is what all other rows state.

Outlets of news (`domain,…`) are no places of the gazetteer and are left to `geo.resolution.outlet`.

`*.geojson` hold places with a geometry: a FeatureCollection whose properties are the columns of a row of places.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast, get_args

import shapely

from geo.errors import DataError
from geo.sources import boxes
from geo.sources.records import Names, Record, also
from geo.types import VIEWS, NameKind

SOURCE = "dateline"
KINDS = get_args(NameKind)
Row = dict[str, str]


def read(folder: Path, ids: Mapping[str, str]) -> Iterator[Record]:
    """Every row of every table, tables in order of their file names. `ids` turns country and division codes into ids."""
    for path in sorted(folder.glob("*.csv")):
        columns, rows = _rows(path)
        reader = next((read for column, read in READERS.items() if column in columns), None)
        if reader is None and not {VIEW, OUTLET, SIDE}.intersection(columns):
            raise DataError(f"{path.name} has the columns {', '.join(columns)}, which is no layout of ours")
        for line, row in rows if reader else ():
            yield _told_where(reader, row, ids, f"{path.name}, line {line}")
    for path in sorted(folder.glob("*.geojson")):
        for number, feature in enumerate(json.loads(path.read_text(encoding="utf-8"))["features"], start=1):
            yield _told_where(read_feature, feature, ids, f"{path.name}, feature {number}")


def read_places(folder: Path) -> Iterator[Record]:
    """The rows that are places, which need no ids of others; tables in order of their file names."""
    for path in sorted(folder.glob("*.csv")):
        columns, rows = _rows(path)
        for line, row in rows if PLACES in columns else ():
            yield _told_where(read_place, row, {}, f"{path.name}, line {line}")


def read_views(folder: Path, ids: Mapping[str, str]) -> list[tuple[str, str, str | None]]:
    """Other views: the view, the code of a country or division or the id of a place, and who administers it there."""
    tables = (_rows(path) for path in sorted(folder.glob("*.csv")))
    found = [read_view(row, ids) for columns, rows in tables if VIEW in columns for _, row in rows]
    return sorted(found, key=lambda row: row[:2])


def read_view(row: Row, ids: Mapping[str, str]) -> tuple[str, str, str | None]:
    """One row; `DataError` for a view or a code that nobody knows."""
    try:
        view, _ = VIEWS[VIEWS.index(row[VIEW])], _id(row["place"], ids)
    except (ValueError, KeyError) as error:
        raise DataError(f"no such view or place: {row[VIEW]!r} of {row['place']!r}") from error
    return view, row["place"], row["country_code"] or None


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
    return Record(id=_id(place, ids), source=SOURCE, name=shown, names=names)


def read_members(row: Row, ids: Mapping[str, str]) -> Record:
    """What makes up a region of the world."""
    members = {_id(member.strip(), ids) for member in row["members"].split("|")}
    return Record(id=_id(row["region"], ids), source=SOURCE, members=tuple(sorted(members)))


def read_feature(feature: Mapping[str, Any], ids: Mapping[str, str]) -> Record:
    """A place with a geometry; its point lies in the area or on the line."""
    cells = {name: "" if value is None else str(value) for name, value in feature["properties"].items()}
    shape = shapely.from_geojson(json.dumps(feature["geometry"]))
    if not shape.is_valid or shape.is_empty:
        raise ValueError(shapely.is_valid_reason(shape))
    spot = shapely.point_on_surface(shape)
    row = dict.fromkeys(("names", "population", "radius_km"), "") | cells | {"lat": str(spot.y), "lon": str(spot.x)}
    return replace(read_place(row, ids), bbox=boxes.around(shape), outline=shapely.to_wkb(shape))


def split_names(text: str) -> Names:
    """ "Sea of Azov|former:Maeotis" → names with kinds; without a kind a name is a usual English one."""
    pairs = (name.rpartition(":")[::2] for name in text.split("|") if name.strip())
    return tuple((name.strip(), _kind(kind or "english")) for kind, name in pairs)


PLACES = "lat"
READERS = {PLACES: read_place, "kind": read_names, "members": read_members}
"""A column that only one layout has, and the reader of that layout."""
VIEW = "view"
OUTLET = "domain"
SIDE = "one"
"""Columns of tables that tell of no place: who administers disputed land, where outlets of news are at home, and what lies on
the two sides of a line."""


def _id(text: str, ids: Mapping[str, str]) -> str:
    return text if ":" in text else ids[text]


def _rows(path: Path) -> tuple[Sequence[str], list[tuple[int, Row]]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return rows.fieldnames or (), [(rows.line_num, row) for row in rows]


def _kind(text: str) -> NameKind:
    if text not in KINDS:
        raise ValueError(f"no such kind of name: {text!r}; there are {', '.join(KINDS)}")
    return cast(NameKind, text)


def _number(text: str) -> float | None:
    return float(text) if text else None


def _told_where(reader: Callable[..., Record], row: Any, ids: Mapping[str, str], where: str) -> Record:
    try:
        return reader(row, ids)
    except (KeyError, ValueError, TypeError, AttributeError, shapely.errors.ShapelyError) as error:
        raise DataError(f"{where}: {error!r}") from error
