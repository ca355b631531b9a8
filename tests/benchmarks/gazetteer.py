"""How fast and how large the gazetteer is: `python tests/benchmarks/gazetteer.py [FILE]`.

Look-ups of names that were not asked before, drawn from the file itself, stand beside the least that SQLite could do: a
dictionary table from all the same keys to the same answers, as JSON, read by primary key and decoded. Times are medians.
"""

from __future__ import annotations

import json
import random
import sqlite3
import statistics
import string
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from itertools import product
from pathlib import Path

from geo import files
from geo.gazetteer import Gazetteer, key

ANSWER = """
    coalesce(p.slug, 'geonames:' || p.id), p.name, p.lat / 1e5, p.lon / 1e5, p.country, f.code, p.population,
    coalesce(a.code, d.code), coalesce(a.name, d.name), d.code, d.name, p.radius_km, p.source,
    e.west, e.south, e.east, e.north, e.geometry, n.name, n.kind
"""
JOINED = """
    FROM full.names AS n JOIN full.places AS p ON p.id = n.place LEFT JOIN full.features AS f ON f.id = p.feature
    LEFT JOIN full.divisions AS d ON d.id = p.division LEFT JOIN full.divisions AS a ON a.id = d.above
    LEFT JOIN full.extents AS e ON e.id = p.extent GROUP BY n.key
"""
"""Everything that an answer says, in one text."""

NAMES = 5000
SEED = 1
CITIES = ((48.85, 2.35), (40.71, -74.0), (-1.29, 36.82), (52.43, 30.98), (0.0, -150.0))
"""Latitude and longitude: three crowded places, a quiet one and mid-ocean."""


def main(words: Sequence[str]) -> None:
    """Print a line for each figure."""
    path = Path(words[0]) if words else files.PLACES
    names = sample(path)
    before = memory_mb()
    gazetteer = Gazetteer(path)
    print(f"open                        {1000 * elapsed(lambda _: Gazetteer(path), range(20)):8.2f} ms")
    looked_up = microseconds(gazetteer.look_up, names)
    print(f"look up                     {looked_up:8.1f} µs")
    print(f"memory after {NAMES} look-ups  {memory_mb() - before:8.1f} MB")
    print(f"look up, asked before       {microseconds(gazetteer.look_up, names[-500:]):8.1f} µs")
    plain = plain_dictionary(path, names)
    print(f"plain SQLite dictionary     {plain:8.1f} µs, a look-up takes {looked_up / plain:.2f} times as long")
    report_search(gazetteer)
    print(
        f"nearest place, worst        {max(times(lambda one: gazetteer.near(lat=one[0], lon=one[1]), CITIES)) * 1e3:8.1f} ms"
    )


def sample(path: Path) -> list[str]:
    """Main names of places, drawn at random."""
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    last = connection.execute("SELECT max(id) FROM places").fetchone()[0]
    chance = random.Random(SEED)
    found = {}
    while len(found) < NAMES:
        row = connection.execute("SELECT name FROM places WHERE id >= ? LIMIT 1", (chance.randint(1, last),)).fetchone()
        found[row[0]] = True
    connection.close()
    return list(found)


def plain_dictionary(path: Path, names: Sequence[str]) -> float:
    """Microseconds that a table of ready answers takes, key made and answer decoded; it has every name of the file."""
    with tempfile.TemporaryDirectory() as folder:
        connection = sqlite3.connect(Path(folder) / "plain.sqlite", isolation_level=None)
        connection.execute("ATTACH ? AS full", (str(path),))
        connection.execute("CREATE TABLE answers (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID")
        connection.execute(f"INSERT INTO answers SELECT key, json_group_array(json_array({ANSWER})) {JOINED}")
        connection.execute("DETACH full")
        read = "SELECT value FROM answers WHERE key = ?"
        taken = microseconds(lambda name: json.loads(connection.execute(read, (key(name),)).fetchone()[0]), names)
        connection.close()
        return taken


def report_search(gazetteer: Gazetteer) -> None:
    """Every three letters that a search box may be given, and the slowest of them."""
    prefixes = ["".join(letters) for letters in product(string.ascii_lowercase, repeat=3)]
    taken = times(gazetteer.search, prefixes)
    slowest = max(range(len(prefixes)), key=taken.__getitem__)
    median = 1000 * statistics.median(taken)
    print(f"search of three letters     {median:8.1f} ms, slowest “{prefixes[slowest]}” {1000 * taken[slowest]:.1f} ms")


def microseconds(ask: Callable, questions: Iterable) -> float:
    """Median time of a question."""
    return 1e6 * elapsed(ask, questions)


def elapsed(ask: Callable, questions: Iterable) -> float:
    """Median seconds."""
    return statistics.median(times(ask, questions))


def times(ask: Callable, questions: Iterable) -> list[float]:
    """Seconds that each question took."""
    found = []
    for question in questions:
        start = time.perf_counter()
        ask(question)
        found.append(time.perf_counter() - start)
    return found


def memory_mb() -> float:
    """Resident memory of this process (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


if __name__ == "__main__":
    main(sys.argv[1:])
