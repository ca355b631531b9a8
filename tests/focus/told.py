"""Articles with resolved mentions for tests of the focus, and a gazetteer of the dozen places in them. Real ids and codes."""

from __future__ import annotations

from dataclasses import replace

from geo.types import Article, Candidate, Mention, Place, Resolution
from tests.marked import marked


def _country(id: int, name: str, code: str, lat: float, lon: float) -> Place:
    return Place(f"geonames:{id}", name, lat, lon, code, "A.PCLI")


def _division(id: int, name: str, code: str, lat: float, lon: float, box=None) -> Place:
    return Place(f"geonames:{id}", name, lat, lon, code[:2], "A.ADM1", adm1_code=code, adm1_name=name, bbox=box)


def _town(id: int, name: str, code: str, lat: float, lon: float, people: int, feature: str = "P.PPL") -> Place:
    return Place(f"geonames:{id}", name, lat, lon, code[:2], feature, people, code)


PLACES: dict[str, Place] = {
    "belarus": _country(630336, "Belarus", "BY", 53.0, 28.0),
    "ukraine": _country(690791, "Ukraine", "UA", 49.0, 32.0),
    "russia": _country(2017370, "Russia", "RU", 60.0, 100.0),
    "us": _country(6252001, "United States", "US", 39.76, -98.5),
    "peru": _country(3932488, "Peru", "PE", -10.0, -75.25),
    "chile": _country(3895114, "Chile", "CL", -30.0, -71.0),
    "gomel-region": _division(628281, "Gomel Region", "BY.02", 52.25, 29.75, (27.2, 51.3, 31.8, 53.4)),
    "texas": _division(4736286, "Texas", "US.TX", 31.25, -99.25),
    "gomel": _town(627907, "Gomel", "BY.02", 52.434, 30.975, 480_951, "P.PPLA"),
    "minsk": _town(625144, "Minsk", "BY.04", 53.9, 27.567, 1_742_124, "P.PPLC"),
    "kyiv": _town(703448, "Kyiv", "UA.12", 50.454, 30.524, 2_797_553, "P.PPLC"),
    "moscow": _town(524901, "Moscow", "RU.48", 55.752, 37.616, 10_381_222, "P.PPLC"),
    "paris-tx": _town(4717560, "Paris", "US.TX", 33.661, -95.556, 24_839, "P.PPLA2"),
    "dallas": _town(4684888, "Dallas", "US.TX", 32.783, -96.807, 1_300_092, "P.PPLA2"),
    "tulsa": _town(4553433, "Tulsa", "US.OK", 36.154, -95.993, 413_066, "P.PPLA2"),
    "chornobyl": _town(710403, "Chornobyl", "UA.13", 51.27, 30.22, 1_575),
    "zone": Place("dateline:chernobyl-exclusion-zone", "Chernobyl exclusion zone", 51.389, 30.099, "UA", "L.ZNX"),
    "airport": Place("icao:UMGG", "Gomel Airport", 52.527, 31.017, "BY", "S.AIRP"),
    "brest-fort": Place("dateline:brest-fortress", "Brest Fortress", 52.083, 23.657, "BY", "S.FT"),
    "barents": Place("dateline:barents-sea", "Barents Sea", 75.0, 40.0, None, "H.SEA"),
    "kyiv-oblast": _division(703446, "Kyiv Oblast", "UA.13", 50.25, 30.5),
}


class Known:
    """The part of a gazetteer that the focus uses."""

    def country(self, code: str) -> Place | None:
        return self._first(lambda place: place.feature == "A.PCLI" and place.country_code == code)

    def division(self, code: str) -> Place | None:
        return self._first(lambda place: place.feature == "A.ADM1" and place.adm1_code == code)

    def get(self, id: str) -> Place | None:
        return self._first(lambda place: place.id == id)

    def near(self, *, lat: float, lon: float, limit: int = 1, feature_class: str | None = None):
        from geopy.distance import great_circle

        towns = [place for place in PLACES.values() if place.feature_class == feature_class]
        away = sorted((great_circle((lat, lon), (town.lat, town.lon)).km, town.id, town) for town in towns)
        return tuple((km, town) for km, _, town in away[:limit])

    def _first(self, wanted) -> Place | None:
        return next(filter(wanted, PLACES.values()), None)


def told(sentence: str, *keys: str, title: str | None = None) -> tuple[Article, tuple[Mention, ...]]:
    """The article and its mentions; `keys` name the place of each bracket: "gomel", "gomel:0.4", "?" for unresolved.

    A second place after a bar is an alternative: "minsk:0.6|gomel:0.3".
    """
    text, mentions = marked(sentence)
    resolved = [replace(mention, resolution=_resolution(key)) for mention, key in zip(mentions, keys, strict=True)]
    return Article(text, title=title), tuple(resolved)


def _resolution(key: str) -> Resolution:
    first, *others = (_meant(part) for part in key.split("|"))
    alternatives = tuple(Candidate(place, sure) for place, sure in others if place)
    return Resolution(first[0], first[1], ("said so",), alternatives)


def _meant(part: str) -> tuple[Place | None, float]:
    name, _, sure = part.partition(":")
    return PLACES.get(name), float(sure or 0.95)
