"""How many of a corpus's places the gazetteer has: `python tests/benchmarks/coverage.py CORPUS.jsonl …`

A mention counts when one of the places that the gazetteer gives for its name is the right one: the same GeoNames id, or
within 161 km of the annotated point, or an area that holds that point. It is the ceiling of what resolving can reach.
Corpora are JSON Lines: `text`, and `mentions` with `start`, `end`, `lat`, `lon` and perhaps `geonameid`.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import shapely
from geopy.distance import great_circle

from geo.gazetteer import Gazetteer
from geo.location import Shapes, place_location
from geo.types import Place

NEAR_KM = 161.0
"""100 miles, the usual threshold of the literature."""

NAMES_OF_CLASSES = {
    "A": "countries and divisions", "P": "towns", "H": "waters", "L": "regions", "S": "buildings", "T": "relief",
}  # fmt: skip
UNKNOWN = "not in the gazetteer"


class Judge:
    """Says whether the gazetteer offers the right place for a mention, and remembers what it was asked."""

    def __init__(self) -> None:
        self._gazetteer = Gazetteer()
        self._shapes = Shapes()
        self._areas: dict[str, shapely.Geometry | None] = {}

    def right(self, surface: str, gold: dict[str, Any]) -> Place | None:
        """The candidate that is right. None: there is none."""
        matches = self._gazetteer.look_up(surface)
        return next((match.place for match in matches if self._is_right(match.place, gold)), None)

    def kind(self, gold: dict[str, Any], found: Place | None) -> str:
        """What sort of place is meant, as far as it is known."""
        place = found or self._gazetteer.get(f"geonames:{gold.get('geonameid')}")
        return NAMES_OF_CLASSES.get((place and place.feature_class) or "", UNKNOWN)

    def _is_right(self, place: Place, gold: dict[str, Any]) -> bool:
        if gold.get("geonameid") and place.id == f"geonames:{gold['geonameid']}":
            return True
        if great_circle((place.lat, place.lon), (gold["lat"], gold["lon"])).km <= NEAR_KM:
            return True
        area = self._area(place)
        return area is not None and bool(shapely.intersects_xy(area, gold["lon"], gold["lat"]))

    def _area(self, place: Place) -> shapely.Geometry | None:
        if place.id not in self._areas:
            geometry = place_location(place, self._shapes, self._gazetteer).geometry
            self._areas[place.id] = shapely.from_geojson(json.dumps(geometry)) if geometry else None
        return self._areas[place.id]


def mentions(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The annotated mentions that have coordinates, each with its text."""
    with path.open(encoding="utf-8") as lines:
        for document in map(json.loads, lines):
            for mention in document["mentions"]:
                if mention.get("lat") is not None and mention.get("lon") is not None:
                    yield document["text"][mention["start"] : mention["end"]], mention


def main(paths: list[str]) -> None:
    """Print a line for each corpus and each kind of place in it."""
    judge = Judge()
    for path in map(Path, paths):
        known: Counter[str] = Counter()
        total: Counter[str] = Counter()
        for surface, gold in mentions(path):
            found = judge.right(surface, gold)
            kind = judge.kind(gold, found)
            total[kind] += 1
            known[kind] += found is not None
        print(f"{path.name:28} {known.total() / total.total():.3f} of {total.total()}")
        for kind, count in total.most_common():
            print(f"    {kind:24} {known[kind] / count:.3f} of {count}")


if __name__ == "__main__":
    main(sys.argv[1:])
