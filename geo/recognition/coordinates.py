"""Coordinates written in a text: "52.434° N, 30.975° E", "52°26′03″N 30°58′30″E", "-33.8688, 151.2093", UTM and MGRS.

A pattern finds what may be coordinates; a library reads it (geopy's points, utm, mgrs), so what it refuses stays text. Two bare
numbers count only with three decimals each: "scored 2.5, 3.5" is no place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import mgrs
import utm
from geopy.point import Point

from geo.types import Mention, Place, Resolution

CONFIDENCE = 0.99
"""Given to coordinates in a text: somebody wrote them down as a place. A judgement."""

KM_PER_DEGREE = 111.2
"""Kilometres in a degree of a great circle, on average."""

LEAST_RADIUS_KM = 0.01
"""Ten metres: finer figures than that are false precision in a text."""

_DEGREES = r"\d{1,3}(?:\.\d+)?\s?(?:°|º|deg(?:rees)?\.?)"
_MINUTES = r"(?:\s?\d{1,2}(?:\.\d+)?\s?['′’])?"
_SECONDS = r"(?:\s?\d{1,2}(?:\.\d+)?\s?(?:[\"″”]|''|′′|’’))?"
_SEXAGESIMAL = rf"(?:{_DEGREES}{_MINUTES}{_SECONDS})"
_DECIMAL = r"\d{1,3}\.\d+"
_BETWEEN = r"(?:\s?[,;/]\s?|\s|\s?(?:and|by)\s)"
_PAIR = re.compile(
    rf"""(?<![\w.\-])(?:
    (?P<after>(?:{_SEXAGESIMAL}|{_DECIMAL})\s?[NS]{_BETWEEN}(?:{_SEXAGESIMAL}|{_DECIMAL})\s?[EW])
    | (?P<before>[NS]\s?(?:{_SEXAGESIMAL}|{_DECIMAL}){_BETWEEN}[EW]\s?(?:{_SEXAGESIMAL}|{_DECIMAL}))
    | (?P<bare>[-−]?\d{{1,2}}\.\d{{3,}}°?,\s?[-−]?\d{{1,3}}\.\d{{3,}}°?)
    )(?![\w°′'"]|\.\d)""",
    re.VERBOSE,
)
_UTM = re.compile(r"(?<![\w.])(\d{1,2})\s?([C-HJ-NP-X])\s(\d{6})(?:\s?mE)?\s(\d{6,7})(?:\s?mN)?(?![\w.]\d)")
_MGRS = re.compile(
    r"(?<![\w.])\d{1,2}[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}\s?(\d\d \d\d|\d{3} \d{3}|\d{4} \d{4}|\d{5} \d{5}|(?:\d\d){2,5})(?!\w)"
)
_SPELT = str.maketrans(
    {"′": "'", "’": "'", "″": '"', "”": '"', "º": "°", "−": "-", "/": ",", "\u00a0": " ", "\u202f": " "}
)
_DEG_WORD = re.compile(r"\s?deg(?:rees)?\.?", re.IGNORECASE)
_AND = re.compile(r"\s(?:and|by)\s")
_WHOLE = re.compile(r"(?<![\d.])\d+")
_DECIMALS = re.compile(r"\.(\d+)")


class Spot(NamedTuple):
    """Coordinates and how exactly they were written."""

    lat: float
    lon: float
    radius_km: float


def with_coordinates(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions, and the coordinates of the text as mentions that are resolved already; what touches these gives way."""
    found = list(coordinates(text))
    ends = [own.end for own in found]
    kept = [m for m in mentions if (at := bisect_right(ends, m.start)) == len(found) or found[at].start >= m.end]
    return tuple(sorted((*kept, *found), key=lambda mention: mention.start))


def coordinates(text: str) -> Iterator[Mention]:
    """Every pair of coordinates in a text, from left to right, none within another."""
    end = 0
    for start, stop, kind, spot in sorted(_spots(text)):
        if start >= end:
            end = stop
            yield _mention(start, text[start:stop], kind, spot)


def _spots(text: str) -> Iterator[tuple[int, int, str, Spot]]:
    for pattern, read, kind in _READERS:
        for match in pattern.finditer(text):
            spot = read(match)
            if spot and abs(spot.lat) <= 90 and abs(spot.lon) <= 180:
                yield match.start(), match.end(), kind, spot


def _pair(match: re.Match[str]) -> Spot | None:
    written = match[0].translate(_SPELT).replace("''", '"')
    plain = _AND.sub(", ", _DEG_WORD.sub("°", written))
    if match["bare"]:
        plain = plain.replace("°", "")
    whole = [int(number) for number in _WHOLE.findall(plain)]
    if whole[0] > 90:
        return None
    try:
        point = Point.from_string(plain)
    except ValueError:
        return None
    if int(abs(point.longitude)) not in whole:
        return None  # geopy turns 190° east into 170° west; a text that says so is in error
    return Spot(point.latitude, point.longitude, _radius_km(plain))


def _radius_km(written: str) -> float:
    """Half of the last place that was written: decimals of a degree, or minutes, or seconds."""
    degrees = 1 / 3600 if '"' in written else 1 / 60 if "'" in written else 1.0
    decimals = min((len(found) for found in _DECIMALS.findall(written)), default=0)
    return max(LEAST_RADIUS_KM, round(KM_PER_DEGREE * degrees / 10**decimals / 2, 3))


def _utm(match: re.Match[str]) -> Spot | None:
    zone, band, easting, northing = int(match[1]), match[2], int(match[3]), int(match[4])
    try:
        lat, lon = utm.to_latlon(easting, northing, zone, band)
    except utm.OutOfRangeError:
        return None
    return Spot(float(lat), float(lon), LEAST_RADIUS_KM)


def _mgrs(match: re.Match[str]) -> Spot | None:
    try:
        lat, lon = mgrs.MGRS().toLatLon("".join(match[0].split()))
    except mgrs.core.MGRSError:
        return None
    digits = len(match[1].replace(" ", "")) // 2
    return Spot(float(lat), float(lon), max(LEAST_RADIUS_KM, 100 / 10**digits / 2))


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Spot | None], str], ...] = (
    (_PAIR, _pair, "latitude and longitude"),
    (_UTM, _utm, "UTM coordinates"),
    (_MGRS, _mgrs, "an MGRS grid reference"),
)


def _mention(start: int, surface: str, kind: str, spot: Spot) -> Mention:
    lat, lon = round(spot.lat, 5) + 0.0, round(spot.lon, 5) + 0.0
    name = f"{abs(lat):.4f}° {'S' if lat < 0 else 'N'}, {abs(lon):.4f}° {'W' if lon < 0 else 'E'}"
    place = Place(f"point:{lat:.5f},{lon:.5f}", name, lat, lon, radius_km=spot.radius_km, source="text")
    reasons = (f"{kind} written in the text",)
    return Mention(
        start,
        start + len(surface),
        surface,
        "coordinates",
        score=CONFIDENCE,
        resolution=Resolution(place, CONFIDENCE, reasons),
    )
