"""What a source says about a place, before anything is merged."""

from __future__ import annotations

from dataclasses import dataclass

from geo.types import Box, NameKind

Names = tuple[tuple[str, NameKind], ...]


@dataclass(frozen=True, slots=True)
class Record:
    """One source's word on one place. None: this source does not say, another may."""

    id: str
    """`geonames:NNN` wherever the source knows it; else the scheme of `geo.types.Place`."""
    source: str
    """Name of the source, as in `pins.py`."""
    name: str | None = None
    """The name to show."""
    names: Names = ()
    """Further names with their kind. Kind `official` is for the name to show and is not used here."""
    lat: float | None = None
    """WGS 84 degrees."""
    lon: float | None = None
    country_code: str | None = None
    """ISO 3166-1 alpha-2."""
    feature: str | None = None
    """GeoNames class and code."""
    population: int | None = None
    adm1_code: str | None = None
    """`BY.02`, as GeoNames writes it."""
    adm2_code: str | None = None
    """`US.TX.277`, as GeoNames writes it."""
    radius_km: float | None = None
    """How far the place reaches around its point, or how far off the point may be."""
    capital: bool = False
    """True: the source calls it the capital of its country."""
    bbox: Box | None = None
    """West, south, east, north; west > east across the antimeridian."""
    outline: bytes | None = None
    """A line or area as WKB, longitude before latitude."""
    members: tuple[str, ...] | None = None
    """Ids of the countries or divisions that make up a region of the world."""


def geonames(number: int | str) -> str:
    """The id of a place that GeoNames has."""
    return f"geonames:{int(number)}"


def also(names: object, kind: NameKind = "alternate") -> Names:
    """Names of one kind, without empty ones."""
    return tuple((text, kind) for name in names or () if (text := str(name).strip()))
