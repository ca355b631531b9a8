"""airportsdata: airports of the world, those with an airline code, under their formal names and the names people use."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from geo.sources.fetch import member
from geo.sources.records import Record, also

SOURCE = "airportsdata"
RADIUS_KM = 3.0
"""An airport reaches about this far from its reference point."""

_KIND = re.compile(r"\b(International|Intl|Regional|Municipal|Metropolitan|Domestic|Civil|County|Memorial|Executive)\b")
_AIRPORT = re.compile(r" (Airport|Airfield|Airpark|Aerodrome)$")
_DIVIDED = re.compile(r"\s*[/–]\s*|\s+-\s+")
Row = dict[str, str]


def read(package: Path) -> Iterator[Record]:
    """Airports that an airline flies to; fields, farms and heliports are seldom in the news and often homonyms."""
    text = member(package, "airportsdata/airports.csv").decode("utf-8")
    yield from read_airports([row for row in csv.DictReader(io.StringIO(text)) if row["iata"]])


def read_airports(rows: Sequence[Row]) -> Iterator[Record]:
    """One record each. A town's name alone with "Airport" is given only where the town has a single airport here."""
    towns = Counter((row["country"], row["city"]) for row in rows)
    for row in rows:
        alone = towns[row["country"], row["city"]] == 1
        yield Record(
            id=f"icao:{row['icao']}",
            source=SOURCE,
            name=row["name"],
            names=also(short_forms(row["name"], row["city"] if alone else ""), "english"),
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            country_code=row["country"],
            feature="S.AIRP",
            radius_km=RADIUS_KM,
        )


def short_forms(name: str, town: str) -> list[str]:
    """ "London Heathrow Airport", London → London Heathrow, Heathrow Airport; a town alone is never an airport."""
    forms = {name, _KIND.sub("", name).replace("  ", " ").strip()}
    forms |= {_AIRPORT.sub("", form) for form in forms}
    forms |= {part for form in forms for part in _DIVIDED.split(form) if " " in part}
    if town:
        forms |= {f"{town} Airport", f"{town} International Airport"}
    forms |= {form.removeprefix(f"{town} ") for form in forms if form.endswith("Airport") and town}
    return sorted(form for form in forms if len(form.split()) > 1 and form != "International Airport")
