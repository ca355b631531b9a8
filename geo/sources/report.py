"""What the build tells: what came from where, what became one, and who contradicts whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from geo.scripts import script
from geo.sources.merge import Conflict, Entry
from geo.sources.records import Record

CONFLICTS_SHOWN = 30
SCRIPTS_SHOWN = 12


def sources(records: Sequence[Record], grouped: Mapping[str, Sequence[Record]], entries: Sequence[Entry]) -> None:
    """A line for each source, then the whole."""
    rows = Counter(record.source for record in records)
    named = Counter(
        record.source for record in records for _ in (*record.names, *([record.name] if record.name else ()))
    )
    placed = Counter(entry.source for entry in entries)
    for source in rows:
        print(f"{source:24}{rows[source]:8} records {named[source]:9} names {placed[source]:8} places credited to it")
    joined = sum(len({record.source for record in found}) > 1 for found in grouped.values())
    print(f"{len(entries)} places; {joined} of several sources; {len(grouped) - len(entries)} left out")
    _contents(entries)


def _contents(entries: Sequence[Entry]) -> None:
    written = Counter(script(name) for entry in entries for name, _ in entry.names.values())
    print(
        f"{written.total()} names: "
        + ", ".join(f"{name} {count}" for name, count in written.most_common(SCRIPTS_SHOWN))
    )
    print(
        f"{sum(entry.bbox is not None for entry in entries)} boxes, "
        f"{sum((entry.geometry or '').startswith('shapes:') for entry in entries)} outlines, "
        f"{sum(entry.outline is not None for entry in entries)} geometries of their own, "
        f"{sum(bool(entry.members) for entry in entries)} regions with members"
    )


def conflicts(found: Sequence[Conflict]) -> None:
    """The first few in full, the rest as a number."""
    print(f"{len(found)} conflicts")
    for clash in found[:CONFLICTS_SHOWN]:
        print(f"  {clash.id}: {clash.what}")
