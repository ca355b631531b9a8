"""What the outlines say about places: which one a place has, in which country a line runs, how far off a point lies."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import shapely

from geo.location.shapes import Shapes
from geo.location.topology import COUNTRY
from geo.sources.merge import Entry
from geo.sources.sphere import points_km
from geo.types import Place

MOSTLY = 0.95
"""Share of a river's length that must run in one country for the river to be that country's."""


class Lands:
    """The outlines that were built for this gazetteer, asked before there is one."""

    def __init__(self, path: Path) -> None:
        self._shapes = Shapes(path)
        self._keys = {key for record in self._shapes.records for key in record["keys"]}

    def key(self, entry: Entry) -> str | None:
        """What the outlines call a place: the country's code, its id or the division's code. None: they do not draw it."""
        feature = entry.feature or ""
        country = entry.country_code if feature.startswith("A.PCL") and feature != "A.PCLH" else None
        division = entry.adm1_code if feature == "A.ADM1" else None
        return next((key for key in (country, entry.id, division) if key in self._keys), None)

    def area(self, entry: Entry) -> shapely.Geometry | None:
        """The outline of a place."""
        if self.key(entry) is None:
            return None
        place = Place(
            id=entry.id,
            name=entry.name,
            lat=entry.lat or 0.0,
            lon=entry.lon or 0.0,
            country_code=entry.country_code,
            feature=entry.feature,
            adm1_code=entry.adm1_code,
        )
        return self._shapes.area(place)

    @cached_property
    def countries(self) -> dict[str, shapely.Geometry]:
        """Countries by ISO code."""
        codes = [record["code"] for record in self._shapes.records if record["level"] == COUNTRY]
        stubs = {code: Place(f"iso:{code}", code, 0.0, 0.0, code, "A.PCLI") for code in codes}
        found = {code: self._shapes.area(stub) for code, stub in stubs.items()}
        return {code: area for code, area in found.items() if area is not None}

    def divisions(self) -> dict[str, shapely.Geometry]:
        """First-level divisions of the United States by GeoNames code."""
        codes = [key for record in self._shapes.records for key in record["keys"] if key.startswith("US.")]
        found = {code: self._shapes.area(Place(code, code, 0.0, 0.0, "US", "A.ADM1", adm1_code=code)) for code in codes}
        return {code: area for code, area in found.items() if area is not None}

    def country_of(self, line: shapely.Geometry) -> str | None:
        """Whose country a line runs in nearly all its length. None: several, or none."""
        codes, tree = self._tree
        for number in tree.query(line, predicate="intersects"):
            area = self.countries[codes[int(number)]]
            if shapely.intersection(area, line).length >= MOSTLY * line.length:
                return codes[int(number)]
        return None

    def touched(self, line: shapely.Geometry) -> set[str]:
        """The countries that a line touches."""
        codes, tree = self._tree
        return {codes[int(number)] for number in tree.query(line, predicate="intersects")}

    @cached_property
    def _tree(self) -> tuple[list[str], shapely.STRtree]:
        return list(self.countries), shapely.STRtree(list(self.countries.values()))


def off_km(area: shapely.Geometry, *, lat: float, lon: float) -> float:
    """How far a point lies outside an area; 0 inside. Nearest is judged in degrees, which is good enough to find fault."""
    point = shapely.Point(lon, lat)
    if area.intersects(point):
        return 0.0
    near = shapely.get_coordinates(shapely.shortest_line(area, point))[0]
    return points_km((lat, lon), (float(near[1]), float(near[0])))
