"""The view of the United Nations on disputed land: what Natural Earth draws under another holder, and the cuts this needs.

Natural Earth draws who holds the land. `natural_earth_claims` leads back to that for the de facto view, and says both views
in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import shapely

from geo.errors import DataError
from geo.sources.natural_earth import Unit, clean, on_grid

COUNTRY_BY_CODE = {
    "MAR-3469": "EH",  # Oued el Dahab
    "KAS+00?": None,  # Siachen Glacier
    "PFA+00?": None,  # Paracel Islands
    "PGA+00?": None,  # Spratly Islands
    "CLP+00?": None,  # Clipperton: French, uninhabited, 6,000 km from the rest
    "BVT+00?": "BV",
    "IOA-1928": "CC",
    "IOA-2652": "CX",
}
"""Divisions drawn under another country than Natural Earth's `iso_a2`, by Natural Earth's code."""

COUNTRY_BY_ISO = {
    "UA-40": "UA",
    "UA-43": "UA",
    "FR-GF": "GF",
    "FR-GP": "GP",
    "FR-MQ": "MQ",
    "FR-RE": "RE",
    "FR-YT": "YT",
    "NO-21": "SJ",
    "NL-BQ1": "BQ",
    "NL-BQ2": "BQ",
    "NL-BQ3": "BQ",
}
"""The same by ISO 3166-2 code: Crimea and Sevastopol, and what has a country code of its own in GeoNames."""

WESTERN_SAHARA = shapely.box(-18.0, 20.5, -8.6667, 27.6667)
"""Longitude and latitude, degrees: south of the parallel of 27°40′ N, the territory's northern border."""

GOLAN = shapely.Polygon(
    [
        (35.625, 33.50),
        (35.625, 33.245),
        (35.665, 33.23),
        (35.640, 33.17),
        (35.632, 33.10),
        (35.627, 33.01),
        (35.619, 32.93),
        (35.632, 32.885),
        (35.651, 32.85),
        (35.655, 32.78),
        (35.662, 32.69),
        (35.660, 32.60),
        (36.0, 32.60),
        (36.0, 33.50),
    ]
)
"""East of the line of 4 June 1967 along Banias, the upper Jordan and the lake's eastern shore, to about 1 km."""

EAST_JERUSALEM = shapely.Polygon(
    [
        (35.205, 31.87),
        (35.205, 31.82),
        (35.221, 31.805),
        (35.2275, 31.788),
        (35.2275, 31.775),
        (35.232, 31.765),
        (35.222, 31.745),
        (35.200, 31.735),
        (35.200, 31.70),
        (35.320, 31.70),
        (35.320, 31.87),
    ]
)
"""East of the armistice line of 1949 through the city, to about 1 km."""

SOUTH_OSSETIA = shapely.Polygon(
    [
        (43.72, 42.90),
        (43.71, 42.72),
        (43.60, 42.62),
        (43.50, 42.52),
        (43.44, 42.38),
        (43.46, 42.25),
        (43.58, 42.16),
        (43.74, 42.12),
        (43.86, 42.17),
        (43.95, 42.20),
        (44.06, 42.21),
        (44.18, 42.14),
        (44.30, 42.07),
        (44.44, 42.03),
        (44.56, 42.06),
        (44.62, 42.16),
        (44.58, 42.29),
        (44.48, 42.42),
        (44.36, 42.52),
        (44.24, 42.60),
        (44.22, 42.90),
    ]
)
"""The former autonomous oblast with Akhalgori, south of the main ridge, to about 5 km."""

CUTS = {
    "MAR-3457": ("EH", WESTERN_SAHARA),  # Guelmim - Es-Semara
    "MAR-3456": ("EH", WESTERN_SAHARA),  # Laâyoune - Boujdour - Sakia El Hamra
    "ISR-3058": ("PS", EAST_JERUSALEM),  # Jerusalem District
    "ISR-3056": ("SY", GOLAN),  # HaZafon, "also administers Golan"
    "GEO-3035": ("GE", SOUTH_OSSETIA),  # Racha-Lechkhumi and Kvemo Svaneti
    "GEO-3030": ("GE", SOUTH_OSSETIA),  # Imereti
    "GEO-3039": ("GE", SOUTH_OSSETIA),  # Shida Kartli
    "GEO-3034": ("GE", SOUTH_OSSETIA),  # Mtskheta-Mtianeti
}
"""Divisions of which the part inside an area goes to another country, or stays and is told apart."""


def apply(units: Sequence[Unit]) -> list[Unit]:
    """The divisions under the countries of our view, those on both sides of a line cut in two."""
    named = [replace(unit, country=_country(unit)) for unit in units]
    for code, (country, region) in CUTS.items():
        named = _cut(named, code, country, region)
    return named


def _country(unit: Unit) -> str | None:
    if unit.code in COUNTRY_BY_CODE:
        return COUNTRY_BY_CODE[unit.code]
    return COUNTRY_BY_ISO.get(unit.iso, unit.country)


def _cut(units: list[Unit], code: str, country: str, region: shapely.Polygon) -> list[Unit]:
    whole = next(unit for unit in units if unit.code == code)
    noded = shapely.union_all([shapely.boundary(whole.area), shapely.boundary(region)])
    pieces = [shapely.transform(piece, on_grid) for piece in shapely.get_parts(shapely.polygonize([noded]))]
    points = [shapely.point_on_surface(piece) for piece in pieces]
    inside = [
        piece
        for piece, point in zip(pieces, points, strict=True)
        if whole.area.contains(point) and region.contains(point)
    ]
    outside = [
        piece
        for piece, point in zip(pieces, points, strict=True)
        if whole.area.contains(point) and not region.contains(point)
    ]
    if not inside or not outside:
        raise DataError(f"{code} {whole.name} does not lie on both sides of the line that should cut it")
    new = _vertices(inside + outside) - _vertices([whole.area])
    others = [replace(unit, area=_with_vertices(unit.area, new)) for unit in units if unit.code != code]
    kept = replace(whole, area=_gather(outside))
    given = replace(whole, code=f"{code}/{country}", country=country, area=_gather(inside))
    return [*others, kept, given]


def _gather(polygons: list[shapely.Polygon]) -> shapely.Geometry:
    return clean(shapely.coverage_union_all(polygons))


def _vertices(areas: list[shapely.Geometry]) -> set[tuple[float, float]]:
    return {tuple(point) for area in areas for point in shapely.get_coordinates(area).tolist()}


def _with_vertices(area: shapely.Geometry, points: set[tuple[float, float]]) -> shapely.Geometry:
    """Neighbours get the new corners too, or the line they share would no longer be the same."""
    near = [point for point in sorted(points) if shapely.dwithin(shapely.boundary(area), shapely.Point(point), 2e-5)]
    return shapely.transform(shapely.snap(area, shapely.multipoints(near), 2e-5), on_grid) if near else area
