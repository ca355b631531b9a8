"""GeoPackage, for QGIS and its kin: mentions as points, and what is more than a point once for each place.

An outline of thousands of corners stands once in the file, not once for each mention of its country; `place_id` joins the
two. The rows are written by GDAL (pyogrio), some at a time, so memory does not grow with them.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, BinaryIO

from geo.exporting.cleaning import as_day, without_controls
from geo.exporting.geometry import shape
from geo.exporting.provenance import NOTHING_KNOWN, Provenance
from geo.exporting.table import COLUMNS, rows
from geo.exporting.tallies import Tallies, Tally
from geo.types import Mention, Story

if TYPE_CHECKING:
    import numpy as np

BATCH = 5000
"""Rows written at a time: a few megabytes with their sentences."""

STEADY = "1970-01-01T00:00:00.000Z"
"""When the layers were changed last, as far as the file says: equal stories shall give equal bytes."""

TURN = Lock()
"""Threads change the option one after the other."""

NUMBERS = frozenset({"lat", "lon", "radius_km", "confidence"})
WHOLE = frozenset({"start", "end", "mentions", "articles", "literal", "verified", "flagged"})
DAYS = frozenset({"date", "when_from", "when_to"})
YES_OR_NO = frozenset({"boilerplate"})
"""Columns by what they hold; the others hold text."""

PLACE_COLUMNS = (
    "place_id", "name", "country_code", "feature", "radius_km", "mentions", "articles", "literal", "confidence",
    "verified", "flagged",
)  # fmt: skip

LINES = ("LineString", "MultiLineString")
AREAS = ("Polygon", "MultiPolygon")


def write(stories: Iterable[Story], out: BinaryIO, made_by: Provenance = NOTHING_KNOWN) -> None:
    """The file, once the last story has come; until then it grows in the folder for temporary files.

    Layers `points` (a row a located mention), `lines` and `areas` (a row a place), and the tables `unlocated` (the other
    mentions) and `about`; only `points` and `about` are there in any case.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "places.gpkg"
        _write(stories, path, made_by)
        with path.open("rb") as file:
            shutil.copyfileobj(file, out)


def _write(stories: Iterable[Story], path: Path, made_by: Provenance) -> None:
    points, unlocated = _Layer(path, "points", COLUMNS, "Point"), _Layer(path, "unlocated", COLUMNS, None)
    tallies = Tallies()
    for story in tallies.counted(stories):
        for mention, row in zip(story.mentions, rows(story), strict=True):
            if mention.place and mention.location:
                points.add(row, _point(mention))
            else:
                unlocated.add(row, None)
    points.close(also_empty=True)
    unlocated.close()
    _shapes(path, tallies)
    about = _Layer(path, "about", ("name", "value"), None)
    for name, value in made_by.rows():
        about.add({"name": name, "value": value}, None)
    about.close()


def _shapes(path: Path, tallies: Tallies) -> None:
    """The lines and areas of the places that have any."""
    import shapely

    layers = {
        kind: _Layer(path, name, PLACE_COLUMNS, kind)
        for name, kind in (("lines", "MultiLineString"), ("areas", "MultiPolygon"))
    }
    for tally in tallies:
        geometry = shape(tally.location)
        for kind, parts in _parts(geometry) if geometry else ():
            layers[kind].add(
                _place(tally), shapely.to_wkb(shapely.geometry.shape({"type": kind, "coordinates": parts}))
            )
    for layer in layers.values():
        layer.close()


def _parts(geometry: dict[str, Any]) -> Iterable[tuple[str, list[Any]]]:
    """The lines, then the areas of a GeoJSON geometry, each kind as the coordinates of several; points are left out."""
    singles = list(_singles(geometry))
    for kind in ("LineString", "Polygon"):
        found = [coordinates for each, coordinates in singles if each == kind]
        if found:
            yield f"Multi{kind}", found


def _singles(geometry: dict[str, Any]) -> Iterable[tuple[str, Any]]:
    kind = geometry["type"]
    if kind == "GeometryCollection":
        for part in geometry["geometries"]:
            yield from _singles(part)
    elif kind.startswith("Multi"):
        yield from ((kind.removeprefix("Multi"), part) for part in geometry["coordinates"])
    else:
        yield kind, geometry["coordinates"]


def _point(mention: Mention) -> bytes:
    import shapely

    return shapely.to_wkb(shapely.Point(mention.location.lon, mention.location.lat))


def _place(tally: Tally) -> dict[str, Any]:
    known = {name: getattr(tally, name) for name in PLACE_COLUMNS if hasattr(tally, name)}
    place = {name: getattr(tally.place, name) for name in ("name", "country_code", "feature")}
    return {"place_id": tally.place.id, "radius_km": tally.location.radius_km, **place, **known}


class _Layer:
    """A layer or, without a kind of geometry, a table, written `BATCH` rows at a time."""

    def __init__(self, path: Path, name: str, columns: Sequence[str], kind: str | None) -> None:
        self.path, self.name, self.columns, self.kind = path, name, columns, kind
        self.rows: list[dict[str, Any]] = []
        self.shapes: list[bytes | None] = []
        self.begun = False

    def add(self, row: dict[str, Any], wkb: bytes | None) -> None:
        self.rows.append(row)
        self.shapes.append(wkb)
        if len(self.rows) == BATCH:
            self._flush()

    def close(self, *, also_empty: bool = False) -> None:
        """Write what is left; a layer without a row is made only where that is asked for."""
        if self.rows or (also_empty and not self.begun):
            self._flush()

    def _flush(self) -> None:
        import numpy as np
        from pyogrio import raw

        data = [_column(name, [row[name] for row in self.rows]) for name in self.columns]
        place = {"geometry_type": self.kind, "crs": "EPSG:4326"} if self.kind else {}
        geometry = np.array(self.shapes, dtype=object) if self.kind else None
        with _steady():
            raw.write(
                str(self.path), geometry, data, np.array(self.columns, dtype=object), layer=self.name, driver="GPKG",
                append=self.begun or self.path.exists(), **place,
            )  # fmt: skip
        self.begun, self.rows, self.shapes = True, [], []


@contextmanager
def _steady() -> Iterator[None]:
    """What is written in the block says `STEADY`. GDAL has one such option for the whole process; it is put back."""
    import pyogrio

    with TURN:
        before = pyogrio.get_gdal_config_option("OGR_CURRENT_DATE")
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": STEADY})
        try:
            yield
        finally:
            pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": before})


def _column(name: str, values: list[Any]) -> np.ndarray:
    """The values of a column as GDAL takes them; what is unknown is null in each kind."""
    import numpy as np

    if name in NUMBERS:
        return np.array([np.nan if value is None else value for value in values], dtype=np.float64)
    if name in WHOLE:
        return np.array(values, dtype=np.int64)
    if name in YES_OR_NO:
        return np.array(values, dtype=bool)
    if name in DAYS:
        return np.array([as_day(value) or "NaT" for value in values], dtype="datetime64[D]")
    return np.array([None if value is None else without_controls(value) for value in values], dtype=object)
