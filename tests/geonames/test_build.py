"""Building: whole, cut off and gone on with, of hostile files, and what is told of it."""

import io
import os
import signal
import sqlite3
import subprocess
import sys
import time
from functools import partial

import pytest

from geo import files
from geo.errors import DataError, OutputError
from geo.gazetteer import Gazetteer
from geo.geonames import build as building
from geo.geonames import inputs
from geo.geonames.build import build
from geo.geonames.progress import Progress
from tests.geonames import dump

SMALL_BLOCK = 4_000
"""Bytes: a block of some forty lines."""


@pytest.fixture
def folder(tmp_path):
    dump.tables(tmp_path / "tables")
    return dump.write(tmp_path / "dump")


def make(folder, out="places.sqlite", *, log=None, **options):
    """Build with small tables, in this process unless told otherwise."""
    options = {"processes": 0, "shipped": dump.Shipped(), "tables": folder.parent / "tables", **options}
    path = folder.parent / out
    return path, build(folder, path, progress=Progress(log or io.StringIO()), **options)


def test_the_same_files_give_the_same_bytes_whatever_the_processes(folder):
    one, counts = make(folder)
    other, _ = make(folder, "other.sqlite", processes=1)
    assert one.read_bytes() == other.read_bytes()
    assert counts["places"] == len(dump.PLACES.splitlines()) + 1  # our zone; our sea takes a row's place
    assert sorted(os.listdir(folder.parent)) == ["dump", "other.sqlite", "places.sqlite", "tables"]


def test_each_stage_and_each_long_step_is_told(folder):
    log = io.StringIO()
    make(folder, log=log)
    told = [line.removeprefix("geo: ") for line in log.getvalue().splitlines()]
    assert [line.split(",")[0] for line in told[:3]] == [inputs.PLACES, inputs.NAMES, inputs.HIERARCHY]
    assert told[3:-1] == [f"writing: {step}" for step in building.STEPS.values()]
    assert "places.sqlite: " in told[-1] and "places, " in told[-1]


def test_a_dump_of_a_few_lines_of_one_country_is_built_with_all_our_tables(tmp_path):
    first = "".join(dump.PLACES.splitlines(keepends=True)[:4])
    division = dump.FIRST_LEVEL.splitlines(keepends=True)[0]
    few = {"alternateNamesV2": "", "admin1CodesASCII": division, "admin2Codes": "", "hierarchy": ""}
    folder = dump.write(tmp_path / "dump", allCountries=first, **few)
    log = io.StringIO()
    out, _ = make(folder, tables=files.TABLES, log=log)
    assert " rows name countries or divisions that the dump lacks and were left out" in log.getvalue()
    assert Gazetteer(out).look_up("Gomel")[0].place.id == "geonames:627907"


def test_archives_give_the_same_places_as_plain_files(folder):
    plain, counts = make(folder)
    for name in inputs.ZIPPED:
        dump.pack(folder, name)
    assert make(folder, "zipped.sqlite")[1] == counts


def test_about_names_files_dates_hashes_and_attribution(folder):
    about = Gazetteer(make(folder)[0]).about()
    source, own = about["sources"]
    assert (source["name"], source["date"], source["licence"]) == ("geonames", "2026-02-02", "CC BY 4.0")
    assert "GeoNames" in source["attribution"]
    assert [file["name"] for file in source["files"]] == list(inputs.FILES)
    assert all(len(file["sha256"]) == 64 and file["bytes"] for file in source["files"])
    assert own["name"] == "dateline"


HOSTILE = b"1\t2\n\xff\xfe\n" + b"x" * 9_000 + b"\n5\t\x00\t\t\n" + b"\t" * 18 + b"\n" + b"\t" * 50 + b"\n"


@pytest.mark.parametrize("name", ["allCountries", "alternateNamesV2", "hierarchy", "admin1CodesASCII", "admin2Codes"])
def test_hostile_lines_are_counted_shown_and_left_out(folder, name):
    _, counts = make(folder)
    dump.write(folder, **{name: HOSTILE + dump.FILES[f"{name}.txt"].encode()})
    log = io.StringIO()
    path, found = make(folder, log=log, block_bytes=SMALL_BLOCK)
    told = next(line for line in log.getvalue().splitlines() if "could not be read" in line)
    assert found == counts
    assert f"{name}.txt: " in told and "the first: " in told and len(told) < 1_000
    assert Gazetteer(path).about()["unread_lines"][f"{name}.txt"] >= 5


# Cut off and gone on with.

SLOW = """
import sys, time
from pathlib import Path
from geo.geonames.build import build
from geo.geonames.progress import Progress
from tests.geonames import dump

class Slow(Progress):
    def bar(self, *words):
        bar = super().bar(*words)
        time.sleep(0.01)
        return bar

def slowly(reader):
    def read(block):
        time.sleep(0.02)
        return reader(block)
    return read

import geo.geonames.build as building
building.STAGES = tuple((name, slowly(reader)) for name, reader in building.STAGES)
folder = Path(sys.argv[1])
build(folder, folder.parent / "places.sqlite", processes=0, block_bytes=4_000,
      shipped=dump.Shipped(), tables=folder.parent / "tables", progress=Slow())
"""


def kill_in(folder, stage):
    """Start a build in a process of its own and kill it as soon as it has committed a part of the stage."""
    command = [sys.executable, "-c", SLOW, str(folder)]
    running = subprocess.Popen(command, cwd=files.ROOT, stderr=subprocess.PIPE)
    while running.poll() is None and reached(folder, stage) == 0:
        time.sleep(0.01)
    running.send_signal(signal.SIGKILL)
    running.communicate()
    assert running.returncode == -signal.SIGKILL
    return reached(folder, stage)


def reached(folder, stage):
    draft = folder.parent / "places.sqlite.draft"
    if not draft.exists():
        return 0
    connection = sqlite3.connect(draft, timeout=5)
    try:
        return int(dict(connection.execute("SELECT key, value FROM progress")).get(stage, 0))
    except sqlite3.OperationalError:  # the table is about to be made
        return 0
    finally:
        connection.close()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a system with SIGKILL")
@pytest.mark.parametrize("stage", [inputs.PLACES, inputs.NAMES])
def test_a_build_that_was_killed_goes_on_and_gives_the_same_bytes(folder, stage):
    dump.write(folder, allCountries=dump.many(4_000), alternateNamesV2=dump.many_names(6_000))
    whole, counts = make(folder, "whole.sqlite", block_bytes=SMALL_BLOCK)
    assert 0 < kill_in(folder, stage) < (folder / stage).stat().st_size
    assert not (folder.parent / "places.sqlite").exists()
    log = io.StringIO()
    resumed, found = make(folder, log=log, block_bytes=SMALL_BLOCK)
    assert "going on with places.sqlite, which was cut off" in log.getvalue() and f"{stage}, " in log.getvalue()
    assert found == counts
    assert resumed.read_bytes() == whole.read_bytes()


def test_a_draft_of_other_files_is_removed_and_not_mixed_in(folder):
    dump.write(folder, allCountries=dump.many(500))

    def broken(block):
        raise RuntimeError("cut off")

    stages = building.STAGES
    building.STAGES = (stages[0], (inputs.NAMES, broken), stages[2])
    try:
        with pytest.raises(RuntimeError):
            make(folder)
    finally:
        building.STAGES = stages
    dump.write(folder)
    log = io.StringIO()
    _, counts = make(folder, log=log)
    assert "its draft is removed" in log.getvalue()
    assert counts["places"] == len(dump.PLACES.splitlines()) + 1


# What is refused before hours of work.


def test_the_shipped_gazetteer_and_the_dump_are_never_overwritten(folder):
    for out in (files.PLACES, folder / inputs.PLACES):
        with pytest.raises(OutputError, match="give --out another name"):
            build(folder, out, processes=0)


def test_a_folder_that_is_not_there_is_told(folder):
    with pytest.raises(OutputError, match="cannot be written"):
        make(folder, "gone/places.sqlite")


def test_too_small_a_disk_is_told_with_figures(folder, monkeypatch):
    monkeypatch.setattr(building, "ROOM", 1e15)
    with pytest.raises(OutputError, match=r"needs .* GB of free disk while it is built, there are "):
        make(folder)


def test_missing_files_are_told(folder):
    (folder / inputs.NAMES).unlink()
    with pytest.raises(DataError, match="lacks alternateNamesV2.txt"):
        make(folder)


def test_a_draft_that_another_build_holds_is_told(folder, monkeypatch):
    monkeypatch.setattr(
        sqlite3, "connect", partial(sqlite3.connect, timeout=0)
    )  # else SQLite asks again for five seconds
    holder = sqlite3.connect(folder.parent / "places.sqlite.draft", isolation_level=None)
    holder.execute("CREATE TABLE progress (key TEXT, value TEXT)")
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(OutputError, match="cannot be built .*locked"):
        make(folder)
    holder.close()
