"""gmt-dcw: boxes of seas, gulfs, lakes, islands, ranges and deserts, and lists of the countries of world regions.

An area that another source has gets its box or its members; one that nobody has becomes a place `dcw:slug`, its point the
middle of the box or of its countries.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from geo.gazetteer.normalise import key
from geo.sources import boxes, joining
from geo.sources.fetch import member
from geo.sources.joining import Index, Known
from geo.sources.records import Record, also
from geo.sources.sphere import centre
from geo.types import Box

SOURCE = "gmt-dcw"
MEMBER = "./usr/share/gmt-dcw/dcw-collections.txt"

SLACK = 0.2
"""Share of a box's size by which the point of a place may miss it: other sources put a sea's point anywhere in the sea,
and the boxes of ranges and deserts are drawn by eye."""
LEAST_SLACK = 0.5
"""Degrees; the same for small boxes."""

USUAL_NAMES = {
    "Arab Countries": "Arab world",
    "Arctic Archipelago": "Canadian Arctic Archipelago",
    "Australia and New Zealanda": "Australia and New Zealand",
    "Balcans": "Balkans",
    "Baleares Islands": "Balearic Islands",
    "Balearic": "Balearic Sea",
    "Bolivarian countries": "Bolivarian countries of South America",
    "Eastern China Sea": "East China Sea",
    "Great Britain Island": "Great Britain",
    "Gulf of Iran": "Persian Gulf",
    "Ireland Island": "Island of Ireland",
    "Irish Sea and St. George's Channel": "Irish Sea",
    "Japan Sea": "Sea of Japan",
    "Kattegat, Sund and Belts": "Kattegat",
    "Madeira Archipelago": "Madeira Islands",
    "Malacca Strait": "Strait of Malacca",
    "Mayor Antilles": "Greater Antilles",
    "Middle Africa": "Central Africa",
    "Molukka Sea": "Molucca Sea",
    "Nordics": "Nordic countries",
    "Northern European Plain": "North European Plain",
    "Seto naikai": "Seto Inland Sea",
    "Siberia Peninsula": "Siberia",
    "South-eastern Asia": "Southeast Asia",
    "The Northwestern Passages": "Northwest Passage",
    "Victoria Lake": "Lake Victoria",
    "Western Plateau": "Western Plateau of Australia",
}
"""The list's spelling → the one in English use."""

COMPASS = {"Northern": "North", "Southern": "South", "Eastern": "East", "Western": "West"}
"""The United Nations say "Western Africa" where others say "West Africa"."""

KINDS = (
    (r"\bOcean$", "H.OCN"), (r"\bSeas?( |$)|naikai", "H.SEA"), (r"^Gulf|Gulf$|Bight$", "H.GULF"), (r"\bBay\b", "H.BAY"),
    (r"\bStrait\b", "H.STRT"), (r"\bChannel$", "H.CHN"), (r"^Skagerrak$|^Kattegat$", "H.STRT"), (r"\bLakes?\b", "H.LK"),
    (r"^Rio de La Plata", "H.ESTY"), (r"\b(Passage|Waters)\b", "H.CHN"),
    (r"Islands$|Archipelago$|Antilles$", "T.ISLS"), (r"\bIsland\b|^Great Britain|^Isla Grande", "T.ISL"),
    (r"Mountains$|Range$|^Tian Shan|Himalaya", "T.MTS"), (r"Desert$", "T.DSRT"), (r"Peninsula$", "T.PEN"),
    (r"\bPlains?$|Steppe$", "T.PLN"), (r"Plateau$", "T.PLAT"),
)  # fmt: skip
"""What a name says about its kind, first fit; the rest are regions."""

_TYPE = re.compile(r" (Island|Mountains|Desert|Peninsula|Islands)$")
_HALF_OCEAN = re.compile(r"^((?:North|South) \w+) Ocean$")


class Area(NamedTuple):
    """One collection of the file."""

    name: str
    feature: str
    box: Box | None
    countries: tuple[str, ...]
    """ISO codes. Empty: it is given by its box."""


def read(package: Path, grouped: Mapping[str, Sequence[Record]], countries: Mapping[str, str]) -> Iterator[Record]:
    """Every area, joined to the places of the other sources. `countries`: ISO code → id."""
    known = joining.index(grouped, joining.of_class("HLTA"))
    points = dict(_points(grouped, countries))
    for area in read_areas(member(package, MEMBER).decode("utf-8")):
        yield from record(area, known, countries, points)


def read_areas(text: str) -> Iterator[Area]:
    """The areas of the file, under the name in English use."""
    for block in re.split(r"^tag: ", text, flags=re.MULTILINE)[1:]:
        head, kind, content = re.match(r"(.+)\n(list|region): (.+)", block).groups()
        code, _, rest = head.partition(" ")
        name = rest.removeprefix("UN ") if code.startswith("UN") else rest
        name = USUAL_NAMES.get(name, name)
        if kind == "list":
            yield Area(name, "L.RGN", None, tuple(content.strip().split(",")))
        else:
            yield Area(name, _feature(name), _box(content), ())


def record(
    area: Area, known: Index, countries: Mapping[str, str], points: Mapping[str, tuple[float, float]]
) -> Iterator[Record]:
    """The area as the place that it is, or as one of its own; nothing where a division of that name is known by outline."""
    fits = _fits(area)
    named = [place for name in spellings(area.name) for place in known.get(key(name), ()) if fits(place)]
    same = joining.best(place for place in named if not _division(place)) or joining.best(named)
    members = tuple(sorted(countries[code] for code in area.countries if code in countries)) or None
    if same is None:
        yield _own(area, members, [points[code] for code in area.countries if code in points])
    elif not _division(same):
        yield Record(id=same.id, source=SOURCE, bbox=area.box, members=members)


def spellings(name: str) -> list[str]:
    """The name and its other usual forms: "Western Africa", West Africa; "Java Island", Java."""
    first, _, rest = name.partition(" ")
    west = [f"{COMPASS[first]} {rest}"] if first in COMPASS and rest != "America" else []
    return list(dict.fromkeys([name, _TYPE.sub("", name), _HALF_OCEAN.sub(r"\1", name), *west]))


def _division(place: Known) -> bool:
    """Divisions have outlines, which say more than a box."""
    return place.feature.startswith("A.") and place.feature != "A.ZN"


def _own(area: Area, members: tuple[str, ...] | None, points: Sequence[tuple[float, float]]) -> Record:
    lat, lon = boxes.middle(area.box) if area.box else centre(points)
    return Record(
        id=f"dcw:{key(area.name).replace(' ', '-')}",
        source=SOURCE,
        name=area.name,
        names=also(_HALF_OCEAN.findall(area.name), "english"),
        lat=round(lat, boxes.DECIMALS),
        lon=round(lon, boxes.DECIMALS),
        feature=area.feature,
        bbox=area.box,
        members=members,
    )


def _fits(area: Area) -> Callable[[Known], bool]:
    """A sea is joined to waters only, land to land; the point must lie in the box or not far from it."""
    classes = "H" if area.feature.startswith("H") else "LTA"

    def fits(place: Known) -> bool:
        if place.feature[:1] not in classes or place.feature.startswith("A.PCL"):
            return False
        if area.box is None:
            return place.feature[:1] in "LT" or place.feature == "A.ZN"
        if place.lat is None or place.lon is None:
            return False
        slack = max(LEAST_SLACK, SLACK * min(boxes.size(area.box)))
        return boxes.contains(area.box, lat=place.lat, lon=place.lon, slack=slack)

    return fits


def _box(text: str) -> Box:
    west, east, south, north = map(float, text.strip().split("/"))
    if east - west >= boxes.TURN:
        return -180.0, south, 180.0, north
    return round(boxes.longitude(west), 4), south, round(boxes.longitude(east), 4), north


def _feature(name: str) -> str:
    return next((feature for pattern, feature in KINDS if re.search(pattern, name)), "L.RGN")


def _points(
    grouped: Mapping[str, Sequence[Record]], countries: Mapping[str, str]
) -> Iterator[tuple[str, tuple[float, float]]]:
    """Where the countries lie, by code."""
    for code, place_id in countries.items():
        placed = next((r for r in grouped[place_id] if r.lat is not None and r.lon is not None), None)
        if len(code) == 2 and placed:
            yield code, (placed.lat, placed.lon)
