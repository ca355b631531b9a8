"""Tiles in a database become files with safe names."""

import sqlite3
from contextlib import closing

import pytest

from geo.drawing.mbtiles import LARGEST, unpack
from geo.errors import DataError

PNG = b"\x89PNG\r\n\x1a\n"
NORTH, SOUTH = PNG + b"north", PNG + b"south"


def made(path, rows):
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE tiles (zoom_level, tile_column, tile_row, tile_data)")
        database.executemany("INSERT INTO tiles VALUES (?, ?, ?, ?)", rows)
    return path


def unpacked(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_rows_are_counted_from_the_north(tmp_path):
    source = made(tmp_path / "one.db", [(1, 0, 1, NORTH), (1, 0, 0, SOUTH)])
    name = unpack(source, tmp_path / "tiles")
    assert unpacked(tmp_path / "tiles" / name) == {"1/0/0.png": NORTH, "1/0/1.png": SOUTH}


@pytest.mark.parametrize(
    "row",
    [
        (7, 0, 0, NORTH),
        (-1, 0, 0, NORTH),
        (1, 2, 0, NORTH),
        (1, -1, 0, NORTH),
        (1, 0, 2, NORTH),
        (1, "../../x", 0, NORTH),
        (1, 0, "0/../../x", NORTH),
        (1, 0.5, 0, NORTH),
        (1, None, 0, NORTH),
        (1, 0, 0, b"<svg onload=alert(1)>"),
        (1, 0, 0, "text"),
        (1, 0, 0, None),
        (1, 0, 0, PNG + b"0" * LARGEST),
    ],
)
def test_a_row_that_is_no_tile_of_the_world_is_left_out(tmp_path, row):
    name = unpack(made(tmp_path / "one.db", [(0, 0, 0, NORTH), row]), tmp_path / "tiles")
    assert unpacked(tmp_path / "tiles") == {f"{name}/0/0/0.png": NORTH}


def test_what_was_unpacked_is_not_unpacked_again(tmp_path):
    source = made(tmp_path / "one.db", [(0, 0, 0, NORTH)])
    tile = tmp_path / "tiles" / unpack(source, tmp_path / "tiles") / "0" / "0" / "0.png"
    tile.write_bytes(SOUTH)
    unpack(source, tmp_path / "tiles")
    assert tile.read_bytes() == SOUTH


def test_another_file_has_another_name(tmp_path):
    one = unpack(made(tmp_path / "one.db", [(0, 0, 0, NORTH)]), tmp_path / "tiles")
    two = unpack(made(tmp_path / "two.db", [(0, 0, 0, SOUTH)]), tmp_path / "tiles")
    assert one != two and len(unpacked(tmp_path / "tiles")) == 2


def test_a_process_that_comes_second_uses_what_the_first_unpacked(tmp_path, monkeypatch):
    source = made(tmp_path / "one.db", [(0, 0, 0, NORTH)])
    from geo.drawing import mbtiles

    write = mbtiles._write

    def slow(source, folder):
        monkeypatch.setattr(mbtiles, "_write", write)
        unpack(source, tmp_path / "tiles")
        return write(source, folder)

    monkeypatch.setattr(mbtiles, "_write", slow)
    name = unpack(source, tmp_path / "tiles")
    assert unpacked(tmp_path / "tiles") == {f"{name}/0/0/0.png": NORTH}


def test_a_file_that_breaks_off_leaves_nothing_behind(tmp_path):
    source = made(tmp_path / "one.db", [(6, n, n, PNG + bytes([n]) * 9000) for n in range(40)])
    whole = source.read_bytes()
    source.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(DataError, match="cannot be unpacked"):
        unpack(source, tmp_path / "tiles")
    assert unpacked(tmp_path / "tiles") == {}


@pytest.mark.parametrize("content", [b"", b"no database" * 99])
def test_what_is_no_database_of_tiles_is_told_in_a_line(tmp_path, content):
    (tmp_path / "one.db").write_bytes(content)
    with pytest.raises(DataError) as error:
        unpack(tmp_path / "one.db", tmp_path / "tiles")
    assert "one.db" in str(error.value) and "\n" not in str(error.value)


def test_a_file_without_tiles_and_a_folder_that_is_none_are_told(tmp_path):
    with pytest.raises(DataError, match="holds no tiles"):
        unpack(made(tmp_path / "one.db", []), tmp_path / "tiles")
    (tmp_path / "file").touch()
    with pytest.raises(DataError, match="cannot be unpacked"):
        unpack(tmp_path / "one.db", tmp_path / "file")
    with pytest.raises(DataError, match="cannot be unpacked"):
        unpack(tmp_path / "none.db", tmp_path / "tiles")
