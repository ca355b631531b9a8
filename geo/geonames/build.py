"""Builds a gazetteer from GeoNames' files: one stage a file, each in blocks that are committed with how far they reach."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from geo import files
from geo.errors import OutputError
from geo.gazetteer import Gazetteer, schema
from geo.gazetteer.writing import Draft
from geo.geonames import blocks, divisions, hierarchy, inputs, names, places
from geo.geonames.blocks import Failures
from geo.geonames.inputs import Input
from geo.geonames.merging import Divided, Local, Merging
from geo.geonames.parallel import Readers, readers
from geo.geonames.progress import Progress
from geo.geonames.shipped import Shipped
from geo.sources.pins import GEONAMES, OWN
from geo.version import VERSION

ROOM = 5.0
"""Free disk a build needs, in bytes of the unpacked input: the draft, what SQLite sorts, and the file. 2.3 GB took 8."""

STAGES: tuple[tuple[str, Callable[[bytes], Any]], ...] = (
    (inputs.PLACES, places.read),
    (inputs.NAMES, names.read),
    (inputs.HIERARCHY, hierarchy.read),
)
"""The large files in the order in which they have to be read, with what reads their blocks."""


def build(
    folder: Path,
    out: Path,
    *,
    progress: Progress | None = None,
    processes: int | None = None,
    block_bytes: int = blocks.BLOCK,
    shipped: Shipped | None = None,
    tables: Path = files.TABLES,
) -> dict[str, int]:
    """Write the gazetteer, or go on with one that was cut off, and return how many places and names it holds.

    `processes`: how many read beside the one that writes; 0 none, None by the number of cores. `shipped` and `tables`: the
    gazetteer and the tables that ship, unless a test brings its own.
    """
    found = inputs.find(folder)
    progress = progress or Progress()
    _spare(out, found.values())
    try:
        with readers(processes) as pool:
            local = Local(shipped or Gazetteer(files.PLACES), tables)
            job = _Job(found, out, progress, local, [] if shipped else [files.PLACES])
            for name, reader in STAGES:
                job.run(name, reader, pool, block_bytes)
        return job.finish()
    except (sqlite3.Error, OSError) as error:
        if isinstance(error, OutputError):
            raise
        raise OutputError(
            f"{out}: cannot be built ({error}); what is done is kept, the same command goes on"
        ) from error


class _Job:
    """One build: the draft, and what is known while it grows."""

    def __init__(
        self,
        found: Mapping[str, Input],
        out: Path,
        progress: Progress,
        local: Local,
        also: Sequence[Path],
    ):
        self._found, self._out, self._progress = found, out, progress
        self._made_of = [*(source.path for source in found.values()), *sorted(local.tables.iterdir()), *also]
        self._failures = {name: Failures() for name in inputs.FILES}
        first, second = (self._divisions(name) for name in (inputs.FIRST_LEVEL, inputs.SECOND_LEVEL))
        self._draft, self._done = self._begin()
        twins = json.loads(self._done.get("twins", "{}"))
        self._merging = Merging(self._draft, local, Divided(first, second), twins)
        for name, _ in STAGES:
            self._failures[name] = Failures(*json.loads(self._done.get(f"failed {name}", "[]")))

    def run(self, name: str, reader: Callable[[bytes], Any], pool: Readers, block_bytes: int) -> None:
        """One stage, from where it was cut off."""
        source, start = self._found[name], int(self._done.get(name, 0))
        if start < source.size:
            with source.open() as stream, self._progress.bar(name, source.size, start) as bar:
                for end, (rows, failures) in pool.read(reader, blocks.blocks(stream, start, block_bytes)):
                    self._failures[name].merge(failures)
                    self._take(name)(rows)
                    self._commit(name, end)
                    bar.update(end - start)
                    start = end
        if name == inputs.PLACES and "own" not in self._done:
            self._merging.add_own()
            self._draft.commit({"own": "1"})

    def finish(self) -> dict[str, int]:
        """Sort, rank and write the file; tell what was left out."""
        os.environ.setdefault("SQLITE_TMPDIR", str(self._out.resolve().parent))
        told = partial(_tell_step, self._progress)
        counts = self._draft.finish(self._about(), told)
        self._report(counts)
        return counts

    def _begin(self) -> tuple[Draft, dict[str, str]]:
        """The draft that was cut off, if it was made of the same files; else a new one."""
        draft = Draft(self._out)
        signature = self._signature()
        done = draft.progress
        if done.get("signature") == signature:
            self._progress.say(f"going on with {self._out.name}, which was cut off")
            return draft, done
        if done:
            self._progress.say("a build of other files was cut off here: its draft is removed")
            draft.discard()
            draft = Draft(self._out)
        facts = json.dumps([source.facts() for source in self._found.values()])
        draft.commit({"signature": signature, "inputs": facts})
        return draft, draft.progress

    def _signature(self) -> str:
        """What a draft was made of: to go on with another version's or another dump's would mix two."""
        stats = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in self._made_of]
        return json.dumps([VERSION, schema.LAYOUT, stats])

    def _divisions(self, name: str) -> divisions.Divisions:
        return divisions.read(self._found[name], self._failures[name])

    def _take(self, name: str) -> Callable[[Iterable[Any]], None]:
        merging = self._merging
        takers = {
            inputs.PLACES: merging.add_places,
            inputs.NAMES: merging.add_names,
            inputs.HIERARCHY: merging.add_members,
        }
        return takers[name]

    def _commit(self, name: str, end: int) -> None:
        failed = self._failures[name]
        notes = {name: str(end), f"failed {name}": json.dumps([failed.count, failed.examples])}
        if name == inputs.PLACES:
            notes["twins"] = json.dumps(self._merging.twins)
        self._draft.commit(notes)

    def _about(self) -> dict[str, Any]:
        dump = json.loads(self._done["inputs"])
        source = {
            "name": places.SOURCE,
            "package": "allCountries and alternateNamesV2",
            "version": dump[0]["date"],
            "date": dump[0]["date"],
            "upstream": "GeoNames: all places and their names",
            "licence": "CC BY 4.0",
            "url": inputs.ADDRESS,
            "attribution": GEONAMES,
            "sha256": dump[0]["sha256"],
            "files": dump,
        }
        unread = {name: failures.count for name, failures in self._failures.items() if failures.count}
        return {"sources": [source, OWN.facts()], "unread_lines": unread}

    def _report(self, counts: Mapping[str, int]) -> None:
        for name, failures in self._failures.items():
            if failures.count:
                first = "; ".join(failures.examples)
                self._progress.say(
                    f"{name}: {failures.count:,} lines could not be read and were left out; the first: {first}"
                )
        if self._merging.left_out:
            self._progress.say(
                f"our tables: {self._merging.left_out:,} rows name countries or divisions that the dump lacks"
                " and were left out"
            )
        size = self._out.stat().st_size / 1e6
        self._progress.say(f"{self._out}: {counts['places']:,} places, {counts['names']:,} names, {size:,.0f} MB")


STEPS = {
    "INSERT OR REPLACE INTO": "sorting places",
    "INSERT INTO places SELECT": "places",
    "CREATE TEMP TABLE kept": "sorting names by place",
    "INSERT INTO names SELECT": "ranking places by name",
    "names of places": "names of places",
    "places by cell": "places by cell",
    "places by prefix": "best places for the first letters of a name",
}
"""What the long steps at the end are called; the others take seconds."""


def _tell_step(progress: Progress, step: str) -> None:
    if step in STEPS:
        progress.say(f"writing: {STEPS[step]}")


def _spare(out: Path, sources: Iterable[Input]) -> None:
    """`OutputError` where the file cannot be or must not be written, before hours of work."""
    found = list(sources)
    if out.resolve() in {files.PLACES.resolve(), *(source.path.resolve() for source in found)}:
        raise OutputError(
            f"{out}: would be overwritten, but ships with Dateline or is an input; give --out another name"
        )
    if not out.resolve().parent.is_dir() or out.is_dir():
        raise OutputError(f"{out}: cannot be written (no such folder, or it is one)")
    wanted = ROOM * sum(source.size for source in found)
    taken = sum(path.stat().st_size for path in _half_made(out))
    free = shutil.disk_usage(out.resolve().parent).free + taken
    if free < wanted:
        raise OutputError(
            f"{out}: needs {wanted / 1e9:.1f} GB of free disk while it is built, there are {free / 1e9:.1f} GB"
        )


def _half_made(out: Path) -> Iterator[Path]:
    return out.resolve().parent.glob(f"{out.name}.draft*")
